"""What must hold between the fields of a schema."""

from collections.abc import Mapping
from datetime import date

from motcua.reference.forms.rules.schema import CHOOSING, LENGTHS, Field, Page, Schema
from motcua.reference.forms.sentences import fault
from motcua.reference.forms.words import TODAY, Fact, Fault, FieldKind

BOUNDED = frozenset({FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DATE})
LISTED = {FieldKind.CHOICE: 2, FieldKind.CHOICES: 1}
FILLED_BY: Mapping[str, frozenset[FieldKind]] = {
    Fact.FULL_NAME: frozenset({FieldKind.PERSON_NAME, FieldKind.TEXT}),
    Fact.PERSONAL_ID: frozenset({FieldKind.PERSONAL_ID}),
    Fact.BIRTH_DATE: frozenset({FieldKind.DATE}),
    Fact.PHONE: frozenset({FieldKind.PHONE}),
    Fact.EMAIL: frozenset({FieldKind.EMAIL}),
    Fact.ADDRESS: frozenset({FieldKind.ADDRESS}),
}
# The tokens of WCAG 2.2, success criterion 1.3.5, that our kinds can carry.
TOKENS: Mapping[str, frozenset[FieldKind]] = {
    "name": frozenset({FieldKind.PERSON_NAME, FieldKind.TEXT}),
    "bday": frozenset({FieldKind.DATE}),
    "tel": frozenset({FieldKind.PHONE}),
    "email": frozenset({FieldKind.EMAIL}),
    "street-address": frozenset({FieldKind.ADDRESS}),
    "organization": frozenset({FieldKind.TEXT}),
    "organization-title": frozenset({FieldKind.TEXT}),
}


def demand_sound(schema: Schema) -> None:
    """Raise ValueError with one sentence when the parts of a schema do not fit together."""
    _demand_once([page.code for page in schema.pages], f"Mẫu {schema.code}")
    earlier: dict[str, Field] = {}
    inputs: set[str] = set()
    for page in schema.pages:
        for field in page.fields:
            where = _where(schema, page, field)
            for name in field.inputs:
                if name in inputs:
                    raise fault(Fault.TWICE, where=where, name=name)
            _demand_fitting(field, where)
            _demand_condition(field, earlier, where)
            inputs |= set(field.inputs)
            earlier[field.name] = field


def limit(value: int | str | None, today: date) -> date | None:
    """Return the day that a limit of a date stands for. Raises ValueError."""
    if value is None:
        return None
    return today if value == TODAY else date.fromisoformat(str(value))


def _where(schema: Schema, page: Page, field: Field) -> str:
    return f"Mẫu {schema.code}, trang {page.code}, ô {field.name}"


def _demand_once(names: list[str], where: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise fault(Fault.TWICE, where=where, name=name)


def _demand_fitting(field: Field, where: str) -> None:
    """Refuse what the kind of a field does not know."""
    misplaced = {
        "options": field.options and field.kind not in LISTED,
        "min": field.min is not None and field.kind not in BOUNDED,
        "max": field.max is not None and field.kind not in BOUNDED,
        "max_length": field.max_length is not None and field.kind not in LENGTHS,
    }
    for key, is_misplaced in misplaced.items():
        if is_misplaced:
            raise fault(Fault.KEY_MISPLACED, where=where, key=key, kind=field.kind)
    if len(field.options) < LISTED.get(field.kind, 0):
        raise fault(Fault.OPTIONS, where=where, least=LISTED[field.kind])
    _demand_once([option.code for option in field.options], where)
    if field.max_length is not None and field.max_length < 1:
        raise fault(Fault.LIMIT, where=where, value=field.max_length)
    _demand_limits(field, where)
    if field.prefill and field.kind not in FILLED_BY.get(field.prefill, ()):
        raise fault(Fault.FACT, where=where, fact=field.prefill)
    if field.autocomplete and field.kind not in TOKENS.get(field.autocomplete, ()):
        raise fault(Fault.AUTOCOMPLETE, where=where, token=field.autocomplete)


def _demand_limits(field: Field, where: str) -> None:
    bounds = [bound for bound in (field.min, field.max) if bound is not None]
    for bound in bounds:
        if isinstance(bound, str) != (field.kind is FieldKind.DATE) or not _is_day(bound):
            raise fault(Fault.LIMIT, where=where, value=bound)
    if len(bounds) == len(("min", "max")) and TODAY not in bounds and bounds[0] > bounds[1]:  # type: ignore[operator]  # both of one type, by the loop above
        raise fault(Fault.LIMITS, where=where)


def _is_day(bound: int | str) -> bool:
    try:
        limit(bound if isinstance(bound, str) else None, date.min)
    except ValueError:
        return False
    return True


def _demand_condition(field: Field, earlier: Mapping[str, Field], where: str) -> None:
    if field.show_if is None:
        return
    name, value = field.show_if
    asked = earlier.get(name)
    if asked is None or asked.kind not in CHOOSING:
        raise fault(Fault.CONDITION_FIELD, where=where, name=name)
    possible = (True, False) if asked.kind is FieldKind.YES_NO else tuple(each.code for each in asked.options)
    if value not in possible:
        raise fault(Fault.CONDITION_VALUE, where=where, name=name, value=value)
