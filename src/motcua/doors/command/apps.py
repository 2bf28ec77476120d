from django.apps import AppConfig


class CommandConfig(AppConfig):
    name = "motcua.doors.command"
    label = "command"
