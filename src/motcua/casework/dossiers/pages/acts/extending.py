"""Acts about a later date: propose it, promise it with an apology, or keep the day."""

from collections.abc import Mapping
from typing import Any

from django import forms

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import DateField
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Line, Words
from motcua.casework.dossiers.rules import Facts
from motcua.casework.dossiers.sentences import LATENESS_REASONS
from motcua.casework.dossiers.words import ExtensionState, LatenessReason, Move


class DelayForm(ActForm):
    """Asks why it will be late, who answers for it, and for the new day."""

    template = "acts/extend.html"

    reason = forms.ChoiceField(
        label="Lý do chậm",
        choices=[(one.value, LATENESS_REASONS[one]) for one in LatenessReason],
        widget=forms.RadioSelect,
    )
    words = Words(label="Giải thích cho người nộp", rows=3, help_text="Câu này in trong văn bản xin lỗi M04.")
    responsible = Line(label="Cơ quan chịu trách nhiệm")
    until = DateField(label="Ngày hẹn trả mới", help_text="Một ngày làm việc, sau ngày hẹn đang có.")

    def prepare(self) -> None:
        """Offer the competent agency, and what was proposed."""
        self.proposed = queries.proposed_extension(self.dossier)
        self.initial["responsible"] = self.dossier.competent_agency.name
        if self.proposed:
            names = ("reason", "words", "responsible")
            self.initial.update({name: getattr(self.proposed, name) for name in names})
            self.initial["until"] = local(self.proposed.new_due_at).date()

    def story(self) -> Mapping[str, Any]:
        """Tell what is promised now, and what was proposed."""
        due = self.dossier.due_at
        return {
            "proposed": self.proposed,
            "promised": short_date(local(due).date()) if due else "",
            "until": queries.extend_until(self.dossier, self.at),
        }

    def delay(self) -> commands.Delay:
        """Give what was said."""
        said = self.cleaned_data
        reason = LatenessReason(said["reason"])
        return commands.Delay(reason, said["words"], said["responsible"], said["until"])


class ProposeExtension(DelayForm):
    """Propose a later day to the leader."""

    name, slug = "propose-extension", "de-nghi-gia-han"
    label, button = "Đề nghị gia hạn", "Trình lãnh đạo"
    moves = (Move.PROPOSE_EXTENSION,)

    def do(self, common: Common) -> Dossier | Refusal:
        """Propose."""
        return commands.propose_extension(**common, delay=self.delay())

    def done(self, dossier: Dossier) -> str:
        """Say who decides now."""
        return "Đã trình lãnh đạo đề nghị gia hạn."


class Extend(DelayForm):
    """Apologise and promise a later day."""

    name, slug = "extend", "gia-han"
    label, button = "Xin lỗi, gia hạn", "Ký văn bản xin lỗi, gia hạn"
    moves = (Move.APOLOGISE_AND_EXTEND,)

    @classmethod
    def leads(cls, facts: Facts) -> bool:
        """Lead once somebody has proposed it."""
        return facts.extension is ExtensionState.PROPOSED

    def do(self, common: Common) -> Dossier | Refusal:
        """Apologise and extend."""
        return commands.apologise_and_extend(**common, delay=self.delay())

    def done(self, dossier: Dossier) -> str:
        """Name the new day."""
        assert dossier.due_at is not None, "it was extended to a day"
        day = short_date(local(dossier.due_at).date())
        return f"Đã xin lỗi và hẹn lại ngày {day}. Văn bản M04 ở mục Phiếu."


class DeclineExtension(ActForm):
    """Decline what was proposed; the day stays."""

    name, slug = "decline-extension", "khong-gia-han"
    label, button = "Không đồng ý gia hạn", "Giữ ngày hẹn đang có"
    moves = (Move.DECLINE_EXTENSION,)

    note = Words(label="Lý do không đồng ý", rows=3, help_text="Người đề nghị đọc câu này.")

    def do(self, common: Common) -> Dossier | Refusal:
        """Decline."""
        return commands.decline_extension(**common, note=self.cleaned_data["note"])

    def done(self, dossier: Dossier) -> str:
        """Say that the day stays."""
        return "Không đồng ý gia hạn. Người đề nghị đã thấy lý do."
