"""The working calendar of an agency: weekly shifts, and the days that differ from them."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache, cached_property
from itertools import pairwise
from types import MappingProxyType

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2060, 12, 31)

DAY_US = 24 * 60 * 60 * 1_000_000


class OutOfCalendar(ValueError):
    """A day before FIRST_DAY or after LAST_DAY was asked for."""


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """Working time within one day, from `opens` up to but not including `closes`."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError(f"shift closes before it opens: {self.opens}–{self.closes}")


Shifts = tuple[Shift, ...]


def _check(shifts: Shifts) -> None:
    if any(a.closes > b.opens for a, b in pairwise(shifts)):
        raise ValueError("shifts must not overlap and must be in order")


OFFICE_HOURS: Shifts = (Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17, 30)))


@dataclass(frozen=True, slots=True)
class Week:
    """The shifts of each weekday (0 = Monday) from a day on, until the next Week of the calendar."""

    shifts: Mapping[int, Shifts] = field(
        default_factory=lambda: MappingProxyType(dict.fromkeys(range(5), OFFICE_HOURS))
    )
    valid_from: date = FIRST_DAY
    basis: str = ""

    def __post_init__(self) -> None:
        for shifts in self.shifts.values():
            _check(shifts)
        if not any(self.shifts.values()):
            raise ValueError("a week needs a working day")

    @property
    def usual(self) -> Shifts:
        """Return the shifts of the first working weekday: those of a swapped working day."""
        return next(shifts for _, shifts in sorted(self.shifts.items()) if shifts)


class DayKind(StrEnum):
    """How a day differs from its weekday."""

    HOLIDAY = "holiday"
    SUBSTITUTE_OFF = "substitute_off"
    SWAP_OFF = "swap_off"
    SWAP_WORK = "swap_work"
    LOCAL_OFF = "local_off"
    HALF_DAY = "half_day"


WORKED = frozenset({DayKind.SWAP_WORK, DayKind.HALF_DAY})


@dataclass(frozen=True, slots=True)
class DayException:
    """One day that differs from its weekday: a short name, its legal basis, its own shifts if worked."""

    kind: DayKind
    name: str
    basis: str = ""
    shifts: Shifts | None = None

    def __post_init__(self) -> None:
        if self.shifts is not None and self.kind not in WORKED:
            raise ValueError(f"a day off has no shifts: {self.kind}")
        if self.kind is DayKind.HALF_DAY and not self.shifts:
            raise ValueError("a half day needs its shifts")
        _check(self.shifts or ())


@dataclass(frozen=True)
class Calendar:
    """Which days and hours are worked, between FIRST_DAY and LAST_DAY.

    `announced` names the years whose days off are decided; other years are shown as not final.
    """

    exceptions: Mapping[date, DayException] = field(default_factory=lambda: MappingProxyType({}))
    weeks: tuple[Week, ...] = (Week(),)
    announced: frozenset[int] | None = None

    def __post_init__(self) -> None:
        if not self.weeks or self.weeks[0].valid_from > FIRST_DAY:
            raise ValueError(f"the first week must hold from {FIRST_DAY}")
        if any(a.valid_from >= b.valid_from for a, b in pairwise(self.weeks)):
            raise ValueError("weeks must follow each other in time")
        for day in self.exceptions:
            check_within(day)

    def is_working(self, day: date) -> bool:
        """Return whether anything is worked on the day. Raises OutOfCalendar."""
        return bool(self.shifts_on(day))

    def shifts_on(self, day: date) -> Shifts:
        """Return the working times of the day, earliest first. Raises OutOfCalendar."""
        check_within(day)
        week = self.weeks[bisect_right(self.weeks, day, key=lambda week: week.valid_from) - 1]
        exception = self.exceptions.get(day)
        if exception is None:
            return week.shifts.get(day.weekday(), ())
        if exception.kind not in WORKED:
            return ()
        return exception.shifts or week.usual

    def reason(self, day: date) -> DayException | None:
        """Return why the day differs from its weekday, or None when it does not."""
        return self.exceptions.get(day)

    def is_announced(self, day: date) -> bool:
        """Return whether the days off of that year are decided."""
        return self.announced is None or day.year in self.announced

    @cached_property
    def index(self) -> "Index":
        """Return the calendar as sorted arrays, made once."""
        return Index(self)


class Index:
    """A calendar as sorted arrays, so that a deadline is one binary search.

    Days are ordinals, moments are microseconds of Vietnamese wall time since day 0 (no zone: the country
    has had one offset since 1975).
    """

    def __init__(self, calendar: Calendar) -> None:
        """Walk the whole calendar once."""
        self.days = array("q")
        self.shift_day = array("q")  # position in `days`
        self.opens = array("q")
        self.closes = array("q")
        self.worked_before = array("q", [0])
        for ordinal in range(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1):
            shifts = calendar.shifts_on(date.fromordinal(ordinal))
            if shifts:
                self._add(ordinal, shifts)

    def _add(self, ordinal: int, shifts: Shifts) -> None:
        midnight = ordinal * DAY_US
        for opens, closes in _within_days(shifts):
            self.shift_day.append(len(self.days))
            self.opens.append(midnight + opens)
            self.closes.append(midnight + closes)
            self.worked_before.append(self.worked_before[-1] + closes - opens)
        self.days.append(ordinal)

    def day_at(self, position: int) -> date:
        """Return the working day at a position in `days`. Raises OutOfCalendar."""
        if not 0 <= position < len(self.days):
            raise OutOfCalendar(f"beyond the calendar {FIRST_DAY}–{LAST_DAY}")
        return date.fromordinal(self.days[position])

    def worked(self, moment: int) -> int:
        """Return the working microseconds from the start of the calendar to a moment."""
        at = bisect_right(self.opens, moment) - 1
        if at < 0:
            return 0
        return self.worked_before[at] + min(moment, self.closes[at]) - self.opens[at]

    def earliest(self, worked: int) -> int:
        """Return the first moment at which that much was worked (a closing time, not the next opening)."""
        at = bisect_left(self.worked_before, worked) - 1
        if not 0 <= at < len(self.opens):
            raise OutOfCalendar(f"beyond the calendar {FIRST_DAY}–{LAST_DAY}")
        return self.opens[at] + worked - self.worked_before[at]

    def latest(self, worked: int) -> int:
        """Return the last moment at which no more was worked (an opening time, not the last closing)."""
        at = bisect_right(self.worked_before, worked) - 1
        if not 0 <= at < len(self.opens):
            raise OutOfCalendar(f"beyond the calendar {FIRST_DAY}–{LAST_DAY}")
        return self.opens[at] + worked - self.worked_before[at]


def ticks(moment: datetime) -> int:
    """Return a moment of Vietnamese time in microseconds since day 0."""
    return moment.toordinal() * DAY_US + _within_day(moment)


def _within_day(at: time | datetime) -> int:
    return ((at.hour * 60 + at.minute) * 60 + at.second) * 1_000_000 + at.microsecond


@cache
def _within_days(shifts: Shifts) -> tuple[tuple[int, int], ...]:
    return tuple((_within_day(shift.opens), _within_day(shift.closes)) for shift in shifts)


def check_within(day: date) -> None:
    """Raise OutOfCalendar for a day that no calendar knows."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise OutOfCalendar(f"{day} is outside the calendar {FIRST_DAY}–{LAST_DAY}")
