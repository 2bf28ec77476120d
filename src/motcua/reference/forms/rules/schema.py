"""The shape of an e-form: pages of fields; a group holds fields, a table the columns of its rows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from dataclasses import field as part
from functools import cached_property
from typing import NamedTuple

from motcua.reference.forms.words import Comparison, FieldKind, Part

LENGTHS = {FieldKind.TEXT: 200, FieldKind.LONG_TEXT: 4000, FieldKind.PERSON_NAME: 150, FieldKind.EMAIL: 254}
PART_LENGTH = 200
CHOOSING = frozenset({FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.YES_NO})
FIGURES = frozenset({FieldKind.NUMBER, FieldKind.MONEY})
DATE_BOXES = ("day", "month", "year")
MOST_ROWS, MOST_FILES = 50, 10
USUAL_ROWS, USUAL_FILES = 20, 1


def lower_first(text: str) -> str:
    """Return a label as it goes on within a sentence; an abbreviation such as UBND keeps its capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


class Option(NamedTuple):
    """One thing to choose."""

    code: str
    label: str
    hint: str = ""


class Condition(NamedTuple):
    """Shows a field only while the answer to an earlier field passes a test.

    `value` is a code of its choices, yes or no, or a number; a test for any answer does not look at it.
    """

    field: str
    value: str | bool | int | float = True
    test: Comparison = Comparison.IS


@dataclass(frozen=True)
class Field:
    """One question.

    `min` and `max` bound a number, an amount in đồng, a date (ISO text or `today`), the rows of a table, and
    (`max` alone) the count of files; `places` are the digits after the comma; `row` names one row of a table;
    `prefill` names the known fact that fills the field; `autocomplete` is what browsers call it.
    `fields` are the members of a group or the columns of a table. `above` and `within` are what a group tells
    its members: under which conditions they stand, and its label.
    """

    name: str
    kind: FieldKind
    label: str
    hint: str = ""
    required: bool = True
    options: tuple[Option, ...] = ()
    show_if: Condition | None = None
    prefill: str = ""
    min: int | float | str | None = None
    max: int | float | str | None = None
    max_length: int | None = None
    autocomplete: str = ""
    places: int = 0
    row: str = ""
    fields: tuple["Field", ...] = ()
    above: tuple[Condition, ...] = part(default=(), compare=False, repr=False)
    within: str = part(default="", compare=False, repr=False)

    @property
    def asks(self) -> bool:
        """Whether the field itself wants an answer; a note only tells, a group only holds fields."""
        return self.kind not in (FieldKind.NOTE, FieldKind.GROUP)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Give everything that must hold for the field to be shown."""
        return (*self.above, self.show_if) if self.show_if else self.above

    @property
    def full_label(self) -> str:
        """Give the label with that of its group before it."""
        return f"{self.within}: {lower_first(self.label)}" if self.within else self.label

    @property
    def longest(self) -> int | None:
        """Give the most characters of a text, None for other kinds."""
        return self.max_length or LENGTHS.get(self.kind)

    @property
    def least_rows(self) -> int:
        """Give the fewest rows of a table that count as an answer."""
        return max(int(self.min or 0), 1 if self.required else 0)

    @property
    def most_rows(self) -> int:
        """Give the most rows of a table."""
        return int(self.max) if self.max is not None else max(USUAL_ROWS, self.least_rows)

    @property
    def most_files(self) -> int:
        """Give the most files that one question takes."""
        return int(self.max) if self.max is not None else USUAL_FILES

    @property
    def row_word(self) -> str:
        """Give what one row of a table is called."""
        return self.row or "Dòng"

    @property
    def inputs(self) -> tuple[str, ...]:
        """Give the names under which a page sends the answer."""
        parts = {FieldKind.ADDRESS: tuple(Part), FieldKind.DATE: DATE_BOXES}.get(self.kind, ())
        return (self.name, *(f"{self.name}_{part}" for part in parts))


@dataclass(frozen=True)
class Page:
    """One page; `caption` names its subject where the answers are shown (the title, when it is empty)."""

    code: str
    title: str
    fields: tuple[Field, ...]
    caption: str = ""

    @cached_property
    def flat(self) -> tuple[Field, ...]:
        """The fields with the members of groups in the place of their group."""
        return tuple(_flat(self.fields))

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The flat fields by name."""
        return {field.name: field for field in self.flat}


@dataclass(frozen=True)
class Schema:
    """A whole e-form; field names are unique across its pages, column names within their table."""

    code: str
    title: str
    pages: tuple[Page, ...]

    def page(self, code: str) -> Page:
        """Give one page. Raises LookupError."""
        for page in self.pages:
            if page.code == code:
                return page
        raise LookupError(code)

    def asked(self) -> Iterator[tuple[Page, Field]]:
        """Give every field that wants an answer with its page, in order; a table is one field."""
        return iter(self._asked)

    @cached_property
    def _asked(self) -> tuple[tuple[Page, Field], ...]:
        return tuple((page, field) for page in self.pages for field in page.flat if field.asks)


def _flat(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        if field.kind is FieldKind.GROUP:
            for member in field.fields:
                yield replace(member, above=field.conditions, within=field.label)
        else:
            yield field
