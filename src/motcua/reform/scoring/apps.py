from django.apps import AppConfig


class ScoringConfig(AppConfig):
    name = "motcua.reform.scoring"
    label = "scoring"
