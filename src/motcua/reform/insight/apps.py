from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "motcua.reform.insight"
    label = "insight"
