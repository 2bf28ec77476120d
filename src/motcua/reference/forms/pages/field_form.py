"""The forms by which a controller says what a page or a field is."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from motcua.base.clock import today
from motcua.base.text import clean
from motcua.reference.forms import rules
from motcua.reference.forms.models import FormDraft
from motcua.reference.forms.pages.common import RevisionForm
from motcua.reference.forms.rules import Condition, Field, Page, Schema
from motcua.reference.forms.rules.editing import Place
from motcua.reference.forms.rules.kinds.figures import text_of
from motcua.reference.forms.rules.schema import CHOOSING, FIGURES
from motcua.reference.forms.rules.soundness import FILLED_BY, KNOWN_BY, NO_COLUMN, TOKENS
from motcua.reference.forms.sentences import FACTS, KINDS, NO, TOKEN_WORDS, YES, condition_words
from motcua.reference.forms.words import TODAY, Comparison, FieldKind

LABEL, HINT, LIST = 300, 500, 20_000
ALWAYS = "Luôn hiện"
NO_FILLING = "Không điền sẵn"


class PageEdit(RevisionForm):
    """The words of a page."""

    title = forms.CharField(label="Tên trang", max_length=200)
    caption = forms.CharField(
        label="Tên khi xem lại", max_length=200, required=False, help_text="Bỏ trống thì dùng tên trang."
    )

    def __init__(self, *args: Any, schema: Schema, at: Place, **kwargs: Any) -> None:
        found = rules.thing_at(schema, at)
        assert isinstance(found, Page), "a place of one step is a page"
        self.found = found
        kwargs["initial"] = {"title": found.title, "caption": found.caption}
        super().__init__(*args, **kwargs)

    def changed(self) -> Page:
        """Give the page as it is now said to be."""
        said = self.cleaned_data
        return replace(self.found, title=clean(said["title"]), caption=clean(said["caption"]))


class FieldEdit(RevisionForm):
    """Everything that a controller says about a field; what its kind does not know is not asked."""

    label = forms.CharField(label="Tên ô hoặc câu hỏi", max_length=LABEL)
    kind = forms.ChoiceField(label="Loại ô", widget=forms.Select)
    hint = forms.CharField(
        label="Lời nhắc dưới tên ô", max_length=HINT, required=False, widget=forms.Textarea({"rows": "2"})
    )
    required = forms.BooleanField(label="Bắt buộc trả lời", required=False)
    options = forms.CharField(
        label="Các mục để chọn",
        required=False,
        max_length=LIST,
        help_text="Mỗi dòng một mục, lời nhắc sau dấu |. Phần trước dấu = là mã, giữ nguyên khi sửa tên.",
        widget=forms.Textarea({"rows": "6", "spellcheck": "false"}),
    )
    row = forms.CharField(
        label="Tên gọi một dòng", required=False, max_length=60, help_text="Ví dụ: Thành viên, Xe, Thửa đất."
    )
    least = forms.CharField(required=False, max_length=40)
    most = forms.CharField(required=False, max_length=40)
    places = forms.IntegerField(
        label="Số chữ số sau dấu phẩy", required=False, min_value=0, max_value=6, help_text="Từ 0 đến 6."
    )
    max_length = forms.IntegerField(label="Số ký tự tối đa", required=False, min_value=1, max_value=20_000)
    prefill = forms.ChoiceField(label="Điền sẵn", required=False, widget=forms.Select)
    autocomplete = forms.ChoiceField(label="Trình duyệt tự điền", required=False, widget=forms.Select)
    condition = forms.ChoiceField(label="Khi nào hiện ô này?", required=False, widget=forms.Select)
    condition_value = forms.CharField(
        label="Con số để so", required=False, max_length=20, help_text="Chỉ cần khi so với một con số."
    )

    def __init__(self, *args: Any, schema: Schema, at: Place, **kwargs: Any) -> None:
        self.found = rules.field_at(schema, at)
        kwargs["initial"] = _initial(self.found)
        super().__init__(*args, **kwargs)
        kinds = _kinds_for(schema, at)
        self._offer("kind", [(kind.value, KINDS[kind]) for kind in kinds])
        self.conditions = dict(_conditions(rules.earlier_than(schema, at)))
        self._offer(
            "condition", [("", ALWAYS), *((key, words) for key, (words, _) in self.conditions.items())]
        )
        facts = [(fact, words) for fact, words in FACTS.items() if self.found.kind in FILLED_BY[fact]]
        self._offer("prefill", [("", NO_FILLING), *((fact.value, words) for fact, words in facts)])
        tokens = [
            (token, TOKEN_WORDS[token]) for token, kinds_of in TOKENS.items() if self.found.kind in kinds_of
        ]
        self._offer("autocomplete", [("", "Không"), *tokens])
        self._trim(bool(facts), bool(tokens))

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField), "only what is chosen is offered"
        field.choices = choices

    def _trim(self, filled: bool, tokens: bool) -> None:
        """Leave out what the kind of the field does not know, and name its limits."""
        kind = self.found.kind
        known = {"least": "min", "most": "max"}
        for name in ("options", "row", "least", "most", "places", "max_length"):
            if kind not in KNOWN_BY[known.get(name, name)]:
                del self.fields[name]
        gone = {
            "prefill": not filled,
            "autocomplete": not tokens,
            "required": kind in (FieldKind.NOTE, FieldKind.GROUP),
            "condition": not self.conditions,
            "condition_value": not any(key.split("|")[1].startswith("at_") for key in self.conditions),
        }
        for name in (name for name, is_gone in gone.items() if is_gone):
            del self.fields[name]
        for name, label in zip(("least", "most"), LIMIT_LABELS.get(kind, USUAL_LIMITS), strict=True):
            if name in self.fields:
                self.fields[name].label = label
                self.fields[name].help_text = DAY_HINT if kind is FieldKind.DATE else ""

    def clean_least(self) -> int | float | str | None:
        """Read the lower limit."""
        return self._limit("least")

    def clean_most(self) -> int | float | str | None:
        """Read the upper limit."""
        return self._limit("most")

    def clean_options(self) -> tuple[rules.Option, ...]:
        """Read the options."""
        return rules.options_from(self.cleaned_data["options"])

    def changed(self) -> Field:
        """Give the field as it is now said to be; what a new kind does not know goes."""
        said = self.cleaned_data
        kind = FieldKind(said["kind"])
        fresh = replace(
            self.found,
            kind=kind,
            label=clean(said["label"]),
            hint=clean(said["hint"]),
            required=said.get("required", self.found.required),
            show_if=self._condition(),
            prefill=said.get("prefill", ""),
            autocomplete=said.get("autocomplete", ""),
            min=said.get("least"),
            max=said.get("most"),
            **{key: said.get(key) or empty for key, empty in PLAIN.items()},
        )
        return fresh if kind is self.found.kind else _fitted(fresh)

    def _condition(self) -> Condition | None:
        chosen = self.cleaned_data.get("condition", "")
        if not chosen:
            return None
        condition = self.conditions[chosen][1]
        if condition.test in (Comparison.AT_LEAST, Comparison.AT_MOST):
            number = _number(self.cleaned_data.get("condition_value", ""))
            return condition._replace(value=0 if number is None else number)
        return condition

    def _limit(self, name: str) -> int | float | str | None:
        typed = clean(self.cleaned_data[name])
        if not typed:
            return None
        if self.found.kind is FieldKind.DATE:
            return _day(typed)
        number = _number(typed)
        if number is None:
            raise ValidationError("Nhập con số, ví dụ 10 hoặc 2,5.", code="invalid")
        return number


PLAIN: dict[str, Any] = {"options": (), "row": "", "places": 0, "max_length": None}
USUAL_LIMITS = ("Nhỏ nhất", "Lớn nhất")
LIMIT_LABELS = {
    FieldKind.DATE: ("Sớm nhất", "Muộn nhất"),
    FieldKind.TABLE: ("Ít nhất bao nhiêu dòng", "Nhiều nhất bao nhiêu dòng"),
    FieldKind.FILE: ("", "Nhiều nhất bao nhiêu tệp"),
}
DAY_HINT = "Ghi “hôm nay”, hoặc một ngày như 01/07/2025."
TODAY_WORDS = "hôm nay"


def edit_form(draft: FormDraft, schema: Schema, at: Place, data: Any) -> PageEdit | FieldEdit:
    """Give the form for the page or the field at a place."""
    kind = PageEdit if len(at) == 1 else FieldEdit
    return kind(data, draft=draft, schema=schema, at=at)


def _initial(field: Field) -> dict[str, Any]:
    condition = field.show_if
    compares = condition and condition.test in (Comparison.AT_LEAST, Comparison.AT_MOST)
    return {
        "label": field.label,
        "kind": field.kind.value,
        "hint": field.hint,
        "required": field.required,
        "options": rules.options_text(field.options),
        "row": field.row,
        "least": _limit_text(field.min),
        "most": _limit_text(field.max),
        "places": field.places or None,
        "max_length": field.max_length,
        "prefill": field.prefill,
        "autocomplete": field.autocomplete,
        "condition": _key(condition) if condition else "",
        "condition_value": _limit_text(condition.value) if condition and compares else "",
    }


def _conditions(earlier: tuple[Field, ...]) -> Iterator[tuple[str, tuple[str, Condition]]]:
    """Give every condition that the earlier answers allow, by the word that a page sends."""
    for field in earlier:
        for condition, value in _tests_of(field):
            yield _key(condition), (f"Khi {condition_words(condition, field.full_label, value)}", condition)


def _tests_of(field: Field) -> Iterator[tuple[Condition, str]]:
    options = [(option.code, option.label) for option in field.options]
    if field.kind is FieldKind.YES_NO:
        yield from ((Condition(field.name, value), words) for value, words in ((True, YES), (False, NO)))
    elif field.kind in CHOOSING:
        yield from ((Condition(field.name, code), label) for code, label in options)
        yield from ((Condition(field.name, code, Comparison.IS_NOT), label) for code, label in options)
    elif field.kind in FIGURES:
        for test in (Comparison.AT_LEAST, Comparison.AT_MOST):
            yield Condition(field.name, 0, test), "một con số"
    if field.asks:
        yield Condition(field.name, test=Comparison.FILLED), ""


def _key(condition: Condition) -> str:
    compares = condition.test in (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.FILLED)
    return f"{condition.field}|{condition.test}|{'' if compares else condition.value}"


def _kinds_for(schema: Schema, at: Place) -> list[FieldKind]:
    holder = rules.thing_at(schema, at[:-1])
    kept_out: frozenset[FieldKind] = frozenset()
    if isinstance(holder, Field):
        kept_out = NO_COLUMN if holder.kind is FieldKind.TABLE else frozenset({FieldKind.GROUP})
    return [kind for kind in FieldKind if kind not in kept_out]


def _fitted(field: Field) -> Field:
    """Give a field whose kind was changed without what the new kind does not know."""
    usual = {
        "options": (),
        "min": None,
        "max": None,
        "max_length": None,
        "places": 0,
        "row": "",
        "fields": (),
    }
    gone: dict[str, Any] = {key: usual[key] for key, kinds in KNOWN_BY.items() if field.kind not in kinds}
    gone |= {} if field.kind in FILLED_BY.get(field.prefill, ()) else {"prefill": ""}
    gone |= {} if field.kind in TOKENS.get(field.autocomplete, ()) else {"autocomplete": ""}
    return replace(field, **gone)


def _limit_text(value: object) -> str:
    if value == TODAY:
        return TODAY_WORDS
    if isinstance(value, str) and value.count("-") == len("--"):
        year, month, day = value.split("-")
        return f"{day}/{month}/{year}"
    return text_of(value) if isinstance(value, int | float) else str(value or "")


def _day(typed: str) -> str:
    if typed.lower() == TODAY_WORDS:
        return TODAY
    day, _, rest = typed.partition("/")
    month, _, year = rest.partition("/")
    iso = f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}"
    try:
        rules.limit(iso, today())
    except ValueError as error:
        raise ValidationError(f"Ngày chưa đọc được. {DAY_HINT}", code="invalid") from error
    return iso


def _number(typed: str) -> int | float | None:
    outcome = rules.check(LIMIT_FIELD, typed, today=today())
    return outcome if isinstance(outcome, int | float) else None


LIMIT_FIELD = Field("limit", FieldKind.NUMBER, "Giới hạn", places=6, min=-(10**12), max=10**12)
