"""Walking along a route: which step follows, which led here, how long the longest way takes.

Ways lead forward in the list alone; going back is a return to the step before, never a way of its own. So
the list is its own order of walking, and no route has a loop.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.words import RouteWhy, Step, Way, WayKind

Steps = tuple[Step, ...]


def laid_out(steps: Sequence[Step]) -> Steps:
    """Give every step its key, and to a route that says no ways those of a straight one."""
    taken = {step.key for step in steps}
    fresh = (key for key in (f"b{number}" for number in range(1, 10**6)) if key not in taken)
    keyed = tuple(step if step.key else replace(step, key=next(fresh)) for step in steps)
    return keyed if any(step.ways for step in keyed) else straightened(keyed)


def straightened(steps: Sequence[Step]) -> Steps:
    """Give the steps one after the other, each leading to the next."""
    after = (*(step.key for step in steps[1:]), "")[: len(steps)]
    return tuple(replace(step, ways=(Way(to),) if to else ()) for step, to in zip(steps, after, strict=True))


def is_straight(route: Sequence[Step]) -> bool:
    """Tell whether the steps simply follow one another."""
    return tuple(route) == straightened(route)


def is_plain(route: Sequence[Step]) -> bool:
    """Tell whether a route says no more than who does what, one after the other, in how many hours."""
    return is_straight(route) and not any(
        step.unit or step.lead or step.moves or step.consults for step in route
    )


def as_said(route: Steps) -> Steps:
    """Give a route as it was drafted: a plain one without the keys and ways that only storing gave it."""
    return tuple(replace(step, key="", ways=()) for step in route) if is_plain(route) else route


def step_called(route: Sequence[Step], key: str) -> Step | None:
    """Give the step of a key."""
    return next((step for step in route if step.key == key), None)


def next_steps(route: Sequence[Step], step: Step, *, case: str = "") -> tuple[tuple[Way, Step], ...]:
    """Give where a step leads in a case: nowhere at the end, one step, or one for each choice.

    The way of the case goes before choices, and both before the way of everybody else. Where every way is
    of a case, a dossier without one takes the first: nobody is left standing.
    """
    ways = _open_ways(step, case)
    found = ((way, step_called(route, way.to)) for way in ways)
    return tuple((way, there) for way, there in found if there is not None)


def next_step(
    route: Sequence[Step], step: Step, *, case: str = "", choice: str = ""
) -> Step | Refusal | None:
    """Give the step that follows, None at the end; refuse where a choice is to be made and was not."""
    offered = next_steps(route, step, case=case)
    if not offered or offered[0][0].kind is not WayKind.CHOICE:
        return offered[0][1] if offered else None
    chosen = next((there for way, there in offered if way.value == choice), None)
    if chosen is not None:
        return chosen
    why = RouteWhy.CHOICE_UNKNOWN if choice else RouteWhy.NO_CHOICE
    labels = ", ".join(f"“{way.label}”" for way, _ in offered)
    return Refusal(why, {"step": step.name, "choices": labels})


def path(
    route: Sequence[Step], *, case: str = "", choices: Mapping[str, str] | None = None
) -> Steps | Refusal:
    """Give the steps of one dossier in order; `choices` gives by the key of a step what is chosen there."""
    walked = list(route[:1])
    while walked:
        step = walked[-1]
        following = next_step(route, step, case=case, choice=(choices or {}).get(step.key, ""))
        if isinstance(following, Refusal):
            return following
        if following is None or following in walked:
            break
        walked.append(following)
    return tuple(walked)


def main_path(route: Sequence[Step], *, case: str = "", start: Step | None = None) -> Steps:
    """Give the way that the list names first at every parting: the one to tell where no choice is known."""
    walked = [start] if start else list(route[:1])
    while walked:
        onward = next_steps(route, walked[-1], case=case)
        if not onward or onward[0][1] in walked:
            break
        walked.append(onward[0][1])
    return tuple(walked)


def told_path(
    route: Sequence[Step], *, case: str = "", been: Sequence[str] = (), present: Step | None = None
) -> Steps:
    """Give the steps that a dossier has been at, and those that lie before it as far as can be told."""
    ahead = {step.key for step in main_path(route, case=case, start=present)}
    return tuple(step for step in route if step.key in ahead or step.key in been)


def steps_into(route: Sequence[Step], step: Step) -> Steps:
    """Give the steps with a way to a step."""
    return tuple(one for one in route if any(way.to == step.key for way in one.ways))


def up_to(route: Sequence[Step], step: Step) -> Steps:
    """Give a step with every step from which it can be reached."""
    found = {step.key}
    for one in reversed(list(route)):
        if any(way.to in found for way in one.ways):
            found.add(one.key)
    return tuple(one for one in route if one.key in found)


def took(step: Step) -> Decimal:
    """Give the working hours of a step; whoever is consulted beside it works at the same time."""
    return max([step.hours, *(consult.hours for consult in step.consults)])


def longest(route: Sequence[Step], *, case: str = "") -> Decimal:
    """Give the working hours of the longest way through a route in a case, whatever is chosen."""
    hours: dict[str, Decimal] = {}
    for step in reversed(list(route)):
        onward = [hours.get(way.to, Decimal(0)) for way in _open_ways(step, case)]
        hours[step.key] = took(step) + max(onward, default=Decimal(0))
    return hours[route[0].key] if route else Decimal(0)


def elapsed(route: Sequence[Step]) -> dict[str, Decimal]:
    """Give by the key of each step the working hours at its end, by the longest way there."""
    begun: dict[str, Decimal] = {}
    done: dict[str, Decimal] = {}
    for step in route:
        done[step.key] = begun.get(step.key, Decimal(0)) + took(step)
        for way in step.ways:
            begun[way.to] = max(begun.get(way.to, Decimal(0)), done[step.key])
    return done


def _open_ways(step: Step, case: str) -> tuple[Way, ...]:
    fitting = [way for way in step.ways if way.kind is WayKind.CASE and case and way.value == case]
    choices = tuple(way for way in step.ways if way.kind is WayKind.CHOICE)
    always = tuple(way for way in step.ways if way.kind is WayKind.ALWAYS)
    return tuple(fitting[:1]) or choices or always[:1] or step.ways[:1]
