"""Whoever works here stands in the desk's frame, and has proved who they are twice."""

import functools
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.functional import SimpleLazyObject

from motcua.base.access import Kind
from motcua.base.web.page import Request
from motcua.reference.org.pages.frame import frame_of

View = Callable[..., HttpResponseBase]
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def room(route: str, view: View, name: str) -> URLPattern:
    """Give the address of a page where officials work; without a second factor nobody reaches it."""
    return path(route, _framed(_proved(view)), name=name)


def threshold(route: str, view: View, name: str) -> URLPattern:
    """Give the address of a page for logging in or for setting up a second factor."""
    return path(route, _framed(view), name=name)


def _proved(view: View) -> View:
    @functools.wraps(view)
    def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.actor.kind is Kind.STAFF and not _has_second_factor(request):
            return redirect("mfa_index")
        return view(request, *args, **kwargs)

    return run


def _framed(view: View) -> View:
    @functools.wraps(view)
    def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.ui = SimpleLazyObject(lambda: frame_of(request))  # type: ignore[attr-defined]  # base.ui.context
        return view(request, *args, **kwargs)

    return run


def _has_second_factor(request: Request) -> bool:
    account = request.user
    return isinstance(account, AbstractBaseUser) and is_mfa_enabled(account, SECOND_FACTORS)
