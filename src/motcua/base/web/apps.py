from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "motcua.base.web"
    label = "web"
