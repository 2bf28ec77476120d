"""One page or one field of a draft: its words, its limits, when it is shown."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.base.web.page import Request, page
from motcua.reference.forms import commands, rules
from motcua.reference.forms.models import FormDraft
from motcua.reference.forms.pages.common import CONTROLLERS, answer, draft_or_404, place_in
from motcua.reference.forms.pages.field_form import FieldEdit, PageEdit, edit_form
from motcua.reference.forms.pages.preview import framing
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.rules.editing import Place
from motcua.reference.forms.words import FieldKind

CONTROL_OF = {"show_if": "condition", "min": "least", "max": "most"}


@page(audience=CONTROLLERS, writes=True)
def _edit(request: Request, form_code: str) -> HttpResponse:
    """Edit the page or field at the place `o`; what must still be mended is said at its control."""
    draft = draft_or_404(form_code)
    schema = rules.read(draft.schema)
    if not request.GET.get("o"):
        return redirect("forms:draft", form_code)
    at = place_in(schema, request.GET["o"])
    form = edit_form(draft, schema, at, request.POST if request.method == "POST" else None)
    refused = None
    if request.method == "POST" and form.is_valid():
        done = commands.save_draft(
            draft_id=draft.pk,
            revision=form.cleaned_data["revision"],
            schema=rules.to_json(rules.changed(schema, at, form.changed())),
            by=request.actor,
            at=now(),
            key=form.cleaned_data["key"],
        )
        if not isinstance(done, Refusal):
            return redirect(_after(request, draft, at))
        refused = done
    bad = request.method == "POST"
    if not bad:
        form = _with_flaws(form, draft, schema, at)
    return answer(request, "edit", _shown(request, draft, schema, at, form), refused=refused, bad=bad)


edit_page = framing(_edit)


def _with_flaws(
    form: PageEdit | FieldEdit, draft: FormDraft, schema: Schema, at: Place
) -> PageEdit | FieldEdit:
    """Say at its controls what must be mended in what is shown."""
    flaws = [flaw for flaw in rules.flaws(schema) if flaw.at == at]
    if not flaws:
        return form
    shown = {name: form[name].value() for name in form.fields}
    told = edit_form(
        draft, schema, at, {name: value for name, value in shown.items() if value not in (None, False)}
    )
    told.full_clean()
    for flaw in flaws:
        name = CONTROL_OF.get(flaw.key, flaw.key)
        told.add_error(name if name in told.fields else None, flaw.sentence)
    return told


def _shown(
    request: Request, draft: FormDraft, schema: Schema, at: Place, form: PageEdit | FieldEdit
) -> dict[str, Any]:
    thing = rules.thing_at(schema, at)
    query = urlencode({"trang": at[0], "o": "/".join(at)})
    return {
        "draft": draft,
        "schema": schema,
        "form": form,
        "title": thing.title if isinstance(thing, Page) else thing.label or "Ô chưa có tên",
        "is_page": isinstance(thing, Page),
        "saved": "da-ghi" in request.GET,
        "back": f"{reverse('forms:draft', args=[draft.code])}?{urlencode({'trang': at[0]})}#{at[0]}",
        "preview": f"{reverse('forms:preview', args=[draft.code])}?{query}{_anchor(schema, at)}",
    }


def _anchor(schema: Schema, at: Place) -> str:
    """Give where on the previewed page the edited field stands; a column stands in the first row."""
    if len(at) == 1:
        return ""
    holder = rules.thing_at(schema, at[:-1])
    in_table = isinstance(holder, Field) and holder.kind is FieldKind.TABLE
    return f"#id_{at[-2]}-0-{at[-1]}" if in_table else f"#id_{at[-1]}"


def _after(request: Request, draft: FormDraft, at: Place) -> str:
    if "outline" in request.POST:
        return f"{reverse('forms:draft', args=[draft.code])}?{urlencode({'trang': at[0]})}#{at[0]}"
    return f"{request.path}?{urlencode({'o': '/'.join(at), 'da-ghi': '1'})}"
