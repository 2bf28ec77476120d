"""Acts that end a dossier without a result: stop it, or close it because papers never came."""

from collections.abc import Mapping
from typing import Any

from django import forms

from motcua.base.clock import local, today
from motcua.base.rooms import Refusal
from motcua.base.ui.forms import DateField
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Line, Words
from motcua.casework.dossiers.sentences import SETTLEMENTS, STOP_GROUNDS
from motcua.casework.dossiers.words import Finance, Move, Settlement, StopGround
from motcua.reference.catalogue import queries as catalogue

OWNER, AGENCY = "Chủ hồ sơ", "Cơ quan giải quyết"
_SAY_HOW_MUCH = {one.value: ("settlement_words",) for one in (Settlement.REFUNDED, Settlement.KEPT)}


class EndForm(ActForm):
    """Asks for reason and legal basis, for what becomes of the money, and for the papers given back."""

    template = "acts/stop.html"
    danger = True
    follow = {"settlement": _SAY_HOW_MUCH}

    words = Words(label="Lý do", rows=3, help_text="Người nộp đọc câu này trong thông báo.")
    legal_basis = Line(label="Căn cứ pháp lý", help_text="Số, tên văn bản và điều khoản.")
    settlement = forms.ChoiceField(label="Phí, lệ phí", widget=forms.RadioSelect)
    settlement_words = Line(label="Ghi rõ số tiền, cách hoàn", required=False)
    returned = forms.MultipleChoiceField(
        label="Giấy tờ trả lại cho người nộp", required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        """Offer what fits the money of the dossier, its papers, and the first act of the procedure."""
        acts = catalogue.parts_of(self.dossier.version_id).legal_basis
        self.initial["legal_basis"] = f"{acts[0].name} số {acts[0].number}" if acts else ""
        fitting = commands.SETTLEMENTS.get(Finance(self.dossier.finance), (Settlement.NOTHING_DUE,))
        _choose(self.fields["settlement"], [(one.value, SETTLEMENTS[one]) for one in fitting])
        self.initial["settlement"] = fitting[0].value
        papers = [one.name for one in queries.papers_of(self.dossier) if not one.superseded]
        _choose(self.fields["returned"], [(name, name) for name in dict.fromkeys(papers)])
        if not papers:
            del self.fields["returned"]

    def said(self, ground: StopGround) -> commands.Stop:
        """Give what was said."""
        said = self.cleaned_data
        return commands.Stop(
            ground=ground,
            words=said["words"],
            legal_basis=said["legal_basis"],
            requested_by=OWNER if ground is StopGround.APPLICANT_REQUEST else AGENCY,
            requested_on=said.get("requested_on") or local(self.at).date(),
            settlement=Settlement(said["settlement"]),
            settlement_words=said["settlement_words"],
            returned_documents=said.get("returned", ()),
        )


class Stop(EndForm):
    """Stop a dossier on request or on a legal ground."""

    name, slug = "stop", "dung"
    label, button = "Dừng giải quyết", "Dừng và ký thông báo M05"
    moves = (Move.STOP,)
    follow = {
        "settlement": _SAY_HOW_MUCH,
        "ground": {StopGround.APPLICANT_REQUEST.value: ("requested_on",)},
    }
    field_order = ("ground", "requested_on", "words", "legal_basis", "settlement")

    ground = forms.ChoiceField(
        label="Trường hợp dừng",
        choices=[
            (one.value, STOP_GROUNDS[one]) for one in StopGround if one is not StopGround.NOT_SUPPLEMENTED
        ],
        widget=forms.RadioSelect,
    )
    requested_on = DateField(label="Ngày chủ hồ sơ đề nghị", latest=today)

    def story(self) -> Mapping[str, Any]:
        """Tell what it ends."""
        return {"ends": "Đồng hồ dừng hẳn, hồ sơ kết thúc và thông báo M05 được gửi cho người nộp."}

    def do(self, common: Common) -> Dossier | Refusal:
        """Stop."""
        return commands.stop(**common, said=self.said(StopGround(self.cleaned_data["ground"])))

    def done(self, dossier: Dossier) -> str:
        """Say that it ended."""
        return "Đã dừng giải quyết. Thông báo M05 ở mục Phiếu."


class CloseNotSupplemented(EndForm):
    """Close a dossier whose papers never came."""

    name, slug = "close", "ket-thuc"
    label, button = "Kết thúc vì không bổ sung", "Kết thúc và ký thông báo"
    moves = (Move.CLOSE_NOT_SUPPLEMENTED,)

    def story(self) -> Mapping[str, Any]:
        """Tell what it ends."""
        form = "phiếu từ chối M03" if self.dossier.accepted_at is None else "thông báo M05"
        return {"ends": f"Hồ sơ kết thúc và {form} được gửi cho người nộp. Việc này không bao giờ tự xảy ra."}

    def do(self, common: Common) -> Dossier | Refusal:
        """Close."""
        return commands.close_not_supplemented(**common, said=self.said(StopGround.NOT_SUPPLEMENTED))

    def done(self, dossier: Dossier) -> str:
        """Say that it ended."""
        return "Đã kết thúc hồ sơ. Thông báo ở mục Phiếu."


def _choose(field: forms.Field, choices: list[tuple[str, str]]) -> None:
    assert isinstance(field, forms.ChoiceField | forms.MultipleChoiceField)
    field.choices = choices
