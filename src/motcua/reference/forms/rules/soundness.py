"""What must hold between the parts of a schema; each thing that does not is a flaw with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from motcua.reference.forms.rules.limits import limit
from motcua.reference.forms.rules.schema import (
    CHOOSING,
    FIGURES,
    LENGTHS,
    MOST_FILES,
    MOST_ROWS,
    Condition,
    Field,
    Page,
    Schema,
)
from motcua.reference.forms.sentences import fault, flaw_sentence
from motcua.reference.forms.words import TODAY, Comparison, Fact, Fault, FieldKind

K = FieldKind
HOLDERS = frozenset({K.GROUP, K.TABLE})
NO_COLUMN = frozenset({K.GROUP, K.TABLE, K.FILE, K.NOTE})
LISTED = {K.CHOICE: 2, K.CHOICES: 1}
MOST_PLACES = 6
# The keys that only some kinds know.
KNOWN_BY: Mapping[str, frozenset[FieldKind]] = {
    "options": frozenset(LISTED),
    "min": FIGURES | {K.DATE, K.TABLE},
    "max": FIGURES | {K.DATE, K.TABLE, K.FILE},
    "max_length": frozenset(LENGTHS),
    "places": frozenset({K.NUMBER}),
    "row": frozenset({K.TABLE}),
    "fields": HOLDERS,
}
FILLED_BY: Mapping[str, frozenset[FieldKind]] = {
    Fact.FULL_NAME: frozenset({K.PERSON_NAME, K.TEXT}),
    Fact.PERSONAL_ID: frozenset({K.PERSONAL_ID, K.TAX_CODE}),
    Fact.BIRTH_DATE: frozenset({K.DATE}),
    Fact.PHONE: frozenset({K.PHONE}),
    Fact.EMAIL: frozenset({K.EMAIL}),
    Fact.ADDRESS: frozenset({K.ADDRESS}),
}
# The tokens of WCAG 2.2, success criterion 1.3.5, that our kinds can carry.
TOKENS: Mapping[str, frozenset[FieldKind]] = {
    "name": frozenset({K.PERSON_NAME, K.TEXT}),
    "bday": frozenset({K.DATE}),
    "tel": frozenset({K.PHONE}),
    "email": frozenset({K.EMAIL}),
    "street-address": frozenset({K.ADDRESS}),
    "organization": frozenset({K.TEXT}),
    "organization-title": frozenset({K.TEXT}),
}
TESTS: Mapping[FieldKind, frozenset[Comparison]] = {
    K.CHOICE: frozenset({Comparison.IS, Comparison.IS_NOT, Comparison.FILLED}),
    K.CHOICES: frozenset({Comparison.IS, Comparison.IS_NOT, Comparison.FILLED}),
    K.YES_NO: frozenset({Comparison.IS, Comparison.FILLED}),
    K.NUMBER: frozenset({Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.FILLED}),
    K.MONEY: frozenset({Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.FILLED}),
}
ANY_ANSWER = frozenset({Comparison.FILLED})


@dataclass(frozen=True)
class Flaw:
    """One thing that makes a schema unusable: where it stands, at which key, and the facts of its sentence.

    `at` is the way to it: the code of a page, then names of fields; empty for the form itself.
    """

    what: Fault
    at: tuple[str, ...]
    key: str
    facts: Mapping[str, object]

    @property
    def sentence(self) -> str:
        """Give the sentence without the place."""
        return flaw_sentence(self.what, **self.facts)


def demand_sound(schema: Schema) -> None:
    """Raise ValueError with one sentence when the parts of a schema do not fit together."""
    for flaw in flaws(schema):
        raise fault(flaw.what, where=_where(schema, flaw.at), **flaw.facts)


def flaws(schema: Schema) -> Iterator[Flaw]:
    """Give every flaw of a schema, in the order of its fields."""
    if not schema.pages:
        yield Flaw(Fault.KEY_MISSING, (), "pages", {"key": "pages"})
    for code in _twice([page.code for page in schema.pages]):
        yield Flaw(Fault.TWICE, (code,), "code", {"name": code})
    taken = [name for page in schema.pages for field in page.flat for name in field.inputs]
    taken += [field.name for page in schema.pages for field in page.fields if field.kind is K.GROUP]
    names = frozenset(taken)
    inputs: set[str] = set()
    earlier: dict[str, Field] = {}
    for page in schema.pages:
        if not page.title:
            yield Flaw(Fault.KEY_MISSING, (page.code,), "title", {"key": "title"})
        if not page.fields:
            yield Flaw(Fault.EMPTY_PAGE, (page.code,), "fields", {})
        yield from _of_page(page, inputs, earlier, names)


def _where(schema: Schema, at: tuple[str, ...]) -> str:
    where = f"Mẫu {schema.code}" + (f", trang {at[0]}" if at else "")
    return f"{where}, ô {at[-1]}" if len(at) > 1 else where


def _of_page(
    page: Page, inputs: set[str], earlier: dict[str, Field], names: frozenset[str]
) -> Iterator[Flaw]:
    for field in page.fields:
        at = (page.code, field.name)
        yield from _of_field(field, at, inputs, earlier)
        if field.kind is K.GROUP:
            for member in field.fields:
                inside = (*at, member.name)
                if member.kind is K.GROUP:
                    yield Flaw(Fault.NESTED, inside, "kind", {"kind": member.kind})
                yield from _of_field(member, inside, inputs, earlier)
                yield from _of_columns(member, inside, earlier, names)
        yield from _of_columns(field, at, earlier, names)


def _of_field(
    field: Field, at: tuple[str, ...], inputs: set[str], earlier: dict[str, Field]
) -> Iterator[Flaw]:
    for name in field.inputs:
        if name in inputs:
            yield Flaw(Fault.TWICE, at, "name", {"name": name})
    if not field.label:
        yield Flaw(Fault.KEY_MISSING, at, "label", {"key": "label"})
    yield from _misfits(field, at)
    yield from _conditions(field, at, earlier)
    inputs |= set(field.inputs)
    if field.asks:
        earlier[field.name] = field


def _of_columns(
    table: Field, at: tuple[str, ...], earlier: Mapping[str, Field], names: frozenset[str]
) -> Iterator[Flaw]:
    """Look at the columns of a table: their names are their own, but for those of the form itself."""
    if table.kind is not K.TABLE:
        return
    row: set[str] = set()
    before: dict[str, Field] = {**earlier}
    before.pop(table.name, None)
    for column in table.fields:
        inside = (*at, column.name)
        if column.kind in NO_COLUMN:
            yield Flaw(Fault.NESTED, inside, "kind", {"kind": column.kind})
        if column.name in names:
            yield Flaw(Fault.TWICE, inside, "name", {"name": column.name})
        yield from _of_field(column, inside, row, before)


def _twice(names: list[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if names.count(name) > 1))


def _misfits(field: Field, at: tuple[str, ...]) -> Iterator[Flaw]:
    """Give what the kind of a field does not know or lacks."""
    for key, kinds in KNOWN_BY.items():
        if getattr(field, key) not in (None, (), 0, "") and field.kind not in kinds:
            yield Flaw(Fault.KEY_MISPLACED, at, key, {"key": key, "kind": field.kind})
    if field.kind in HOLDERS and not field.fields:
        yield Flaw(Fault.EMPTY_INSIDE, at, "fields", {})
    if len(field.options) < LISTED.get(field.kind, 0):
        yield Flaw(Fault.OPTIONS, at, "options", {"least": LISTED[field.kind]})
    for code in _twice([option.code for option in field.options]):
        yield Flaw(Fault.TWICE, at, "options", {"name": code})
    if field.max_length is not None and field.max_length < 1:
        yield Flaw(Fault.LIMIT, at, "max_length", {"value": field.max_length})
    if not 0 <= field.places <= MOST_PLACES:
        yield Flaw(Fault.LIMIT, at, "places", {"value": field.places})
    yield from _limits(field, at)
    if field.prefill and field.kind not in FILLED_BY.get(field.prefill, ()):
        yield Flaw(Fault.FACT, at, "prefill", {"fact": field.prefill})
    if field.autocomplete and field.kind not in TOKENS.get(field.autocomplete, ()):
        yield Flaw(Fault.AUTOCOMPLETE, at, "autocomplete", {"token": field.autocomplete})


def _limits(field: Field, at: tuple[str, ...]) -> Iterator[Flaw]:
    bounds = {key: getattr(field, key) for key in ("min", "max") if getattr(field, key) is not None}
    if field.kind not in KNOWN_BY["max"]:
        return
    wrong = [key for key, bound in bounds.items() if not _fits(field, bound)]
    for key in wrong:
        yield Flaw(Fault.LIMIT, at, key, {"value": bounds[key]})
    if not wrong and len(bounds) > 1 and TODAY not in bounds.values() and bounds["min"] > bounds["max"]:
        yield Flaw(Fault.LIMITS, at, "max", {})


def _fits(field: Field, bound: int | float | str) -> bool:
    """Tell whether a limit is of the type that its kind reckons with, and within reason."""
    if field.kind is K.DATE:
        return isinstance(bound, str) and _is_day(bound)
    if isinstance(bound, str) or (isinstance(bound, float) and not field.places):
        return False
    most = {K.TABLE: MOST_ROWS, K.FILE: MOST_FILES}.get(field.kind)
    return most is None or 0 <= bound <= most


def _is_day(bound: str) -> bool:
    try:
        limit(bound, date.min)
    except ValueError:
        return False
    return True


def _conditions(field: Field, at: tuple[str, ...], earlier: Mapping[str, Field]) -> Iterator[Flaw]:
    if field.show_if is None:
        return
    name, value, test = field.show_if
    asked = earlier.get(name)
    if asked is None:
        yield Flaw(Fault.CONDITION_FIELD, at, "show_if", {"name": name})
    elif test not in TESTS.get(asked.kind, ANY_ANSWER):
        yield Flaw(Fault.CONDITION_TEST, at, "show_if", {"name": name, "test": test})
    elif not _is_possible(asked, field.show_if):
        yield Flaw(Fault.CONDITION_VALUE, at, "show_if", {"name": name, "value": value})


def _is_possible(asked: Field, condition: Condition) -> bool:
    """Tell whether the answer that a condition waits for can be given."""
    value = condition.value
    if condition.test is Comparison.FILLED:
        return True
    if asked.kind is K.YES_NO:
        return isinstance(value, bool)
    if asked.kind in CHOOSING:
        return value in {option.code for option in asked.options}
    return isinstance(value, int | float) and not isinstance(value, bool)
