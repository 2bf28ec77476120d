"""What each official paper says, field by field, and how it becomes a PDF.

Field lists follow the set of forms of Thông tư 03/2025/TT-VPCP; their layout waits for its annex.
Money, durations and names come as text that is ready to print.
"""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.base import print as printing
from motcua.casework.dossiers.papers.wording import day_words, due_words, moment_words, stamp

_FOLDER = "casework/dossiers/papers"


@dataclass(frozen=True, kw_only=True)
class Head:
    """Who issues the paper, under which number, where and when."""

    parent: str  # agency above the issuing one, empty when there is none
    agency: str  # one-stop unit or agency; a line break may be set by sense
    number: str  # number and symbol: 1287/TNHS
    place: str  # commune or province
    day: date


@dataclass(frozen=True, kw_only=True)
class Lookup:
    """Where a citizen follows the dossier: printed address, QR target, telephone."""

    address: str  # as people type it: motcua.tuyenquang.gov.vn
    url: str  # public look-up of this dossier; never a personal value
    hotline: str = ""


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """The person or organisation that owns the dossier."""

    name: str
    address: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Component:
    """One paper handed in: its name, form (original, certified copy, copy, electronic) and count."""

    name: str
    form: str
    quantity: int = 1


@dataclass(frozen=True, kw_only=True)
class FeeLine:
    """One charge; `label` keeps phí and lệ phí apart, `words` tell amount and whether it is paid."""

    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One signing block; `signed_at` is set when the signature is digital."""

    role: str
    name: str
    note: str = ""
    signed_at: datetime | None = None

    def printed(self) -> dict[str, str]:
        """Return the block as the template reads it."""
        return {"role": self.role, "name": self.name, "note": self.note, "signed_at": stamp(self.signed_at)}


@dataclass(frozen=True, kw_only=True)
class _Paper:
    """What all papers of a dossier share; `demo` prints that the paper has no legal force."""

    template: ClassVar[str]
    form_set: ClassVar[str] = "TT 03/2025/TT-VPCP"

    head: Head
    code: str  # dossier code, also as Code 128
    lookup: Lookup
    demo: bool = False

    def render(self, at: datetime) -> bytes:
        """Return the paper as PDF/A-2b; the same paper and moment give the same bytes."""
        return printing.render(f"{_FOLDER}/{self.template}", {**self._common(), **self.body()}, at=at)

    def body(self) -> dict[str, Any]:
        """Return the fields of this paper alone, as JSON values."""
        raise NotImplementedError

    def _common(self) -> dict[str, Any]:
        head = {**asdict(self.head), "day": day_words(self.head.day)}
        lookup = {"address": self.lookup.address, "hotline": self.lookup.hotline, "qr": True}
        return {"head": head, "code": self.code, "lookup": lookup, "demo": self.demo}


@dataclass(frozen=True, kw_only=True)
class _Slip(_Paper):
    """A slip to the applicant about one dossier of one procedure."""

    applicant: Applicant
    procedure: str  # official name and case, frozen with the procedure version

    def _common(self) -> dict[str, Any]:
        return super()._common() | {
            "applicant": asdict(self.applicant),
            "procedure": self.procedure,
            "qr_svg": printing.qr_svg(self.lookup.url),
            "bars_svg": printing.code128_svg(self.code),
        }


@dataclass(frozen=True, kw_only=True)
class Receipt(_Slip):
    """Mẫu số 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả."""

    template: ClassVar[str] = "m01.typ"
    form_code: ClassVar[str] = "M01"

    components: tuple[Component, ...]  # from the intake check of each paper
    copies: int = 1  # sets of papers handed in
    duration: str  # procedure version, channel and case: 05 ngày làm việc
    accepted_at: datetime  # the move that accepted the dossier
    due: date | None  # from the clock; a datetime when the limit counts hours, None without fixed day
    delivery: str  # the applicant's choice, with its address
    fees: tuple[FeeLine, ...] = ()  # fee orders of the dossier; empty when there are none
    register_volume: str = ""  # the counter's register of the year; empty when kept electronically
    register_no: str = ""
    receiving_unit: str = ""  # only where it differs from the unit in the head
    submitter: str = ""  # only where an authorised person hands in
    submitter_signature: Signature  # hand or confirmation through VNeID
    officer_signature: Signature

    def body(self) -> dict[str, Any]:
        """Return the fields of the receipt as JSON values."""
        return {
            "receiving_unit": self.receiving_unit,
            "submitter": self.submitter,
            "components": [
                [f"{n}", paper.name, paper.form, f"{paper.quantity:02}"]
                for n, paper in enumerate(self.components, 1)
            ],
            "copies": f"{self.copies:02} (bộ)",
            "duration": self.duration,
            "accepted_at": moment_words(self.accepted_at),
            "due": due_words(self.due),
            "delivery": self.delivery,
            "fees": [asdict(fee) for fee in self.fees],
            "register": self._register(),
            "submitter_signature": self.submitter_signature.printed(),
            "officer_signature": self.officer_signature.printed(),
        }

    def _register(self) -> str:
        volume = f"Quyển số {self.register_volume}" if self.register_volume else ""
        number = f"số thứ tự {self.register_no}" if self.register_no else ""
        return ", ".join(filter(None, (volume, number)))


@dataclass(frozen=True, kw_only=True)
class SupplementItem:
    """One paper to add or mend, with its own reason where there is one."""

    name: str
    form: str
    quantity: int = 1
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SupplementSlip(_Slip):
    """Mẫu số 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ."""

    template: ClassVar[str] = "m02.typ"
    form_code: ClassVar[str] = "M02"

    items: tuple[SupplementItem, ...]  # one complete list
    reason: str
    legal_basis: str
    stage: str  # Tiếp nhận or Thẩm định: decides what the clock does
    contact: str
    guide_signature: Signature
    supplement_due: date | None = None  # only when a rule sets it
    previous_due: date | None = None
    new_due: date | None = None

    def body(self) -> dict[str, Any]:
        """Return the fields of the supplement slip as JSON values."""
        return {
            "items": [
                [f"{n}", item.name, item.form, f"{item.quantity:02}", item.reason]
                for n, item in enumerate(self.items, 1)
            ],
            "reason": self.reason,
            "legal_basis": self.legal_basis,
            "stage": self.stage,
            "supplement_due": _known(self.supplement_due),
            "previous_due": _known(self.previous_due),
            "new_due": _known(self.new_due),
            "contact": self.contact,
            "guide_signature": self.guide_signature.printed(),
        }


@dataclass(frozen=True, kw_only=True)
class RefusalSlip(_Slip):
    """Mẫu số 03, phiếu từ chối tiếp nhận giải quyết hồ sơ."""

    template: ClassVar[str] = "m03.typ"
    form_code: ClassVar[str] = "M03"

    reason: str
    legal_basis: str
    decided_by: Signature
    competent_unit: str = ""  # where to go when the authority was wrong

    def body(self) -> dict[str, Any]:
        """Return the fields of the refusal slip as JSON values."""
        return {
            "reason": self.reason,
            "legal_basis": self.legal_basis,
            "competent_unit": self.competent_unit,
            "decided_by": self.decided_by.printed(),
        }


@dataclass(frozen=True, kw_only=True)
class ResultPaper(_Paper):
    """The result document of an agency: title, rows of content, legal basis, signer."""

    template: ClassVar[str] = "result.typ"

    title: str
    about: str = ""
    rows: tuple[tuple[str, str], ...] = field(default=())
    legal_basis: tuple[str, ...] = ()
    signature: Signature

    def body(self) -> dict[str, Any]:
        """Return the fields of the result as JSON values."""
        return {
            "title": self.title,
            "about": self.about,
            "rows": [list(row) for row in self.rows],
            "legal_basis": list(self.legal_basis),
            "signature": self.signature.printed(),
        }

    def _common(self) -> dict[str, Any]:
        common = super()._common()
        return common | {"lookup": common["lookup"] | {"qr": False}}


@dataclass(frozen=True, kw_only=True)
class SentPaper(_Paper):
    """What somebody filed online, for them to keep; no official paper."""

    template: ClassVar[str] = "sent.typ"

    title: str
    about: str
    filed_at: str
    rows: tuple[tuple[str, str], ...]

    def body(self) -> dict[str, Any]:
        """Return the fields of the record as JSON values."""
        return {
            "title": self.title,
            "about": self.about,
            "filed_at": self.filed_at,
            "rows": [list(row) for row in self.rows],
        }

    def _common(self) -> dict[str, Any]:
        common = super()._common()
        return common | {"lookup": common["lookup"] | {"qr": False}}


def _known(day: date | None) -> str:
    return due_words(day) if day else ""
