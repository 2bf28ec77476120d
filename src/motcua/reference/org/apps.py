from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "motcua.reference.org"
    label = "org"
