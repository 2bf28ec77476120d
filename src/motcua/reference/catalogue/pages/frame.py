"""What the controllers' pages share: who may come, retry keys, how an act is answered."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypedDict

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.access import Actor
from motcua.base.access.audience import staff_with
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.text import clean, clean_lines
from motcua.base.ui.forms import Form
from motcua.base.web.page import Request
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.models import Procedure, ProcedureVersion
from motcua.reference.org.words import Role

CONTROLLERS = staff_with(Role.PROCEDURE_CONTROLLER)
UNPROCESSABLE = 422
LINE, WORDS = 500, 20_000


class Line(forms.CharField):
    """One line of text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": LINE, **kwargs})

    def clean(self, value: Any) -> str:
        """Return the line, tidied."""
        return clean(super().clean(value))


class Words(forms.CharField):
    """Some lines of text."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(**{"max_length": WORDS, "widget": forms.Textarea({"rows": str(rows)}), **kwargs})

    def clean(self, value: Any) -> str:
        """Return the lines, tidied."""
        return clean_lines(super().clean(value))


class Lines(Words):
    """A list, one thing a line."""

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        """Return the things, tidied, each once."""
        return tuple(dict.fromkeys(filter(None, map(clean, super().clean(value).splitlines()))))


class KeyedForm(Form):
    """A form whose retry key was made with its page."""

    key = forms.CharField(required=False, widget=forms.HiddenInput, initial=lambda: uuid7().hex)


class Common(TypedDict):
    """What every command takes."""

    by: Actor
    at: datetime
    key: str


def common(request: Request, form: Form) -> Common:
    """Give who acts, when, and the retry key."""
    return {"by": request.actor, "at": now(), "key": form.cleaned_data.get("key", "")}


def answered(
    request: Request, form: Form, act: Callable[[], object], *, done: str, to: Callable[[Any], str]
) -> HttpResponse | None:
    """Do the act of a valid form and go on; what hinders it stands on the form, and None is given."""
    if not form.is_valid():
        return None
    outcome = act()
    if isinstance(outcome, Refusal):
        form.add_error(None, refusal_sentence(outcome))
        return None
    messages.success(request, done)
    return redirect(to(outcome))


def shown(
    request: Request, template: str, context: Mapping[str, Any], form: Form | None = None
) -> HttpResponse:
    """Show a page of this room; a form that could not be used comes back with 422."""
    status = UNPROCESSABLE if form is not None and form.is_bound and form.errors else HttpResponse.status_code
    return render(request, f"catalogue/{template}", {"form": form, **context}, status=status)


def procedure_or_404(code: str) -> Procedure:
    """Give the procedure of an address."""
    procedure = queries.procedure_called(code)
    if procedure is None:
        raise Http404
    return procedure


def version_or_404(version_id: Any) -> ProcedureVersion:
    """Give the version of an address."""
    version = queries.version(version_id)
    if version is None:
        raise Http404
    return version
