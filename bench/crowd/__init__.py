"""A database with very many dossiers, shaped like a real province and filled past the commands."""

import math
from collections.abc import Callable
from datetime import datetime
from time import perf_counter
from typing import Any

import psycopg

from bench.crowd.dossiers import Plan, batches
from bench.crowd.lives import PROCEDURES
from bench.crowd.load import load
from bench.crowd.shares import NoData, Share, received, shares
from bench.world import World, build
from motcua.base.clock import ZONE, now
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.org import queries as org

__all__ = ["NoData", "fill", "found"]

SINCE = datetime(2025, 7, 2, 8, 0, tzinfo=ZONE)
AT_HAND = 60  # dossiers that one officer has at once


def found(size: int) -> tuple[World, tuple[Share, ...], float]:
    """Found the agencies with as many officers as their part of so many dossiers keeps busy."""
    all_shares = shares()
    months_in = size / received()
    officers = [math.ceil(one.open_of(size, months_in) / AT_HAND / 2) for one in all_shares]
    return build(len(all_shares), officers=officers, procedures=PROCEDURES), all_shares, months_in


def fill(
    owner: psycopg.Connection[Any], size: int, tell: Callable[[str], object]
) -> tuple[World, dict[str, Any]]:
    """Fill the database with about so many dossiers; gives the world and what was made."""
    began = perf_counter()
    world, all_shares, months_in = found(size)
    tell(f"{len(world.offices)} agencies founded in {perf_counter() - began:.0f} s")
    plan = Plan(
        world=world,
        routes=tuple(map(_route, world.versions)),
        calendar=org.calendar_for(None),
        calendar_number=org.calendar_number(),
        since=SINCE,
        until=now(),
    )
    rows = load(owner, batches(plan, all_shares, size, months_in=months_in))
    took = round(perf_counter() - began)
    tell(f"{rows:,} rows made in {took} s")
    return world, {"rows": rows, "built_seconds": took}


def _route(version: ProcedureVersion) -> Any:
    route = version.routes.get()
    return route.pk, tuple(route.steps.order_by("order"))
