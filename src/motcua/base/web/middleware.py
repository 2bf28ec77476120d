"""Who is asking, and what happens when the house itself fails."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.module_loading import import_string

from motcua.base.access.actor import NOBODY, Actor
from motcua.base.web import stash
from motcua.base.web.away import DATABASE_AWAY, away, is_away
from motcua.base.web.log import log

Next = Callable[[HttpRequest], HttpResponseBase]


class DatabaseAway:
    """Answers 503 with a telephone number while the database cannot be reached."""

    def __init__(self, following: Next) -> None:
        self.following = following

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, whatever the state of the database."""
        return self.following(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a lost connection into a page that says what to do."""
        if not is_away(error):
            return None
        log.warning("database away", path=request.path, error=type(error).__name__)
        return away()


class WhoAsks:
    """Puts the actor on the request, through the rooms that know people."""

    def __init__(self, following: Next) -> None:
        self.following = following

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with a known actor; a lost database shows here first."""
        try:
            request.actor = _actor(request)  # type: ignore[attr-defined]  # base.web.page.Request
        except DATABASE_AWAY as error:
            log.warning("database away", path=request.path, error=type(error).__name__)
            return away()
        response = self.following(request)
        stash.remember(request, response, request.actor)  # type: ignore[attr-defined]  # set by now
        return response


def _actor(request: HttpRequest) -> Actor:
    if request.path in settings.WITHOUT_ACTOR or not request.session.session_key:
        return NOBODY
    for resolve in _resolvers():
        actor = resolve(request)
        if actor is not None:
            return actor
    return NOBODY


@cache
def _resolvers() -> tuple[Callable[[HttpRequest], Actor | None], ...]:
    return tuple(import_string(path) for path in settings.ACTOR_RESOLVERS)
