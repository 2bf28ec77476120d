from django.apps import AppConfig


class RatingConfig(AppConfig):
    name = "motcua.reform.scoring.rating"
    label = "rating"
