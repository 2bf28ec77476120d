"""The sets of forms as dated data: which set holds on a day, and what it calls each paper.

The number of a form differs between the circulars: M05 is the stop notice of one set and the control slip of
the other. A paper is therefore known by what it is (`SlipForm`, named after the set of 2025), and keeps the
version of its set and the number that this set gives it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.casework.dossiers.words import PaperSize, SlipForm


@dataclass(frozen=True)
class Form:
    """One form of one set: its number there, its name, its paper, and the letters behind its number."""

    kind: SlipForm
    code: str
    name: str
    size: PaperSize = PaperSize.A5
    symbol: str = ""  # none: the paper has no number of its own

    @property
    def label(self) -> str:
        """Give what stands at the foot of the paper: Mẫu số 01."""
        return f"Mẫu số {self.code.removeprefix('M')}"


@dataclass(frozen=True)
class FormSet:
    """One set of forms and the days on which papers are issued under it."""

    version: str
    act: str
    first_day: date
    last_day: date | None
    forms: Mapping[SlipForm, Form]

    def holds_on(self, day: date) -> bool:
        """Tell whether papers of a day are issued under this set."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def _set(version: str, act: str, first: date, last: date | None, *forms: Form) -> FormSet:
    return FormSet(version, act, first, last, {form.kind: form for form in forms})


_RECEIPT = Form(SlipForm.M01, "M01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", symbol="TNHS")
_SUPPLEMENT = Form(SlipForm.M02, "M02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", symbol="HDHS")
_REFUSAL = Form(SlipForm.M03, "M03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", symbol="TCHS")
_CONTROL = "Phiếu kiểm soát quá trình giải quyết hồ sơ"
_REGISTER = "Sổ theo dõi hồ sơ"

# The days on which the circulars were signed stand for those of their force, which could not be read.
SETS = (
    _set(
        "TT01/2018",
        "Thông tư 01/2018/TT-VPCP",
        date(2018, 11, 23),
        date(2025, 9, 14),
        _RECEIPT,
        _SUPPLEMENT,
        _REFUSAL,
        Form(SlipForm.M04, "M04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả", symbol="PXL"),
        Form(SlipForm.M06, "M05", _CONTROL),
        Form(SlipForm.M07, "M06", _REGISTER, PaperSize.A4),
    ),
    _set(
        "TT03/2025",
        "Thông tư 03/2025/TT-VPCP",
        date(2025, 9, 15),
        None,
        _RECEIPT,
        _SUPPLEMENT,
        _REFUSAL,
        Form(SlipForm.M04, "M04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", symbol="XLGH"),
        Form(SlipForm.M05, "M05", "Thông báo dừng giải quyết hồ sơ", symbol="TBD"),
        Form(SlipForm.M06, "M06", _CONTROL),
        Form(SlipForm.M07, "M07", _REGISTER, PaperSize.A4),
    ),
)


def set_on(day: date) -> FormSet | None:
    """Give the set under which papers of a day are issued; none before the first."""
    return next((one for one in SETS if one.holds_on(day)), None)


def form_on(kind: SlipForm, day: date) -> tuple[FormSet, Form] | None:
    """Give the form of a paper on a day with its set; None when the set of that day does not know it."""
    found = set_on(day)
    form = found.forms.get(kind) if found else None
    return (found, form) if found and form else None


def form_in(version: str, kind: SlipForm) -> Form:
    """Give the form of a paper under the set that it was issued under."""
    return next(one for one in SETS if one.version == version).forms[kind]
