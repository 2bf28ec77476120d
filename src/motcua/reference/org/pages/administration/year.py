"""A year of a calendar as people look at it: month by month, every differing day in words."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from motcua.base.clock.calendar import Calendar, DayException, DayKind
from motcua.base.clock.sentences import WEEKDAYS, weekday
from motcua.reference.org.rules import say_shifts
from motcua.reference.org.sentences import DAY_KINDS, SHORT_KINDS

MONTHS = 12
DAYS = 7


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


def said_of(day: date, why: DayException) -> Said:
    """Say how one day differs."""
    kind = DAY_KINDS[why.kind]
    hours = f", {say_shifts(why.shifts)}" if why.shifts else ""
    name = f", {why.name}" if why.name else ""
    return Said(f"{weekday(day)} {day:%d/%m}", f"{kind}{name}{hours}", why.basis)


def _month(calendar: Calendar, year: int, number: int) -> Month:
    first, length = monthrange(year, number)
    days = [date(year, number, day) for day in range(1, length + 1)]
    cells: list[Cell | None] = [None] * first + [_cell(calendar, day) for day in days]
    cells += [None] * (-len(cells) % DAYS)
    said = [said_of(day, why) for day in days if (why := calendar.reason(day)) is not None]
    return Month(
        name=f"Tháng {number}",
        working=sum(calendar.is_working(day) for day in days),
        weeks=tuple(tuple(cells[start : start + DAYS]) for start in range(0, len(cells), DAYS)),
        said=tuple(said),
    )


def _cell(calendar: Calendar, day: date) -> Cell:
    why = calendar.reason(day)
    word = SHORT_KINDS[DayKind(why.kind)] if why is not None else ""
    return Cell(day.day, word, off=not calendar.is_working(day))
