"""Official papers of a dossier, made from data alone: the same facts give the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment
from motcua.base.text import NBSP
from motcua.casework.dossiers.models import Dossier, Result, Slip
from motcua.casework.dossiers.papers.forms import (
    Applicant,
    Component,
    ExtensionLetter,
    FeeLine,
    Head,
    Lookup,
    Receipt,
    RefusalSlip,
    ResultPaper,
    SentPaper,
    Signature,
    StopLetter,
    SupplementItem,
    SupplementSlip,
)
from motcua.casework.dossiers.papers.wording import phone_words
from motcua.casework.dossiers.sentences import DELIVERIES, FROM_STORE, PAPER_FORMS, SETTLEMENTS, STOP_GROUNDS
from motcua.casework.dossiers.words import (
    Outcome,
    PaperForm,
    PaperSource,
    ResultDelivery,
    Settlement,
    SlipForm,
    Stage,
    StopGround,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.sentences import amount_of, time_of
from motcua.reference.forms import queries as forms
from motcua.reference.forms.rules import as_rows
from motcua.reference.forms.sentences import UNANSWERED
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency, Staff, Unit
from motcua.reference.org.words import AgencyKind

MOST_ACTS = 4
CENTRE = "Trung tâm Phục vụ hành chính công"
CENTRE_BY_SENSE = f"Trung tâm Phục{NBSP}vụ hành{NBSP}chính{NBSP}công"
SOMEBODY = "Người có thẩm quyền"
_SYMBOLS = {
    SlipForm.M01: "TNHS",
    SlipForm.M02: "HDHS",
    SlipForm.M03: "TCHS",
    SlipForm.M04: "XLGH",
    SlipForm.M05: "TBD",
}
_BY_AGENCY = (SlipForm.M04, SlipForm.M05)


def slip_bytes(slip: Slip) -> bytes:
    """Print an issued slip."""
    return paper_of(slip).render(slip.issued_at)


def paper_of(slip: Slip) -> "Printed":
    """Give what an issued slip says."""
    return _MAKERS[SlipForm(slip.form)](slip)


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
            Component(name=name, form=_form(form, *source), quantity=quantity)
            for name, form, quantity, *source in facts["papers"]
        ),
        copies=dossier.copies,
        duration=time_of(rule) if rule else "",
        accepted_at=datetime.fromisoformat(facts["accepted_at"]),
        due=_due(facts),
        delivery=DELIVERIES[ResultDelivery(dossier.result_delivery)],
        fees=_fees(dossier),
        note=_entered_late(facts),
        register_no=f"{slip.number}/{slip.year}",
        receiving_unit="",
        submitter=facts.get("submitter", ""),
        submitter_signature=Signature(
            role="Người nộp hồ sơ", name=facts["applicant"]["name"], note=_how_signed(dossier)
        ),
        officer_signature=Signature(role="Người tiếp nhận hồ sơ", name=slip.issued_by.full_name),
    )


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


def _supplement(slip: Slip) -> SupplementSlip:
    facts = slip.facts
    stage = "Tiếp nhận" if facts["stage"] == Stage.INTAKE else "Thẩm định"
    return SupplementSlip(
        **_common(slip),
        items=tuple(SupplementItem(name=name, form="", reason=reason) for name, reason in facts["items"]),
        reason=facts["reason"],
        legal_basis=facts["legal_basis"],
        stage=stage,
        supplement_due=date.fromisoformat(facts["until"]) if facts.get("until") else None,
        contact=f"{slip.unit.name}, điện thoại {settings.HOTLINE}",
        guide_signature=Signature(role="Người hướng dẫn", name=slip.issued_by.full_name),
    )


def _refusal(slip: Slip) -> RefusalSlip:
    facts = slip.facts
    return RefusalSlip(
        **_common(slip),
        reason=facts["reason"],
        legal_basis=facts["legal_basis"],
        decided_by=Signature(
            role=facts.get("signer_title") or "Người tiếp nhận hồ sơ", name=slip.issued_by.full_name
        ),
        competent_unit=facts["right_authority"],
    )


def _extension(slip: Slip) -> ExtensionLetter:
    facts = slip.facts
    return ExtensionLetter(
        **_common(slip),
        accepted_at=datetime.fromisoformat(facts["accepted_at"]),
        old_due=_day_or_moment(facts["old_due"], by_instant=facts["due_by_instant"]),
        new_due=_day_or_moment(facts["new_due"], by_instant=facts["due_by_instant"]),
        reason=facts["reason"],
        responsible=facts["responsible"],
        signature=Signature(role=facts["signer_title"] or SOMEBODY, name=slip.issued_by.full_name),
    )


def _stop(slip: Slip) -> StopLetter:
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


Printed = Receipt | SupplementSlip | RefusalSlip | ExtensionLetter | StopLetter
_MAKERS: Mapping[SlipForm, Callable[[Slip], Printed]] = {
    SlipForm.M01: _receipt,
    SlipForm.M02: _supplement,
    SlipForm.M03: _refusal,
    SlipForm.M04: _extension,
    SlipForm.M05: _stop,
}


def _common(slip: Slip) -> dict[str, Any]:
    dossier = slip.dossier
    filed = slip.facts.get("applicant") or dossier.applicant
    applicant = {**filed, "phone": phone_words(filed.get("phone", ""))}
    case = f" ({dossier.case.name})" if dossier.case else ""
    by_agency = slip.form in _BY_AGENCY
    head = partial(_head, slip.unit.agency) if by_agency else partial(_counter_head, slip.unit)
    return {
        "head": head(f"{slip.number}/{_SYMBOLS[SlipForm(slip.form)]}", slip.issued_at),
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
        agency=_under(agency.short_name, unit.name),
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


def _under(parent: str, name: str) -> str:
    """Name a counter under its agency: a place that stands in the line above is not said twice."""
    for word in (" phường ", " xã ", " tỉnh ", " đặc khu "):
        place = parent.partition(word)[2]
        if place and name.endswith(f"{word}{place}"):
            name = name.removesuffix(f"{word}{place}")
    return _whole(name)


def _whole(name: str) -> str:
    """Break the name of an agency by sense, and keep a place on one line: `phường Minh Xuân`."""
    name = name.replace(CENTRE, CENTRE_BY_SENSE)
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
    return org.title_of(signer.pk, local(at).date()) or SOMEBODY


def _lookup(dossier: Dossier) -> Lookup:
    base = settings.BASE_URL
    return Lookup(
        address=base.partition("://")[2], url=f"{base}/tra-cuu/?ma={dossier}", hotline=settings.HOTLINE
    )


def _due(facts: dict[str, Any]) -> Any:
    if facts["due_at"] is None:
        return None
    return _day_or_moment(facts["due_at"], by_instant=facts["due_by_instant"])


def _day_or_moment(said: str, *, by_instant: bool) -> date:
    moment = local(datetime.fromisoformat(said))
    return moment if by_instant else moment.date()


def _fees(dossier: Dossier) -> tuple[FeeLine, ...]:
    return tuple(
        FeeLine(label=fee.name, words=amount_of(fee)) for fee in catalogue.parts_of(dossier.version_id).fees
    )


def _how_signed(dossier: Dossier) -> str:
    online = dossier.papers.filter(source=PaperSource.E_FORM).exists()
    return "Xác nhận qua VNeID" if online else "Ký, ghi rõ họ tên"
