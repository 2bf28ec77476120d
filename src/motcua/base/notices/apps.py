from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "motcua.base.notices"
    label = "notices"

    def ready(self) -> None:
        """Have the pace looked at whenever the house starts."""
        from motcua.base.notices import checks  # noqa: F401 - registers what it declares
