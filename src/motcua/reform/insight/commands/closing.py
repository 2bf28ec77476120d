"""Closing a period: what is known stands, under a digest, and can be made again."""

from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.periods import Period, period_coded, period_of
from motcua.base.clock.sentences import period_words, short_date
from motcua.base.clock.terms import Grain
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Measure, Refusal, Term, When
from motcua.base.text import clean
from motcua.reform.insight.commands.following import follow
from motcua.reform.insight.models import ClosedPeriod, Cursor
from motcua.reform.insight.queries.behind import ids_behind
from motcua.reform.insight.queries.frozen import digest_of, from_counts, from_journal
from motcua.reform.insight.queries.places import by_place
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.words import Counter, Part, Why

WHOLE = (Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR)
LATE_DURING = Measure("insight.late", "Quá hạn trong kỳ", "hồ sơ", (Term(Counter.LATE),))
LATE_AT_END = Measure(
    "insight.late_at_end",
    "Quá hạn cuối kỳ",
    "hồ sơ",
    (Term(Counter.LATE_IN, When.AT_END), Term(Counter.LATE_OUT, When.AT_END, -1)),
)


@command
def close_period(
    *, code: str, reason: str = "", by: Actor, at: datetime, key: str = ""
) -> ClosedPeriod | Refusal:
    """Close a period that is over: its figures as they are known now stand from here on.

    Closing it anew needs a reason; what stood before stays readable beside it.
    """
    period = period_coded(code)
    if period is None:
        return Refusal(Why.PERIOD_UNKNOWN, {"code": clean(code)})
    if local(at).date() <= period.last:
        told = {"period": period_words(period), "last": short_date(period.last)}
        return Refusal(Why.PERIOD_OPEN, told)
    earlier = ClosedPeriod.objects.filter(code=period.code).count()
    if earlier and not clean(reason):
        return Refusal(Why.CLOSED_ALREADY, {"period": period_words(period)})
    closed = _closed(period, earlier + 1, clean(reason) if earlier else "", by, at)
    data = {"code": closed.code, "number": closed.number, "digest": closed.digest}
    journal.write("period.closed", about=closed, by=by, at=at, data={**data, "known": closed.known_until})
    return closed


def _closed(period: Period, number: int, reason: str, by: Actor, at: datetime) -> ClosedPeriod:
    follow()
    until = Cursor.objects.get().known_until
    text = from_counts(period, until, by_place(period), late_in(period))
    return ClosedPeriod.objects.create(
        code=period.code,
        first=period.first,
        last=period.last,
        number=number,
        known_until=until,
        figures=text,
        digest=digest_of(text),
        reason=reason,
        closed_at=at,
        closed_by_id=by.person,
    )


def late_in(period: Period) -> list[UUID]:
    """Give the dossiers that came late in a period, or stood late when it was over."""
    found: set[UUID] = set()
    for measure in (LATE_DURING, LATE_AT_END):
        found.update(ids_behind(measure, Part.NUMERATOR, Scope(), period, on=period.last))
    return sorted(found)


def remade(closed: ClosedPeriod) -> str:
    """Make the figures of a closed period again, from the journal alone as it was known then."""
    return from_journal(Period(closed.first, closed.last), closed.known_until)


def due_to_close(on: date) -> list[Period]:
    """Give the last whole month, quarter, half and year before a day that are not closed yet."""
    over = {period.code: period for period in (period_of(on, grain).before for grain in WHOLE)}
    done = set(ClosedPeriod.objects.filter(code__in=over).values_list("code", flat=True))
    return [period for code, period in sorted(over.items()) if code not in done]
