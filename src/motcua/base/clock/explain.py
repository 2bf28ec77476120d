"""The reckoning behind a due date, as data; `sentences` says it in Vietnamese."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import Calendar, DayException
from motcua.base.clock.months import add_months
from motcua.base.clock.spans import Span, touched_days, touched_working_days, within
from motcua.base.clock.terms import Duration, Pause, Unit

ONE_DAY = timedelta(days=1)


class LineKind(StrEnum):
    """What a line of a reckoning says."""

    START = "start"  # not counted
    COUNTED = "counted"  # `count` is the number of the day
    OFF = "off"
    PAUSED = "paused"
    WORKED = "worked"  # a stretch of running working time; `count` is its whole minutes
    MONTHS = "months"  # the same-numbered day `count` months on, before when negative
    MOVED = "moved"  # the working day to which a last day off has moved
    EXTENDED = "extended"  # the end that was promised before it was extended
    NOT_ANNOUNCED = "not_announced"  # the days off of that year are not final
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a day, or a stretch of hours from `first` to `last`, and what it does to the count."""

    day: date
    kind: LineKind
    unit: Unit
    working: bool
    reason: DayException | None = None
    count: int = 0
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be explained: the inputs, and the end derived from them."""

    start: datetime
    duration: Duration
    calendar: Calendar
    pauses: tuple[Pause, ...]
    until: datetime
    before: datetime | None = None

    def line(self, day: date, kind: LineKind, count: int = 0, first: datetime | None = None) -> Line:
        working, reason = self.calendar.is_working(day), self.calendar.reason(day)
        return Line(day, kind, self.duration.unit, working, reason, count, first)

    def stretch(self, kind: LineKind, first: datetime, last: datetime) -> Line:
        minutes = (last - first) // timedelta(minutes=1)
        reason = self.calendar.reason(first.date())
        return Line(first.date(), kind, Unit.HOUR, True, reason, minutes, first, last)

    def days(self) -> Iterator[date]:
        """Give the days from the start to the end, both included, in the direction of the count."""
        step = -1 if self.duration.amount < 0 else 1
        for ordinal in range(self.start.toordinal(), self.until.toordinal() + step, step):
            yield date.fromordinal(ordinal)


def explain(case: Case) -> tuple[Line, ...]:
    """Return the lines from the start to the end."""
    by_hours = case.duration.unit is Unit.HOUR
    middle = _hours(case) if by_hours else _days(case)
    return (
        case.line(case.start.date(), LineKind.START, first=case.start),
        *_extended(case, _months(case, middle) if case.duration.unit is Unit.MONTH else middle),
        *_not_announced(case),
        case.line(case.until.date(), LineKind.DUE, first=case.until if by_hours else None),
    )


def _extended(case: Case, lines: Iterable[Line]) -> Iterator[Line]:
    """Say after its own day, or at the end, that the limit was extended."""
    if case.before is None:
        yield from lines
        return
    day, told = case.before.date(), False
    first = case.before if case.duration.unit is Unit.HOUR else None
    for line in lines:
        if line.day > day and not told:
            yield case.line(day, LineKind.EXTENDED, first=first)
            told = True
        yield line
    if not told:
        yield case.line(day, LineKind.EXTENDED, first=first)


def _days(case: Case) -> Iterator[Line]:
    amount, counted = _amount_in_days(case), 0
    whole, at_work = _touched(case)
    in_working_days = case.duration.unit is Unit.WORKING_DAY
    _, *days = case.days()
    for day in days:
        working = case.calendar.is_working(day)
        by_work = in_working_days or counted == amount
        if by_work and not working:
            yield case.line(day, LineKind.OFF)
        elif day in at_work if by_work else day in whole:
            yield case.line(day, LineKind.PAUSED)
        elif counted == amount:
            yield case.line(day, LineKind.MOVED)
        else:
            counted += 1
            yield case.line(day, LineKind.COUNTED, counted)


def _amount_in_days(case: Case) -> int:
    if case.duration.unit is Unit.MONTH:
        return abs((add_months(case.start.date(), case.duration.amount) - case.start.date()).days)
    return abs(case.duration.amount)


def _months(case: Case, days: Iterable[Line]) -> Iterator[Line]:
    """Say the months in one line instead of thirty, then what came between and after."""
    nominal = add_months(case.start.date(), case.duration.amount)
    yield case.line(nominal, LineKind.MONTHS, case.duration.amount)
    yield from (line for line in days if line.kind is not LineKind.COUNTED)


class _Touched:
    """The days that a pause touches, asked by date."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans

    def __contains__(self, day: date) -> bool:
        return within(day.toordinal(), self.spans)


def _touched(case: Case) -> tuple[_Touched, _Touched]:
    """Return the days touched at any hour, and those touched within their working time."""
    days = case.calendar.index.days
    at_work = [
        (days[low], days[high]) for low, high in touched_working_days(case.pauses, case.calendar.index)
    ]
    return _Touched(touched_days(case.pauses)), _Touched(at_work)


def _hours(case: Case) -> Iterator[Line]:
    backwards = case.duration.amount < 0
    first, last = sorted((case.start, case.until))
    for day in case.days():
        if not case.calendar.is_working(day):
            yield case.line(day, LineKind.OFF)
            continue
        stretches = list(_stretches(case, day, first, last))
        yield from reversed(stretches) if backwards else stretches


def _stretches(case: Case, day: date, first: datetime, last: datetime) -> Iterator[Line]:
    """Give the running and the paused stretches of a day between two moments."""
    pauses = [(local(pause.start), local(pause.end)) for pause in case.pauses if pause.end is not None]
    for shift in case.calendar.shifts_on(day):
        opens = max(first, datetime.combine(day, shift.opens, ZONE))
        closes = min(last, datetime.combine(day, shift.closes, ZONE))
        cuts = {opens, closes, *(at for pause in pauses for at in pause if opens < at < closes)}
        ordered = sorted(cuts) if opens < closes else []
        for a, b in pairwise(ordered):
            held = any(start <= a and b <= end for start, end in pauses)
            yield case.stretch(LineKind.PAUSED if held else LineKind.WORKED, a, b)


def _not_announced(case: Case) -> Iterator[Line]:
    first, last = sorted((case.start.year, case.until.year))
    for year in range(first, last + 1):
        day = date(year, 1, 1)
        if not case.calendar.is_announced(day):
            yield case.line(day, LineKind.NOT_ANNOUNCED)
