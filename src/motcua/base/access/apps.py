from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "motcua.base.access"
    label = "access"
