"""The parts of a version that are lists, as rows of forms that work without script."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from motcua.base.text import fold
from motcua.base.ui.forms import DateField, Form
from motcua.reference.catalogue import sentences
from motcua.reference.catalogue.pages.frame import Line, Words
from motcua.reference.catalogue.sentences.routes import ROLES, UNIT_KINDS
from motcua.reference.catalogue.words import (
    Act,
    Case,
    Channel,
    Charge,
    Draft,
    DurationUnit,
    FeeKind,
    Outcome,
    Paper,
    Part,
    Step,
    Terms,
)

MOST_ROWS = 200
ARRANGING = frozenset(("add", "drop", "raise"))
LONGEST_CODE = 40
UNIT_CHOICES = [("", "Chưa ghi"), *((unit.value, words) for unit, words in sentences.UNITS.items())]
CHANNEL_CHOICES = [(one.value, words) for one, words in sentences.CHANNELS.items()]
FEE_KINDS = {FeeKind.SERVICE_FEE: "Phí", FeeKind.CHARGE: "Lệ phí", FeeKind.UNSAID: "Nguồn chưa ghi loại"}
FREE = {"no": "Có thu", "yes": "Miễn phí", "depends": "Tùy trường hợp"}


class HoursField(forms.DecimalField):
    """Hours with a comma before the part of an hour, as they are written in Vietnamese; a point does too."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        """Read what was typed."""
        return super().to_python(str(value).replace(",", ".") if value is not None else value)

    def prepare_value(self, value: Any) -> Any:
        """Write a number without noughts at its end; what was typed stays as it was typed."""
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


class RowForm(Form):
    """One row; `of` is what it makes."""

    of: ClassVar[type]
    quiet = False
    case = forms.ChoiceField(label="Trường hợp", required=False)

    def __init__(self, *args: Any, cases: Iterable[Case] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = list(cases)
        field = self.fields.get("case")
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Mọi trường hợp"), *((case.code, case.name) for case in held)]
            if not held:
                field.widget = forms.HiddenInput()

    def full_clean(self) -> None:
        """Check the row, unless rows are only being arranged."""
        if self.quiet:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def made(self, number: int) -> Any:
        """Give what the row says; a code that was left out is made from the name."""
        said = {name: held for name, held in self.cleaned_data.items() if name in self.of.__annotations__}
        if "code" in said and not said["code"]:
            said["code"] = _code(str(said.get("name", "")), number)
        return self.of(**said)


def _code(name: str, number: int) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:LONGEST_CODE].strip("-")
    return slug or f"so-{number}"


class CaseRow(RowForm):
    """A case."""

    of = Case
    case = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    code = Line(label="Mã", required=False, max_length=LONGEST_CODE)
    name = Line(label="Tên trường hợp")


class TermsRow(RowForm):
    """A way of filing with its time limit, and the statutory one that was cut."""

    of = Terms
    channel = forms.ChoiceField(label="Cách nộp", choices=CHANNEL_CHOICES)
    value = forms.IntegerField(label="Thời hạn", required=False, min_value=1, max_value=9999)
    unit = forms.ChoiceField(label="Đơn vị", choices=UNIT_CHOICES, required=False)
    no_fixed_date = forms.BooleanField(label="Không có hạn cố định", required=False)
    statutory_value = forms.IntegerField(
        label="Thời hạn luật định", required=False, min_value=1, max_value=9999
    )
    statutory_unit = forms.ChoiceField(label="Đơn vị luật định", choices=UNIT_CHOICES, required=False)
    cut_decision_no = Line(label="Quyết định cắt giảm, số", required=False, max_length=80)
    cut_decided_on = DateField(label="Ngày quyết định cắt giảm", required=False)
    cut_legal_basis = Line(label="Căn cứ cắt giảm", required=False)
    note = Words(label="Ghi chú", required=False, rows=2)

    def clean_channel(self) -> Channel:
        """Give the word."""
        return Channel(self.cleaned_data["channel"])

    def clean_unit(self) -> DurationUnit | None:
        """Give the word, None where there is no limit."""
        return _unit(self.cleaned_data["unit"])

    def clean_statutory_unit(self) -> DurationUnit | None:
        """Give the word, None where there is no limit."""
        return _unit(self.cleaned_data["statutory_unit"])

    def clean(self) -> dict[str, Any]:
        """Refuse a number without its unit, and the other way round."""
        held: dict[str, Any] = super().clean() or {}
        pairs = (("value", "unit", ""), ("statutory_value", "statutory_unit", " luật định"))
        for value, unit, label in pairs:
            if value in held and unit in held and (held[value] is None) != (held[unit] is None):
                missing = unit if held[unit] is None else value
                word = "đơn vị" if missing == unit else "số"
                self.add_error(missing, f"Nhập {word} của thời hạn{label}, hoặc bỏ trống cả hai.")
        return held


def _unit(word: str) -> DurationUnit | None:
    return DurationUnit(word) if word else None


class FeeRow(RowForm):
    """A line of phí or lệ phí."""

    of = Charge
    kind = forms.ChoiceField(label="Loại", choices=[(one.value, words) for one, words in FEE_KINDS.items()])
    name = Line(label="Tên khoản")
    free = forms.ChoiceField(label="Thu hay không", choices=list(FREE.items()))
    amount = forms.IntegerField(label="Mức (đồng)", required=False, min_value=0, max_value=10**12)
    per = Line(label="Tính trên", required=False, max_length=80)
    channel = forms.ChoiceField(
        label="Cách nộp", choices=[("", "Mọi cách nộp"), *CHANNEL_CHOICES], required=False
    )
    due_at_filing = forms.BooleanField(label="Trả khi nộp hồ sơ", required=False)
    exemption = Line(label="Miễn, giảm", required=False)
    legal_basis = Line(label="Căn cứ", required=False)
    note = Words(label="Ghi chú", required=False, rows=2)

    def clean_kind(self) -> FeeKind:
        """Give the word."""
        return FeeKind(self.cleaned_data["kind"])

    def clean_channel(self) -> Channel | None:
        """Give the word, None for every way of filing."""
        return Channel(self.cleaned_data["channel"]) if self.cleaned_data["channel"] else None

    def clean_free(self) -> bool | None:
        """Give whether nothing is paid; None where it depends."""
        return {"yes": True, "no": False, "depends": None}[self.cleaned_data["free"]]

    def clean(self) -> dict[str, Any]:
        """Refuse an amount that is said to be free."""
        held: dict[str, Any] = super().clean() or {}
        if held.get("free") is True and held.get("amount"):
            self.add_error("amount", "Khoản miễn phí thì không ghi mức. Bỏ trống ô này.")
        return held


class PaperRow(RowForm):
    """A component of the dossier."""

    of = Paper
    name = Words(label="Tên giấy tờ", rows=2)
    code = Line(label="Mã", required=False, max_length=LONGEST_CODE)
    originals = forms.IntegerField(label="Bản chính", min_value=0, max_value=99, initial=0)
    copies = forms.IntegerField(label="Bản sao", min_value=0, max_value=99, initial=0)
    required = forms.BooleanField(label="Bắt buộc nộp", required=False)
    condition = Words(label="Chỉ cần khi", required=False, rows=2)
    data_source = Line(label="Cơ sở dữ liệu đã có", required=False)
    form_code = Line(label="Mã mẫu đơn", required=False, max_length=80)
    template_note = Line(label="Ghi chú về mẫu", required=False)
    hint = Words(label="Hướng dẫn", required=False, rows=2)
    quantity_guessed = forms.BooleanField(label="Số lượng do nguồn suy ra", required=False)


class ResultRow(RowForm):
    """What the procedure gives."""

    of = Outcome
    case = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    name = Line(label="Tên kết quả")
    code = Line(label="Mã kết quả", required=False, max_length=LONGEST_CODE)
    validity_months = forms.IntegerField(
        label="Giá trị trong (tháng)", required=False, min_value=1, max_value=1200
    )
    electronic = forms.BooleanField(label="Có bản điện tử", required=False)


class ActRow(RowForm):
    """A legal act."""

    of = Act
    case = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    number = Line(label="Số hiệu", max_length=120)
    name = Line(label="Tên văn bản, điều khoản", required=False)


class StepRow(RowForm):
    """A step of the internal process."""

    of = Step
    case = None  # type: ignore[assignment]  # Django's way to leave an inherited field out
    name = Line(label="Tên bước")
    role = forms.ChoiceField(label="Người làm", choices=list(ROLES.items()))
    unit_kind = forms.ChoiceField(label="Bộ phận", choices=list(UNIT_KINDS.items()))
    hours = HoursField(
        label="Giờ làm việc", min_value=Decimal("0.25"), max_value=Decimal(9999), decimal_places=2
    )
    public_name = Words(label="Lời tả cho người dân", rows=2)


FORMS: Mapping[Part, tuple[str, type[RowForm]]] = {
    Part.CASES: ("cases", CaseRow),
    Part.CHANNELS: ("channels", TermsRow),
    Part.FEES: ("fees", FeeRow),
    Part.PAPERS: ("papers", PaperRow),
    Part.RESULTS: ("results", ResultRow),
    Part.LEGAL_BASIS: ("legal_basis", ActRow),
    Part.ROUTE: ("route", StepRow),
}


class Rows:
    """The rows of one part, as stored or as sent; buttons add, drop and move rows without script."""

    def __init__(self, part: Part, words: Draft, sent: QueryDict | None = None) -> None:
        self.fact, self.kind = FORMS[part]
        self.cases = words.cases
        self.arranging = False
        items = getattr(words, self.fact)
        if sent is None:
            self.forms = [self._form(place, initial=_initial(item)) for place, item in enumerate(items)]
        else:
            self.forms = [self._form(place, data=sent) for place in self._places(sent)]
            self.arranging = not ARRANGING.isdisjoint(sent)
            for form in self.forms:
                form.quiet = self.arranging
            if "add" in sent:
                self.add()

    def _form(self, place: int, **given: Any) -> RowForm:
        return self.kind(prefix=f"r{place}", cases=self.cases, **given)

    def _places(self, sent: QueryDict) -> list[int]:
        """Give the rows in the order asked for, without the one to drop, with one more when asked."""
        text = sent.get("places", "")
        places = [int(one) for one in text.split(",") if one.isascii() and one.isdigit()][:MOST_ROWS]
        places = list(dict.fromkeys(places))
        dropped, raised = sent.get("drop", ""), sent.get("raise", "")
        places = [one for one in places if str(one) != dropped]
        at = next((at for at, one in enumerate(places) if str(one) == raised), 0)
        if at:
            places[at - 1], places[at] = places[at], places[at - 1]
        return places

    def add(self) -> None:
        """Put an empty row at the end."""
        free = max((int((form.prefix or "r-1")[1:]) for form in self.forms), default=-1) + 1
        self.forms.append(self._form(free))

    @property
    def places(self) -> str:
        """Give the rows that the page holds, in order."""
        return ",".join((form.prefix or "r0")[1:] for form in self.forms)

    def is_valid(self) -> bool:
        """Check every row, so that every fault is told at once."""
        checked = [form.is_valid() for form in self.forms]
        return all(checked)

    def made(self) -> dict[str, Any]:
        """Give the fact that the rows say."""
        return {self.fact: tuple(form.made(number) for number, form in enumerate(self.forms, start=1))}


def _initial(item: Any) -> dict[str, Any]:
    held = dict(vars(item))
    if isinstance(item, Charge):
        held["free"] = {True: "yes", False: "no", None: "depends"}[item.free]
    return held
