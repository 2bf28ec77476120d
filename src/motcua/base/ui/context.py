"""Gives templates the frame that the door put on the request."""

from django.http import HttpRequest

from motcua.base.ui.frame import Frame


def frame(request: HttpRequest) -> dict[str, Frame]:
    """Return the frame as `ui`; a request without one gets the empty frame."""
    return {"ui": getattr(request, "ui", None) or Frame()}
