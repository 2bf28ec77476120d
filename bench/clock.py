"""`motcua bench clock`: how many deadlines a second one process reckons, with floor and slow reference."""

import os
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from tests.rules.clocks import CALENDAR, slow_day, slow_instant

from bench import machine
from bench.figures import middle
from motcua.base.clock import ZONE
from motcua.base.clock.due import due
from motcua.base.clock.segments import Mark, MarkKind, reckon
from motcua.base.clock.terms import Duration, Pause, Unit

CASES, SAMPLE, SEED = 20_000, 200, 20_260_302
PER_SECOND = 50_000
# As a catalogue of a province counts: mostly working days, some calendar days, few hours and months.
MIX: Final = {Unit.WORKING_DAY: 70, Unit.DAY: 15, Unit.HOUR: 10, Unit.MONTH: 5}
MOST: Final = {Unit.WORKING_DAY: 30, Unit.DAY: 30, Unit.HOUR: 30 * 8, Unit.MONTH: 1}
PAUSES: Final = (0, 0, 0, 1, 2)  # three of five run through, as supplements are asked
_DAY = 24 * 60


class Disagrees(RuntimeError):
    """Raised when the clock and its slow reference give different ends: then no speed is worth telling."""


NotMeasured = (Disagrees,)


@dataclass(frozen=True)
class Limit:
    """One time limit to reckon, of 1–30 days in its own unit."""

    start: datetime
    duration: Duration
    pauses: tuple[Pause, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Give the clock of a dossier that ran so."""
        told = [Mark(MarkKind.START, self.start)]
        for pause in self.pauses:
            assert pause.end is not None, "the pauses here are closed"
            told += [Mark(MarkKind.PAUSE, pause.start), Mark(MarkKind.RESUME, pause.end)]
        return tuple(told)


def measure(*, rounds: int, tell: Callable[[str], object], **_: object) -> dict[str, Any]:
    """Reckon the same limits by every way in turns, and give how many a second each does."""
    load = f"{os.getloadavg()[0]:.1f}"
    source = random.Random(SEED)
    limits = [_limit(source) for _ in range(CASES)]
    sample = limits[:SAMPLE]
    marks = [(limit.marks, limit.duration) for limit in limits]
    _agree(sample)
    ways: dict[str, tuple[int, Callable[[], object]]] = {
        "floor": (CASES, lambda: [_bare(limit) for limit in limits]),
        "due": (CASES, lambda: [_reckoned(limit) for limit in limits]),
        "reckon": (CASES, lambda: [reckon(told, duration, CALENDAR) for told, duration in marks]),
        "slow": (SAMPLE, lambda: [_slowly(limit) for limit in sample]),
    }
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(1, rounds + 1):
        for name, (amount, way) in ways.items():
            found[name].append(_per_second(amount, way))
            tell(f"round {number} {name}: {found[name][-1]:,.0f} /s")
    return _report(found, limits, load)


def _limit(source: random.Random) -> Limit:
    unit = source.choices(list(MIX), list(MIX.values()))[0]
    start = datetime(2025, 7, 1, 7, 30, tzinfo=ZONE) + timedelta(
        days=source.randrange(500), minutes=source.randrange(10 * 60)
    )
    pauses: list[Pause] = []
    after = start
    for _ in range(source.choice(PAUSES)):
        begins = after + timedelta(minutes=source.randrange(60, 6 * _DAY))
        after = begins + timedelta(minutes=source.randrange(60, 12 * _DAY))
        pauses.append(Pause(begins, after))
    return Limit(start, Duration(source.randint(1, MOST[unit]), unit), tuple(pauses))


def _bare(limit: Limit) -> date:
    """Add the amount as calendar days: what reading the limits and adding dates costs by itself."""
    return limit.start.date() + timedelta(days=limit.duration.amount)


def _reckoned(limit: Limit) -> date | datetime:
    found = due(limit.start, limit.duration, CALENDAR, limit.pauses)
    return found.at or found.day


def _slowly(limit: Limit) -> date | datetime:
    if limit.duration.unit is Unit.HOUR:
        return slow_instant(limit.start, limit.duration.amount, limit.pauses)
    return slow_day(limit.start, limit.duration, limit.pauses)


def _agree(limits: Sequence[Limit]) -> None:
    for limit in limits:
        if _reckoned(limit) != _slowly(limit):
            raise Disagrees(f"{limit}: {_reckoned(limit)}, slowly {_slowly(limit)}")


def _per_second(amount: int, way: Callable[[], object]) -> float:
    began = time.perf_counter()
    way()
    return amount / (time.perf_counter() - began)


def _report(found: dict[str, list[float]], limits: Sequence[Limit], load: str) -> dict[str, Any]:
    per_second = {name: round(middle(rounds)) for name, rounds in found.items()}
    return {
        "cases": CASES,
        "with_pauses": round(sum(bool(limit.pauses) for limit in limits) / CASES, 2),
        "per_second": per_second,
        "ratios": {
            f"{way}/{other}": round(middle(a / b for a, b in zip(found[way], found[other], strict=True)), 3)
            for way, other in (("due", "floor"), ("reckon", "due"), ("due", "slow"))
        },
        "machine": {"load_before": load, **machine.processor()},
        "bars": {f"due/s >= {PER_SECOND}": per_second["due"] >= PER_SECOND},
    }


def told(report: dict[str, Any]) -> str:
    """Give the report as lines for the diary."""
    lines = ["| way | /s |", "|---|---|"]
    lines += [f"| {name} | {figure:,} |" for name, figure in report["per_second"].items()]
    lines += ["", f"{report['cases']} limits, {report['with_pauses']:.0%} with pauses"]
    lines += [f"{name}: {value}" for name, value in report["ratios"].items()]
    lines += [f"load before: {report['machine']['load_before']}"]
    lines += [f"{'ok ' if held else 'NOT'} {name}" for name, held in report["bars"].items()]
    return "\n".join(lines)
