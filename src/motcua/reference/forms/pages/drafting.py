"""A draft as a whole: its pages and fields in order, what must be mended, the acts on them, publishing."""

from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.base.web.page import Request, page
from motcua.reference.forms import commands, queries, rules
from motcua.reference.forms.models import FormDraft
from motcua.reference.forms.pages.common import (
    CONTROLLERS,
    RevisionForm,
    answer,
    draft_or_404,
    key_of,
    place_in,
    revision_of,
)
from motcua.reference.forms.pages.preview import framing
from motcua.reference.forms.rules import Field, Flaw, Page, Schema
from motcua.reference.forms.rules.editing import NEW_INSIDE, NEW_PAGE, Place
from motcua.reference.forms.sentences import FACTS, KINDS, condition_words, needed_words
from motcua.reference.forms.words import Fact, FieldKind

UP, DOWN, COPY, DROP = "up", "down", "copy", "drop"
HOLDERS = frozenset({FieldKind.GROUP, FieldKind.TABLE})


@dataclass(frozen=True)
class Line:
    """One field in the outline, `depth` steps in; `flaws` say what must be mended there."""

    place: str
    label: str
    kind: str
    notes: tuple[str, ...]
    depth: int
    flaws: tuple[str, ...]
    adds: str = ""


@dataclass(frozen=True)
class Sheet:
    """One page in the outline."""

    code: str
    title: str
    lines: tuple[Line, ...]
    flaws: tuple[str, ...]
    shown: bool


class TitlesForm(RevisionForm):
    """The title of the form."""

    title = forms.CharField(label="Tên mẫu", max_length=200)


@page(audience=CONTROLLERS, writes=True)
def _outline(request: Request, form_code: str) -> HttpResponse:
    """Show a draft with its preview; POST does one act on it."""
    draft = draft_or_404(form_code)
    schema = rules.read(draft.schema)
    refused = None
    if request.method == "POST":
        done, opened = _act(request, draft, schema)
        if not isinstance(done, Refusal):
            return redirect(opened)
        refused = done
    return answer(request, "draft", _outlined(request, draft, schema), refused=refused)


outline_page = framing(_outline)


@page(audience=CONTROLLERS, writes=True)
def discard_page(request: Request, form_code: str) -> HttpResponse:
    """Throw a draft away, once that was said on a page of its own."""
    draft = draft_or_404(form_code)
    refused = None
    if request.method == "POST":
        done = commands.discard_draft(
            draft_id=draft.pk, revision=revision_of(request), by=request.actor, at=now()
        )
        if not isinstance(done, Refusal):
            return redirect("forms:list")
        refused = done
    shown = {"draft": draft, "title": draft.schema["title"], "form": RevisionForm(draft=draft)}
    return answer(request, "discard", shown, refused=refused)


@page(audience=CONTROLLERS, writes=True)
def publish_page(request: Request, form_code: str) -> HttpResponse:
    """Show what the next version changes, and publish it."""
    draft = draft_or_404(form_code)
    refused = None
    if request.method == "POST":
        done = commands.publish_draft(
            draft_id=draft.pk,
            revision=revision_of(request),
            by=request.actor,
            at=now(),
            key=key_of(request),
        )
        if not isinstance(done, Refusal):
            return redirect("forms:form", form_code)
        refused = done
    newest, schema = queries.latest(form_code), rules.read(draft.schema)
    shown = {
        "draft": draft,
        "title": schema.title,
        "newest": newest,
        "lines": queries.difference(newest, draft),
        "flaws": _listed(draft, schema),
        "form": RevisionForm(draft=draft),
    }
    return answer(request, "publish", shown, refused=refused)


def _act(request: Request, draft: FormDraft, schema: Schema) -> tuple[FormDraft | Refusal, str]:
    """Do what a page asked for: give the draft, and where to go on."""
    fresh, place = _changed(request, schema)
    done = commands.save_draft(
        draft_id=draft.pk,
        revision=revision_of(request),
        schema=rules.to_json(fresh),
        by=request.actor,
        at=now(),
        key=key_of(request),
    )
    return done, place


def _changed(request: Request, schema: Schema) -> tuple[Schema, str]:
    code, said = schema.code, request.POST
    if "add_page" in said:
        fresh, place = rules.with_page(schema, clean(said.get("page_title", ""))[:200] or NEW_PAGE)
        return fresh, _outline_at(code, place)
    if "title" in said:
        return replace(schema, title=clean(said["title"])[:200] or schema.title), _outline_at(code, ())
    if "add_field" in said:
        inside = place_in(schema, said["add_field"])
        kinds = {kind.value for kind in FieldKind}
        kind = FieldKind(said["kind"]) if said.get("kind") in kinds else FieldKind.TEXT
        fresh, place = rules.with_field(
            schema, inside, kind, clean(said.get("label", ""))[:300] or NEW_INSIDE
        )
        return fresh, _edit_at(code, place)
    word, _, where = said.get("act", "").partition(":")
    if word not in (UP, DOWN, COPY, DROP):
        return schema, _outline_at(code, ())
    place = place_in(schema, where)
    acts = {
        UP: lambda: rules.moved(schema, place, -1),
        DOWN: lambda: rules.moved(schema, place, 1),
        COPY: lambda: rules.doubled(schema, place),
        DROP: lambda: rules.removed(schema, place),
    }
    fresh = acts[word]()
    gone = word == DROP and len(place) == 1
    return fresh, _outline_at(code, () if gone else place[:1])


def _outlined(request: Request, draft: FormDraft, schema: Schema) -> dict[str, Any]:
    flaws = tuple(rules.flaws(schema))
    codes = [page.code for page in schema.pages]
    open_page = request.GET.get("trang", "")
    open_page = open_page if open_page in codes else (codes[0] if codes else "")
    wide = request.GET.get("xem") == "may-tinh"
    sheets = [_sheet(page, schema, flaws, open_page) for page in schema.pages]
    seen = urlencode({"trang": open_page})
    return {
        "draft": draft,
        "schema": schema,
        "sheets": sheets,
        "flaws": _listed(draft, schema),
        "titles": TitlesForm(draft=draft, initial={"title": schema.title}),
        "form": RevisionForm(draft=draft),
        "kinds": [(kind.value, KINDS[kind]) for kind in FieldKind],
        "wide": wide,
        "open_page": open_page,
        "preview": f"{reverse('forms:preview', args=[draft.code])}?{seen}" if open_page else "",
    }


def _sheet(page: Page, schema: Schema, flaws: tuple[Flaw, ...], open_page: str) -> Sheet:
    own = tuple(flaw.sentence for flaw in flaws if flaw.at == (page.code,))
    lines = tuple(_lines(page.fields, (page.code,), schema, flaws))
    return Sheet(page.code, page.title, lines, own, page.code == open_page)


def _lines(fields: tuple[Field, ...], inside: Place, schema: Schema, flaws: tuple[Flaw, ...]) -> list[Line]:
    lines = []
    for field in fields:
        place = (*inside, field.name)
        notes = tuple(filter(None, (_need(field), _when(field, schema), _fill(field))))
        own = tuple(flaw.sentence for flaw in flaws if flaw.at == place)
        adds = "/".join(place) if field.kind in HOLDERS else ""
        line = Line("/".join(place), field.label, KINDS[field.kind], notes, len(place) - 2, own, adds)
        lines += [line, *_lines(field.fields, place, schema, flaws)]
    return lines


def _need(field: Field) -> str:
    return needed_words(field.required) if field.asks else ""


def _when(field: Field, schema: Schema) -> str:
    if field.show_if is None:
        return ""
    labels = {one.name: one for page in schema.pages for one in page.flat}
    labels |= {column.name: column for one in list(labels.values()) for column in one.fields}
    above = labels.get(field.show_if.field)
    options = {option.code: option.label for option in above.options} if above else {}
    value = options.get(str(field.show_if.value), "")
    return f"hiện khi {condition_words(field.show_if, above.label if above else '', value)}"


def _fill(field: Field) -> str:
    return f"điền sẵn {FACTS[Fact(field.prefill)]}" if field.prefill in set(Fact) else ""


def _outline_at(code: str, place: Place) -> str:
    address = reverse("forms:draft", args=[code])
    return f"{address}?{urlencode({'trang': place[0]})}#{place[0]}" if place else address


def _edit_at(code: str, place: Place) -> str:
    return f"{reverse('forms:edit', args=[code])}?{urlencode({'o': '/'.join(place)})}"


def _listed(draft: FormDraft, schema: Schema) -> list[tuple[str, str, str]]:
    """Give each flaw: what the place is called, what is wrong, where to mend it."""
    return [
        (rules.named(schema, flaw.at), flaw.sentence, _link(draft, flaw.at)) for flaw in rules.flaws(schema)
    ]


def _link(draft: FormDraft, place: Place) -> str:
    return _edit_at(draft.code, place) if place else _outline_at(draft.code, ())
