"""The controls of each kind of field, all checked by the rules of the kind."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from motcua.base.clock import today
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import DateBoxes, DateField, ShortLabel
from motcua.base.ui.forms import Option as OptionLabel
from motcua.reference.forms import rules, sentences
from motcua.reference.forms.django_forms.blocks import AddressBlock, FilesBound, GroupBlock
from motcua.reference.forms.django_forms.rows import part_name
from motcua.reference.forms.rules import Field
from motcua.reference.forms.rules.kinds.figures import text_of
from motcua.reference.forms.rules.schema import CHOOSING
from motcua.reference.forms.words import Answer, Comparison, FieldKind, Part, Why
from motcua.reference.org.places import provinces

MANY_OPTIONS = 8  # more are easier to find in a list than among radio buttons
WIDTHS = {
    FieldKind.PERSONAL_ID: 20,
    FieldKind.TAX_CODE: 20,
    FieldKind.PHONE: 20,
    FieldKind.NUMBER: 12,
    FieldKind.MONEY: 20,
}
INPUTS: Mapping[FieldKind, Mapping[str, str]] = {
    FieldKind.NUMBER: {"inputmode": "numeric"},
    FieldKind.MONEY: {"inputmode": "numeric"},
    FieldKind.PERSONAL_ID: {"inputmode": "numeric", "spellcheck": "false"},
    FieldKind.TAX_CODE: {"inputmode": "numeric", "spellcheck": "false"},
    FieldKind.PHONE: {"type": "tel"},
    FieldKind.EMAIL: {"type": "email", "spellcheck": "false"},
    FieldKind.PERSON_NAME: {"spellcheck": "false"},
}
TOKENS_OF_PARTS = {
    Part.PROVINCE: "address-level1",
    Part.COMMUNE: "address-level2",
    Part.DETAIL: "street-address",
}
YES_NO = (("true", sentences.YES), ("false", sentences.NO))


class TypedField(forms.Field):
    """A typed answer, taken or refused by the rules of its kind."""

    def __init__(self, asked: Field, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.asked = asked
        self.max_length = WIDTHS.get(asked.kind) or asked.max_length  # the width of the box, not a check

    def to_python(self, value: object) -> Answer | None:
        """Return the stored form of what was typed."""
        outcome = rules.check(self.asked, value, today=today())
        if isinstance(outcome, Refusal):
            raise ValidationError(sentences.refusal(outcome), code=outcome.why)
        return outcome

    def prepare_value(self, value: object) -> object:
        """Write a stored figure the Vietnamese way; what was typed stays as typed."""
        return text_of(value) if isinstance(value, int | float) else value


class YesNoField(forms.ChoiceField):
    """Yes or no, both to be chosen."""

    def clean(self, value: object) -> bool | None:
        """Return what was chosen, None when nothing was."""
        chosen = super().clean(self.prepare_value(value))
        return chosen == "true" if chosen else None

    def prepare_value(self, value: object) -> object:
        """Give the choice that stands for a stored answer."""
        return choice_word(value) if isinstance(value, bool | str) else value


class ListSelect(forms.Select):
    """A list written at one stroke; Django would ask a template for each of its entries."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: object = None
    ) -> SafeString:
        """Return the list with the chosen entry marked."""
        chosen = {str(each) for each in self.format_value(value)}
        entries = ((code, " selected" if str(code) in chosen else "", label) for code, label in self.choices)
        options = format_html_join("", '<option value="{}"{}>{}</option>', entries)
        final = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(final), options)


class NoteField(forms.Field):
    """A paragraph among the fields; it takes nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(template_name="forms/note.html", widget=NoteWidget, **kwargs)


class NoteWidget(forms.Widget):
    """No control at all."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> None:
        """Return nothing, whatever was sent."""


class FilesInput(forms.FileInput):
    """A control for files of the kinds that are accepted."""

    allow_multiple_selected = True

    def __init__(self, *, several: bool) -> None:
        attrs = {"accept": ".pdf,.jpg,.jpeg,.png"}
        super().__init__({**attrs, "multiple": True} if several else attrs)


class FilesField(forms.Field):
    """Files sent inside the form.

    The bytes are judged and stored by whoever holds the page, before this form is made: what stands here are
    the stored files so far, `held`, and what was wrong with those that came just now, `refused`.
    """

    bound_field_class = FilesBound

    def __init__(self, asked: Field, **kwargs: Any) -> None:
        super().__init__(widget=FilesInput(several=asked.most_files > 1), **kwargs)
        self.asked = asked
        self.held: list[dict[str, str]] = []
        self.refused: list[str] = []

    def clean(self, _value: object) -> Answer | None:
        """Return the files so far."""
        if self.refused:
            raise ValidationError(self.refused, code="refused")
        outcome = rules.check(self.asked, self.held, today=today())
        if isinstance(outcome, Refusal):
            raise ValidationError(sentences.refusal(outcome), code=outcome.why)
        if outcome is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return outcome


def choice_word(value: object) -> str:
    """Give the word that a page sends for a choice."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def made(field: Field, *, leads: bool) -> dict[str, forms.Field]:
    """Make the controls of one field; `leads` says whether others of the page follow from its choices."""
    if field.kind is FieldKind.ADDRESS:
        parts = {part_name(field.name, part): _address_part(field, part) for part in Part}
        block = AddressBlock(tuple(parts), label=field.label, help_text=field.hint, required=field.required)
        return {field.name: block, **parts}
    if field.kind is FieldKind.NOTE:
        return {field.name: NoteField(label=field.label, help_text=field.hint, required=False)}
    told = _told(field, chosen=field.kind in CHOOSING)
    return {field.name: MAKERS.get(field.kind, _typed)(field, told, leads)}


def group_block(group: Field, names: tuple[str, ...]) -> GroupBlock:
    """Make the block that holds the members of a group."""
    return GroupBlock(names, label=group.label, help_text=group.hint, required=True)


def leads(field: Field, fields: tuple[Field, ...]) -> bool:
    """Tell whether other fields stand under a choice of this one."""
    return any(
        condition.field == field.name and condition.test is Comparison.IS
        for each in fields
        for condition in each.conditions
    )


def _told(field: Field, *, chosen: bool = False) -> dict[str, Any]:
    messages = {"required": sentences.unanswered(field.label, chosen=chosen)}
    return {
        "label": field.label,
        "help_text": field.hint,
        "required": field.required,
        "error_messages": messages,
    }


@cache
def province_choices() -> tuple[tuple[str, str], ...]:
    """Give the provinces to choose from."""
    return ("", ""), *((one.name, one.name[:1].upper() + one.name[1:]) for one in provinces())


def _typed(field: Field, told: dict[str, Any], _leads: bool) -> forms.Field:
    attrs = dict(INPUTS.get(field.kind, {}))
    if field.places:
        attrs["inputmode"] = "decimal"
    if field.autocomplete:
        attrs["autocomplete"] = field.autocomplete
    if field.kind is FieldKind.LONG_TEXT:
        return TypedField(field, widget=forms.Textarea({"rows": "5", **attrs}), **told)
    return TypedField(field, widget=forms.TextInput(attrs), **told)


def _date(field: Field, told: dict[str, Any], _leads: bool) -> forms.Field:
    limits: dict[str, Callable[[], date]] = {
        key: lambda bound=bound: rules.limit(bound, today())  # type: ignore[misc]  # a limit that is not None
        for key, bound in (("earliest", field.min), ("latest", field.max))
        if bound is not None
    }
    return DateField(widget=DateBoxes(birthday=field.autocomplete == "bday"), **limits, **told)


def _choice(field: Field, told: dict[str, Any], leads: bool) -> forms.Field:
    # A list cannot carry the fields that follow from one of its entries.
    if len(field.options) > MANY_OPTIONS and not leads:
        return forms.ChoiceField(choices=[("", ""), *_labels(field)], widget=ListSelect, **told)
    return forms.ChoiceField(choices=_labels(field), widget=forms.RadioSelect, **told)


def _choices(field: Field, told: dict[str, Any], _leads: bool) -> forms.Field:
    return forms.MultipleChoiceField(choices=_labels(field), widget=forms.CheckboxSelectMultiple, **told)


def _yes_no(_field: Field, told: dict[str, Any], _leads: bool) -> forms.Field:
    told["error_messages"]["invalid_choice"] = sentences.REFUSALS[Why.NOT_YES_NO].problem
    return YesNoField(choices=YES_NO, widget=forms.RadioSelect, **told)


def _files(field: Field, told: dict[str, Any], _leads: bool) -> forms.Field:
    label = field.label[:1].lower() + field.label[1:]
    told["error_messages"]["required"] = f"Chọn tệp {label}."
    return FilesField(field, **told)


def _labels(field: Field) -> list[tuple[str, str]]:
    return [(option.code, OptionLabel(option.label, hint=option.hint)) for option in field.options]


def _address_part(field: Field, part: Part) -> forms.Field:
    required = field.required and part is not Part.DETAIL
    word = sentences.PARTS[part]
    label = ShortLabel(f"{field.label}: {word}", short=word[:1].upper() + word[1:])
    attrs = {"autocomplete": TOKENS_OF_PARTS[part]} if field.autocomplete else {}
    told = _told(Field(field.name, FieldKind.TEXT, label, required=required), chosen=part is Part.PROVINCE)
    if part is Part.PROVINCE:
        return forms.ChoiceField(choices=province_choices(), widget=ListSelect(attrs), **told)
    if part is Part.COMMUNE:
        attrs |= {"data-places": reverse("portal:communes"), "autocomplete": attrs.get("autocomplete", "off")}
        attrs["data-province"] = f"id_{part_name(field.name, Part.PROVINCE)}"
        told["help_text"] = sentences.COMMUNE_HINT
    text = Field(part_name(field.name, part), FieldKind.TEXT, label)
    return TypedField(text, widget=forms.TextInput(attrs), **told)


MAKERS: Mapping[FieldKind, Callable[[Field, dict[str, Any], bool], forms.Field]] = {
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.YES_NO: _yes_no,
    FieldKind.FILE: _files,
}
