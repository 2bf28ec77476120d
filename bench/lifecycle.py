"""`motcua bench lifecycle`: whole lives of dossiers, beside the floor, in one run."""

import os
import time
from collections.abc import Callable
from typing import Any, Final

import psycopg

from bench import machine
from bench.figures import Timings, middle, p50_p95
from bench.floor import Floor, OtherRows, check, counted
from bench.fresh import NotMade, fresh_database
from bench.history import growth
from bench.lives import by_commands, together
from bench.visits import by_http
from bench.web import NotServing, serving
from bench.world import World, build

CLIENTS: Final = 8
STEPS, STEP_P95_MS, CREATES, GROWTH = 150, 15, 60, 1.15
CREATION: Final = ("draft", "answers", "submit")
NotMeasured = (NotMade, NotServing, OtherRows)
Rounds = dict[str, list[Timings]]


def measure(*, rounds: int, lives: int, tell: Callable[[str], object], **_: object) -> dict[str, Any]:
    """Measure so many rounds of each way of living, and give all figures."""
    began = time.monotonic()
    load = f"{os.getloadavg()[0]:.1f}"
    with fresh_database() as database:
        world = build(CLIENTS)
        tell("world built")
        with (
            psycopg.connect(database.app, autocommit=True) as connection,
            serving(database.environment()) as port,
        ):
            floor = Floor(world, connection)
            _compare(world, floor, connection)
            found = _rounds(_ways(world, floor, port, lives), rounds, tell)
        report = _report(found)
        report["history"] = growth(world)
        report["machine"] = {"load_before": load, **machine.facts()}
    report["took_seconds"] = round(time.monotonic() - began)
    report["bars"] = _bars(report)
    return report


def _compare(world: World, floor: Floor, connection: psycopg.Connection[Any]) -> None:
    """Let both live once, which also warms them, and refuse a floor that stores other rows."""
    marks = [counted(connection)]
    for live in (by_commands(world), floor.live):
        live(world.offices[0], Timings())
        marks.append(counted(connection))
    empty, first, second = marks
    check(
        {table: first[table] - empty[table] for table in empty},
        {table: second[table] - first[table] for table in empty},
    )


def _ways(world: World, floor: Floor, port: int, lives: int) -> dict[str, Callable[[], Timings]]:
    """Give each way of living as one round of it."""
    one, all_, share = world.offices[:1], world.offices, max(1, lives // 4)
    commands = by_commands(world)
    acts, pages = (by_http(world, port, pages=wanted) for wanted in (False, True))
    for live in (acts, pages):
        # Each worker process reads templates and versions once.
        together(live, all_, 1)
    return {
        "floor": lambda: together(floor.live, one, lives * 2),
        "commands_1": lambda: together(commands, one, lives),
        "commands_8": lambda: together(commands, all_, share),
        "http_1": lambda: together(acts, one, share * 2),
        "http_8": lambda: together(acts, all_, share),
        "http_pages_8": lambda: together(pages, all_, max(1, share // 2)),
    }


def _rounds(ways: dict[str, Callable[[], Timings]], rounds: int, tell: Callable[[str], object]) -> Rounds:
    """Take turns, so that whatever else the machine does meets all of them alike."""
    found: Rounds = {name: [] for name in ways}
    for number in range(1, rounds + 1):
        for name, way in ways.items():
            found[name].append(way())
            tell(f"round {number} {name}: {found[name][-1].lives_per_second:.1f} lives/s")
    return found


def _report(found: Rounds) -> dict[str, Any]:
    ways = {name: _way(many) for name, many in found.items()}
    return {
        "ways": ways,
        "create_per_second": round(middle(one.per_second(*CREATION) for one in found["commands_1"]), 1),
        "ratios": {
            "commands_1/floor": _ratio(found, "commands_1", "floor"),
            "http_8/commands_8": _ratio(found, "http_8", "commands_8"),
            "http_pages_8/commands_8": _ratio(found, "http_pages_8", "commands_8"),
        },
    }


def _way(rounds: list[Timings]) -> dict[str, Any]:
    steps = rounds[0].acts
    return {
        "lives_per_second": round(middle(one.lives_per_second for one in rounds), 1),
        "steps_per_second": round(middle(one.steps_per_second for one in rounds), 1),
        "step_ms": _spread([took for one in rounds for took in one.every]),
        "by_step_ms": {step: _spread([took for one in rounds for took in one.acts[step]]) for step in steps},
    }


def _spread(seconds: list[float]) -> dict[str, float]:
    p50, p95 = p50_p95(seconds)
    return {"p50": round(p50, 2), "p95": round(p95, 2)}


def _ratio(found: Rounds, way: str, beside: str) -> float:
    """Give the middle of the ratios of each round: what ran side by side is compared."""
    pairs = zip(found[way], found[beside], strict=True)
    return round(middle(one.lives_per_second / other.lives_per_second for one, other in pairs), 3)


def _bars(report: dict[str, Any]) -> dict[str, bool]:
    commands, ratios = report["ways"]["commands_1"], report["ratios"]
    return {
        f"steps/s >= {STEPS}": commands["steps_per_second"] >= STEPS,
        f"step p95 < {STEP_P95_MS} ms": commands["step_ms"]["p95"] < STEP_P95_MS,
        f"create/s >= {CREATES}": report["create_per_second"] >= CREATES,
        "commands_1/floor >= 1/5": ratios["commands_1/floor"] >= 1 / 5,
        "http_8/commands_8 >= 1/2": ratios["http_8/commands_8"] >= 1 / 2,
        "a step takes as long after 200 returns": report["history"]["growth"] <= GROWTH,
    }


def told(report: dict[str, Any]) -> str:
    """Give the report as lines for the diary."""
    lines = ["| way | lives/s | steps/s | step p50 ms | step p95 ms |", "|---|---|---|---|---|"]
    for name, way in report["ways"].items():
        spread = way["step_ms"]
        figures = (way["lives_per_second"], way["steps_per_second"], spread["p50"], spread["p95"])
        lines.append(f"| {name} | {' | '.join(map(str, figures))} |")
    lines += ["", f"create/s: {report['create_per_second']}", f"history: {report['history']}"]
    lines += [f"{name}: {value}" for name, value in report["ratios"].items()]
    lines += [f"{'ok ' if held else 'NOT'} {name}" for name, held in report["bars"].items()]
    return "\n".join(lines)
