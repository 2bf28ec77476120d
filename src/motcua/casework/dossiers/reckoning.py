"""The clock of a dossier as derived from its marks, calendar and frozen version."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import due
from motcua.base.clock.forward import forward_by
from motcua.base.clock.segments import Mark, MarkKind, Reckoning, reckon
from motcua.base.clock.terms import Duration, Unit
from motcua.casework.dossiers.models import ClockMark, Dossier
from motcua.casework.dossiers.words import State, Transfer
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.words import DurationUnit
from motcua.reference.org import queries as org

_UNITS = {
    DurationUnit.HOUR: Unit.HOUR,
    DurationUnit.WORKING_DAY: Unit.WORKING_DAY,
    DurationUnit.DAY: Unit.DAY,
    DurationUnit.MONTH: Unit.MONTH,
}
NOTHING_COUNTED = Calendar()
FORWARD_CUTOFF = "forward_cutoff"
AT_COUNTER = (Transfer.NONE, Transfer.NEEDED)  # as long as it has not gone to another counter


def duration_of(dossier: Dossier) -> Duration | None:
    """Give the time limit of a dossier by its frozen version, case and channel; None without a fixed date."""
    rule = catalogue.parts_of(dossier.version_id).rule_for(dossier.case_id, dossier.channel)
    if rule is None or rule.duration_value is None:
        return None
    return Duration(rule.duration_value, _UNITS[DurationUnit(rule.duration_unit)])


def period_end(dossier: Dossier, since: datetime, rule: str) -> date | None:
    """Give the last day of a period that a dated parameter sets; None when there is no such rule."""
    limit = org.regulation(rule, local(since).date())
    if limit is None:
        return None
    return due(since, Duration(limit.value, Unit(limit.unit)), calendar_of(dossier)).day


def closing_day(dossier: Dossier, asked_at: datetime) -> date | None:
    """Give the day after which papers that never came may end a dossier, by the rule for its procedure.

    A general period to answer is no such rule: without one for the procedure nothing is closed.
    """
    return period_end(dossier, asked_at, f"supplement_answer:{dossier.version.procedure.code}")


def forward_until(dossier: Dossier) -> datetime | None:
    """Give by when an accepted dossier must leave the counter that took it in.

    None when it has left, or when no rule stood on the day of acceptance (NĐ 61/2018/NĐ-CP, Điều 18).
    """
    if dossier.accepted_at is None or dossier.state != State.ACCEPTED or dossier.transfer not in AT_COUNTER:
        return None
    cutoff = org.regulation(FORWARD_CUTOFF, local(dossier.accepted_at).date())
    return forward_from(dossier.accepted_at, cutoff.value, calendar_of(dossier)) if cutoff else None


def forward_from(accepted_at: datetime, hour: int, calendar: Calendar) -> datetime:
    """Give by when a dossier accepted at a moment is forwarded, where the rule names an hour of the day."""
    return forward_by(accepted_at, calendar, time(hour))


def calendar_of(dossier: Dossier) -> Calendar:
    """Give the calendar that a dossier's clock runs by: its own since acceptance, before that the newest."""
    return org.calendar_for(dossier.competent_agency_id, dossier.calendar_number)


def clock_of(dossier: Dossier, marks: Sequence[ClockMark]) -> tuple[Reckoning, Calendar]:
    """Give the reckoning of a dossier with its calendar; nothing is counted before acceptance."""
    calendar = calendar_of(dossier) if marks else NOTHING_COUNTED
    return reckoned(dossier, marks, calendar=calendar), calendar


def reckoned(
    dossier: Dossier,
    marks: Iterable[ClockMark] | None = None,
    *,
    calendar: Calendar | None = None,
    as_of: datetime | None = None,
) -> Reckoning:
    """Derive the whole reckoning of a dossier, by its own calendar unless another one is asked about.

    With `as_of`, an open pause is taken to end there.
    """
    told = dossier.clock_marks.all() if marks is None else marks
    return reckon(
        [Mark(MarkKind(one.kind), one.at, one.reason, one.until) for one in told],
        duration_of(dossier),
        calendar or calendar_of(dossier),
        as_of=as_of,
    )
