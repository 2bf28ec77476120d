"""The shape of an e-form: pages of fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from motcua.reference.forms.words import FieldKind, Part

LENGTHS = {FieldKind.TEXT: 200, FieldKind.LONG_TEXT: 4000, FieldKind.PERSON_NAME: 150, FieldKind.EMAIL: 254}
PART_LENGTH = 200
CHOOSING = frozenset({FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.YES_NO})
DATE_BOXES = ("day", "month", "year")


class Option(NamedTuple):
    """One thing to choose."""

    code: str
    label: str
    hint: str = ""


class Condition(NamedTuple):
    """Shows a field only while an earlier field holds a value (one of its choices, or yes or no)."""

    field: str
    value: str | bool


@dataclass(frozen=True)
class Field:
    """One question.

    `min` and `max` bound a number, an amount in đồng, or a date (ISO text or `today`); `prefill` names the
    known fact that fills the field; `autocomplete` is the token by which browsers know it.
    """

    name: str
    kind: FieldKind
    label: str
    hint: str = ""
    required: bool = True
    options: tuple[Option, ...] = ()
    show_if: Condition | None = None
    prefill: str = ""
    min: int | str | None = None
    max: int | str | None = None
    max_length: int | None = None
    autocomplete: str = ""

    @property
    def asks(self) -> bool:
        """Whether the field wants an answer; a note only tells something."""
        return self.kind is not FieldKind.NOTE

    @property
    def longest(self) -> int | None:
        """Give the most characters of a text, None for other kinds."""
        return self.max_length or LENGTHS.get(self.kind)

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


@dataclass(frozen=True)
class Schema:
    """A whole e-form; field names are unique across its pages."""

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
        """Give every field that wants an answer with its page, in order."""
        return ((page, field) for page in self.pages for field in page.fields if field.asks)
