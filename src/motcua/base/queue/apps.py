from django.apps import AppConfig


class QueueConfig(AppConfig):
    name = "motcua.base.queue"
    label = "queue"
