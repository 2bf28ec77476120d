"""Whether a step takes longer when a dossier has a long history behind it."""

from typing import Any
from uuid import UUID

from bench.figures import Timings, p50_p95
from bench.lives import Life
from bench.world import World
from motcua.casework.dossiers import commands
from motcua.reference.org.words import Role

RETURNS, MEASURED = 200, 60


def growth(world: World) -> dict[str, Any]:
    """Send one dossier back and forth many times, then time the same acts on it and on a fresh one."""
    result_type = world.version.results.get().pk
    old, fresh = (_ready(world, result_type) for _ in range(2))
    for _ in range(RETURNS):
        _back_and_forth(old)
    old.timings = Timings()
    seen: list[Life] = []
    for turn in range(MEASURED):
        if turn % 10 == 0:
            # What is fresh stays fresh: its own history grows by ten turns at most.
            fresh = _ready(world, result_type)
            seen.append(fresh)
        _back_and_forth(old)
        _back_and_forth(fresh)
    young = [took for life in seen for step in ("advance", "return") for took in life.timings.acts[step]]
    fresh_ms, old_ms = p50_p95(young)[0], p50_p95(old.timings.every)[0]
    return {
        "returns": RETURNS,
        "fresh_p50_ms": round(fresh_ms, 2),
        "old_p50_ms": round(old_ms, 2),
        "growth": round(old_ms / fresh_ms, 2),
    }


def _ready(world: World, result_type: UUID) -> Life:
    """Give a dossier whose result is drafted, with the head of the division."""
    life = Life(world.offices[0], result_type)
    life.create()
    life.take_in()
    life.draft()
    life.officially("first_advance", commands.advance_step, Role.CASE_OFFICER)
    return life


def _back_and_forth(life: Life) -> None:
    life.officially("return", commands.return_step, Role.UNIT_HEAD, reason="Xem lại")
    life.officially("advance", commands.advance_step, Role.CASE_OFFICER)
