"""A bound field as the templates show it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from motcua.base.ui.forms.dates import DateBoxes
from motcua.base.ui.forms.problems import wrong_parts

KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.MultipleHiddenInput, "hidden"),
    (DateBoxes, "dates"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "tick"),
    (forms.FileInput, "file"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.Widget, "input"),
)
WIDTHS = ((5, "5"), (12, "10"), (25, "20"))


@dataclass(frozen=True, slots=True)
class Row:
    """One radio button or tick box, with the fields that stand under it."""

    id: str
    name: str
    value: str
    label: str
    hint: str
    checked: bool
    follow: tuple[forms.BoundField, ...]


@dataclass(frozen=True)
class Shown:
    """What the field template asks of a bound field; `width` is 5, 10, 20 or empty for the whole line."""

    bound: forms.BoundField
    width: str = ""
    errors: list[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "errors", [str(error) for error in self.bound.errors])

    @cached_property
    def kind(self) -> str:
        return next(kind for widget, kind in KINDS if isinstance(self.bound.field.widget, widget))

    @property
    def grouped(self) -> bool:
        """Whether several controls share one label."""
        return self.kind in {"dates", "checkboxes", "radios"}

    @property
    def troubled(self) -> bool:
        """Whether this field, or one that follows from it, must be mended."""
        return bool(self.errors) or any(each.errors for row in self.rows for each in row.follow)

    @property
    def id(self) -> str:
        return str(self.bound.auto_id)

    @property
    def control_id(self) -> str:
        return str(self.bound.id_for_label)

    @property
    def label(self) -> str:
        return str(getattr(self.bound.label, "short", self.bound.label))

    @property
    def optional(self) -> bool:
        return not self.bound.field.required and self.kind != "tick"

    @property
    def hint(self) -> Any:
        return self.bound.help_text

    @property
    def hint_id(self) -> str:
        return f"{self.id}_hint" if self.hint else ""

    @property
    def error_id(self) -> str:
        return f"{self.id}_error" if self.errors else ""

    @property
    def described_by(self) -> str:
        return " ".join(filter(None, (self.hint_id, self.error_id)))

    @property
    def control(self) -> SafeString:
        """The control's own markup, tied to its hint and error."""
        attrs: dict[str, Any] = {}
        if self.kind == "dates":
            attrs["data-wrong"] = wrong_parts(self.bound)
        elif self.kind not in {"hidden", "file"}:
            attrs["class"] = self.classes()
        if self.described_by and not self.grouped:
            attrs["aria-describedby"] = self.described_by
        return self.bound.as_widget(attrs=attrs)

    def classes(self) -> str:
        """Class names of a typed or chosen control."""
        base = f"govuk-{self.kind}"
        names = [str(self.bound.field.widget.attrs.get("class", "")), base]
        if self.errors:
            names.append(f"{base}--error")
        width = self.width or self.width_of_length()
        if self.kind == "input" and width not in {"", "full"}:
            names.append(f"govuk-input--width-{width}")
        return " ".join(filter(None, names))

    def width_of_length(self) -> str:
        length = getattr(self.bound.field, "max_length", None)
        if isinstance(self.bound.field, forms.IntegerField):
            return "10"
        return next((width for most, width in WIDTHS if length and length <= most), "")

    @property
    def rows(self) -> list[Row]:
        """The choices, each with the fields that follow from it."""
        if self.kind not in {"checkboxes", "radios"}:
            return []
        follow = getattr(self.bound.form, "follow", {}).get(self.bound.name, {})
        rows = []
        for option in self.bound.subwidgets:
            data = option.data
            if "index" not in data:
                continue
            names = follow.get(str(data["value"]), ())
            rows.append(
                Row(
                    id=data["attrs"].get("id", ""),
                    name=data["name"],
                    value=str(data["value"]),
                    label=str(data["label"]),
                    hint=getattr(data["label"], "hint", ""),
                    checked=bool(data["selected"]),
                    follow=tuple(self.bound.form[name] for name in names),
                )
            )
        return rows
