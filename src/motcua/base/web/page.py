"""Every view declares who may come and whether it writes."""

import functools
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from motcua.base.access.actor import Actor, Kind
from motcua.base.access.audience import Audience
from motcua.base.web import stash
from motcua.base.web.guard import reading_only
from motcua.base.web.refused import AccessRefused

P = ParamSpec("P")


class Request(HttpRequest):
    """A request whose actor is known."""

    actor: Actor


View = Callable[Concatenate[Request, P], HttpResponseBase]


def page(*, audience: Audience, writes: bool = False) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """Declare a page: its audience, and whether it writes (then it also takes POST).

    Somebody not signed in is sent to sign in and comes back; what they were sending is kept for them.
    Somebody signed in who is not of the audience gets a page that says so (403).
    """
    methods = ["GET", "HEAD", "POST"] if writes else ["GET", "HEAD"]

    def declare(view: View[P]) -> Callable[..., HttpResponseBase]:
        @functools.wraps(view)
        def run(request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not audience.admits(request.actor):
                return _not_admitted(request, audience)
            response = _answer(view, request, *args, **kwargs)
            if request.actor.kind is not Kind.ANONYMOUS and isinstance(response, HttpResponse):
                add_never_cache_headers(response)
            return response

        checked = require_http_methods(methods)(run)
        return declared(checked, audience=audience, writes=writes)

    return declare


def declared(view: Callable[..., Any], *, audience: Audience, writes: bool) -> Callable[..., Any]:
    """Declare the audience of a view that is not ours to decorate."""
    view.audience = audience  # type: ignore[attr-defined]  # read by the rights table
    view.writes = writes  # type: ignore[attr-defined]
    return view


def _answer(view: View[P], request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
    if request.method == "POST":
        return view(request, *args, **kwargs)
    with reading_only():
        response = view(request, *args, **kwargs)
        render = getattr(response, "render", None)
        return render() if callable(render) else response


def _not_admitted(request: Request, audience: Audience) -> HttpResponse:
    if request.actor.kind is Kind.ANONYMOUS and audience.sign_in == settings.LOGIN_URL and _is_known(request):
        # The log-in page would send them straight back, and so on without end.
        raise AccessRefused("Tài khoản này hiện không giữ vị trí nào. Hỏi người quản trị của cơ quan.")
    if request.actor.kind is Kind.ANONYMOUS and audience.sign_in:
        if request.method == "POST":
            stash.keep(request)
        back = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse(audience.sign_in)}?{back}")
    raise AccessRefused("Trang này không dành cho vai trò của bạn.")


def _is_known(request: Request) -> bool:
    """Tell whether somebody is signed in, whether or not they are anybody here today."""
    return request.user.is_authenticated
