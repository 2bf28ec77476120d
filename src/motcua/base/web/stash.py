"""What somebody typed while their session had run out is kept until they are back."""

from django.http import HttpRequest, QueryDict

_KEY = "stash"
_MOST = 100_000


def keep(request: HttpRequest) -> None:
    """Keep the posted words of a request in the fresh session, under the address they were meant for."""
    words = request.POST.copy()
    words.pop("csrfmiddlewaretoken", None)
    encoded = words.urlencode()
    if len(encoded) <= _MOST:
        request.session[_KEY] = {"path": request.path, "words": encoded}
        request.session.set_expiry(3600)


def take(request: HttpRequest) -> QueryDict | None:
    """Give back what was kept for this address, once."""
    kept = request.session.get(_KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[_KEY]
    return QueryDict(kept["words"])
