"""Acts on papers that are wanting: ask for them, send the request, take them in."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from motcua.base.clock import today
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import Option
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.commands import Asked
from motcua.casework.dossiers.commands.reusing import held_by_state
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Words
from motcua.casework.dossiers.pages.acts.counter import due_told
from motcua.casework.dossiers.words import Move, RoundState, Verdict, Why
from motcua.reference.catalogue import queries as catalogue


class AskedForm(ActForm):
    """Picks papers to add or mend, from what the procedure needs and what failed."""

    template = "acts/ask.html"

    papers = forms.MultipleChoiceField(
        label="Giấy tờ cần bổ sung, sửa", required=False, widget=forms.CheckboxSelectMultiple
    )
    other = Words(
        label="Giấy tờ khác",
        rows=3,
        required=False,
        help_text="Mỗi dòng một giấy tờ. Chỉ thêm giấy tờ mà quy định cho phép yêu cầu.",
    )
    reason = Words(
        label="Lý do", help_text="Người nộp đọc câu này. Nêu đủ mọi điều cần sửa: chỉ được yêu cầu một lần."
    )

    def prepare(self) -> None:
        """Offer what the procedure needs; what failed or is missing is ticked already."""
        self.asked = _askable(self.dossier)
        field = self.fields["papers"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, Option(one.name, hint=one.reason)) for key, (one, _) in self.asked.items()]
        self.initial["papers"] = [key for key, (_, wanting) in self.asked.items() if wanting]

    def items(self) -> list[Asked]:
        """Give what is asked for."""
        picked = [self.asked[key][0] for key in self.cleaned_data["papers"]]
        return picked + [
            Asked(line.strip()) for line in self.cleaned_data["other"].splitlines() if line.strip()
        ]

    def clean(self) -> dict[str, Any]:
        """Demand at least one paper."""
        cleaned = super().clean() or {}
        if not cleaned.get("papers") and not cleaned.get("other"):
            self.add_error("papers", "Chọn ít nhất một giấy tờ, hoặc ghi giấy tờ khác.")
        return cleaned


class AskAtIntake(AskedForm):
    """Ask for papers before acceptance, once and in full."""

    name, slug = "ask", "yeu-cau-bo-sung"
    label, button = "Yêu cầu bổ sung", "Gửi yêu cầu bổ sung"
    moves = (Move.REQUEST_SUPPLEMENT_AT_INTAKE,)

    def do(self, common: Common) -> Dossier | Refusal:
        """Ask."""
        return commands.request_supplement_at_intake(
            **common, items=self.items(), reason=self.cleaned_data["reason"]
        )

    def done(self, dossier: Dossier) -> str:
        """Say that it was sent."""
        return "Đã gửi yêu cầu bổ sung. Phiếu M02 ở mục Phiếu."


class SendSupplement(ActForm):
    """Send an approved request for papers to the applicant."""

    name, slug = "send-supplement", "gui-bo-sung"
    label, button = "Gửi yêu cầu bổ sung", "Gửi cho người nộp"
    moves = (Move.REQUEST_SUPPLEMENT,)
    main = True
    template = "acts/round.html"

    def story(self) -> Mapping[str, Any]:
        """Tell what is asked for, and what the clock will do."""
        note = "Khi gửi, đồng hồ tạm dừng và phiếu M02 được lập."
        return {"round": _last_round(self.dossier), "note": note}

    def do(self, common: Common) -> Dossier | Refusal:
        """Send."""
        return commands.request_supplement(**common)

    def done(self, dossier: Dossier) -> str:
        """Say that it was sent."""
        return "Đã gửi yêu cầu bổ sung. Đồng hồ tạm dừng, phiếu M02 ở mục Phiếu."


class ReceiveSupplement(ActForm):
    """Tick what came: all of it, or a part with a word on the rest."""

    name, slug = "receive-supplement", "nhan-bo-sung"
    label, button = "Nhận giấy tờ bổ sung", "Ghi nhận giấy tờ đã đánh dấu"
    moves = (Move.SUPPLEMENT_COMPLETE, Move.SUPPLEMENT_PARTIAL)
    main = True
    template = "acts/receive.html"
    cured_here = frozenset({Why.ITEMS_NOT_TICKED})

    items = forms.MultipleChoiceField(
        label="Giấy tờ đã nhận và đạt", required=False, widget=forms.CheckboxSelectMultiple
    )
    note = Words(
        label="Còn thiếu gì",
        rows=3,
        required=False,
        help_text="Chỉ ghi khi chưa nhận đủ. Người nộp đọc câu này.",
    )

    def prepare(self) -> None:
        """Offer what was asked for and has not come."""
        self.round = _last_round(self.dossier)
        self.open = [one for one in self.round.items.all() if not one.ticked] if self.round else []
        field = self.fields["items"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), Option(one.name, hint=_came(one))) for one in self.open]

    def story(self) -> Mapping[str, Any]:
        """Tell what was asked for."""
        return {"round": self.round}

    def clean(self) -> dict[str, Any]:
        """Demand a word on what is missing."""
        cleaned = super().clean() or {}
        if not self._complete(cleaned) and not cleaned.get("note"):
            self.add_error("note", "Đánh dấu đủ giấy tờ, hoặc ghi còn thiếu gì.")
        return cleaned

    def do(self, common: Common) -> Dossier | Refusal:
        """Take in."""
        ticked = [UUID(one) for one in self.cleaned_data["items"]]
        if self._complete(self.cleaned_data):
            return commands.supplement_received_complete(**common, ticked=ticked)
        note = self.cleaned_data["note"]
        return commands.supplement_received_partial(**common, ticked=ticked, note=note)

    def done(self, dossier: Dossier) -> str:
        """Say what was taken in."""
        if not self._complete(self.cleaned_data):
            return "Đã ghi nhận một phần. Hồ sơ vẫn chờ giấy tờ còn thiếu."
        if dossier.accepted_at and self.round and self.round.stage == "intake":
            return f"Đã nhận đủ và tiếp nhận. Mã hồ sơ {dossier.code}{due_told(dossier)}."
        return f"Đã nhận đủ giấy tờ{due_told(dossier)}. Phiếu M01 mới ở mục Phiếu."

    def _complete(self, cleaned: Mapping[str, Any]) -> bool:
        return len(cleaned.get("items", ())) == len(self.open)


def _last_round(dossier: Dossier) -> Any:
    rounds = queries.rounds_of(dossier)
    return rounds[-1] if rounds and rounds[-1].state != RoundState.DECLINED else None


def _came(item: Any) -> str:
    sent = [one.file.name for one in item.papers.all() if one.file and not one.superseded]
    if sent:
        return f"Đã gửi tệp {', '.join(sent)}"
    return item.reason or "Chưa thấy tệp; đánh dấu khi nhận bản giấy tại quầy"


def _askable(dossier: Dossier) -> dict[str, tuple[Asked, bool]]:
    """Give what can be asked for: each paper that the State has not, and each filed beside."""
    filed = [paper for paper in queries.papers_of(dossier) if not paper.superseded]
    wanted = catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)
    has = held_by_state(dossier, filed, [Asked(one.name, "", one.pk) for one in wanted], today())
    of_requirement = {paper.requirement_id: paper for paper in filed}
    found: dict[str, tuple[Asked, bool]] = {}
    for one in (one for one in wanted if one.name not in has):
        paper = of_requirement.get(one.pk)
        failed = paper is not None and paper.verdict == Verdict.FAILED
        reason = paper.verdict_reason if paper else ("Chưa nộp" if one.required else "")
        found[f"r-{one.pk}"] = (Asked(one.name, reason, one.pk), failed or (one.required and paper is None))
    for paper in filed:
        if paper.requirement_id is None:
            asked = Asked(paper.name, paper.verdict_reason)
            found[f"p-{paper.pk}"] = (asked, paper.verdict == Verdict.FAILED)
    return found
