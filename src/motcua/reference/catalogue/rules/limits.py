"""How the legal limits of a publication decision were kept (NĐ 63/2010/NĐ-CP, Điều 15 and 24)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from motcua.reference.catalogue.words import DecisionStep, Duty, Keeping

# Moves a day by a limit; a negative count looks backwards.
Reckon = Callable[[date, int, str], date]


@dataclass(frozen=True)
class Limit:
    """A limit as the house keeps it: its length, its unit, where it stands."""

    value: int
    unit: str
    legal_basis: str


@dataclass(frozen=True)
class Dates:
    """The days of a decision; `taken` holds those of the steps after signing."""

    shortened: bool
    received_on: date | None
    signed_on: date | None
    effective_on: date | None
    taken: dict[DecisionStep, date]


@dataclass(frozen=True)
class Measure:
    """How one duty was kept: until when, when it was done, how many days before or after."""

    duty: Duty
    keeping: Keeping
    due_on: date | None = None
    done_on: date | None = None
    days: int = 0
    limit: Limit | None = None


def measure(
    dates: Dates, limits: dict[Duty, Limit | None], *, on: date, reckon: Reckon
) -> tuple[Measure, ...]:
    """Give how each duty was kept as seen on a day; where no limit is known, that is said."""
    due = {
        Duty.SIGN: _sign_by(dates, limits.get(Duty.SIGN), reckon),
        Duty.LOAD: _after_signing(dates, limits.get(Duty.LOAD), reckon),
        Duty.PUBLISH: _after_signing(dates, limits.get(Duty.PUBLISH), reckon),
    }
    done = {
        Duty.SIGN: dates.signed_on,
        Duty.LOAD: dates.taken.get(DecisionStep.LOADED),
        Duty.PUBLISH: dates.taken.get(DecisionStep.PUBLISHED),
    }
    return tuple(_kept(duty, due[duty], done[duty], limits.get(duty), on) for duty in Duty)


def _sign_by(dates: Dates, limit: Limit | None, reckon: Reckon) -> date | None:
    """Before it takes effect; of a text made by the shortened procedure, after that text arrived."""
    if limit is None:
        return None
    if dates.shortened:
        return reckon(dates.received_on, limit.value, limit.unit) if dates.received_on else None
    return reckon(dates.effective_on, -limit.value, limit.unit) if dates.effective_on else None


def _after_signing(dates: Dates, limit: Limit | None, reckon: Reckon) -> date | None:
    return reckon(dates.signed_on, limit.value, limit.unit) if limit and dates.signed_on else None


def _kept(duty: Duty, due: date | None, done: date | None, limit: Limit | None, on: date) -> Measure:
    if due is None:
        return Measure(duty, Keeping.NO_RULE if limit is None else Keeping.OPEN, None, done, limit=limit)
    seen = done or on
    days = abs((due - seen).days)
    if seen > due:
        return Measure(duty, Keeping.LATE, due, done, days, limit)
    if done is None:
        return Measure(duty, Keeping.OPEN, due, None, days, limit)
    return Measure(duty, Keeping.ON_TIME if done == due else Keeping.EARLY, due, done, days, limit)
