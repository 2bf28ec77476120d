"""What is printed beside the slips: results, and what was filed."""

from collections.abc import Sequence

from django.conf import settings

from motcua.base.clock.sentences import full_moment
from motcua.casework.dossiers.models import Dossier, Result
from motcua.casework.dossiers.papers import ResultPaper, SentPaper, Signature
from motcua.casework.dossiers.printing.heads import agency_head, counter_head, lookup_of, title_of
from motcua.casework.dossiers.words import Outcome
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.forms import queries as forms
from motcua.reference.forms.rules import as_rows
from motcua.reference.forms.sentences import UNANSWERED

MOST_ACTS = 4


def result_bytes(result: Result) -> bytes:
    """Print an issued result that the officer did not attach as a file."""
    assert result.issued_at is not None and result.approved_by is not None, "only an issued result is printed"
    dossier = result.dossier
    content = [("Nội dung", result.content)] if result.content else []
    told = _answers(dossier) if result.outcome == Outcome.GRANTED else []
    grounds = [("Lý do", result.reason)] if result.reason else []
    paper = ResultPaper(
        head=agency_head(dossier.competent_agency, result.number, result.issued_at),
        code=str(dossier),
        lookup=lookup_of(dossier),
        demo=settings.DEMO,
        title=result.title,
        about=dossier.version.name,
        rows=(("Người đề nghị", dossier.applicant["name"]), *told, *content, *grounds),
        legal_basis=tuple(filter(str.strip, result.legal_ground.splitlines())) or acts_of(dossier),
        signature=Signature(
            role=title_of(result.approved_by, result.issued_at), name=result.approved_by.full_name
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
        head=counter_head(dossier.receiving_unit, dossier.temporary_code, dossier.submitted_at),
        code=str(dossier),
        lookup=lookup_of(dossier),
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


def acts_of(dossier: Dossier) -> tuple[str, ...]:
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
