"""What a lock signs, put together from the rows, so that it can be checked at any time."""

from collections.abc import Iterable
from typing import Any

from motcua.reform.scoring.models import Evidence, LeafScore, LeafVerdict, Sheet, SheetLock
from motcua.reform.scoring.rules.rounds import digest_of
from motcua.reform.scoring.words import EvidenceFor, LeafSource, LockKind


def content_of(sheet: Sheet, kind: LockKind) -> dict[str, Any]:
    """Give what a lock of a kind signs of a sheet; what people answered is in the last lock alone."""
    leaves = LeafScore.objects.filter(sheet=sheet).order_by("code")
    match kind:
        case LockKind.SELF:
            own = leaves.exclude(source=LeafSource.SURVEYED.value)
            said = _said(own, EvidenceFor.SELF)
        case LockKind.EXPLANATION:
            said = _said(leaves, EvidenceFor.EXPLANATION)
        case LockKind.APPRAISAL_1 | LockKind.APPRAISAL_2:
            said = _verdicts(sheet, kind.value)
        case LockKind.COUNCIL:
            said = _verdicts(sheet, kind.value)
            said |= {f"{row.code} final": [row.final] for row in leaves}
    about = {"round": str(sheet.round_id), "agency": str(sheet.agency_id), "criteria": str(sheet.criteria_id)}
    return {**about, "kind": kind.value, "leaves": said}


def _said(rows: Iterable[LeafScore], purpose: EvidenceFor) -> dict[str, list[Any]]:
    """Give what the agency said of each leaf; rows that others made later say nothing."""
    said = {}
    for row in rows:
        papers = _papers(row, purpose)
        if purpose is EvidenceFor.EXPLANATION:
            own: list[Any] = [row.reply] if row.reply else []
        else:
            own = [] if row.declared_at is None else _own(row)
        if own or papers:
            said[row.code] = [own, papers]
    return said


def _own(row: LeafScore) -> list[Any]:
    return [row.inputs, row.points, row.not_applicable, row.reason, row.explanation]


def _papers(row: LeafScore, purpose: EvidenceFor) -> list[list[Any]]:
    kept = Evidence.objects.filter(leaf=row, purpose=purpose.value, withdrawn_at=None)
    rows = kept.select_related("file").order_by("added_at", "id")
    return [[one.issuer, one.number, one.issued_on, one.section, one.page, one.file.sha256] for one in rows]


def _verdicts(sheet: Sheet, stage: str) -> dict[str, list[Any]]:
    rows = LeafVerdict.objects.filter(leaf__sheet=sheet, stage=stage).select_related("leaf")
    return {
        row.leaf.code: [row.points, row.not_applicable, row.note, row.asks]
        for row in rows.order_by("leaf__code")
    }


def holds(lock: SheetLock) -> bool:
    """Tell whether what was signed is still what stands there."""
    return digest_of(content_of(lock.sheet, LockKind(lock.kind))) == lock.digest
