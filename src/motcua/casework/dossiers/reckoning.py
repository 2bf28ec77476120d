"""The clock of a dossier as derived from its marks, calendar and frozen version."""

from collections.abc import Iterable

from motcua.base.clock.segments import Mark, MarkKind, Reckoning, reckon
from motcua.base.clock.terms import Duration, Unit
from motcua.casework.dossiers.models import ClockMark, Dossier
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.words import DurationUnit
from motcua.reference.org import queries as org

_UNITS = {
    DurationUnit.HOUR: Unit.HOUR,
    DurationUnit.WORKING_DAY: Unit.WORKING_DAY,
    DurationUnit.DAY: Unit.DAY,
    DurationUnit.MONTH: Unit.MONTH,
}


def duration_of(dossier: Dossier) -> Duration | None:
    """Give the time limit of a dossier by its frozen version, case and channel; None without a fixed date."""
    rule = catalogue.parts_of(dossier.version_id).rule_for(dossier.case_id, dossier.channel)
    if rule is None or rule.duration_value is None:
        return None
    return Duration(rule.duration_value, _UNITS[DurationUnit(rule.duration_unit)])


def reckoned(dossier: Dossier, marks: Iterable[ClockMark] | None = None) -> Reckoning:
    """Derive the whole reckoning of a dossier."""
    told = dossier.clock_marks.all() if marks is None else marks
    return reckon(
        [Mark(MarkKind(one.kind), one.at, one.reason) for one in told],
        duration_of(dossier),
        org.calendar_for(dossier.competent_agency_id),
    )
