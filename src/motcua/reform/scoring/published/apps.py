from django.apps import AppConfig


class PublishedConfig(AppConfig):
    name = "motcua.reform.scoring.published"
    label = "published"
