from django.apps import AppConfig

from motcua.base.ui import language
from motcua.doors.portal.english import WORDS


class PortalConfig(AppConfig):
    name = "motcua.doors.portal"
    label = "portal"

    def ready(self) -> None:
        """Let the pages of this door be said in English."""
        language.add(WORDS)
