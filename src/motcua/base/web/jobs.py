"""The web's own housekeeping."""

from importlib import import_module

from django.conf import settings

from motcua.base.queue import task


@task("web.clear_sessions", every="20 * * * *")
def clear_sessions(*, timestamp: int) -> None:
    """Delete sessions that ran out, with what somebody typed into them and never came back for."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
