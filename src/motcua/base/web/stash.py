"""What somebody typed while their session had run out is kept until they are back.

On a shared machine the next to sign in may be somebody else. So the browser remembers, in a word that only
the house can make, who was signed in last: what was typed then is given back to that person alone.
"""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.crypto import constant_time_compare, salted_hmac

from motcua.base.access.actor import Actor
from motcua.base.clock import now

_KEY: Final = "stash"
_MOST: Final = 100_000
_FOR: Final = timedelta(hours=1)
_LAST: Final = "motcua_last"
_REMEMBERED_S: Final = int(timedelta(days=365).total_seconds())


def remember(request: HttpRequest, response: HttpResponseBase, actor: Actor) -> None:
    """Have the browser remember who is signed in, for when they are not any more."""
    if actor.account is None or request.COOKIES.get(_LAST) == _word_for(actor):
        return
    response.set_cookie(
        _LAST,
        _word_for(actor),
        max_age=_REMEMBERED_S,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def keep(request: HttpRequest) -> None:
    """Keep the posted words of a request in the fresh session, for the address they were meant for."""
    words = request.POST.copy()
    words.pop("csrfmiddlewaretoken", None)
    encoded = words.urlencode()
    if len(encoded) <= _MOST:
        until = (now() + _FOR).isoformat()
        request.session[_KEY] = {
            "path": request.path,
            "words": encoded,
            "until": until,
            "typist": request.COOKIES.get(_LAST, ""),
        }


def take(request: HttpRequest, actor: Actor) -> QueryDict | None:
    """Give back what was kept for this address, once; what is too old, or another's, is forgotten."""
    kept = request.session.get(_KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[_KEY]
    fresh = datetime.fromisoformat(kept["until"]) > now()
    theirs = not kept["typist"] or constant_time_compare(kept["typist"], _word_for(actor))
    return QueryDict(kept["words"]) if fresh and theirs else None


def _word_for(actor: Actor) -> str:
    return salted_hmac("motcua.base.web.stash", str(actor.account), algorithm="sha256").hexdigest()
