"""What holds several controls on a page: an address, a group, a table, the files of one question."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from motcua.reference.forms.django_forms.rows import ADD, DROP, DROP_FILE, count_name
from motcua.reference.forms.rules import Field

if TYPE_CHECKING:
    from motcua.reference.forms.django_forms.page import PageForm


class NoControl(forms.Widget):
    """A block has no control of its own; its anchor takes the focus from the error summary."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> None:
        """Return nothing, whatever was sent."""


class PageBound(BoundField):
    """A control that stands in a wrapper with its condition, where script has to show and hide it."""

    form: "PageForm"

    def as_field_group(self) -> SafeString:
        """Return the markup of the field, wrapped where its showing hangs on a typed answer."""
        return self.wrapped(super().as_field_group())

    def wrapped(self, markup: SafeString) -> SafeString:
        """Return the markup within the condition of the field."""
        when = self.form.dynamic.get(self.name)
        return format_html('<div data-show-if="{}">{}</div>', when, markup) if when else markup


class BlockBound(PageBound):
    """A block with what it holds."""

    field: "Block"

    def as_field_group(self) -> SafeString:
        """Return the markup of the block and all within it."""
        html = self.form.renderer.render(
            self.field.block_template, {"block": self, "errors": self.errors, **self.told}
        )
        return self.wrapped(SafeString(html))

    @property
    def told(self) -> dict[str, Any]:
        """What the template of the block asks beside the block."""
        return {}

    @property
    def members(self) -> list[BoundField]:
        """The controls within, but for those that stand under a choice."""
        led = self.form.led
        return [self.form[name] for name in self.field.names if name in self.form.fields and name not in led]

    @property
    def troubled(self) -> bool:
        """Whether something within must be mended."""
        return bool(self.errors) or any(self.form.errors.get(name) for name in self.field.names)

    @property
    def short_label(self) -> str:
        """The label as it stands on the page."""
        return str(getattr(self.label, "short", self.label))


class Block(forms.Field):
    """A place among the fields that holds the controls of `names`."""

    block_template = ""
    bound_field_class = BlockBound

    def __init__(self, names: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(widget=NoControl, **kwargs)
        self.names = names

    def clean(self, _value: object) -> None:
        """Take nothing: what is within is cleaned by itself."""


class AddressBlock(Block):
    """The three parts of an address under one label."""

    block_template = "forms/address.html"


class GroupBlock(Block):
    """Fields under one heading."""

    block_template = "forms/group.html"


class TableBound(BlockBound):
    """A table with its rows."""

    field: "TableBlock"

    @property
    def told(self) -> dict[str, Any]:
        """The rows, and the ways to add and to drop one."""
        table, led = self.field.table, self.form.led
        rows = [
            {
                "title": f"{table.row_word} {nth + 1}",
                "drop": f"{table.name}-{nth}",
                "members": [
                    self.form[name] for name in names if name in self.form.fields and name not in led
                ],
            }
            for nth, names in enumerate(self.field.rows)
        ]
        return {
            "rows": rows,
            "word": table.row_word[:1].lower() + table.row_word[1:],
            "count_name": count_name(table),
            "may_add": len(rows) < table.most_rows,
            "may_drop": len(rows) > table.least_rows,
            "add": ADD,
            "drop": DROP,
        }


class TableBlock(Block):
    """The rows of a table, each a set of controls; nothing of an `idle` row is demanded."""

    block_template = "forms/table.html"
    bound_field_class = TableBound

    def __init__(self, table: Field, rows: tuple[tuple[str, ...], ...], **kwargs: Any) -> None:
        super().__init__(tuple(name for row in rows for name in row), **kwargs)
        self.table = table
        self.rows = rows
        self.idle: frozenset[str] = frozenset()


class FilesBound(PageBound):
    """A control for files, and below it those that are there already."""

    def as_field_group(self) -> SafeString:
        """Return the control with the files so far."""
        held = getattr(self.field, "held", [])
        context = {
            "field": super(PageBound, self).as_field_group(),
            "held": held,
            "drop": DROP_FILE,
            "bound": self,
        }
        return self.wrapped(SafeString(self.form.renderer.render("forms/files.html", context)))
