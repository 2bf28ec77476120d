from django.apps import AppConfig


class QualityConfig(AppConfig):
    name = "motcua.reform.scoring.quality"
    label = "quality"
