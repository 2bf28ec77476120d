"""A slow clock for the model: a clerk with a wall calendar, who counts day by day and minute by minute.

It shares no line with the product. Days off and worked Saturdays are those announced for 2026.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)
WORKED_HOURS = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 30)))
WORKED_SATURDAYS = {date(2026, 1, 10), date(2026, 8, 22)}
DAYS_OFF = {
    *(date(2026, 1, day) for day in (1, 2)),
    *(date(2026, 2, day) for day in range(16, 21)),
    *(date(2026, month, day) for month, day in ((4, 27), (4, 30), (5, 1), (8, 31), (9, 1), (9, 2), (11, 24))),
}

Span = tuple[datetime, datetime]


def worked(day: date, off: frozenset[date] = frozenset()) -> bool:
    """Tell whether offices are open on a day."""
    if day in off or day in DAYS_OFF:
        return False
    return day in WORKED_SATURDAYS or day.weekday() < 5


def next_worked(day: date, off: frozenset[date] = frozenset()) -> date:
    """Give the first day after a day on which offices are open."""
    day += ONE_DAY
    while not worked(day, off):
        day += ONE_DAY
    return day


def worked_before(day: date, off: frozenset[date] = frozenset()) -> date:
    """Give the last day before a day on which offices are open."""
    day -= ONE_DAY
    while not worked(day, off):
        day -= ONE_DAY
    return day


def _meets(span: Span, low: datetime, high: datetime) -> bool:
    return span[0] < span[1] and span[0] < high and span[1] > low


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, VIETNAM)


@dataclass
class SlowClock:
    """The clock of one dossier: what was done to it, and when it ends, counted anew each time.

    `unit` is "wd" (working days), "d" (calendar days) or "h" (working hours).
    """

    unit: str
    amount: int
    off: frozenset[date] = frozenset()
    began: datetime | None = None
    pauses: list[Span] = field(default_factory=list)
    paused: datetime | None = None
    promised: tuple[datetime, date] | None = None
    due: datetime | None = None
    first_due: datetime | None = None

    def start(self, at: datetime) -> None:
        self.began, self.pauses, self.paused, self.promised = at, [], None, None
        self._settle()
        self.first_due = self.first_due or self.due

    def pause(self, at: datetime) -> None:
        self.paused = at

    def resume(self, at: datetime) -> None:
        if self.paused is not None:
            self.pauses.append((self.paused, at))
        self.paused = None
        self._settle()

    def extend(self, at: datetime, until: date) -> None:
        self.promised = (at, until)
        self._settle()

    def recount(self, off: frozenset[date]) -> None:
        """Go over to another calendar."""
        self.off = off
        if self.paused is None:
            self._settle()

    def open_hours(self, since: datetime | None, until: datetime | None) -> int:
        """Give the whole hours at which offices are open between two moments."""
        assert since is not None and until is not None
        minutes = SlowClock("h", 0, self.off, since)._open_minutes()
        return sum(1 for _ in itertools.takewhile(lambda minute: minute < until, minutes)) // 60

    def _settle(self) -> None:
        assert self.began is not None
        amount = self.amount
        if self.promised is not None:
            at, until = self.promised
            amount = self._spent(until, [one for one in self.pauses if one[1] <= at])
        self.due = self._minutes(amount) if self.unit == "h" else self._days(amount)

    def _spent(self, until: date, pauses: Sequence[Span]) -> int:
        """Give how much of the limit a promised day stands for: days, or minutes as hours."""
        assert self.began is not None
        if self.unit == "h":
            last = _at(until, WORKED_HOURS[-1][1])
            minutes = itertools.takewhile(lambda minute: minute < last, self._open_minutes())
            return -sum(_runs(minute, pauses) for minute in minutes)  # minutes, told apart by the sign
        day, spent = self.began.date(), 0
        while day < until:
            day += ONE_DAY
            spent += self._counts(day, pauses)
        return spent

    def _days(self, left: int) -> datetime:
        assert self.began is not None
        day = self.began.date()
        while left:
            day += ONE_DAY
            left -= self._counts(day, self.pauses)
        if not worked(day, self.off):
            while not (worked(day, self.off) and _free_of(day, self.pauses)):
                day += ONE_DAY
        return _at(day, time.max)

    def _counts(self, day: date, pauses: Sequence[Span]) -> bool:
        if self.unit == "wd":
            return worked(day, self.off) and _free_of(day, pauses)
        return not any(_meets(span, _at(day, time.min), _at(day + ONE_DAY, time.min)) for span in pauses)

    def _minutes(self, amount: int) -> datetime:
        left = amount * 60 if amount > 0 else -amount
        for minute in self._open_minutes():
            left -= _runs(minute, self.pauses)
            if not left:
                return minute + ONE_MINUTE
        raise AssertionError("unreachable")

    def _open_minutes(self) -> Iterator[datetime]:
        """Give every minute from the start on at which offices are open."""
        assert self.began is not None
        day = self.began.date()
        while True:
            for opens, closes in WORKED_HOURS if worked(day, self.off) else ():
                minute = max(_at(day, opens), self.began)
                while minute < _at(day, closes):
                    yield minute
                    minute += ONE_MINUTE
            day += ONE_DAY


def _free_of(day: date, pauses: Sequence[Span]) -> bool:
    hours = [(_at(day, opens), _at(day, closes)) for opens, closes in WORKED_HOURS]
    return not any(_meets(span, *shift) for span in pauses for shift in hours)


def _runs(minute: datetime, pauses: Sequence[Span]) -> bool:
    return not any(start <= minute < end for start, end in pauses)
