"""Django's handle on the face."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "motcua.base.ui"
    label = "ui"
