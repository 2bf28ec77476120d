"""Answers as a whole: what is shown, what is missing, what is known already."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from motcua.base.rooms import Refusal
from motcua.reference.forms.rules.conditions import EMPTY, may_be_shown, shown
from motcua.reference.forms.rules.kinds import check
from motcua.reference.forms.rules.schema import Field, Page, Schema
from motcua.reference.forms.words import Answer, Answers, Fact, FieldKind, Part

NONE: Answers = MappingProxyType({})


class Wrong(NamedTuple):
    """An answer that cannot be taken."""

    page: Page
    field: Field
    why: Refusal


class FileAnswer(NamedTuple):
    """A file that was sent inside the form: the label of its question, its id, its name."""

    label: str
    id: str
    name: str


def kept(schema: Schema, answers: Answers) -> dict[str, Answer | None]:
    """Return the answers to fields that are shown; those to hidden and unknown fields are dropped."""
    left: dict[str, Answer | None] = {}
    for _, field in schema.asked():
        # In order, so that what follows from a dropped answer is dropped as well.
        if field.name in answers and shown(field, left):
            given = answers[field.name]
            left[field.name] = [kept_row(field, row, left) for row in rows_of(field, given)] or given
    return left


def rows_of(field: Field, answer: Answer | None) -> list[dict[str, Any]]:
    """Return the rows of a table; none for other kinds."""
    if field.kind is not FieldKind.TABLE or not isinstance(answer, list):
        return []
    return [row for row in answer if isinstance(row, dict)]


def kept_row(table: Field, row: Mapping[str, Any], answers: Answers) -> dict[str, Answer | None]:
    """Return the cells of a row that are shown."""
    left: dict[str, Answer | None] = {}
    for column in table.fields:
        if column.name in row and shown(column, {**answers, **left}):
            left[column.name] = row[column.name]
    return left


def merged(schema: Schema, answers: Answers, fresh: Answers) -> dict[str, Answer | None]:
    """Return the answers with a page's fresh ones in their place."""
    return kept(schema, {**answers, **fresh})


def open_pages(schema: Schema, answers: Answers) -> tuple[Page, ...]:
    """Return the pages that have something to show."""
    left = kept(schema, answers)
    return tuple(page for page in schema.pages if any(may_be_shown(page, each, left) for each in page.flat))


def missing(schema: Schema, answers: Answers) -> tuple[tuple[Page, Field], ...]:
    """Return the shown, required fields without a whole answer, with their pages.

    A table lacks an answer when it has too few rows, or a row lacks one.
    """
    left = kept(schema, answers)
    return tuple(
        (page, field)
        for page, field in schema.asked()
        if shown(field, left) and _is_missing(field, left.get(field.name), left)
    )


def _is_missing(field: Field, answer: Answer | None, answers: Answers) -> bool:
    if field.kind is not FieldKind.TABLE:
        return field.required and answer in EMPTY
    rows = rows_of(field, answer)
    if len(rows) < field.least_rows and (field.required or rows):
        return True
    return any(
        column.required and row.get(column.name) in EMPTY and shown(column, {**answers, **row})
        for row in rows
        for column in field.fields
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
    return kept(schema, answers), tuple(wrong)


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


def files_in(schema: Schema, answers: Answers) -> Iterator[FileAnswer]:
    """Give the files that were sent inside the form and are still shown."""
    left = kept(schema, answers)
    for _, field in schema.asked():
        if field.kind is FieldKind.FILE:
            given = left.get(field.name)
            for one in given if isinstance(given, list) else ():
                if isinstance(one, dict):
                    yield FileAnswer(field.full_label, str(one["id"]), str(one["name"]))


def held_files(answer: Answer | None) -> Iterable[dict[str, str]]:
    """Give the files of one answer."""
    return [one for one in answer if isinstance(one, dict)] if isinstance(answer, list) else []


def _known(field: Field, facts: Mapping[str, str]) -> object:
    if field.kind is FieldKind.ADDRESS:
        return {part.value: facts.get(Fact(field.prefill).of(part), "") for part in Part}
    return facts.get(field.prefill)
