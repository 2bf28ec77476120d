"""How decisions about the calendar come to one calendar: the whole country's first, an agency's on top."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from motcua.base.clock.calendar import FIRST_DAY, LAST_DAY, Calendar, DayException, Shift, Shifts, Week

PERIODS = ("working_day", "day", "working_hour", "month")
HOUR_OF_DAY, HOURS = "hour_of_day", 24
_NO_PERIODS = {
    "forward_cutoff": (HOUR_OF_DAY,),
    "par_target": ("percent",),
    "extensions_most": ("times",),
    "non_boundary": ("switch",),
    "consultation_pauses": ("switch",),
    "on_time_target": ("percent",),
}
Plain = Sequence[Sequence[str]]
_TIME = r"(\d{1,2})(?:[:hg](\d{2})?)?"
_SHIFT = re.compile(rf"\s*{_TIME}\s*(?:-|–|đến)\s*{_TIME}\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Decided:
    """What one decision says: days (None gives a day back), weeks from a day (None: those of all again)."""

    days: Mapping[date, DayException | None] = field(default_factory=dict)
    weeks: Mapping[date, Week | None] = field(default_factory=dict)
    final_year: int | None = None


def fold(national: Iterable[Decided], own: Iterable[Decided] = ()) -> Calendar:
    """Return the calendar of an agency from decisions in the order of their numbers."""
    for_all = tuple(national)
    days, common = _merged(for_all)
    own_days, own_weeks = _merged(own)
    days |= own_days
    common.setdefault(FIRST_DAY, Week())
    starts = sorted({*common, *own_weeks})
    return Calendar(
        {day: said for day, said in sorted(days.items()) if said is not None},
        tuple(_week_from(start, common, own_weeks) for start in starts),
        announced=frozenset(one.final_year for one in for_all if one.final_year is not None),
    )


def _merged(
    decisions: Iterable[Decided],
) -> tuple[dict[date, DayException | None], dict[date, Week | None]]:
    """Return what holds after all decisions; of an agency's days, one given back is no longer its own."""
    days: dict[date, DayException | None] = {}
    weeks: dict[date, Week | None] = {}
    for one in decisions:
        days |= one.days
        weeks |= one.weeks
    return {day: said for day, said in days.items() if said is not None}, weeks


def _week_from(start: date, common: Mapping[date, Week | None], own: Mapping[date, Week | None]) -> Week:
    week = _latest(start, own) or _latest(start, common) or Week()
    return Week(week.shifts, start, week.basis)


def _latest(day: date, weeks: Mapping[date, Week | None]) -> Week | None:
    begun = [start for start in weeks if start <= day]
    return weeks[max(begun)] if begun else None


def units_of(code: str) -> tuple[str, ...]:
    """Return the units in which a limit of law may be given; most are periods."""
    return _NO_PERIODS.get(code.partition(":")[0], PERIODS)


def within_calendar(day: date) -> bool:
    """Tell whether a calendar can know a day."""
    return FIRST_DAY <= day <= LAST_DAY


def shifts_of(plain: Plain | None) -> Shifts | None:
    """Return stored shifts: pairs of times as `HH:MM`."""
    if plain is None:
        return None
    return tuple(Shift(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in plain)


def plain_of(shifts: Shifts) -> list[list[str]]:
    """Return shifts as they are stored."""
    return [[f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"] for one in shifts]


def read_shifts(text: str) -> Shifts | None:
    """Return the shifts that a line names (`07:30–11:30, 13:30–17:30`); None when it names none properly."""
    found: list[Shift] = []
    for part in re.split(r"[,;]|\bvà\b", text):
        match = _SHIFT.fullmatch(part)
        shift = _shift(*match.groups()) if match else None
        if shift is None or (found and found[-1].closes > shift.opens):
            return None
        found.append(shift)
    return tuple(found)


def _shift(hour: str, minute: str | None, to_hour: str, to_minute: str | None) -> Shift | None:
    try:
        return Shift(time(int(hour), int(minute or 0)), time(int(to_hour), int(to_minute or 0)))
    except ValueError:
        return None


def say_shifts(shifts: Shifts) -> str:
    """Return shifts as people write them, so that `read_shifts` reads them back."""
    return ", ".join(f"{one.opens:%H:%M}–{one.closes:%H:%M}" for one in shifts)
