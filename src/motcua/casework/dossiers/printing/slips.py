"""From the facts of an act to the slip that it issues."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment
from motcua.casework.dossiers.models import Dossier, Slip
from motcua.casework.dossiers.papers import (
    Applicant,
    Component,
    ExtensionLetter,
    FeeLine,
    Receipt,
    RefusalSlip,
    Signature,
    StopLetter,
    SupplementItem,
    SupplementSlip,
    form_in,
    typeset,
)
from motcua.casework.dossiers.papers import Slip as SlipPaper
from motcua.casework.dossiers.papers.wording import phone_words, two_digits
from motcua.casework.dossiers.printing.heads import SOMEBODY, agency_head, counter_head, lookup_of
from motcua.casework.dossiers.sentences import (
    FEE_KINDS,
    FEES_PAID,
    FROM_STORE,
    PAPER_FORMS,
    REFUSAL_REASONS,
    RETURNED_AT_STORE,
    SETTLEMENTS,
    STAGES,
    STOP_GROUNDS,
)
from motcua.casework.dossiers.words import (
    Finance,
    PaperForm,
    PaperSource,
    RefusalReason,
    ResultDelivery,
    Settlement,
    SlipForm,
    Stage,
    StopGround,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import Fee
from motcua.reference.catalogue.sentences import amount_of, time_of
from motcua.reference.catalogue.words import FeeKind

BY_HAND = "Ký, ghi rõ họ tên"
_BY_AGENCY = (SlipForm.M04, SlipForm.M05)


def slip_bytes(slip: Slip) -> bytes:
    """Print an issued slip from what it was frozen with, whatever changed since."""
    return typeset(slip.facts["paper"], at=slip.issued_at)


def slip_name(slip: Slip) -> str:
    """Give the file name of a slip; no personal value in it."""
    return f"{slip.form_code}-{slip.number:04d}-{slip.year}.pdf"


def paper_of(slip: Slip) -> SlipPaper:
    """Say what a slip says by the facts of its act; `facts["paper"]` of an issued one keeps the answer."""
    return _MAKERS[SlipForm(slip.form)](slip)


def _receipt(slip: Slip) -> Receipt:
    dossier, facts = slip.dossier, slip.facts
    rule = catalogue.parts_of(dossier.version_id).rule_for(dossier.case_id, dossier.channel)
    volume, number = facts.get("register") or ("", "")
    return Receipt(
        **_common(slip),
        components=tuple(
            Component(name=name, form=_form(form, *source), quantity=quantity)
            for name, form, quantity, *source in facts["papers"]
        ),
        copies=dossier.copies,
        duration=two_digits(time_of(rule)) if rule else "",
        accepted_at=datetime.fromisoformat(facts["accepted_at"]),
        due=_due(facts["due_at"], facts),
        previous_due=_due(facts.get("previous_due_at"), facts),
        delivery=_delivery(dossier),
        fees=fees_of(dossier),
        note=_entered_late(facts),
        register_volume=volume,
        register_no=number,
        submitter=facts.get("submitter", ""),
        submitter_signature=Signature(
            role="Người nộp hồ sơ",
            name=facts.get("submitter") or facts["applicant"]["name"],
            note=_how_signed(dossier),
        ),
        officer_signature=Signature(
            role="Người tiếp nhận hồ sơ", name=slip.issued_by.full_name, note=BY_HAND
        ),
    )


def _supplement(slip: Slip) -> SupplementSlip:
    facts = slip.facts
    dossier = slip.dossier
    due = local(dossier.due_at) if dossier.due_at else None
    return SupplementSlip(
        **_common(slip),
        items=tuple(SupplementItem(name=name, form="", reason=reason) for name, reason in facts["items"]),
        reason=facts["reason"],
        legal_basis=facts["legal_basis"],
        stage=STAGES[Stage(facts["stage"])],
        supplement_due=date.fromisoformat(facts["until"]) if facts.get("until") else None,
        previous_due=due if due is None or dossier.due_by_instant else due.date(),
        contact=f"{slip.unit.name}, điện thoại {settings.HOTLINE}",
        guide_signature=Signature(role="Người hướng dẫn", name=slip.issued_by.full_name, note=BY_HAND),
    )


def _refusal(slip: Slip) -> RefusalSlip:
    facts = slip.facts
    return RefusalSlip(
        **_common(slip),
        kind=REFUSAL_REASONS[RefusalReason(facts["reason_code"])],
        reason=facts["reason"],
        legal_basis=facts["legal_basis"],
        decided_by=Signature(
            role=facts.get("signer_title") or "Người tiếp nhận hồ sơ",
            name=slip.issued_by.full_name,
            note=BY_HAND,
        ),
        competent_unit=facts["right_authority"],
    )


def _extension(slip: Slip) -> ExtensionLetter:
    """Read `accepted_at, old_due, new_due, due_by_instant, reason, responsible, signer_title`."""
    facts = slip.facts
    return ExtensionLetter(
        **_common(slip),
        accepted_at=datetime.fromisoformat(facts["accepted_at"]),
        old_due=_day_or_moment(facts["old_due"], by_instant=facts["due_by_instant"]),
        new_due=_day_or_moment(facts["new_due"], by_instant=facts["due_by_instant"]),
        reason=facts["reason"],
        responsible=facts["responsible"],
        legal_basis=facts.get("legal_basis", ""),
        one_stop=facts.get("one_stop", ""),
        signature=Signature(role=facts["signer_title"] or SOMEBODY, name=slip.issued_by.full_name),
    )


def _stop(slip: Slip) -> StopLetter:
    """Read `ground, reason, legal_basis, requested_by, requested_on, stage, decided_on, settlement,

    settlement_words, returned_documents, signer_title`; days as ISO, ground and settlement as their words.
    """
    facts = slip.facts
    settlement = SETTLEMENTS[Settlement(facts["settlement"])]
    words = facts["settlement_words"]
    return StopLetter(
        **_common(slip),
        requested_by=facts["requested_by"],
        requested_on=date.fromisoformat(facts["requested_on"]),
        stage=facts["stage"],
        ground=STOP_GROUNDS[StopGround(facts["ground"])],
        reason=facts["reason"],
        legal_basis=facts["legal_basis"],
        decided_on=date.fromisoformat(facts["decided_on"]),
        settlement=f"{settlement}. {words}" if words else settlement,
        returned_documents=tuple(facts["returned_documents"]),
        signature=Signature(role=facts["signer_title"] or SOMEBODY, name=slip.issued_by.full_name),
    )


_MAKERS: Mapping[SlipForm, Callable[[Slip], SlipPaper]] = {
    SlipForm.M01: _receipt,
    SlipForm.M02: _supplement,
    SlipForm.M03: _refusal,
    SlipForm.M04: _extension,
    SlipForm.M05: _stop,
}


def _common(slip: Slip) -> dict[str, Any]:
    dossier, form = slip.dossier, form_in(slip.form_set, SlipForm(slip.form))
    filed = slip.facts.get("applicant") or dossier.applicant
    applicant = {**filed, "phone": phone_words(filed.get("phone", ""))}
    case = f" ({dossier.case.name})" if dossier.case else ""
    head = (
        partial(agency_head, slip.unit.agency)
        if form.kind in _BY_AGENCY
        else partial(counter_head, slip.unit)
    )
    return {
        "form": form,
        "head": head(f"{slip.number}/{form.symbol}", slip.issued_at),
        "code": str(dossier),
        "lookup": lookup_of(dossier),
        "demo": settings.DEMO,
        "applicant": Applicant(
            **{key: applicant.get(key, "") for key in ("name", "address", "phone", "email")}
        ),
        "procedure": f"{dossier.version.name}{case}",
    }


def _entered_late(facts: Mapping[str, Any]) -> str:
    """Say that the dossier was taken in by hand and entered later; nothing for all others."""
    late = facts.get("entered_late")
    if late is None:
        return ""
    began, ended, entered = (
        full_moment(datetime.fromisoformat(late[one])) for one in ("began_at", "ended_at", "entered_at")
    )
    return f"nhận bằng tay trong sự cố từ {began} đến {ended}; nhập sau sự cố lúc {entered}"


def _form(form: str, source: str = "") -> str:
    """Say in which form a paper came; one that the State has came from nobody's hand."""
    return FROM_STORE if source == PaperSource.STORE else PAPER_FORMS[PaperForm(form)]


def _delivery(dossier: Dossier) -> str:
    """Say where the result is received: at which counter, or in the store of papers."""
    how = ResultDelivery(dossier.result_delivery)
    unit = dossier.receiving_unit
    return unit.name if how is ResultDelivery.ONE_STOP else RETURNED_AT_STORE


def fees_of(dossier: Dossier) -> tuple[FeeLine, ...]:
    """Give the charges of a dossier's case and way of filing: phí and lệ phí each on lines of their own."""
    found = [
        fee
        for fee in catalogue.parts_of(dossier.version_id).fees
        if fee.case_id in (None, dossier.case_id) and fee.channel in ("", dossier.channel)
    ]
    return tuple(
        FeeLine(label=FEE_KINDS[FeeKind(fee.kind)], words=_fee_words(fee, Finance(dossier.finance)))
        for fee in sorted(found, key=lambda one: list(FEE_KINDS).index(FeeKind(one.kind)))
    )


def _fee_words(fee: Fee, finance: Finance) -> str:
    """Say one charge: what for, how much, and where it costs something whether it is paid."""
    paid = f" ({FEES_PAID[finance]})" if fee.amount else ""
    return f"{fee.name}, {amount_of(fee)}{paid}"


def _due(said: str | None, facts: Mapping[str, Any]) -> date | None:
    return _day_or_moment(said, by_instant=facts["due_by_instant"]) if said else None


def _day_or_moment(said: str, *, by_instant: bool) -> date:
    moment = local(datetime.fromisoformat(said))
    return moment if by_instant else moment.date()


def _how_signed(dossier: Dossier) -> str:
    online = dossier.papers.filter(source=PaperSource.E_FORM).exists()
    return "Xác nhận qua VNeID" if online else BY_HAND
