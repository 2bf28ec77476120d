"""What changed between two versions of a form, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import fields as parts_of
from typing import Any

from motcua.base.money import format_dong
from motcua.reference.forms.rules.kinds.figures import text_of
from motcua.reference.forms.rules.schema import Condition, Field, Option, Page, Schema
from motcua.reference.forms.sentences import (
    CHANGES,
    FACTS,
    KEYS,
    KINDS,
    NOTHING,
    condition_words,
    limit_words,
    needed_words,
)
from motcua.reference.forms.words import Change, Fact, FieldKind

COMPARED = tuple(
    part.name for part in parts_of(Field) if part.name not in ("name", "fields", "above", "within")
)


def difference(old: Schema, new: Schema) -> tuple[str, ...]:
    """Return one sentence for each thing that differs, in the order of the new form; none for equal forms."""
    return tuple(_of_form(old, new))


def _of_form(old: Schema, new: Schema) -> Iterator[str]:
    if old.title != new.title:
        yield _told(Change.FORM_TITLE, old=old.title, new=new.title)
    before, after = {page.code: page for page in old.pages}, {page.code: page for page in new.pages}
    for page in old.pages:
        if page.code not in after:
            yield _told(Change.PAGE_GONE, page=page.title, count=str(len(page.flat)))
    for page in new.pages:
        if page.code in before:
            yield from _of_page(before[page.code], page)
        else:
            yield _told(Change.PAGE_NEW, page=page.title, count=str(len(page.flat)))
    if _order(before, after) != _order(after, before):
        yield _told(Change.PAGES_MOVED, order=", ".join(page.title for page in new.pages))
    if old.code != new.code:
        yield _told(Change.FORM_CODE, old=old.code, new=new.code)


def _of_page(old: Page, new: Page) -> Iterator[str]:
    if old.title != new.title:
        yield _told(Change.PAGE_TITLE, old=old.title, new=new.title)
    if old.caption != new.caption:
        yield _told(
            Change.PAGE_CAPTION, page=new.title, old=old.caption or NOTHING, new=new.caption or NOTHING
        )
    yield from _of_fields(old.fields, new.fields, new.title)


def _of_fields(old: tuple[Field, ...], new: tuple[Field, ...], where: str) -> Iterator[str]:
    before, after = {field.name: field for field in old}, {field.name: field for field in new}
    for field in old:
        if field.name not in after:
            yield _told(Change.FIELD_GONE, where=where, field=field.label)
    for field in new:
        if field.name in before:
            yield from _of_field(before[field.name], field, where)
        else:
            kind, needed = KINDS[field.kind], needed_words(field.required)
            yield _told(Change.FIELD_NEW, where=where, field=field.label, kind=kind, needed=needed)
    if _order(before, after) != _order(after, before):
        yield _told(Change.FIELDS_MOVED, where=where, order=", ".join(field.label for field in new))


def _of_field(old: Field, new: Field, where: str) -> Iterator[str]:
    named = {"where": where, "field": new.label}
    for key in COMPARED:
        was, now = getattr(old, key), getattr(new, key)
        if was == now and type(was) is type(now):
            continue
        if key == "options":
            yield from _of_options(was, now, named)
        elif key == "required":
            yield _told(Change.NEEDED if now else Change.NOT_NEEDED, **named)
        else:
            told = {"key": KEYS[key], "old": _said(old, key, was), "new": _said(new, key, now)}
            yield _told(Change.KEY, **named, **told)
    yield from _of_fields(old.fields, new.fields, f"{where}, {new.label}")


def _of_options(old: tuple[Option, ...], new: tuple[Option, ...], named: Mapping[str, str]) -> Iterator[str]:
    before, after = {option.code: option for option in old}, {option.code: option for option in new}
    for option in old:
        if option.code not in after:
            yield _told(Change.OPTION_GONE, **named, option=option.label)
    for option in new:
        was = before.get(option.code)
        if was is None:
            yield _told(Change.OPTION_NEW, **named, option=option.label)
        elif was.label != option.label:
            yield _told(Change.OPTION_LABEL, **named, old=was.label, new=option.label)
        elif was.hint != option.hint:
            hints = {"old": was.hint or NOTHING, "new": option.hint or NOTHING}
            yield _told(Change.OPTION_HINT, **named, option=option.label, **hints)
    if _order(before, after) != _order(after, before):
        yield _told(Change.OPTIONS_MOVED, **named, order=", ".join(option.label for option in new))


def _order(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    """Give what two lists share, in the order of the first."""
    return [name for name in one if name in other]


def _said(field: Field, key: str, value: Any) -> str:
    """Give one value of a field in words."""
    if value in (None, "", 0) and value is not False:
        return "0" if isinstance(value, int) and key != "places" else NOTHING
    if isinstance(value, FieldKind):
        return KINDS[value]
    if isinstance(value, Condition):
        return condition_words(value)
    if key == "prefill":
        return FACTS[Fact(value)]
    if isinstance(value, int | float):
        return format_dong(int(value)) if field.kind is FieldKind.MONEY else text_of(value)
    return limit_words(str(value)) if key in ("min", "max") else str(value)


def _told(change: Change, **facts: str) -> str:
    return CHANGES[change].format(**facts)
