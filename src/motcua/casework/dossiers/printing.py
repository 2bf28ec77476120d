"""Official papers of a dossier, made from data alone: the same facts give the same bytes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment
from motcua.base.text import NBSP
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
    SentPaper,
    Signature,
    SupplementItem,
    SupplementSlip,
)
from motcua.casework.dossiers.sentences import DELIVERIES, PAPER_FORMS
from motcua.casework.dossiers.words import Outcome, PaperForm, PaperSource, ResultDelivery, SlipForm, Stage
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.sentences import amount_of, time_of
from motcua.reference.forms import queries as forms
from motcua.reference.forms.rules import as_rows
from motcua.reference.forms.sentences import UNANSWERED
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.org.words import AgencyKind

MOST_ACTS = 4
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
    told = _answers(dossier) if result.outcome == Outcome.GRANTED else []
    grounds = [("Lý do", result.reason)] if result.reason else []
    paper = ResultPaper(
        head=_head(dossier.competent_agency, result.number, result.issued_at),
        code=str(dossier),
        lookup=_lookup(dossier),
        demo=settings.DEMO,
        title=result.title,
        about=dossier.version.name,
        rows=(("Người đề nghị", dossier.applicant["name"]), *told, *content, *grounds),
        legal_basis=tuple(filter(str.strip, result.legal_ground.splitlines())) or _acts(dossier),
        signature=Signature(
            role=_title(result.approved_by, result.issued_at), name=result.approved_by.full_name
        ),
    )
    return paper.render(result.issued_at)


def sent_bytes(dossier: Dossier, papers: Sequence[tuple[str, str]]) -> bytes:
    """Print what was filed: the answers, and each paper (`name, where it came from`)."""
    assert dossier.submitted_at is not None, "only what was filed is printed"
    applicant = dossier.applicant
    who = [("Chủ hồ sơ", applicant["name"]), ("Địa chỉ", applicant.get("address", ""))]
    if dossier.submitter_id != dossier.owner_id:
        who.append(("Người nộp thay", dossier.submitter.full_name))
    filed = [(f"Giấy tờ {number}", f"{name} ({origin})") for number, (name, origin) in enumerate(papers, 1)]
    paper = SentPaper(
        head=_counter_head(dossier.receiving_unit, dossier.temporary_code, dossier.submitted_at),
        code=str(dossier),
        lookup=_lookup(dossier),
        demo=settings.DEMO,
        title="Bản ghi hồ sơ đã nộp",
        about=dossier.version.name,
        filed_at=full_moment(dossier.submitted_at),
        rows=(*[row for row in who if row[1]], *_all_answers(dossier), *filed),
    )
    return paper.render(dossier.submitted_at)


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
    """A centre is an agency of its own or a unit of the committee; either way it stands under it."""
    if unit.agency.kind == AgencyKind.CENTRE:
        return _head(unit.agency, number, at)
    agency = unit.agency
    return Head(
        parent=_whole(agency.short_name),
        agency=_whole(unit.name),
        number=number,
        place=agency.place,
        day=local(at).date(),
    )


def _head(agency: Agency, number: str, at: datetime) -> Head:
    parent = agency.parent.short_name if agency.parent else ""
    return Head(
        parent=_whole(parent),
        agency=_whole(agency.name),
        number=number,
        place=agency.place,
        day=local(at).date(),
    )


def _whole(name: str) -> str:
    """Keep the name of a place on one line: `phường Minh Xuân`."""
    for word in (" phường ", " xã ", " tỉnh ", " đặc khu "):
        before, found, place = name.partition(word)
        if found:
            return f"{before} {word.strip()}{NBSP}{place.replace(' ', NBSP)}"
    return name


def _acts(dossier: Dossier) -> tuple[str, ...]:
    """Give the first acts that the procedure rests on; the catalogue has them all."""
    acts = catalogue.parts_of(dossier.version_id).legal_basis[:MOST_ACTS]
    return tuple(f"{act.name} số {act.number}" if act.name else act.number for act in acts)


def _all_answers(dossier: Dossier) -> list[tuple[str, str]]:
    """Give every answer of the e-form."""
    if dossier.version.form_id is None:
        return []
    groups = as_rows(forms.schema_of(dossier.version.form_id), dossier.answers)
    rows = (row for group in groups for row in group.rows)
    return [(row.label.rstrip("?"), row.value_text) for row in rows if row.value_text != UNANSWERED]


def _answers(dossier: Dossier) -> list[tuple[str, str]]:
    """Give the answers of the first page of the e-form: whom and what the result is about."""
    if dossier.version.form_id is None:
        return []
    groups = as_rows(forms.schema_of(dossier.version.form_id), dossier.answers)
    first = groups[0].rows if groups else ()
    return [(row.label.rstrip("?"), row.value_text) for row in first if row.value_text != UNANSWERED]


def _title(signer: Staff, at: datetime) -> str:
    return org.title_of(signer.pk, local(at).date()) or "Người có thẩm quyền"


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
    return "Xác nhận qua VNeID" if online else "Ký, ghi rõ họ tên"
