"""What each slip of the form sets says, field by field.

Field lists follow Thông tư 03/2025/TT-VPCP; their layout waits for its annex. Money, durations and names come
as text that is ready to print.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.casework.dossiers.papers.parts import Signature, Slip
from motcua.casework.dossiers.papers.wording import day_words, due_words, moment_words

COUNTED_LATER = "Tính khi nhận đủ giấy tờ bổ sung"


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
class Receipt(Slip):
    """Mẫu số 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả."""

    template: ClassVar[str] = "m01.typ"

    components: tuple[Component, ...]  # from the intake check of each paper
    copies: int = 1  # sets of papers handed in
    duration: str  # procedure version, channel and case: 05 ngày làm việc
    accepted_at: datetime  # the move that accepted the dossier
    due: date | None  # from the clock; a datetime when the limit counts hours, None without fixed day
    previous_due: date | None = None  # what an earlier receipt promised, when it was another day
    delivery: str  # the applicant's choice, with its address
    fees: tuple[FeeLine, ...] = ()  # fee orders of the dossier; empty when there are none
    note: str = ""  # why it was printed later than the dossier was taken in; mostly empty
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
            "components": _listed(self.components),
            "copies": f"{self.copies:02} (bộ)",
            "duration": self.duration,
            "accepted_at": moment_words(self.accepted_at),
            "due": due_words(self.due),
            "previous_due": _known(self.previous_due) if self.previous_due != self.due else "",
            "delivery": self.delivery,
            "fees": [asdict(fee) for fee in self.fees],
            "note": self.note,
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
class SupplementSlip(Slip):
    """Mẫu số 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ."""

    template: ClassVar[str] = "m02.typ"

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
            "new_due": _known(self.new_due) or (COUNTED_LATER if self.previous_due else ""),
            "contact": self.contact,
            "guide_signature": self.guide_signature.printed(),
        }


@dataclass(frozen=True, kw_only=True)
class RefusalSlip(Slip):
    """Mẫu số 03, phiếu từ chối tiếp nhận giải quyết hồ sơ."""

    template: ClassVar[str] = "m03.typ"

    kind: str  # Không đúng thẩm quyền, Không đủ điều kiện: the coded reason
    reason: str
    legal_basis: str
    decided_by: Signature
    competent_unit: str = ""  # where to go when the authority was wrong

    def body(self) -> dict[str, Any]:
        """Return the fields of the refusal slip as JSON values."""
        return {
            "kind": self.kind,
            "reason": self.reason,
            "legal_basis": self.legal_basis,
            "competent_unit": self.competent_unit,
            "decided_by": self.decided_by.printed(),
        }


@dataclass(frozen=True, kw_only=True)
class ExtensionLetter(Slip):
    """Mẫu số 04, văn bản xin lỗi và đề nghị gia hạn; the agency signs it, not the desk."""

    template: ClassVar[str] = "m04.typ"

    accepted_at: datetime
    old_due: date  # a datetime when the limit counts hours
    new_due: date
    reason: str
    responsible: str  # the agency that answers for the delay
    legal_basis: str = ""
    one_stop: str = ""  # who at the one-stop unit agreed, when it was asked
    signature: Signature

    def body(self) -> dict[str, Any]:
        """Return the fields of the letter as JSON values."""
        return {
            "accepted_at": moment_words(self.accepted_at),
            "old_due": due_words(self.old_due),
            "new_due": due_words(self.new_due),
            "reason": self.reason,
            "responsible": self.responsible,
            "legal_basis": self.legal_basis,
            "one_stop": self.one_stop,
            "signature": self.signature.printed(),
        }


@dataclass(frozen=True, kw_only=True)
class StopLetter(Slip):
    """Mẫu số 05, thông báo dừng giải quyết hồ sơ; the agency signs it."""

    template: ClassVar[str] = "m05.typ"

    requested_by: str
    requested_on: date
    stage: str
    ground: str
    reason: str
    legal_basis: str
    decided_on: date
    settlement: str  # what becomes of phí and lệ phí
    returned_documents: tuple[str, ...]
    signature: Signature

    def body(self) -> dict[str, Any]:
        """Return the fields of the notice as JSON values."""
        return {
            "requested_by": self.requested_by,
            "requested_on": day_words(self.requested_on),
            "stage": self.stage,
            "ground": self.ground,
            "reason": self.reason,
            "legal_basis": self.legal_basis,
            "decided_on": day_words(self.decided_on),
            "settlement": self.settlement,
            "returned_documents": "; ".join(self.returned_documents) or "Không có",
            "signature": self.signature.printed(),
        }


def _listed(papers: tuple[Component, ...]) -> list[list[str]]:
    return [[f"{n}", paper.name, paper.form, f"{paper.quantity:02}"] for n, paper in enumerate(papers, 1)]


def _known(day: date | None) -> str:
    return due_words(day) if day else ""
