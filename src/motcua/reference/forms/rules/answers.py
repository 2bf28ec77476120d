"""Answers as a whole: what is shown, what is missing, what is known already."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from motcua.base.rooms import Refusal
from motcua.reference.forms.rules.kinds import check
from motcua.reference.forms.rules.schema import Field, Page, Schema
from motcua.reference.forms.words import Answer, Answers, Fact, FieldKind, Part

NONE: Answers = MappingProxyType({})
EMPTY: tuple[object, ...] = (None, "", [], {})


class Wrong(NamedTuple):
    """An answer that cannot be taken."""

    page: Page
    field: Field
    why: Refusal


def shown(field: Field, answers: Answers) -> bool:
    """Tell whether the answers to earlier fields call for this one."""
    if field.show_if is None:
        return True
    name, value = field.show_if
    given = answers.get(name)
    return value in given if isinstance(given, list) else given == value


def kept(schema: Schema, answers: Answers) -> dict[str, Answer | None]:
    """Return the answers to fields that are shown; those to hidden and unknown fields are dropped."""
    left: dict[str, Answer | None] = {}
    for _, field in schema.asked():
        # In order, so that what follows from a dropped answer is dropped as well.
        if field.name in answers and shown(field, left):
            left[field.name] = answers[field.name]
    return left


def merged(schema: Schema, answers: Answers, fresh: Answers) -> dict[str, Answer | None]:
    """Return the answers with a page's fresh ones in their place."""
    return kept(schema, {**answers, **fresh})


def open_pages(schema: Schema, answers: Answers) -> tuple[Page, ...]:
    """Return the pages that have something to show."""
    left = kept(schema, answers)
    return tuple(page for page in schema.pages if any(may_be_shown(page, each, left) for each in page.fields))


def may_be_shown(page: Page, field: Field, answers: Answers) -> bool:
    """Tell whether a page has to carry a field: it is shown, or an answer on the same page would show it."""
    by_name = {each.name: each for each in page.fields}
    above = by_name.get(field.show_if.field) if field.show_if else None
    return may_be_shown(page, above, answers) if above else shown(field, answers)


def missing(schema: Schema, answers: Answers) -> tuple[tuple[Page, Field], ...]:
    """Return the shown, required fields without an answer, with their pages."""
    left = kept(schema, answers)
    return tuple(
        (page, field)
        for page, field in schema.asked()
        if field.required and shown(field, left) and left.get(field.name) in EMPTY
    )


def cleaned(
    schema: Schema, given: Mapping[str, object], *, today: date
) -> tuple[dict[str, Answer | None], tuple[Wrong, ...]]:
    """Return the stored form of whole answers from outside, hidden ones dropped, and those refused."""
    answers: dict[str, Answer | None] = {}
    wrong: list[Wrong] = []
    for page, field in schema.asked():
        if field.name not in given or not shown(field, answers):
            continue
        outcome = check(field, given[field.name], today=today)
        if isinstance(outcome, Refusal):
            wrong.append(Wrong(page, field, outcome))
        else:
            answers[field.name] = outcome
    return answers, tuple(wrong)


def prefilled(
    schema: Schema, facts: Mapping[str, str], answers: Answers = NONE, *, today: date
) -> dict[str, Answer | None]:
    """Return the answers with known facts where nothing was asked yet; a given answer always stays.

    A fact that the field itself would refuse is left out.
    """
    filled = dict(answers)
    for _, field in schema.asked():
        if field.prefill and field.name not in answers:
            outcome = check(field, _known(field, facts), today=today)
            if outcome is not None and not isinstance(outcome, Refusal):
                filled[field.name] = outcome
    return filled


def _known(field: Field, facts: Mapping[str, str]) -> object:
    if field.kind is FieldKind.ADDRESS:
        return {part.value: facts.get(Fact(field.prefill).of(part), "") for part in Part}
    return facts.get(field.prefill)
