"""Acts about opinions of other units: ask, give a share, answer, take back."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms

from motcua.base.clock import local, today
from motcua.base.clock.sentences import short_date
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import DateField
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Consultation, Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Line, Words
from motcua.casework.dossiers.pages.acts.deciding import Attaching
from motcua.casework.dossiers.words import ConsultationState, Move

SLOTS = 4


class OpenConsultation(ActForm):
    """Ask another unit for its opinion by a day."""

    name, slug = "consult", "lay-y-kien"
    label, button = "Lấy ý kiến", "Gửi yêu cầu lấy ý kiến"
    moves = (Move.OPEN_CONSULTATION,)
    template = "acts/consult.html"

    unit = forms.ChoiceField(label="Đơn vị được hỏi")
    content = Words(label="Nội dung cần có ý kiến")
    reply_due = DateField(label="Ngày phải trả lời", earliest=today)

    def prepare(self) -> None:
        """Offer the units that may be asked."""
        _offer(self.fields["unit"], self.dossier, self, "Chọn một đơn vị")

    def story(self) -> Mapping[str, Any]:
        """Tell what is awaited already, and until when the dossier is promised."""
        return {"awaited": _open(self.dossier), "promised": _promised(self.dossier)}

    def do(self, common: Common) -> Dossier | Refusal:
        """Ask."""
        said = self.cleaned_data
        return commands.open_consultation(
            **common, unit_id=UUID(said["unit"]), content=said["content"], reply_due=said["reply_due"]
        )

    def done(self, dossier: Dossier) -> str:
        """Say by when."""
        day = short_date(self.cleaned_data["reply_due"])
        return f"Đã gửi yêu cầu lấy ý kiến, trả lời trước {day}. Có thể hỏi thêm nơi khác cùng lúc."


class OpenShares(ActForm):
    """Give several agencies their shares of an interlinked procedure at once."""

    name, slug = "shares", "giao-lien-thong"
    label, button = "Giao việc liên thông", "Giao phần việc cho các đơn vị"
    moves = (Move.OPEN_CONSULTATION,)
    template = "acts/consult.html"

    own_hours = forms.DecimalField(
        label="Số giờ làm việc của cơ quan chủ trì", min_value=Decimal(0), max_digits=6, initial=Decimal(0)
    )

    def prepare(self) -> None:
        """Make room for some agencies, each with what it does and how long."""
        for slot in range(1, SLOTS + 1):
            needed = slot == 1
            unit = forms.ChoiceField(label=f"Đơn vị thứ {slot}", required=needed)
            _offer(unit, self.dossier, self, "Không có" if slot > 1 else "Chọn một đơn vị")
            self.fields[f"unit_{slot}"] = unit
            self.fields[f"content_{slot}"] = Line(label=f"Phần việc của đơn vị thứ {slot}", required=needed)
            self.fields[f"hours_{slot}"] = forms.DecimalField(
                label=f"Số giờ làm việc của đơn vị thứ {slot}",
                min_value=Decimal(1),
                max_digits=6,
                required=needed,
            )

    def clean(self) -> dict[str, Any]:
        """Demand work and hours of every unit that is named."""
        cleaned = super().clean() or {}
        for slot in range(2, SLOTS + 1):
            if cleaned.get(f"unit_{slot}"):
                for name, words in (("content", "Nhập phần việc."), ("hours", "Nhập số giờ.")):
                    if not cleaned.get(f"{name}_{slot}") and f"{name}_{slot}" not in self.errors:
                        self.add_error(f"{name}_{slot}", words)
        return cleaned

    def story(self) -> Mapping[str, Any]:
        """Tell what is awaited already, and until when the dossier is promised."""
        return {"awaited": _open(self.dossier), "promised": _promised(self.dossier)}

    def do(self, common: Common) -> Dossier | Refusal:
        """Give the shares."""
        said = self.cleaned_data
        parts = [
            commands.Part(UUID(said[f"unit_{slot}"]), said[f"content_{slot}"], said[f"hours_{slot}"])
            for slot in range(1, SLOTS + 1)
            if said[f"unit_{slot}"]
        ]
        return commands.open_shares(**common, parts=parts, own_hours=said["own_hours"])

    def done(self, dossier: Dossier) -> str:
        """Say that all work at the same time."""
        return "Đã giao phần việc. Các đơn vị làm cùng lúc, hồ sơ vẫn một đồng hồ."


class AnswerConsultation(Attaching):
    """Answer what one's unit was asked."""

    name, slug = "answer", "tra-loi-y-kien"
    label, button = "Trả lời ý kiến", "Gửi trả lời"
    moves = (Move.ANSWER_CONSULTATION,)
    main = True
    template = "acts/answer.html"
    field_order = ("reply", "attachment")

    reply = Words(label="Ý kiến", rows=6)

    def prepare(self) -> None:
        """Find the question."""
        mine = [one for one in _open(self.dossier) if one.unit_id == self.actor.unit]
        self.asked = mine[0] if mine else None
        self.fields["attachment"].help_text = "Tệp PDF, tối đa 10 MB, nếu có văn bản kèm theo."
        self.fields["attachment"].label = "Văn bản kèm theo"

    def story(self) -> Mapping[str, Any]:
        """Tell what is asked, by whom and by when."""
        return {"asked": self.asked, "until": short_date(self.asked.reply_due) if self.asked else ""}

    def do(self, common: Common) -> Dossier | Refusal:
        """Answer."""
        return commands.answer_consultation(**common, reply=self.cleaned_data["reply"], file=self.file())

    def done(self, dossier: Dossier) -> str:
        """Say to whom it went."""
        return f"Đã gửi ý kiến về hồ sơ {dossier}."


class WithdrawConsultation(ActForm):
    """Take back a question that is not answered."""

    name, slug = "withdraw-consultation", "rut-y-kien"
    label, button = "Rút yêu cầu lấy ý kiến", "Rút yêu cầu"
    moves = (Move.WITHDRAW_CONSULTATION,)

    asked = forms.ChoiceField(label="Yêu cầu", widget=forms.RadioSelect)
    reason = Words(label="Lý do", rows=2, help_text="Đơn vị được hỏi đọc câu này.")

    def prepare(self) -> None:
        """Offer what is awaited."""
        field = self.fields["asked"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (str(one.pk), f"{one.unit.name}, trả lời trước {short_date(one.reply_due)}")
            for one in _open(self.dossier)
        ]

    def do(self, common: Common) -> Dossier | Refusal:
        """Take back."""
        said = self.cleaned_data
        return commands.withdraw_consultation(
            **common, consultation_id=UUID(said["asked"]), reason=said["reason"]
        )

    def done(self, dossier: Dossier) -> str:
        """Say that it is taken back."""
        return "Đã rút yêu cầu lấy ý kiến."


def _open(dossier: Dossier) -> list[Consultation]:
    return [one for one in queries.consultations_of(dossier) if one.state == ConsultationState.OPEN]


def _promised(dossier: Dossier) -> str:
    return short_date(local(dossier.due_at).date()) if dossier.due_at else ""


def _offer(field: forms.Field, dossier: Dossier, form: ActForm, nobody: str) -> None:
    assert isinstance(field, forms.ChoiceField)
    units = queries.units_to_ask(dossier, local(form.at).date())
    field.choices = [("", nobody), *((str(one.pk), f"{one.agency.name}: {one.name}") for one in units)]
