"""Acts of those who decide: propose and approve supplements, draft, approve and issue the result."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from motcua.base.files import commands as files
from motcua.base.files.models import StoredFile
from motcua.base.files.sentences import sentence as file_sentence
from motcua.base.files.words import Problem
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier, Result
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Line, Words
from motcua.casework.dossiers.pages.acts.supplements import AskedForm
from motcua.casework.dossiers.words import Move, Outcome, RoundState
from motcua.reference.catalogue import queries as catalogue


class ProposeSupplement(AskedForm):
    """Propose to ask for papers after appraisal."""

    name, slug = "propose-supplement", "de-nghi-bo-sung"
    label, button = "Đề nghị bổ sung", "Trình lãnh đạo duyệt"
    moves = (Move.PROPOSE_SUPPLEMENT,)

    legal_basis = Line(
        label="Căn cứ pháp lý", help_text="Văn bản và điều khoản cho phép yêu cầu giấy tờ này."
    )

    def story(self) -> Mapping[str, Any]:
        """Warn when the applicant was asked before."""
        return {"warning": asked_before(self.dossier)}

    def do(self, common: Common) -> Dossier | Refusal:
        """Propose."""
        said = self.cleaned_data
        return commands.propose_supplement(
            **common, items=self.items(), reason=said["reason"], legal_basis=said["legal_basis"]
        )

    def done(self, dossier: Dossier) -> str:
        """Say who decides now."""
        return "Đã trình lãnh đạo duyệt yêu cầu bổ sung. Một cửa gửi đi sau khi duyệt."


class DecideSupplement(ActForm):
    """Approve or decline a proposed request."""

    name, slug = "decide-supplement", "duyet-bo-sung"
    label, button = "Duyệt yêu cầu bổ sung", "Ghi quyết định"
    moves = (Move.APPROVE_SUPPLEMENT, Move.DECLINE_SUPPLEMENT)
    main = True
    template = "acts/round.html"
    follow = {"decision": {"decline": ("note",)}}

    decision = forms.ChoiceField(
        label="Quyết định",
        choices=[("approve", "Duyệt, chuyển một cửa gửi cho người nộp"), ("decline", "Không duyệt")],
        widget=forms.RadioSelect,
    )
    note = Words(label="Lý do không duyệt", rows=3, required=False)

    def story(self) -> Mapping[str, Any]:
        """Tell what is proposed."""
        rounds = queries.rounds_of(self.dossier)
        proposed = [one for one in rounds if one.state == RoundState.PROPOSED]
        warning = asked_before(self.dossier)
        return {"round": proposed[-1] if proposed else None, "note": "", "warning": warning}

    def clean(self) -> dict[str, Any]:
        """Demand a word to the officer when it is declined."""
        cleaned = super().clean() or {}
        if cleaned.get("decision") == "decline" and not cleaned.get("note"):
            self.add_error("note", "Nhập lý do không duyệt để người trình biết phải làm gì.")
        return cleaned

    def do(self, common: Common) -> Dossier | Refusal:
        """Decide."""
        if self.cleaned_data["decision"] == "approve":
            return commands.approve_supplement(**common)
        return commands.decline_supplement(**common, note=self.cleaned_data["note"])

    def done(self, dossier: Dossier) -> str:
        """Say what was decided."""
        if self.cleaned_data["decision"] == "approve":
            return "Đã duyệt. Một cửa sẽ gửi yêu cầu cho người nộp."
        return "Không duyệt. Người trình đã thấy lý do."


class Attaching(ActForm):
    """A form that may bring the document ready made."""

    attachment = forms.FileField(
        label="Văn bản đã soạn sẵn",
        required=False,
        help_text="Tệp PDF, tối đa 10 MB. Có tệp thì tệp này là kết quả; không có thì in theo mẫu.",
        widget=forms.FileInput({"accept": ".pdf,application/pdf"}),
    )
    before: Result | None = None
    taken: StoredFile | None = None

    def file(self) -> StoredFile | None:
        """Give the file taken in, or the one attached before."""
        return self.taken or (self.before.attachment if self.before else None)


class DraftResult(Attaching):
    """Draft what the agency will decide."""

    name, slug = "draft", "soan-ket-qua"
    label, button = "Soạn kết quả", "Lưu dự thảo"
    moves = (Move.DRAFT_RESULT,)
    main = True
    follow = {"outcome": {"granted": ("result_type",), "refused": ("reason", "legal_ground")}}

    outcome = forms.ChoiceField(
        label="Kết quả",
        choices=[("granted", "Giải quyết"), ("refused", "Từ chối giải quyết")],
        initial="granted",
        widget=forms.RadioSelect,
    )
    result_type = forms.ChoiceField(label="Loại kết quả", required=False)
    reason = Words(label="Lý do từ chối", rows=3, required=False)
    legal_ground = Words(label="Căn cứ pháp lý để từ chối", rows=2, required=False)
    title = Line(label="Tên văn bản")
    content = Words(label="Nội dung", rows=6, required=False)
    field_order = ("outcome", "result_type", "reason", "legal_ground", "title", "content", "attachment")

    def prepare(self) -> None:
        """Offer the kinds of result of the version, and what was drafted before."""
        types = catalogue.parts_of(self.dossier.version_id).results
        field = self.fields["result_type"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), one.name) for one in types]
        self.known = bool(types)
        self.before = queries.result_of(self.dossier)
        self.initial["title"] = types[0].name if types else self.dossier.version.title
        if self.before:
            names = ("outcome", "reason", "legal_ground", "title", "content")
            self.initial.update({name: getattr(self.before, name) for name in names})
            self.initial["result_type"] = str(self.before.result_type_id or "")

    def clean(self) -> dict[str, Any]:
        """Demand reason and ground of a refusal, and open the file."""
        cleaned = super().clean() or {}
        if cleaned.get("outcome") == Outcome.REFUSED:
            if not cleaned.get("reason"):
                self.add_error("reason", "Nhập lý do từ chối.")
            if not cleaned.get("legal_ground"):
                self.add_error("legal_ground", "Nhập số, tên văn bản và điều khoản làm căn cứ.")
        elif self.known and not cleaned.get("result_type"):
            self.add_error("result_type", "Chọn loại kết quả.")
        return cleaned

    def do(self, common: Common) -> Dossier | Refusal:
        """Draft."""
        said = self.cleaned_data
        return commands.draft_result(
            **common,
            outcome=Outcome(said["outcome"]),
            result_type_id=UUID(said["result_type"]) if said["result_type"] else None,
            title=said["title"],
            content=said["content"],
            reason=said["reason"],
            legal_ground=said["legal_ground"],
            attachment=self.file(),
        )

    def done(self, dossier: Dossier) -> str:
        """Say what comes next."""
        return "Đã lưu dự thảo. Xem bản in thử, rồi chuyển bước tiếp theo."


class ApproveResult(ActForm):
    """Approve the draft."""

    name, slug = "approve", "duyet-ket-qua"
    label, button = "Duyệt, ký kết quả", "Duyệt và chuyển văn thư"
    moves = (Move.APPROVE_RESULT,)
    main = True
    template = "acts/result.html"

    note = Words(label="Lời nhắn cho văn thư", rows=2, required=False)

    def story(self) -> Mapping[str, Any]:
        """Tell what is approved."""
        return {"result": queries.result_of(self.dossier)}

    def do(self, common: Common) -> Dossier | Refusal:
        """Approve."""
        return commands.approve_result(**common, note=self.cleaned_data["note"])

    def done(self, dossier: Dossier) -> str:
        """Say where it is now."""
        return f"Đã duyệt kết quả hồ sơ {dossier}. Văn thư vào số và phát hành."


class Issue(ActForm):
    """Number and issue the approved result."""

    name, slug = "issue", "phat-hanh"
    label, button = "Vào số, phát hành", "Vào số và phát hành"
    moves = (Move.ISSUE_RESULT, Move.REFUSE_ON_MERITS)
    main = True
    template = "acts/result.html"

    def story(self) -> Mapping[str, Any]:
        """Tell what is issued."""
        return {"result": queries.result_of(self.dossier), "issuing": True}

    def do(self, common: Common) -> Dossier | Refusal:
        """Issue."""
        return commands.issue_result(**common)

    def done(self, dossier: Dossier) -> str:
        """Name the number."""
        result = queries.result_of(dossier)
        return f"Đã phát hành số {result.number if result else ''}. Đồng hồ dừng, kết quả chuyển về một cửa."


def asked_before(dossier: Dossier) -> str:
    """Warn of a further request: it is let, but it counts against the agency (QĐ 766/QĐ-TTg, 2.1)."""
    sent = sum(1 for one in queries.rounds_of(dossier) if one.sent_at)
    if not sent:
        return ""
    return (
        f"Người nộp đã bị yêu cầu bổ sung {sent} lần. Quy định yêu cầu nêu đủ trong một lần; hồ sơ bị "
        "yêu cầu nhiều lần mà chưa có kết quả thì Bộ chỉ số 766 tính là trễ hạn."
    )


def take_attachment(form: ActForm) -> bool:
    """Take in the file of a valid form; say on the form why it cannot be taken."""
    upload = form.cleaned_data.get("attachment")
    if not isinstance(form, Attaching) or not upload:
        return True
    taken = files.take_in(stream=upload.file, name=upload.name, by=form.actor, at=form.at)
    if isinstance(taken, Problem):
        form.add_error("attachment", file_sentence(taken))
        return False
    if taken.media_type != files.PDF:
        form.add_error("attachment", "Văn bản kết quả phải là tệp PDF. Lưu lại thành PDF rồi tải lên.")
        return False
    form.taken = taken
    return True
