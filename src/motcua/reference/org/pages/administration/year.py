"""A year of a calendar as people look at it: month by month, every differing day in words."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from motcua.base.clock.calendar import Calendar, DayException, DayKind
from motcua.base.clock.sentences import WEEKDAYS, weekday
from motcua.reference.org.rules import say_shifts
from motcua.reference.org.sentences import DAY_KINDS, SHORT_KINDS

MONTHS = 12
DAYS = 7
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Cell:
    """One day of a month: its number, one word when it differs, and whether anything is worked."""

    number: int
    word: str = ""
    off: bool = False


@dataclass(frozen=True)
class Said:
    """One differing day in words."""

    day: str
    what: str
    basis: str


@dataclass(frozen=True)
class Month:
    """One month: its weeks (None before the first and after the last day), and what differs in it."""

    name: str
    working: int
    weeks: tuple[tuple[Cell | None, ...], ...]
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Hours:
    """The hours of a week, from a day on."""

    since: date
    basis: str
    days: tuple[tuple[str, str], ...]


def months_of(calendar: Calendar, year: int) -> list[Month]:
    """Give the twelve months of a year."""
    return [_month(calendar, year, number) for number in range(1, MONTHS + 1)]


def hours_of(calendar: Calendar, year: int) -> list[Hours]:
    """Give the hours that hold in a year, each from its day on."""
    begun = [week for week in calendar.weeks if week.valid_from <= date(year, 12, 31)]
    before = [week for week in begun if week.valid_from <= date(year, 1, 1)][-1:]
    held = before + [week for week in begun if week.valid_from > date(year, 1, 1)]
    return [
        Hours(
            week.valid_from,
            week.basis,
            tuple((WEEKDAYS[day], say_shifts(week.shifts.get(day, ())) or "nghỉ") for day in range(DAYS)),
        )
        for week in held
    ]


def said_of(first: date, last: date, why: DayException) -> Said:
    """Say how a day, or some days in a row, differ."""
    kind = DAY_KINDS[why.kind]
    hours = f", {say_shifts(why.shifts)}" if why.shifts else ""
    name = f", {why.name}" if why.name else ""
    day = f"{weekday(first)} {first:%d/%m}"
    days = day if first == last else f"{day} đến {weekday(last)} {last:%d/%m}"
    return Said(days, f"{kind}{name}{hours}", why.basis)


def _said(differing: Iterable[tuple[date, DayException]]) -> Iterator[Said]:
    """Say the differing days in order; alike ones that follow each other share a line."""
    for why, alike in groupby(differing, key=lambda pair: pair[1]):
        days = [day for day, _ in alike]
        starts = [at for at, day in enumerate(days) if not at or day - days[at - 1] != ONE_DAY]
        for start, end in pairwise([*starts, len(days)]):
            yield said_of(days[start], days[end - 1], why)


def _month(calendar: Calendar, year: int, number: int) -> Month:
    first, length = monthrange(year, number)
    days = [date(year, number, day) for day in range(1, length + 1)]
    cells: list[Cell | None] = [None] * first + [_cell(calendar, day) for day in days]
    cells += [None] * (-len(cells) % DAYS)
    differing = [(day, why) for day in days if (why := calendar.reason(day)) is not None]
    return Month(
        name=f"Tháng {number}",
        working=sum(calendar.is_working(day) for day in days),
        weeks=tuple(tuple(cells[start : start + DAYS]) for start in range(0, len(cells), DAYS)),
        said=tuple(_said(differing)),
    )


def _cell(calendar: Calendar, day: date) -> Cell:
    why = calendar.reason(day)
    word = SHORT_KINDS[DayKind(why.kind)] if why is not None else ""
    return Cell(day.day, word, off=not calendar.is_working(day))
