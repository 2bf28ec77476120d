"""What the page of a dossier shows, prepared for its template."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import local, now
from motcua.base.clock.explain import LineKind
from motcua.base.clock.sentences import short_date
from motcua.base.text import mask_tail
from motcua.casework.dossiers import queries, rules
from motcua.casework.dossiers.models import Dossier, Paper, Result, Slip, SupplementRound
from motcua.casework.dossiers.pages.acts_shown import acts_of
from motcua.casework.dossiers.pages.judging import JudgeForm, PaperFields
from motcua.casework.dossiers.pages.life_shown import life_of
from motcua.casework.dossiers.pages.told import due_of, moment, sentence_case
from motcua.casework.dossiers.queries import StepTold, Time
from motcua.casework.dossiers.sentences import (
    DELIVERIES,
    PAPER_FORMS,
    PAPER_SOURCES,
    VERDICTS,
)
from motcua.casework.dossiers.words import (
    Delivery,
    Finance,
    PaperForm,
    PaperSource,
    ResultDelivery,
    RoundState,
    Verdict,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.sentences import fee_of_all
from motcua.reference.forms import queries as forms
from motcua.reference.forms import rules as form_rules
from motcua.reference.people import queries as people
from motcua.reference.people.models import Representation
from motcua.reference.people.sentences import BASES, DOCUMENTS, paper_said
from motcua.reference.people.words import Basis

IDENTITY_SHOWN, PHONE_SHOWN = 4, 3
TONES = {Verdict.UNSEEN: "mute", Verdict.PASSED: "good", Verdict.FAILED: "error"}
FINANCES = {
    Finance.NONE: "Chưa phải trả",
    Finance.DUE: "Phải trả",
    Finance.WAITING: "Đang chờ ngân hàng",
    Finance.PAID: "Đã trả",
    Finance.CANCELLED: "Đã hủy",
    Finance.REFUNDED: "Đã hoàn",
}
HANDED = {Delivery.NONE: "", Delivery.READY: "Sẵn sàng trả", Delivery.HANDED_OVER: "Đã nhận"}
SLIPS = {
    "M01": "Giấy tiếp nhận, hẹn trả",
    "M02": "Yêu cầu bổ sung",
    "M03": "Từ chối tiếp nhận",
    "M04": "Xin lỗi, gia hạn",
    "M05": "Thông báo dừng giải quyết",
}
ROUNDS = {
    RoundState.PROPOSED: ("Chờ lãnh đạo duyệt", "warn"),
    RoundState.APPROVED: ("Đã duyệt, chờ một cửa gửi", "warn"),
    RoundState.DECLINED: ("Không duyệt", "mute"),
    RoundState.SENT: ("Chờ người nộp", "warn"),
    RoundState.ANSWERED: ("Người nộp đã gửi, chờ kiểm tra", "action"),
    RoundState.COMPLETE: ("Đã nhận đủ", "good"),
}
RESULTS = {
    "drafted": ("Dự thảo", "warn"),
    "approved": ("Đã duyệt, chờ vào số", "action"),
    "issued": ("Đã phát hành", "good"),
}
EVENTS = {
    "dossier.supplement_requested": "waiting",
    "dossier.intake_refused": "wrong",
    "dossier.withdrawn": "wrong",
    "dossier.stopped": "wrong",
    "dossier.extended": "waiting",
}
STAGES = {"done": "done", "now": "now", "to_come": "next"}
QUIET = frozenset(
    {"dossier.draft_created", "dossier.draft_saved", "dossier.slip_kept", "dossier.result_kept"}
)


@dataclass(frozen=True)
class PaperRow:
    """A paper with its verdict, and the fields to change it."""

    paper: Paper
    href: str
    origin: str
    source: str
    verdict: str
    tone: str
    judged: str
    said: str
    fields: PaperFields | None


def shown_to(
    actor: Actor, dossier: Dossier, facts: rules.Facts, form: JudgeForm | None, *, legible: bool
) -> dict[str, Any]:
    """Give everything that the page shows; `legible` writes the applicant's numbers out."""
    at = now()
    time = queries.time_of(dossier, at)
    acts, hindered = acts_of(dossier, facts, actor, form)
    return {
        "dossier": dossier,
        "back": reverse("desk:work"),
        "due": due_of(dossier.state, time.left),
        "reckoning": _reckoning(time),
        "moved": time.moved,
        "first_due": _first_due(time),
        "fee": _fee(dossier),
        "delivery": DELIVERIES[ResultDelivery(dossier.result_delivery)],
        "handed": _handed(dossier),
        "acts": acts,
        "hindered": hindered,
        "form": form,
        "editing": form is not None and (form.is_bound or Verdict.UNSEEN in facts.verdicts),
        "papers": [_paper(one, dossier, form, at) for one in queries.papers_of(dossier)],
        "unseen": facts.verdicts.count(Verdict.UNSEEN),
        "answers": _answers(dossier, legible=legible),
        "applicant": _applicant(dossier, legible=legible),
        "legible": legible,
        "reveal": reverse("desk:reveal", args=[dossier.pk]),
        "judge": reverse("desk:judge", args=[dossier.pk]),
        "stages": [_stage(one, actor) for one in queries.steps_of(dossier)],
        "slips": [_slip(one, at) for one in queries.slips_of(dossier)],
        "rounds": [_round(one, at) for one in queries.rounds_of(dossier)],
        **life_of(dossier, at),
        "result": _result(queries.result_of(dossier), dossier, at),
        "returned": queries.return_of(dossier),
        "events": _events(dossier, at),
        "notes": [(one, moment(one.started_at, at)) for one in queries.stays_of(dossier)],
        "hotline": settings.HOTLINE,
    }


def _reckoning(time: Time) -> list[tuple[str, str, str, str]]:
    """Give the reckoning line by line: day, what it does, number, and the look of the row."""
    looks = {LineKind.OFF: "mc-table__off", LineKind.PAUSED: "mc-table__off", LineKind.DUE: "mc-table__end"}
    rows = []
    for line, sentence in zip(time.lines, time.sentences, strict=True):
        day, parted, what = sentence.partition(": ")
        number = str(line.count) if line.kind is LineKind.COUNTED else ""
        rows.append((day if parted else "", what if parted else sentence, number, looks.get(line.kind, "")))
    return rows


def _first_due(time: Time) -> str:
    """Tell the date that was first promised, when it is another now, and whether that one is past."""
    if time.original_due_at is None or time.original_due_at == time.due_at:
        return ""
    first = f"Hẹn lần đầu {short_date(local(time.original_due_at).date())}"
    return f"{first}, đã quá ngày đó" if time.first_missed else first


def _fee(dossier: Dossier) -> tuple[str, str]:
    fees = fee_of_all(catalogue.parts_of(dossier.version_id).fees)
    finance = Finance(dossier.finance)
    return (fees, "") if finance is Finance.NONE else (FINANCES[finance], fees)


def _handed(dossier: Dossier) -> str:
    """Say how far the result is, and at which counter where another one than that of the agency has it."""
    away = dossier.home_counter_id and dossier.result_delivery == ResultDelivery.ONE_STOP
    place = dossier.receiving_unit.name if away else ""
    return ". ".join(filter(None, (HANDED[Delivery(dossier.delivery)], place)))


def _paper(paper: Paper, dossier: Dossier, form: JudgeForm | None, at: datetime) -> PaperRow:
    verdict = Verdict(paper.verdict)
    quantity = f"{paper.quantity} bản" if paper.quantity > 1 else ""
    kind = PAPER_FORMS[PaperForm(paper.form)]
    pages = f"{paper.file.pages} trang" if paper.file and paper.file.pages else ""
    judged = f"{paper.judged_by.full_name}, {moment(paper.judged_at, at)}" if paper.judged_by else ""
    return PaperRow(
        paper=paper,
        href=_where(paper, dossier),
        origin=", ".join(filter(None, (kind, quantity, pages))),
        source=PAPER_SOURCES[PaperSource(paper.source)],
        said=paper_said(paper.number, paper.issuer, paper.issued_on, paper.valid_to),
        verdict=VERDICTS[verdict],
        tone=TONES[verdict],
        judged=judged,
        fields=form.rows.get(paper.pk) if form and not paper.superseded else None,
    )


def _where(paper: Paper, dossier: Dossier) -> str:
    """Give where a paper is read: its file, or the answers on the same page."""
    if paper.file:
        return reverse("desk:paper", args=[dossier.pk, paper.pk])
    return "#to-khai" if paper.source == PaperSource.E_FORM and dossier.answers else ""


def _answers(dossier: Dossier, *, legible: bool) -> tuple[form_rules.Group, ...]:
    if dossier.version.form_id is None or not dossier.answers:
        return ()
    schema = forms.schema_of(dossier.version.form_id)
    return form_rules.as_rows(schema, dossier.answers, masked=not legible)


def _applicant(dossier: Dossier, *, legible: bool) -> Mapping[str, Any]:
    owner, filed = dossier.owner, dossier.applicant
    identity, phone = owner.identifier or "", filed.get("phone", "")
    return {
        "name": filed.get("name", owner.full_name),
        "verified": owner.verified_at is not None,
        "identity": identity if legible else mask_tail(identity, IDENTITY_SHOWN),
        "phone": phone if legible else mask_tail(phone, PHONE_SHOWN),
        "address": filed.get("address", ""),
        **_filed_by(dossier),
    }


def _filed_by(dossier: Dossier) -> dict[str, str]:
    """Tell who files for the owner, by what right, and whether anybody confirmed it."""
    right = dossier.representation
    if right is None:
        return {"submitter": ""}
    until = f", đến {short_date(right.valid_to)}" if right.valid_to else ""
    document = f"{right.document}{until}" if right.document else ""
    return {
        "submitter": dossier.submitter.full_name,
        "basis": BASES[Basis(right.basis)],
        "document": "; ".join(told for told in (document, _not_sent(right)) if told),
        "confirmed": "Đã xác nhận" if right.confirmed_at else "Tự khai; đối chiếu giấy tờ khi tiếp nhận",
    }


def _not_sent(right: Representation) -> str:
    lacks = right.by_document and right.confirmed_at is None and not people.document_of(right.pk)
    return f"chưa có bản chụp {DOCUMENTS[Basis(right.basis)].lower()}" if lacks else ""


def _stage(step: StepTold, actor: Actor) -> tuple[str, str, str, str]:
    who = f"{step.who} (bạn)" if step.who and step.who == actor.name else step.who or step.unit
    return STAGES[step.state], step.name, f"{step.hours} giờ", who


def _slip(slip: Slip, at: datetime) -> tuple[str, str, str]:
    href = reverse("desk:slip", args=[slip.dossier_id, slip.pk])
    return f"{slip.form_code} {SLIPS[slip.form]}", href, moment(slip.issued_at, at)


def _round(asked: SupplementRound, at: datetime) -> Mapping[str, Any]:
    words, tone = ROUNDS[RoundState(asked.state)]
    told = f"{asked.proposed_by.full_name} soạn {moment(asked.proposed_at, at)}"
    if asked.approved_by:
        told += f", {asked.approved_by.full_name} duyệt {moment(asked.approved_at, at)}"
    if asked.sent_by:
        told += f", {asked.sent_by.full_name} gửi {moment(asked.sent_at, at)}"
    return {"round": asked, "words": words, "tone": tone, "told": f"{told}."}


def _result(result: Result | None, dossier: Dossier, at: datetime) -> Mapping[str, Any] | None:
    if result is None:
        return None
    words, tone = RESULTS[result.state]
    told = f"{result.drafted_by.full_name} soạn {moment(result.drafted_at, at)}"
    if result.approved_by:
        told += f", {result.approved_by.full_name} duyệt {moment(result.approved_at, at)}"
    if result.issued_by:
        told += f", {result.issued_by.full_name} phát hành {moment(result.issued_at, at)}"
    href = reverse("desk:result", args=[dossier.pk])
    return {"result": result, "words": words, "tone": tone, "told": f"{told}.", "href": href}


def _events(dossier: Dossier, at: datetime) -> list[tuple[str, str, str]]:
    """Give the story, newest first; what the house does by itself is left out."""
    return [
        (sentence_case(one.sentence), f"{moment(one.at, at)}. {one.who}", EVENTS.get(one.verb, "done"))
        for one in queries.events_of(dossier)
        if one.verb not in QUIET
    ]
