"""Evidence is handed in and taken back here."""

from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.files import queries as files
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reform.scoring.commands.ground import for_leaf, held, row_of
from motcua.reform.scoring.models import Evidence, LeafScore, Sheet
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.rounds import source_of
from motcua.reform.scoring.words import EvidenceFor, LeafSource, RoundWhy, ScoringAct, SheetState


@command
def add_evidence(
    *,
    sheet_id: UUID,
    code: str,
    file_id: UUID,
    issuer: str,
    number: str,
    issued_on: date,
    section: str,
    page: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Evidence | Refusal:
    """Hand in a paper for a leaf: while it scores itself, or while it explains what it was asked.

    Section and page are both required: an appraiser is shown where to look.
    """
    state = Sheet.objects.values_list("state", flat=True).get(pk=sheet_id)
    explains = state == SheetState.EXPLANATION
    act = ScoringAct.EXPLAIN if explains else ScoringAct.SCORE
    found = for_leaf(sheet_id, code, act, by=by, at=at)
    if isinstance(found, Refusal):
        return found
    sheet, _, node = found
    refused = _unfit(sheet, node, explains=explains) or _incomplete(
        (issuer, number), (section, page), issued_on, local(at).date()
    )
    if refused is not None:
        return refused
    row = row_of(sheet, node)
    file = files.one(file_id)
    if not _is_theirs(file, by):
        return Refusal(RoundWhy.EVIDENCE_NOT_YOURS)
    purpose = EvidenceFor.EXPLANATION if explains else EvidenceFor.SELF
    made = Evidence.objects.create(
        leaf=row,
        purpose=purpose.value,
        file=file,
        issuer=clean(issuer),
        number=clean(number),
        issued_on=issued_on,
        section=clean(section),
        page=clean(page),
        added_at=at,
        added_by_id=by.person,
    )
    said = {"code": code, "sheet": sheet.pk, "file": file.pk, "purpose": purpose.value}
    journal.write("evidence.added", about=made, by=by, at=at, data=said)
    return made


def _unfit(sheet: Sheet, node: Node, *, explains: bool) -> Refusal | None:
    source = source_of(node)
    if source is LeafSource.SURVEYED:
        return Refusal(RoundWhy.LEAF_SURVEYED)
    if not explains:
        return None
    asked = LeafScore.objects.filter(sheet=sheet, code=node.code, verdicts__asks=True)
    return None if asked.exists() else Refusal(RoundWhy.NOT_ASKED)


def _incomplete(
    issue: tuple[str, str], place: tuple[str, str], issued_on: date, today: date
) -> Refusal | None:
    if not all(clean(part) for part in issue):
        return Refusal(RoundWhy.EVIDENCE_UNISSUED)
    if not all(clean(part) for part in place):
        return Refusal(RoundWhy.EVIDENCE_UNPLACED)
    return Refusal(RoundWhy.EVIDENCE_FROM_FUTURE) if issued_on > today else None


def _is_theirs(file: StoredFile, by: Actor) -> bool:
    """Tell whether a file lies with the agency of whoever hands it in: nobody hands in what another keeps.

    For the province's own sheet that is the department whose officer fills it in.
    """
    return file.owner_key.owner == f"agency:{by.agency}"


@command
def withdraw_evidence(*, evidence_id: UUID, by: Actor, at: datetime, key: str = "") -> Evidence | Refusal:
    """Take a paper back before the part of the sheet that it was handed in for is locked."""
    made = Evidence.objects.select_related("leaf").get(pk=evidence_id)
    act = ScoringAct.EXPLAIN if made.purpose == EvidenceFor.EXPLANATION else ScoringAct.SCORE
    sheet = held(made.leaf.sheet_id)
    refused = relations.why_not(by, act, sheet, at=at)
    if refused is not None:
        return refused
    made.refresh_from_db(fields=["withdrawn_at"])
    if made.withdrawn_at is not None:
        return Refusal(RoundWhy.EVIDENCE_GONE)
    made.withdrawn_at = at
    made.save(update_fields=["withdrawn_at"])
    said = {"code": made.leaf.code, "sheet": sheet.pk, "file": made.file_id}
    journal.write("evidence.withdrawn", about=made, by=by, at=at, data=said)
    return made
