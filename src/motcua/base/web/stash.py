"""What somebody typed while their session had run out is kept until they are back."""

from datetime import datetime, timedelta
from typing import Final

from django.http import HttpRequest, QueryDict

from motcua.base.clock import now

_KEY: Final = "stash"
_MOST: Final = 100_000
_FOR: Final = timedelta(hours=1)


def keep(request: HttpRequest) -> None:
    """Keep the posted words of a request in the fresh session, for the address they were meant for."""
    words = request.POST.copy()
    words.pop("csrfmiddlewaretoken", None)
    encoded = words.urlencode()
    if len(encoded) <= _MOST:
        until = (now() + _FOR).isoformat()
        request.session[_KEY] = {"path": request.path, "words": encoded, "until": until}


def take(request: HttpRequest) -> QueryDict | None:
    """Give back what was kept for this address, once; what is too old is forgotten."""
    kept = request.session.get(_KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[_KEY]
    return QueryDict(kept["words"]) if datetime.fromisoformat(kept["until"]) > now() else None
