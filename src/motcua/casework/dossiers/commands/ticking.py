"""The dossier's clock: marks are appended, and the due date is projected from them."""

from datetime import datetime

from motcua.base.clock.segments import MarkKind, Reckoning
from motcua.casework.dossiers.models import ClockMark, Dossier
from motcua.casework.dossiers.reckoning import reckoned

PROJECTED = ("due_at", "due_by_instant", "original_due_at", "paused_since")


def mark(
    dossier: Dossier,
    kind: MarkKind,
    *,
    at: datetime,
    reason: str,
    legal_basis: str = "",
    until: datetime | None = None,
) -> Reckoning:
    """Append a mark and project the due date anew onto the dossier; the caller saves PROJECTED."""
    before = [] if kind is MarkKind.START else list(dossier.clock_marks.all())
    made = ClockMark.objects.create(
        dossier=dossier,
        seq=len(before) + 1,
        kind=kind.value,
        at=at,
        reason=reason,
        legal_basis=legal_basis,
        until=until,
    )
    return project(dossier, [*before, made])


def project(dossier: Dossier, marks: list[ClockMark] | None = None) -> Reckoning:
    """Derive the due date from marks, calendar and version, and put it onto the dossier."""
    reckoning = reckoned(dossier, marks)
    end, first = reckoning.due, reckoning.original_due
    if end is not None:
        dossier.due_at, dossier.due_by_instant = end.instant, end.by_instant
    if dossier.original_due_at is None and first is not None:
        # What was promised first stays, whatever calendar the dossier goes over to later.
        dossier.original_due_at = first.instant
    dossier.paused_since = reckoning.paused_since
    return reckoning
