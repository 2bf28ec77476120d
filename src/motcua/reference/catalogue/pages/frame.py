"""What the controllers' pages share: who may come, retry keys, how an act is answered."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.access.audience import staff_with
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.text import clean
from motcua.base.ui.forms import Form, keyed
from motcua.base.ui.forms.keyed import Common, common
from motcua.base.ui.forms.keyed import Keyed as KeyedForm
from motcua.base.web.page import Request
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.models import Procedure, ProcedureVersion
from motcua.reference.org.words import Role

CONTROLLERS = staff_with(Role.PROCEDURE_CONTROLLER)
UNPROCESSABLE = 422
__all__ = ["Common", "KeyedForm", "common"]  # told on, for the pages of this room


class Line(keyed.Line):
    """One line of text, as long as names of procedures are."""

    most = 500


class Words(keyed.Words):
    """Some lines of text, as long as an implementing order is."""

    most = 20_000


class Lines(Words):
    """A list, one thing a line."""

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        """Return the things, tidied, each once."""
        return tuple(dict.fromkeys(filter(None, map(clean, super().clean(value).splitlines()))))


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
