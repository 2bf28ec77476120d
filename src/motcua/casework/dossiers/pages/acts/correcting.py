"""Acts about an error of the authority: draft, approve and issue the result that replaces the wrong one."""

from collections.abc import Mapping
from typing import Any

from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Line, Words
from motcua.casework.dossiers.pages.acts.deciding import Attaching
from motcua.casework.dossiers.words import Move


class DraftCorrection(Attaching):
    """Draft the result that replaces a wrong one."""

    name, slug = "draft-correction", "soan-dinh-chinh"
    label, button = "Soạn bản đính chính", "Lưu bản đính chính"
    moves = (Move.DRAFT_CORRECTION,)
    template = "acts/correction.html"
    field_order = ("error", "title", "content", "attachment")

    error = Words(
        label="Sai sót của cơ quan",
        rows=3,
        help_text="Chỗ nào sai, đúng ra là gì. Người nhận đọc câu này cùng lời xin lỗi.",
    )
    title = Line(label="Tên văn bản")
    content = Words(label="Nội dung đúng", rows=6, required=False)

    def prepare(self) -> None:
        """Offer what the wrong one says, or what was drafted before."""
        self.wrong = queries.result_of(self.dossier)
        self.before = queries.correction_of(self.dossier)
        shown = self.before or self.wrong
        if shown:
            self.initial.update(error=shown.error if self.before else "", title=shown.title)
            self.initial["content"] = shown.content

    def story(self) -> Mapping[str, Any]:
        """Tell what is replaced."""
        return {"wrong": self.wrong}

    def do(self, common: Common) -> Dossier | Refusal:
        """Draft."""
        said = self.cleaned_data
        return commands.draft_correction(
            **common,
            error=said["error"],
            title=said["title"],
            content=said["content"],
            attachment=self.file(),
        )

    def done(self, dossier: Dossier) -> str:
        """Say who decides now."""
        return "Đã lưu bản đính chính. Lãnh đạo duyệt, ký rồi văn thư phát hành."


class _Correction(ActForm):
    """An act on a correction that is drafted already."""

    main = True
    template = "acts/correction.html"

    def story(self) -> Mapping[str, Any]:
        """Tell what is replaced, and by what."""
        return {
            "wrong": queries.result_of(self.dossier),
            "correction": queries.correction_of(self.dossier),
        }


class ApproveCorrection(_Correction):
    """Approve the correction."""

    name, slug = "approve-correction", "duyet-dinh-chinh"
    label, button = "Duyệt, ký bản đính chính", "Duyệt và chuyển văn thư"
    moves = (Move.APPROVE_CORRECTION,)

    def do(self, common: Common) -> Dossier | Refusal:
        """Approve."""
        return commands.approve_correction(**common)

    def done(self, dossier: Dossier) -> str:
        """Say where it is now."""
        return "Đã duyệt bản đính chính. Văn thư vào số và phát hành."


class IssueCorrection(_Correction):
    """Number and issue the correction."""

    name, slug = "issue-correction", "phat-hanh-dinh-chinh"
    label, button = "Phát hành bản đính chính", "Vào số và phát hành"
    moves = (Move.ISSUE_CORRECTION,)

    def do(self, common: Common) -> Dossier | Refusal:
        """Issue."""
        return commands.issue_correction(**common)

    def done(self, dossier: Dossier) -> str:
        """Name the number."""
        result = queries.result_of(dossier)
        return f"Đã phát hành số {result.number if result else ''} thay bản cũ. Chờ trả cho người nhận."
