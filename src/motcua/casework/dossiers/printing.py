"""Official papers of a dossier, made from data alone: the same facts give the same bytes."""

from datetime import datetime
from typing import Any

from django.conf import settings

from motcua.base.clock import local
from motcua.casework.dossiers.models import Dossier, Result, Slip
from motcua.casework.dossiers.papers.forms import (
    Applicant,
    Component,
    FeeLine,
    Head,
    Lookup,
    Receipt,
    RefusalSlip,
    ResultPaper,
    Signature,
    SupplementItem,
    SupplementSlip,
)
from motcua.casework.dossiers.sentences import DELIVERIES, PAPER_FORMS
from motcua.casework.dossiers.words import PaperForm, PaperSource, ResultDelivery, SlipForm, Stage
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.sentences import amount_of, time_of
from motcua.reference.org.models import Agency, Unit

_SYMBOLS = {SlipForm.M01: "TNHS", SlipForm.M02: "HDHS", SlipForm.M03: "TCHS"}


def slip_bytes(slip: Slip) -> bytes:
    """Print an issued slip."""
    makers = {SlipForm.M01: _receipt, SlipForm.M02: _supplement, SlipForm.M03: _refusal}
    return makers[SlipForm(slip.form)](slip).render(slip.issued_at)


def slip_name(slip: Slip) -> str:
    """Give the file name of a slip; no personal value in it."""
    return f"{slip.form}-{slip.number:04d}-{slip.year}.pdf"


def result_bytes(result: Result) -> bytes:
    """Print an issued result that the officer did not attach as a file."""
    assert result.issued_at is not None and result.approved_by is not None, "only an issued result is printed"
    dossier = result.dossier
    content = [("Nội dung", result.content)] if result.content else []
    grounds = [("Lý do", result.reason)] if result.reason else []
    paper = ResultPaper(
        head=_head(dossier.competent_agency, result.number, result.issued_at),
        code=str(dossier),
        lookup=_lookup(dossier),
        demo=settings.DEMO,
        title=result.title,
        about=dossier.version.name,
        rows=(("Người đề nghị", dossier.applicant["name"]), *content, *grounds),
        legal_basis=tuple(line for line in result.legal_ground.splitlines() if line.strip())
        or tuple(one.number for one in catalogue.parts_of(dossier.version_id).legal_basis),
        signature=Signature(role="Người có thẩm quyền", name=result.approved_by.full_name),
    )
    return paper.render(result.issued_at)


def result_name(result: Result) -> str:
    """Give the file name of a result; no personal value in it."""
    return f"ket-qua-{result.number.split('/')[0]}.pdf"


def _receipt(slip: Slip) -> Receipt:
    dossier, facts = slip.dossier, slip.facts
    rule = catalogue.parts_of(dossier.version_id).rule_for(dossier.case_id, dossier.channel)
    return Receipt(
        **_common(slip),
        components=tuple(
            Component(name=name, form=PAPER_FORMS[PaperForm(form)], quantity=quantity)
            for name, form, quantity in facts["papers"]
        ),
        copies=dossier.copies,
        duration=time_of(rule) if rule else "",
        accepted_at=datetime.fromisoformat(facts["accepted_at"]),
        due=_due(facts),
        delivery=DELIVERIES[ResultDelivery(dossier.result_delivery)],
        fees=_fees(dossier),
        register_no=f"{slip.number}/{slip.year}",
        receiving_unit="",
        submitter=facts.get("submitter", ""),
        submitter_signature=Signature(
            role="Người nộp hồ sơ", name=facts["applicant"]["name"], note=_how_signed(dossier)
        ),
        officer_signature=Signature(role="Người tiếp nhận hồ sơ", name=slip.issued_by.full_name),
    )


def _supplement(slip: Slip) -> SupplementSlip:
    facts = slip.facts
    stage = "Tiếp nhận" if facts["stage"] == Stage.INTAKE else "Thẩm định"
    return SupplementSlip(
        **_common(slip),
        items=tuple(SupplementItem(name=name, form="", reason=reason) for name, reason in facts["items"]),
        reason=facts["reason"],
        legal_basis=facts["legal_basis"],
        stage=stage,
        contact=f"{slip.unit.name}, điện thoại {settings.HOTLINE}",
        guide_signature=Signature(role="Người hướng dẫn", name=slip.issued_by.full_name),
    )


def _refusal(slip: Slip) -> RefusalSlip:
    facts = slip.facts
    return RefusalSlip(
        **_common(slip),
        reason=facts["reason"],
        legal_basis=facts["legal_basis"],
        decided_by=Signature(role="Người tiếp nhận hồ sơ", name=slip.issued_by.full_name),
        competent_unit=facts["right_authority"],
    )


def _common(slip: Slip) -> dict[str, Any]:
    dossier = slip.dossier
    applicant = slip.facts.get("applicant") or dossier.applicant
    case = f" ({dossier.case.name})" if dossier.case else ""
    return {
        "head": _counter_head(slip.unit, f"{slip.number}/{_SYMBOLS[SlipForm(slip.form)]}", slip.issued_at),
        "code": str(dossier),
        "lookup": _lookup(dossier),
        "demo": settings.DEMO,
        "applicant": Applicant(
            **{key: applicant.get(key, "") for key in ("name", "address", "phone", "email")}
        ),
        "procedure": f"{dossier.version.name}{case}",
    }


def _counter_head(unit: Unit, number: str, at: datetime) -> Head:
    return _head(unit.agency, number, at)


def _head(agency: Agency, number: str, at: datetime) -> Head:
    parent = agency.parent.name if agency.parent else ""
    return Head(parent=parent, agency=agency.name, number=number, place=agency.place, day=local(at).date())


def _lookup(dossier: Dossier) -> Lookup:
    base = settings.BASE_URL
    return Lookup(
        address=base.partition("://")[2], url=f"{base}/tra-cuu/?ma={dossier}", hotline=settings.HOTLINE
    )


def _due(facts: dict[str, Any]) -> Any:
    if facts["due_at"] is None:
        return None
    due = local(datetime.fromisoformat(facts["due_at"]))
    return due if facts["due_by_instant"] else due.date()


def _fees(dossier: Dossier) -> tuple[FeeLine, ...]:
    return tuple(
        FeeLine(label=fee.name, words=amount_of(fee)) for fee in catalogue.parts_of(dossier.version_id).fees
    )


def _how_signed(dossier: Dossier) -> str:
    online = dossier.papers.filter(source=PaperSource.E_FORM).exists()
    return "(Xác nhận qua VNeID)" if online else "(Ký, ghi rõ họ tên)"
