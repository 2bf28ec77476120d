"""One page of an e-form as a Django form of the house."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from motcua.base.clock import today
from motcua.base.money import format_number
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import DateBoxes, DateField, Form
from motcua.base.ui.forms import Option as OptionLabel
from motcua.reference.forms import rules, sentences
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.rules.answers import NONE
from motcua.reference.forms.rules.schema import CHOOSING
from motcua.reference.forms.words import Answer, Answers, FieldKind, Part, Why

MANY_OPTIONS = 8  # more are easier to find in a list than among radio buttons
WIDTHS = {FieldKind.PERSONAL_ID: 20, FieldKind.PHONE: 20, FieldKind.NUMBER: 12, FieldKind.MONEY: 20}
INPUTS: Mapping[FieldKind, Mapping[str, str]] = {
    FieldKind.NUMBER: {"inputmode": "numeric"},
    FieldKind.MONEY: {"inputmode": "numeric"},
    FieldKind.PERSONAL_ID: {"inputmode": "numeric", "spellcheck": "false"},
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
        return format_number(value) if isinstance(value, int) else value


class YesNoField(forms.ChoiceField):
    """Yes or no, both to be chosen."""

    def clean(self, value: object) -> bool | None:
        """Return what was chosen, None when nothing was."""
        chosen = super().clean(self.prepare_value(value))
        return chosen == "true" if chosen else None

    def prepare_value(self, value: object) -> object:
        """Give the choice that stands for a stored answer."""
        return _choice_word(value) if isinstance(value, bool | str) else value


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


class PageForm(Form):
    """The fields of one page; what a choice hides is neither demanded nor taken."""

    page: Page
    answers: Answers

    def clean(self) -> dict[str, Any]:
        """Drop what is hidden, then see whether each address is whole."""
        found: dict[str, Answer | None] = dict(self.answers)
        for field in self.page.fields:
            if not _is_carried(field, self.fields):
                continue
            if rules.shown(field, found):
                self._see_address(field)
                found[field.name] = _answer_of(field, self.cleaned_data)
            else:
                found.pop(field.name, None)
                for name in _controls_of(field):
                    self.errors.pop(name, None)
                    self.cleaned_data.pop(name, None)
        return self.cleaned_data

    def _see_address(self, field: Field) -> None:
        """Demand the parts that an address lacks once it was begun."""
        if field.kind is not FieldKind.ADDRESS or any(name in self.errors for name in _controls_of(field)):
            return
        begun = any(self.cleaned_data.get(part_name(field, part)) for part in (Part.COMMUNE, Part.DETAIL))
        for part in (Part.PROVINCE, Part.COMMUNE):
            name = part_name(field, part)
            if begun and not self.cleaned_data.get(name):
                self.add_error(name, self.fields[name].error_messages["required"])


def form_for(
    schema: Schema,
    page_code: str,
    *,
    data: Mapping[str, Any] | None = None,
    files: MultiValueDict[str, Any] | None = None,
    initial: Mapping[str, Any] | None = None,
    answers: Answers = NONE,
) -> PageForm:
    """Return the form of one page, filled with the answers so far and, over them, with `initial`.

    `answers` also decide which fields the page has. Raises LookupError for an unknown page.
    """
    page = schema.page(page_code)
    known = rules.kept(schema, answers)
    carried = [field for field in page.fields if rules.may_be_shown(page, field, known)]
    controls = {name: control for field in carried for name, control in _made(field, page).items()}
    shape = {"page": page, "answers": known, "follow": _follow(carried)}
    made: type[PageForm] = type("PageForm", (PageForm,), shape)
    made.base_fields = controls  # not declared as attributes: a schema may name a field as it likes
    return made(data, files, initial=_controls_filled(carried, {**known, **(initial or {})}))


def clean_answers(schema: Schema, page_code: str, cleaned: Mapping[str, Any]) -> dict[str, Answer | None]:
    """Return the answers of a valid page as JSON keeps them; what it hid is not among them."""
    carried = (field for field in schema.page(page_code).fields if _is_carried(field, cleaned))
    return {field.name: _answer_of(field, cleaned) for field in carried}


def part_name(field: Field, part: Part) -> str:
    """Give the name of the control for one part of an address."""
    return f"{field.name}_{part}"


def _controls_of(field: Field) -> tuple[str, ...]:
    return (
        tuple(part_name(field, part) for part in Part) if field.kind is FieldKind.ADDRESS else (field.name,)
    )


def _is_carried(field: Field, names: Mapping[str, Any]) -> bool:
    return field.asks and any(name in names for name in _controls_of(field))


def _answer_of(field: Field, cleaned: Mapping[str, Any]) -> Answer | None:
    """Give one answer in its stored form, None when there is none or it was refused."""
    given: object = cleaned.get(field.name)
    if field.kind is FieldKind.ADDRESS:
        given = {part.value: cleaned.get(part_name(field, part)) for part in Part}
    if isinstance(given, date):
        given = given.isoformat()
    outcome = rules.check(field, given, today=today())
    return None if isinstance(outcome, Refusal) else outcome


def _follow(fields: list[Field]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Say which controls stand under which choice of the same page."""
    here = {field.name for field in fields}
    follow: dict[str, dict[str, tuple[str, ...]]] = {}
    for field in fields:
        if field.show_if and field.show_if.field in here:
            under = follow.setdefault(field.show_if.field, {})
            choice = _choice_word(field.show_if.value)
            under[choice] = (*under.get(choice, ()), *_controls_of(field))
    return follow


def _choice_word(value: str | bool) -> str:
    """Give the word that a page sends for a choice."""
    return str(value).lower() if isinstance(value, bool) else value


def _controls_filled(fields: list[Field], known: Mapping[str, Any]) -> dict[str, Any]:
    """Spread stored answers over the controls of a page."""
    filled: dict[str, Any] = {}
    for field in fields:
        given = known.get(field.name)
        if field.kind is FieldKind.ADDRESS:
            parts = given or {Part.PROVINCE.value: settings.PROVINCE}
            filled |= {part_name(field, part): parts.get(part, "") for part in Part}
        elif given is not None:
            filled[field.name] = given
    return filled


def _made(field: Field, page: Page) -> dict[str, forms.Field]:
    """Make the controls of one field."""
    if field.kind is FieldKind.ADDRESS:
        return {part_name(field, part): _address_part(field, part) for part in Part}
    if field.kind is FieldKind.NOTE:
        return {field.name: NoteField(label=field.label, help_text=field.hint, required=False)}
    told = _told(field.label, field.hint, field.required, chosen=field.kind in CHOOSING)
    leads = any(each.show_if and each.show_if.field == field.name for each in page.fields)
    return {field.name: MAKERS.get(field.kind, _typed)(field, told, leads)}


def _told(label: str, hint: str, required: bool, *, chosen: bool = False) -> dict[str, Any]:
    messages = {"required": sentences.unanswered(label, chosen=chosen)}
    return {"label": label, "help_text": hint, "required": required, "error_messages": messages}


def _typed(field: Field, told: dict[str, Any], _leads: bool) -> forms.Field:
    attrs = dict(INPUTS.get(field.kind, {}))
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
        return forms.ChoiceField(choices=[("", ""), *_labels(field)], **told)
    return forms.ChoiceField(choices=_labels(field), widget=forms.RadioSelect, **told)


def _choices(field: Field, told: dict[str, Any], _leads: bool) -> forms.Field:
    return forms.MultipleChoiceField(choices=_labels(field), widget=forms.CheckboxSelectMultiple, **told)


def _yes_no(_field: Field, told: dict[str, Any], _leads: bool) -> forms.Field:
    told["error_messages"]["invalid_choice"] = sentences.REFUSALS[Why.NOT_YES_NO].problem
    return YesNoField(choices=YES_NO, widget=forms.RadioSelect, **told)


def _labels(field: Field) -> list[tuple[str, str]]:
    return [(option.code, OptionLabel(option.label, hint=option.hint)) for option in field.options]


def _address_part(field: Field, part: Part) -> forms.Field:
    required = field.required and part is not Part.DETAIL
    hint = field.hint if part is Part.PROVINCE else ""
    text = Field(part_name(field, part), FieldKind.TEXT, f"{field.label}: {sentences.PARTS[part]}")
    attrs = {"autocomplete": TOKENS_OF_PARTS[part]} if field.autocomplete else {}
    return TypedField(text, widget=forms.TextInput(attrs), **_told(text.label, hint, required))


MAKERS: Mapping[FieldKind, Callable[[Field, dict[str, Any], bool], forms.Field]] = {
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.YES_NO: _yes_no,
}
