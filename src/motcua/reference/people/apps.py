from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "motcua.reference.people"
    label = "people"
