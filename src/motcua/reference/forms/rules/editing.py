"""Changing a form that is being drafted: each act takes a schema and gives the changed one.

A place is the way to it: the code of a page, then names of fields (`child`, `child/mother`,
`child/members/name`). What is not there raises LookupError.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from motcua.base.text import fold
from motcua.reference.forms.rules.schema import Field, Option, Page, Schema
from motcua.reference.forms.words import FieldKind

Place = tuple[str, ...]
Item = TypeVar("Item", Page, Field)
LISTED = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})
FIRST_OPTIONS = (Option("mot", "Mục thứ nhất"), Option("hai", "Mục thứ hai"))
NEW_INSIDE, NEW_PAGE = "Ô mới", "Trang mới"
LONGEST_NAME = 40


def thing_at(schema: Schema, at: Place) -> Page | Field:
    """Give the page or the field at a place."""
    page = schema.page(at[0])
    found: Page | Field = page
    for name in at[1:]:
        found = _named(found.fields, name)
    return found


def named(schema: Schema, at: Place) -> str:
    """Give what a place is called, widest first: the title of its page, then labels."""
    things = [thing_at(schema, at[:depth]) for depth in range(1, len(at) + 1)]
    words = [one.title or one.code if isinstance(one, Page) else one.label or one.name for one in things]
    return ", ".join(words) or schema.title


def field_at(schema: Schema, at: Place) -> Field:
    """Give the field at a place."""
    found = thing_at(schema, at)
    if not isinstance(found, Field):
        raise LookupError(at)
    return found


def earlier_than(schema: Schema, at: Place) -> tuple[Field, ...]:
    """Give the fields whose answers are known where a field stands; a column sees those of its row too."""
    before: list[Field] = []
    for page in schema.pages:
        if page.code == at[0]:
            return (*before, *_before_in(page.fields, at[1:]))
        before += [field for field in page.flat if field.asks]
    raise LookupError(at)


def _before_in(fields: tuple[Field, ...], names: Place) -> Iterator[Field]:
    """Give the fields before the one that `names` lead to, within what holds them."""
    for field in fields:
        if names and field.name == names[0]:
            yield from _before_in(field.fields, names[1:]) if len(names) > 1 else ()
            return
        yield from (inner for inner in field.fields if field.kind is FieldKind.GROUP and inner.asks)
        if field.asks:
            yield field


def changed(schema: Schema, at: Place, fresh: Page | Field) -> Schema:
    """Put another page or field in the place of one."""
    return _with(schema, at, lambda items, nth: (*items[:nth], fresh, *items[nth + 1 :]))


def moved(schema: Schema, at: Place, step: int) -> Schema:
    """Move a page or a field up (-1) or down (1) among its like; at the end it stays."""

    def move(items: tuple[Any, ...], nth: int) -> tuple[Any, ...]:
        to = nth + step
        if not 0 <= to < len(items):
            return items
        left = [*items[:nth], *items[nth + 1 :]]
        return (*left[:to], items[nth], *left[to:])

    return _with(schema, at, move)


def removed(schema: Schema, at: Place) -> Schema:
    """Take a page or a field out, with all within it."""
    return _with(schema, at, lambda items, nth: (*items[:nth], *items[nth + 1 :]))


def doubled(schema: Schema, at: Place) -> Schema:
    """Put a copy of a page or a field after it, under names of its own."""
    taken = set(names_in(schema))
    fresh = _copy(thing_at(schema, at), taken, within_table=_is_column(schema, at))
    return _with(schema, at, lambda items, nth: (*items[: nth + 1], fresh, *items[nth + 1 :]))


def with_page(schema: Schema, title: str) -> tuple[Schema, Place]:
    """Add an empty page at the end; give the schema and the place of the page."""
    code = fresh_name(title, {page.code for page in schema.pages}, joint="-")
    return replace(schema, pages=(*schema.pages, Page(code, title, ()))), (code,)


def with_field(schema: Schema, inside: Place, kind: FieldKind, label: str) -> tuple[Schema, Place]:
    """Add a field at the end of a page, a group or a table; give the schema and the place of the field."""
    holder = thing_at(schema, inside)
    taken = set(names_in(schema))
    name = fresh_name(label, taken)
    field = Field(name, kind, label, options=FIRST_OPTIONS if kind in LISTED else ())
    if kind in (FieldKind.GROUP, FieldKind.TABLE):
        inner = Field(fresh_name(NEW_INSIDE, taken | {name}), FieldKind.TEXT, NEW_INSIDE)
        field = replace(field, fields=(inner,))
    grown = replace(holder, fields=(*holder.fields, field))
    return changed(schema, inside, grown), (*inside, name)


def names_in(schema: Schema) -> Iterator[str]:
    """Give every name of a field, also of columns, and the names under which answers are sent."""
    for page in schema.pages:
        for field in page.fields:
            yield from _names(field)


def fresh_name(label: str, taken: Iterable[str], *, joint: str = "_") -> str:
    """Give a name made of a label that nothing bears yet."""
    plain = re.sub(r"[^a-z0-9]+", joint, fold(label)).strip(joint)[:LONGEST_NAME].strip(joint)
    base = plain if plain[:1].isalpha() else f"o{joint}{plain}".strip(joint)
    names, nth = set(taken), 1
    name = base
    while name in names:
        nth += 1
        name = f"{base}{joint}{nth}"
    return name


def options_from(lines: str) -> tuple[Option, ...]:
    """Read options, one a line: `label`, `label | hint`, or `code = label | hint` to keep a code."""
    options: list[Option] = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        code, parted, rest = line.partition("=")
        given = code.strip() if parted and re.fullmatch(r"[a-z0-9_]+", code.strip()) else ""
        label, _, hint = (rest if given else line).partition("|")
        taken = {option.code for option in options}
        options.append(Option(given or fresh_name(label, taken), label.strip(), hint.strip()))
    return tuple(options)


def options_text(options: Iterable[Option]) -> str:
    """Write options as they are read."""
    return "\n".join(
        f"{code} = {label} | {hint}" if hint else f"{code} = {label}" for code, label, hint in options
    )


def _with(schema: Schema, at: Place, change: Callable[[tuple[Any, ...], int], tuple[Any, ...]]) -> Schema:
    if not at:
        raise LookupError(at)
    if len(at) == 1:
        codes = [page.code for page in schema.pages]
        if at[0] not in codes:
            raise LookupError(at)
        return replace(schema, pages=change(schema.pages, codes.index(at[0])))
    holder = thing_at(schema, at[:-1])
    names = [field.name for field in holder.fields]
    if at[-1] not in names:
        raise LookupError(at)
    fields = change(holder.fields, names.index(at[-1]))
    return changed(schema, at[:-1], replace(holder, fields=fields))


def _named(fields: tuple[Field, ...], name: str) -> Field:
    for field in fields:
        if field.name == name:
            return field
    raise LookupError(name)


def _names(field: Field) -> Iterator[str]:
    yield from field.inputs
    for inner in field.fields:
        yield from _names(inner)


def _copy(thing: Page | Field, taken: set[str], *, within_table: bool) -> Page | Field:
    """Copy a page or a field with fresh names throughout; what hangs on a copied field hangs on its copy."""
    renamed: dict[str, str] = {}

    def fresh(field: Field, keeps_name: bool) -> Field:
        name = field.name if keeps_name else fresh_name(field.name.replace("_", " "), taken)
        taken.add(name)
        if not keeps_name:
            renamed[field.name] = name
        inner = tuple(fresh(each, field.kind is FieldKind.TABLE) for each in field.fields)
        condition = field.show_if
        if condition and condition.field in renamed:
            condition = condition._replace(field=renamed[condition.field])
        return replace(field, name=name, fields=inner, show_if=condition)

    if isinstance(thing, Field):
        return fresh(thing, False)
    code = fresh_name(thing.code.replace("-", " "), taken, joint="-")
    code = f"{thing.code}-2" if code == thing.code else code
    return replace(thing, code=code, fields=tuple(fresh(field, within_table) for field in thing.fields))


def _is_column(schema: Schema, at: Place) -> bool:
    holder = thing_at(schema, at[:-1]) if len(at) > 1 else None
    return isinstance(holder, Field) and holder.kind is FieldKind.TABLE
