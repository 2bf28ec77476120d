from django.apps import AppConfig


class FormsConfig(AppConfig):
    name = "motcua.reference.forms"
    label = "forms"
