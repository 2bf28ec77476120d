from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "motcua.base.journal"
    label = "journal"
