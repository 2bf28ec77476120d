"""Changing a draft of a route step by step; the ways follow, so that no step is left hanging."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.rules.routes.walking import (
    Steps,
    is_straight,
    laid_out,
    step_called,
    straightened,
)
from motcua.reference.catalogue.words import RouteWhy, Step, Way, WayKind


@dataclass(frozen=True)
class PutStep:
    """Say a step anew by its key, or put one without a key after the step called `after`, or first."""

    step: Step
    after: str = ""


@dataclass(frozen=True)
class ShiftStep:
    """Move a step up or down by one place."""

    key: str
    up: bool


@dataclass(frozen=True)
class DropStep:
    """Take a step away; whatever led to it leads on to where it led."""

    key: str


@dataclass(frozen=True)
class PutWays:
    """Say anew where a step leads."""

    key: str
    ways: tuple[Way, ...]


RouteChange = PutStep | ShiftStep | DropStep | PutWays


def changed(route: Steps, change: RouteChange) -> Steps | Refusal:
    """Give a route with one change, or the reason why the change is not to be made."""
    match change:
        case PutStep(step, after) if not step.key:
            return _inserted(route, step, after)
        case PutStep(step, _):
            return _said_anew(route, step)
        case ShiftStep(key, up):
            return _shifted(route, key, up=up)
        case DropStep(key):
            return _dropped(route, key)
        case PutWays(key, ways):
            return _led(route, key, ways)


def _inserted(route: Steps, step: Step, after: str) -> Steps | Refusal:
    before = step_called(route, after)
    if after and before is None:
        return Refusal(RouteWhy.STEP_GONE)
    place = route.index(before) + 1 if before else 0
    straight = is_straight(route)
    steps = laid_out([*route[:place], replace(step, ways=()), *route[place:]])
    if straight:
        return straightened(steps)
    new = steps[place]
    if before is None:
        following: tuple[Way, ...] = (Way(route[0].key),)
    elif any(way.kind is not WayKind.ALWAYS for way in before.ways):
        following = (Way(route[place].key),) if place < len(route) else ()
    else:
        following = before.ways
        steps = _with(steps, replace(before, ways=(Way(new.key),)))
    return _with(steps, replace(new, ways=following))


def _said_anew(route: Steps, step: Step) -> Steps | Refusal:
    old = step_called(route, step.key)
    return Refusal(RouteWhy.STEP_GONE) if old is None else _with(route, replace(step, ways=old.ways))


def _shifted(route: Steps, key: str, *, up: bool) -> Steps | Refusal:
    step = step_called(route, key)
    if step is None:
        return Refusal(RouteWhy.STEP_GONE)
    first = route.index(step) - (1 if up else 0)
    if first < 0 or first + 1 >= len(route):
        return Refusal(RouteWhy.MOVES_NO_FURTHER, {"step": step.name})
    steps = (*route[:first], route[first + 1], route[first], *route[first + 2 :])
    return straightened(steps) if is_straight(route) else steps


def _dropped(route: Steps, key: str) -> Steps | Refusal:
    step = step_called(route, key)
    if step is None:
        return Refusal(RouteWhy.STEP_GONE)
    onward = step.ways[0].to if step.ways else ""
    rest = tuple(one for one in route if one is not step)
    return tuple(replace(one, ways=tuple(_past(one.ways, key, onward))) for one in rest)


def _past(ways: Sequence[Way], gone: str, onward: str) -> Iterator[Way]:
    for way in ways:
        if way.to != gone:
            yield way
        elif onward:
            yield replace(way, to=onward)


def _led(route: Steps, key: str, ways: tuple[Way, ...]) -> Steps | Refusal:
    step = step_called(route, key)
    return Refusal(RouteWhy.STEP_GONE) if step is None else _with(route, replace(step, ways=ways))


def _with(route: Sequence[Step], step: Step) -> Steps:
    return tuple(step if one.key == step.key else one for one in route)
