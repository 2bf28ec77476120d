"""`motcua bench scoring`: 4,000 sheets of the province set, beside a bare loop of additions and the slow way.

No stored thing is measured: criteria and inputs lie in memory, as they do when a ranking is made anew.
"""

import json
import os
import random
import time
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.rules.scoring_reference import slow_index

from bench import machine
from bench.figures import middle
from motcua.reform.scoring.reading import read_set
from motcua.reform.scoring.rules.computing import compute
from motcua.reform.scoring.rules.criteria import Criteria, Node
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.inputs import inputs_of

SHEETS, SLOW = 4_000, 100
BAR_SECONDS = 2.0
PENDING, NOT_APPLICABLE = 0.1, 0.05  # of the leaves of a sheet
Told = Mapping[str, Mapping[str, Any]]


class NotMeasured(RuntimeError):
    """Raised when the real criteria are not at hand, or when the two ways disagree."""


def measure(*, rounds: int = 3, tell: Callable[[str], object] = print, **_: object) -> dict[str, Any]:
    """Score every sheet `rounds` times; both ways must agree, or nothing is measured."""
    load = f"{os.getloadavg()[0]:.1f}"
    criteria = _criteria()
    told = sheets(criteria)
    leaves = {leaf.code: leaf for leaf in criteria.leaves}
    began = time.perf_counter()
    inputs = [_read(one, leaves) for one in told]
    reading = time.perf_counter() - began
    _compare(criteria, told[:SLOW], inputs[:SLOW])
    engine, floor, slow = [], [], []
    for turn in range(rounds):
        floor.append(_timed(lambda: _additions(len(leaves))))
        engine.append(_timed(lambda: _scored(criteria, inputs)))
        slow.append(_timed(lambda: [slow_index(criteria, one) for one in told[:SLOW]]) * SHEETS / SLOW)
        tell(f"round {turn + 1}: engine {engine[-1]:.2f} s, floor {floor[-1]:.3f} s, slow {slow[-1]:.1f} s")
    took = middle(engine)
    return {
        "sheets": SHEETS,
        "leaves": len(leaves),
        "seconds": round(took, 3),
        "leaf_us": round(took / SHEETS / len(leaves) * 1e6, 2),
        "reading_seconds": round(reading, 3),
        "floor_seconds": round(middle(floor), 3),
        "slow_seconds": round(middle(slow), 2),
        "slow_over_engine": round(middle(slow) / took, 1),
        "machine": {"load_before": load, **machine.processor()},
        "bars": {f"{SHEETS} sheets of {len(leaves)} leaves < {BAR_SECONDS} s": took < BAR_SECONDS},
    }


def _criteria() -> Criteria:
    path = Path(os.environ.get("MOTCUA_SHARED", "")) / "data/par/criteria/province_876_reconstructed.json"
    if not path.is_file():
        raise NotMeasured("MOTCUA_SHARED names no folder with the real criteria")
    criteria = read_set(path.name, path.read_bytes()).criteria
    if criteria is None:
        raise NotMeasured("the province set has problems")
    return criteria


def sheets(criteria: Criteria) -> list[dict[str, dict[str, Any]]]:
    """Give what 4,000 units declare: most leaves with figures, some waiting, some that do not apply."""
    chance = random.Random(876)
    return [
        {leaf.code: one for leaf in criteria.leaves if (one := _told(leaf, chance))} for _ in range(SHEETS)
    ]


def _told(leaf: Node, chance: random.Random) -> dict[str, Any]:
    drawn = chance.random()
    if drawn < PENDING or leaf.rule is None:
        return {}
    if drawn < PENDING + NOT_APPLICABLE:
        return {"not_applicable": True}
    match leaf.rule.needs[0]:
        case "step":
            return {"step": chance.randrange(len(leaf.rule.raw["steps"]))}
        case "numerator":
            whole = chance.randrange(1, 5_000)
            return {"numerator": chance.randrange(whole + 1), "denominator": whole}
        case "answers":
            return {"answers": {option: chance.randrange(1, 40) for option in "ABCD"}}
        case "index":
            return {"index": chance.randrange(6_000, 9_500) / 100}
    raise NotMeasured(f"no figures for {leaf.rule.needs[0]}")


def _read(told: Told, leaves: Mapping[str, Node]) -> dict[str, Given]:
    read = inputs_of(told, leaves)
    if isinstance(read, tuple):
        raise NotMeasured(f"leaf {read[0]}: {read[1].fault}")
    return read


def _scored(criteria: Criteria, inputs: Sequence[Mapping[str, Given]]) -> list[Decimal | None]:
    return [compute(criteria, one).index for one in inputs]


def _additions(leaves: int) -> Decimal:
    """Add one figure for every leaf of every sheet, and nothing else."""
    total, step = Decimal(0), Decimal("0.25")
    for _ in range(SHEETS):
        for _ in range(leaves):
            total += step
    return total


def _compare(criteria: Criteria, told: Sequence[Told], inputs: Sequence[Mapping[str, Given]]) -> None:
    for one, given in zip(told, inputs, strict=True):
        fast, slow = compute(criteria, given).exact, slow_index(criteria, one)
        if fast is None or slow is None or abs(Fraction(fast) - slow) > Fraction(1, 10**16):
            raise NotMeasured(f"engine {fast} and slow reference {slow} disagree on {json.dumps(one)}")


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def told(report: Mapping[str, Any]) -> str:
    """Give the report as lines for the diary."""
    lines = [
        f"{report['sheets']} sheets of {report['leaves']} leaves",
        "",
        "| way | s |",
        "|---|---|",
        f"| engine | {report['seconds']} ({report['leaf_us']} µs a leaf) |",
        f"| floor: as many additions | {report['floor_seconds']} |",
        f"| slow reference, in fractions | {report['slow_seconds']} ({report['slow_over_engine']} times) |",
        f"| reading and checking the inputs before | {report['reading_seconds']} |",
        "",
        f"load before {report['machine']['load_before']}",
    ]
    lines += [f"{'ok ' if held else 'NOT'} {name}" for name, held in report["bars"].items()]
    return "\n".join(lines)
