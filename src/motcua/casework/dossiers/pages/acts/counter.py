"""Acts of the counter: accept, refuse, hand over."""

from collections.abc import Mapping
from typing import Any

from django import forms

from motcua.base.clock import local
from motcua.base.clock.due import due
from motcua.base.clock.left import due_words
from motcua.base.clock.sentences import short_date
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Line, Words
from motcua.casework.dossiers.reckoning import calendar_of, duration_of
from motcua.casework.dossiers.sentences import DELIVERIES, REFUSAL_REASONS
from motcua.casework.dossiers.words import Move, RefusalReason, ResultDelivery
from motcua.reference.catalogue import queries as catalogue


class Accept(ActForm):
    """Accept an online dossier."""

    name, slug = "accept", "tiep-nhan"
    label, button = "Tiếp nhận", "Tiếp nhận và cấp mã"
    moves = (Move.ACCEPT,)
    main = True
    template = "acts/accept.html"

    right_checked = forms.BooleanField(
        label="Đã đối chiếu giấy tờ về quyền nộp thay",
        required=False,
        help_text="Đánh dấu thì quyền ấy được xác nhận, kể cả quyền dùng giấy tờ trong kho nếu có ghi.",
    )

    def prepare(self) -> None:
        """Ask about the right to file for another only where there is one that nobody confirmed."""
        right = self.dossier.representation
        if right is None or right.confirmed_at is not None:
            del self.fields["right_checked"]

    def story(self) -> Mapping[str, Any]:
        """Tell what acceptance will do: code, due date, slip."""
        duration = duration_of(self.dossier)
        calendar = calendar_of(self.dossier)
        end = due(self.at, duration, calendar) if duration else None
        words = due_words(end, seen_on=local(self.at).date()) if end else ""
        return {
            "promised": words.removeprefix("hạn "),
            "delivery": DELIVERIES[ResultDelivery(self.dossier.result_delivery)],
        }

    def do(self, common: Common) -> Dossier | Refusal:
        """Accept."""
        return commands.accept(**common, right_checked=self.cleaned_data.get("right_checked", False))

    def done(self, dossier: Dossier) -> str:
        """Name the code and the date."""
        return f"Đã tiếp nhận. Mã hồ sơ {dossier.code}{due_told(dossier)}."


class Refuse(ActForm):
    """Refuse to take a dossier in."""

    name, slug = "refuse", "tu-choi"
    label, button = "Từ chối tiếp nhận", "Từ chối tiếp nhận"
    moves = (Move.REFUSE_INTAKE,)
    danger = True
    follow = {"reason": {RefusalReason.WRONG_AUTHORITY.value: ("right_authority",)}}

    reason = forms.ChoiceField(
        label="Lý do",
        choices=[(one.value, REFUSAL_REASONS[one]) for one in RefusalReason],
        widget=forms.RadioSelect,
    )
    right_authority = Line(label="Tên cơ quan có thẩm quyền")
    words = Words(label="Giải thích cho người nộp", help_text="Câu này in trên phiếu từ chối M03.")
    legal_basis = Line(label="Căn cứ pháp lý")

    def prepare(self) -> None:
        """Offer the first act that the procedure rests on."""
        acts = catalogue.parts_of(self.dossier.version_id).legal_basis
        self.initial["legal_basis"] = f"{acts[0].name} số {acts[0].number}" if acts else ""

    def do(self, common: Common) -> Dossier | Refusal:
        """Refuse."""
        said = self.cleaned_data
        return commands.refuse_intake(
            **common,
            reason=RefusalReason(said["reason"]),
            words=said["words"],
            legal_basis=said["legal_basis"],
            right_authority=said["right_authority"],
        )

    def done(self, dossier: Dossier) -> str:
        """Say that it was refused."""
        return "Đã từ chối tiếp nhận. Phiếu M03 ở mục Phiếu."


class HandOver(ActForm):
    """Hand the result over and record to whom."""

    name, slug = "hand-over", "tra-ket-qua"
    label, button = "Trả kết quả", "Ghi nhận đã trả"
    moves = (Move.HAND_OVER_RESULT,)
    main = True
    follow = {"relation": {"other": ("authority",)}}

    relation = forms.ChoiceField(
        label="Người nhận là",
        choices=[("owner", "Chủ hồ sơ"), ("other", "Người được ủy quyền")],
        initial="owner",
        widget=forms.RadioSelect,
    )
    authority = Line(
        label="Giấy ủy quyền",
        required=False,
        help_text="Số, ngày và nơi chứng thực, hoặc quan hệ với chủ hồ sơ.",
    )
    recipient = Line(label="Họ tên người nhận")
    identity = Line(
        label="Giấy tờ đã xem để nhận ra người nhận",
        help_text="Tên giấy tờ thôi, ví dụ Căn cước. Không ghi số.",
    )

    def prepare(self) -> None:
        """Offer the owner as the recipient."""
        self.initial["recipient"] = self.dossier.applicant.get("name", "")
        self.initial["identity"] = "Căn cước"

    def clean(self) -> dict[str, Any]:
        """Demand the authorisation of somebody else."""
        cleaned = super().clean() or {}
        if cleaned.get("relation") == "other" and not cleaned.get("authority"):
            self.add_error("authority", "Nhập giấy ủy quyền hoặc quan hệ với chủ hồ sơ.")
        return cleaned

    def do(self, common: Common) -> Dossier | Refusal:
        """Hand over."""
        said = self.cleaned_data
        relation = "Chủ hồ sơ" if said["relation"] == "owner" else f"Được ủy quyền: {said['authority']}"
        return commands.hand_over_result(
            **common, recipient=said["recipient"], relation=relation, identity_checked=said["identity"]
        )

    def done(self, dossier: Dossier) -> str:
        """Say to whom."""
        return f"Đã trả kết quả cho {self.cleaned_data['recipient']}."


def due_told(dossier: Dossier) -> str:
    """Give the promised date as the end of a sentence; nothing where none is promised."""
    return f", hẹn trả {short_date(local(dossier.due_at).date())}" if dossier.due_at else ""
