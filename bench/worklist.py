"""`motcua bench worklist`: lists and finding among very many dossiers, through HTTP and beside bare SQL."""

import os
import random
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final

import psycopg

from bench import machine
from bench.crowd import NoData, fill
from bench.crowd.looking import Looked, Looker, at_once, by_queries, by_sql, lookers, search_for
from bench.figures import middle, p50_p95
from bench.fresh import NotMade, fresh_database
from bench.web import NotServing, serving
from motcua.base.clock import now
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org.words import Role

LIST_P95_MS, LISTS, GROWTH, FIND_P50_MS = 150, 40, 1.5, 10
LOOKS, FINDS, WARMING, SEED = 12, 200, 3, 20_260_302
WAYS: Final = ("http_8", "queries", "floor")
NotMeasured = (NotMade, NotServing, NoData)
Rounds = dict[str, list[Looked]]


def measure(
    *, rounds: int, sizes: Sequence[int], tell: Callable[[str], object], **_: object
) -> dict[str, Any]:
    """Measure at each size on a database of its own, and give all figures."""
    measured = {size: _measured(size, rounds, tell) for size in sizes}
    report: dict[str, Any] = {"sizes": {str(size): one for size, one in measured.items()}}
    report["growth"] = {
        f"{after}/{before}": {
            way: round(measured[after][way]["p95_ms"] / measured[before][way]["p95_ms"], 2) for way in WAYS
        }
        for before, after in pairwise(sorted(measured))
    }
    report["bars"] = _bars(report)
    return report


def _measured(size: int, rounds: int, tell: Callable[[str], object]) -> dict[str, Any]:
    load = f"{os.getloadavg()[0]:.1f}"
    with fresh_database() as database:
        with psycopg.connect(database.owner, autocommit=True) as owner:
            world, made = fill(owner, size, tell)
        with (
            psycopg.connect(database.app, autocommit=True) as bare,
            serving(database.environment()) as port,
        ):
            many = lookers(world, port)
            found = _rounds(many, bare, rounds, tell)
            finding = _finding(many, _codes())
        return {
            **made,
            "dossiers": Dossier.objects.count(),
            "lists": {one.name: _length(one) for one in many},
            **{way: _way(looked) for way, looked in found.items()},
            "find": finding,
            "machine": {"load_before": load, **machine.facts()},
        }


def _rounds(
    many: Sequence[Looker], bare: psycopg.Connection[Any], rounds: int, tell: Callable[[str], object]
) -> Rounds:
    """Take turns, so that whatever else the machine does meets all ways alike."""
    ways: dict[str, Callable[[], Looked]] = {
        "http_8": lambda: at_once(many, LOOKS),
        "queries": lambda: by_queries(many, LOOKS),
        "floor": lambda: by_sql(many, LOOKS, bare),
    }
    at_once(many, WARMING)
    found: Rounds = {way: [] for way in ways}
    for number in range(1, rounds + 1):
        for name, way in ways.items():
            found[name].append(way())
            tell(f"round {number} {name}: {found[name][-1].per_second:.1f} lists/s")
    return found


def _finding(many: Sequence[Looker], codes: Sequence[str]) -> dict[str, Any]:
    """Find by code as a leader who may see what lies in the agency, by the query and through HTTP."""
    looker = next(one for one in many if one.actor.has(Role.AGENCY_LEADER))
    by_query, by_page = [], []
    for code in codes:
        began = time.perf_counter()
        queries.find(looker.actor, code, at=now())
        by_query.append(time.perf_counter() - began)
        by_page += at_once([looker], 1, search_for(code)).every
    return {"query": _spread(by_query), "page": _spread(by_page)}


def _codes() -> list[str]:
    """Give codes at random, some of dossiers that the seeker may not see."""
    source = random.Random(SEED)
    kept = Dossier.objects.exclude(code=None).order_by("code").values_list("code", flat=True)
    amount = kept.count()
    places = [source.randrange(amount) for _ in range(20)]
    near = [code for place in places for code in kept[place : place + FINDS // 20] if code]
    return source.sample(near, len(near))


def _length(looker: Looker) -> int:
    return queries.work_list(looker.actor, at=now(), sought=looker.sought).total


def _way(rounds: Sequence[Looked]) -> dict[str, Any]:
    every = _spread([took for one in rounds for took in one.every])
    return {
        "per_second": round(middle(one.per_second for one in rounds), 1),
        "p50_ms": every["p50_ms"],
        "p95_ms": round(middle(p50_p95(one.every)[1] for one in rounds), 1),
        "by_list": {
            name: _spread([took for one in rounds for took in one.took[name]]) for name in rounds[0].took
        },
    }


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    p50, p95 = p50_p95(seconds)
    return {"p50_ms": round(p50, 1), "p95_ms": round(p95, 1)}


def _bars(report: dict[str, Any]) -> dict[str, bool]:
    least = min(report["sizes"], key=int)
    lists = report["sizes"][least]["http_8"]
    bars = {
        f"{least}: list p95 < {LIST_P95_MS} ms": lists["p95_ms"] < LIST_P95_MS,
        f"{least}: lists/s >= {LISTS}": lists["per_second"] >= LISTS,
    }
    for size, one in report["sizes"].items():
        bars[f"{size}: find by code p50 < {FIND_P50_MS} ms"] = one["find"]["query"]["p50_ms"] < FIND_P50_MS
    for sizes, growth in report["growth"].items():
        bars[f"{sizes}: list time <= {GROWTH} times"] = growth["http_8"] <= GROWTH
    return bars


def told(report: dict[str, Any]) -> str:
    """Give the report as lines for the diary."""
    lines = ["| dossiers | way | lists/s | p50 ms | p95 ms |", "|---|---|---|---|---|"]
    for size, one in report["sizes"].items():
        lines += [
            f"| {size} | {way} | {one[way]['per_second']} | {one[way]['p50_ms']} | {one[way]['p95_ms']} |"
            for way in WAYS
        ]
    for size, one in report["sizes"].items():
        lines += [
            "",
            f"| {size}: list | rows | HTTP p50 / p95 | query p50 | floor p50 |",
            "|---|---|---|---|---|",
        ]
        for name, rows in one["lists"].items():
            page, query, floor = (one[way]["by_list"][name] for way in WAYS)
            times = f"{page['p50_ms']} / {page['p95_ms']} | {query['p50_ms']} | {floor['p50_ms']}"
            lines.append(f"| {name} | {rows} | {times} |")
        lines.append(
            f"find by code: {one['find']}; {one['rows']:,} rows made in {one['built_seconds']} s;"
            f" load before {one['machine']['load_before']}"
        )
    lines += ["", *(f"growth {sizes}: {growth}" for sizes, growth in report["growth"].items())]
    lines += [f"{'ok ' if held else 'NOT'} {name}" for name, held in report["bars"].items()]
    return "\n".join(lines)
