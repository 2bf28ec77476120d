"""The form of a leaf, made by what its rule needs; figures are typed as people in Việt Nam type them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from motcua.base.clock import today
from motcua.base.ui.forms import DateField, Option
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency
from motcua.reform.scoring.pages.frame import KeyedForm, Line, Words
from motcua.reform.scoring.queries.sheets import LeafReading
from motcua.reform.scoring.rules import wording
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.inputs import typed_number
from motcua.reform.scoring.rules.kinds import ExternalIndex, Ladder, SurveyMean

SCORE, OUT, LATER = "score", "out", "later"
SHORT = 25


class NumberField(forms.CharField):
    """A figure as people type it: `83,81`, `1.972`; cleaned it is a Decimal."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "decimal"})
        super().__init__(**{"max_length": SHORT, "widget": widget, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """Show a stored figure the way it is typed."""
        return wording.figure(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        """Return the figure, None where nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        read = typed_number(typed)
        if isinstance(read, str):
            raise ValidationError(read)
        return read


class DeclareForm(KeyedForm):
    """What an agency says of a leaf; `needed` are the fields of its rule."""

    needed: tuple[str, ...] = ()

    @property
    def declared(self) -> dict[str, Any]:
        """Give the figures as the command takes them."""
        if self.cleaned_data.get("way") != SCORE:
            return {}
        found: dict[str, Any] = {}
        for name in self.needed:
            value = self.cleaned_data.get(name)
            if name.startswith("answers_"):
                found.setdefault("answers", {})[name.removeprefix("answers_")] = value or 0
            elif value not in (None, ""):
                found[name] = int(value) if name == "step" else value
        return found


def declare_form(leaf: LeafReading, data: Any = None) -> DeclareForm:
    """Make the form of a leaf, filled with what was said before."""
    fields = figure_fields(leaf.node)
    score = leaf.score
    way = forms.ChoiceField(
        label="Tiêu chí này",
        widget=forms.RadioSelect,
        choices=[
            (SCORE, "Chấm được trong kỳ này"),
            (LATER, Option("Chưa chấm được trong kỳ này", hint="Nêu lý do ở ô giải trình.")),
            (OUT, "Không áp dụng cho đơn vị"),
        ],
    )
    members: dict[str, Any] = {
        "needed": tuple(fields),
        "follow": {"way": {SCORE: tuple(fields), OUT: ("reason",)}},
        "way": way,
        **fields,
        "reason": Words(label="Vì sao không áp dụng", help_text="Thẩm định xem xét lý do này."),
        "explanation": Words(
            label="Giải trình", required=False, help_text="Cần có khi không có tài liệu kiểm chứng."
        ),
    }
    made = type("LeafForm", (DeclareForm,), members)
    initial = {
        "way": _way(leaf),
        "reason": score.reason if score else "",
        "explanation": score.explanation if score else "",
        **given_initial(leaf.given),
    }
    form = made(data, initial=initial)
    assert isinstance(form, DeclareForm)
    return form


def survey_form(leaf: LeafReading, data: Any = None) -> DeclareForm:
    """Make the form of what people who were asked answered."""
    fields = figure_fields(leaf.node)
    way = forms.ChoiceField(choices=[(SCORE, "")], initial=SCORE, widget=forms.HiddenInput)
    made = type("SurveyForm", (DeclareForm,), {"needed": tuple(fields), "way": way, **fields})
    form = made(data, initial={"way": SCORE, **given_initial(leaf.given)})
    assert isinstance(form, DeclareForm)
    return form


def _way(leaf: LeafReading) -> str:
    score = leaf.score
    if score is None or score.declared_at is None:
        return SCORE
    if score.not_applicable:
        return OUT
    return LATER if leaf.given.is_empty and score.explanation else SCORE


def given_initial(given: Given) -> dict[str, Any]:
    """Give known figures as the fields of a form show them."""
    names = ("numerator", "denominator", "step", "violations", "index", "points")
    found = {name: value for name in names if (value := getattr(given, name)) is not None}
    answers: Mapping[str, int] = given.answers or {}
    return {**found, **{f"answers_{option}": count for option, count in answers.items()}}


def figure_fields(node: Node) -> dict[str, forms.Field]:
    """Give the fields that the rule of a leaf needs, each named as the rule names it."""
    rule = node.rule
    assert rule is not None, "a leaf has a rule"
    found: dict[str, forms.Field] = {}
    for need in rule.needs:
        named = str(rule.raw.get(need, "")).strip()
        match need:
            case "numerator":
                found[need] = NumberField(label=_named("Tử số", named))
            case "denominator":
                found[need] = NumberField(label=_named("Mẫu số", named))
            case "step":
                found[need] = _steps(rule)
            case "violations":
                found[need] = forms.IntegerField(label="Số vi phạm", min_value=0, widget=_digits())
            case "index":
                name = rule.index if isinstance(rule, ExternalIndex) else ""
                found[need] = NumberField(
                    label=f"Chỉ số {name}".strip(), help_text="Phần trăm, từ 0 đến 100."
                )
            case "answers":
                options = rule.options if isinstance(rule, SurveyMean) else {}
                for option in options:
                    label = f"Số trả lời phương án {option}"
                    found[f"answers_{option}"] = forms.IntegerField(
                        label=label, min_value=0, widget=_digits()
                    )
            case "points":
                most = wording.figure(node.max)
                found[need] = NumberField(label="Điểm tự chấm", help_text=f"Từ 0 đến {most}.")
    return found


def _named(word: str, named: str) -> str:
    return f"{word}: {named}" if named else word


def _digits() -> forms.TextInput:
    return forms.TextInput({"inputmode": "numeric"})


def _steps(rule: object) -> forms.ChoiceField:
    rungs = rule.rungs if isinstance(rule, Ladder) else ()
    choices = [
        (str(at), Option(f"{rung.when[:1].upper()}{rung.when[1:]}", hint=wording.points(rung.points)))
        for at, rung in enumerate(rungs)
    ]
    return forms.ChoiceField(label="Mức đạt được", widget=forms.RadioSelect, choices=choices)


class GiveForm(KeyedForm):
    """The unit of the agency that answers for a leaf."""

    unit_id = forms.ChoiceField(label="Đơn vị chịu trách nhiệm", widget=forms.RadioSelect)

    def __init__(self, agency: Agency, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), one.name) for one in org.units_of(agency, today())]

    def clean_unit_id(self) -> UUID:
        """Give the id."""
        return UUID(self.cleaned_data["unit_id"])


class EvidenceForm(KeyedForm):
    """A paper that proves a leaf, with where in it to look."""

    file = forms.FileField(
        label="Tài liệu",
        help_text="PDF, JPG hoặc PNG, tối đa 10 MB. Văn bản của cơ quan có thẩm quyền.",
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"}),
    )
    issuer = Line(label="Cơ quan ban hành", max_length=160)
    number = Line(label="Số, ký hiệu văn bản", max_length=80, help_text="Ví dụ 112/KH-UBND.")
    issued_on = DateField(label="Ngày ban hành", latest=today)
    section = Line(label="Mục", max_length=80, help_text="Phần chứng minh nằm ở mục nào, ví dụ II.3.")
    page = Line(label="Trang", max_length=25)
