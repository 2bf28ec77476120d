"""What the administrators' pages share: who may come, retry keys, how an act is answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from motcua.base.access.audience import staff_with
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form
from motcua.base.ui.forms.keyed import Common, KeyedForm, Line, common
from motcua.base.web.page import Request
from motcua.reference.org.words import Role

ADMINISTRATORS = staff_with(Role.ADMINISTRATOR)
UNPROCESSABLE = 422
__all__ = ["Common", "KeyedForm", "Line", "common"]  # told on, for the pages of this room


@dataclass(frozen=True)
class Act:
    """One act on a page of its own: its words, what it does, and where it leads."""

    title: str
    button: str
    done: str
    back: str
    back_label: str
    lead: str = ""
    danger: bool = False


def answered(
    request: Request, form: Form, do: Callable[[], object], *, done: str, to: Callable[[Any], str]
) -> HttpResponse | None:
    """Do the act of a valid form and go on; what hinders it stands on the form, and None is given."""
    if not form.is_bound or not form.is_valid():
        return None
    outcome = do()
    if isinstance(outcome, Refusal):
        form.add_error(None, refusal_sentence(outcome))
        return None
    messages.success(request, done)
    return redirect(to(outcome))


def shown(
    request: Request, template: str, context: Mapping[str, Any], form: Form | None = None
) -> HttpResponse:
    """Show a page; a form that could not be used comes back with 422."""
    status = UNPROCESSABLE if form is not None and form.is_bound and form.errors else HttpResponse.status_code
    return render(request, template, {"form": form, **context}, status=status)


def acted(
    request: Request,
    form: Form,
    do: Callable[[], object],
    act: Act,
    *,
    to: Callable[[Any], str] | None = None,
    context: Mapping[str, Any] | None = None,
) -> HttpResponseBase:
    """Show the page of one act, and do it when it is sent; without `to` it goes back."""
    lead_to = to or (lambda _: act.back)
    done = answered(request, form, do, done=act.done, to=lead_to)
    return done or shown(request, "org/act.html", {"act": act, **(context or {})}, form)


def sent(request: Request) -> Any:
    """Give what was sent with a POST, None for a look."""
    return request.POST if request.method == "POST" else None
