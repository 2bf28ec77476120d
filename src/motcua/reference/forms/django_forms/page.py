"""What one page demands once it is sent."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.utils import ErrorDict

from motcua.base.clock import today
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import Form
from motcua.reference.forms import rules, sentences
from motcua.reference.forms.django_forms.answers import answer_of, given_of
from motcua.reference.forms.django_forms.blocks import Block, PageBound, TableBlock
from motcua.reference.forms.django_forms.controls import FilesField
from motcua.reference.forms.django_forms.rows import part_name
from motcua.reference.forms.rules import Field, Page
from motcua.reference.forms.words import Answer, Answers, FieldKind, Part, Why

PLACES = frozenset({Why.NO_COMMUNE, *(why for why in Why if why.name.startswith("COMMUNE"))})


class PageForm(Form):
    """The fields of one page; what a choice hides is neither demanded nor taken.

    `reshaped` says that a row was added or dropped: then nothing is checked yet.
    """

    page: Page
    answers: Answers
    asked: tuple[Field, ...]
    dynamic: Mapping[str, str]
    reshaped: bool
    bound_field_class = PageBound

    @cached_property
    def led(self) -> frozenset[str]:
        """The names of what stands under a choice of another field."""
        return frozenset(
            name for groups in self.follow.values() for names in groups.values() for name in names
        )

    @property
    def leading(self) -> list[BoundField]:
        """The visible fields and blocks that stand neither within a block nor under a choice."""
        within = {name for block in self._blocks() for name in block.names}
        return [self[name] for name in self.fields if name not in within and name not in self.led]

    @property
    def has_files(self) -> bool:
        """Whether the page takes files, and so must be sent in parts."""
        return any(isinstance(field, FilesField) for field in self.fields.values())

    def full_clean(self) -> None:
        """Check the answers, but for a page whose rows were just changed."""
        if self.reshaped:
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        super().full_clean()

    def is_valid(self) -> bool:
        """Tell whether the page may be kept; one whose rows were just changed may not."""
        return super().is_valid() and not self.reshaped

    def unasked(self) -> set[str]:
        """Return the names of all that hangs on choices that were not made, and of rows that nobody began."""
        unasked = super().unasked()
        # Blocks come before what they hold, so that a block within a block is reached as well.
        for name, block in self._named_blocks():
            if name in unasked:
                unasked.update(block.names)
        idle = (block.idle for block in self._blocks() if isinstance(block, TableBlock))
        return unasked.union(*idle) & set(self.fields)

    def clean(self) -> dict[str, Any]:
        """Drop what is hidden, then see whether addresses and tables are whole."""
        found: dict[str, Answer | None] = dict(self.answers)
        for field in self.asked:
            if not field.asks or field.name not in self.fields:
                continue
            if rules.shown(field, found):
                self._see_address(field)
                self._see_table(field)
                found[field.name] = answer_of(field, self.cleaned_data)
            else:
                found.pop(field.name, None)
                for name in self._all_of(field.name):
                    self.errors.pop(name, None)
                    self.cleaned_data.pop(name, None)
        return self.cleaned_data

    def _blocks(self) -> Iterator[Block]:
        return (field for field in self.fields.values() if isinstance(field, Block))

    def _named_blocks(self) -> Iterator[tuple[str, Block]]:
        return ((name, field) for name, field in self.fields.items() if isinstance(field, Block))

    def _all_of(self, name: str) -> tuple[str, ...]:
        field = self.fields[name]
        return (name, *field.names) if isinstance(field, Block) else (name,)

    def _see_address(self, field: Field) -> None:
        """Demand the parts that an address lacks once it was begun, and names that are in use."""
        if field.kind is not FieldKind.ADDRESS:
            return
        names = {part: part_name(field.name, part) for part in Part}
        if any(name in self.errors for name in names.values()):
            return
        begun = any(self.cleaned_data.get(names[part]) for part in (Part.COMMUNE, Part.DETAIL))
        for part in (Part.PROVINCE, Part.COMMUNE):
            if begun and not self.cleaned_data.get(names[part]):
                self.add_error(names[part], self._required(names[part]))
                return
        outcome = rules.check(field, given_of(field, self.cleaned_data), today=today())
        if isinstance(outcome, Refusal):
            part = Part.COMMUNE if outcome.why in PLACES else Part.PROVINCE
            self.add_error(names[part], forms.ValidationError(sentences.refusal(outcome), code=outcome.why))

    def _see_table(self, field: Field) -> None:
        """Demand as many rows as a table needs."""
        if field.kind is not FieldKind.TABLE or any(
            self.errors.get(name) for name in self._all_of(field.name)
        ):
            return
        rows = answer_of(field, self.cleaned_data)
        there = len(rows) if isinstance(rows, list) else 0
        if there < field.least_rows and (field.required or there):
            refusal = Refusal(Why.ROWS_FEW, {"least": f"{field.least_rows} {field.row_word.lower()}"})
            self.add_error(field.name, forms.ValidationError(sentences.refusal(refusal), code="required"))

    def _required(self, name: str) -> forms.ValidationError:
        return forms.ValidationError(self.fields[name].error_messages["required"], code="required")
