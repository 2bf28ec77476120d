from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "motcua.base.files"
    label = "files"

    def ready(self) -> None:
        """Have the keys looked at whenever the house starts."""
        from motcua.base.files import checks  # noqa: F401 - registers what it declares
