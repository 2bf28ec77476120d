"""What the controllers' pages share: who may come, the thing asked for, the way to answer."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.access.audience import staff_with
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Form, Problem
from motcua.base.web.page import Request
from motcua.reference.forms import queries, rules
from motcua.reference.forms.models import FormDraft, FormVersion
from motcua.reference.forms.rules.editing import Place
from motcua.reference.org.words import Role

CONTROLLERS = staff_with(Role.PROCEDURE_CONTROLLER)


class KeyForm(Form):
    """A form that may be sent twice and acts once."""

    key = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": str(uuid7()), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class RevisionForm(KeyForm):
    """A form about the draft as it was when the page was shown."""

    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, draft: FormDraft, **kwargs: Any) -> None:
        kwargs["initial"] = {"revision": draft.revision, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


def draft_or_404(form_code: str) -> FormDraft:
    """Give the draft of a form."""
    draft = queries.draft_of(form_code)
    if draft is None:
        raise Http404
    return draft


def version_or_404(form_code: str, number: int) -> FormVersion:
    """Give one version of a form."""
    for version in queries.versions(form_code):
        if version.number == number:
            return version
    raise Http404


def place_in(schema: rules.Schema, text: str) -> Place:
    """Give the place that an address names; what is not there is not found."""
    place = tuple(filter(None, text.split("/")))
    try:
        rules.thing_at(schema, place)
    except (LookupError, IndexError) as error:
        raise Http404 from error
    return place


def answer(
    request: Request,
    template: str,
    shown: dict[str, Any],
    *,
    refused: Refusal | None = None,
    bad: bool = False,
) -> HttpResponse:
    """Show a page; a refusal stands in its summary, and what was wrong makes it a 422."""
    errors = [Problem(refusal_sentence(refused))] if refused else []
    status = 422 if refused or bad else 200
    return render(request, f"forms/{template}.html", {"errors": errors, **shown}, status=status)


def revision_of(request: Request) -> int:
    """Give the revision that a sent page was made from, 0 for none."""
    sent = request.POST.get("revision", "")
    return int(sent[:9]) if sent.isascii() and sent.isdigit() else 0


def key_of(request: Request) -> str:
    """Give the retry key that a sent page carries."""
    return request.POST.get("key", "")[:100]
