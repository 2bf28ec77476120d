"""The dossier's clock: marks are appended, and the due date is projected from them."""

from datetime import datetime

from motcua.base.clock.segments import Mark, MarkKind, Reckoning, reckon
from motcua.base.clock.terms import Duration, Unit
from motcua.casework.dossiers.models import ClockMark, Dossier
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.words import DurationUnit
from motcua.reference.org import queries as org

PROJECTED = ("due_at", "due_by_instant", "original_due_at", "paused_since")
_UNITS = {
    DurationUnit.HOUR: Unit.HOUR,
    DurationUnit.WORKING_DAY: Unit.WORKING_DAY,
    DurationUnit.DAY: Unit.DAY,
    DurationUnit.MONTH: Unit.MONTH,
}


def duration_of(dossier: Dossier) -> Duration | None:
    """Give the time limit of a dossier by its frozen version, case and channel; None without a fixed date."""
    rule = catalogue.rule_for(dossier.version_id, dossier.case_id, dossier.channel)
    if rule is None or rule.duration_value is None:
        return None
    return Duration(rule.duration_value, _UNITS[DurationUnit(rule.duration_unit)])


def mark(dossier: Dossier, kind: MarkKind, *, at: datetime, reason: str, legal_basis: str = "") -> Reckoning:
    """Append a mark and project the due date anew onto the dossier; the caller saves PROJECTED."""
    before = list(dossier.clock_marks.all())
    made = ClockMark.objects.create(
        dossier=dossier, seq=len(before) + 1, kind=kind.value, at=at, reason=reason, legal_basis=legal_basis
    )
    return project(dossier, [*before, made])


def project(dossier: Dossier, marks: list[ClockMark] | None = None) -> Reckoning:
    """Derive the due date from marks, calendar and version, and put it onto the dossier."""
    reckoning = reckoned(dossier, marks)
    end, first = reckoning.due, reckoning.original_due
    if end is not None:
        dossier.due_at, dossier.due_by_instant = end.instant, end.by_instant
    dossier.original_due_at = first.instant if first else None
    dossier.paused_since = reckoning.paused_since
    return reckoning


def reckoned(dossier: Dossier, marks: list[ClockMark] | None = None) -> Reckoning:
    """Derive the whole reckoning of a dossier."""
    told = dossier.clock_marks.all() if marks is None else marks
    return reckon(
        [Mark(MarkKind(one.kind), one.at, one.reason) for one in told],
        duration_of(dossier),
        org.calendar_for(dossier.competent_agency_id),
    )
