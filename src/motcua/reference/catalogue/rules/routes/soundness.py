"""What a route must fulfil before dossiers walk along it (TT 01/2018/TT-VPCP, Điều 8)."""

from collections.abc import Callable, Collection, Iterator, Sequence

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.rules.routes.limits import overlong
from motcua.reference.catalogue.rules.routes.walking import Steps
from motcua.reference.catalogue.words import Case, RouteWhy, Step, Terms, WayKind
from motcua.reference.org.words import Role, UnitKind

ROLES, UNIT_KINDS = frozenset(Role), frozenset(UnitKind)
Check = Callable[[Steps, frozenset[str]], Iterator[Refusal]]


def route_faults(
    route: Sequence[Step],
    *,
    cases: Collection[Case] = (),
    terms: Collection[Terms] = (),
    case: str = "",
    channel: str = "",
) -> list[Refusal]:
    """Give every reason why dossiers cannot walk along a route, each naming its step.

    `cases` and `terms` are those of the version; `case` and `channel` say whose route it is, empty for every
    one.
    """
    steps, known = tuple(route), frozenset(one.code for one in cases)
    if not steps:
        return [Refusal(RouteWhy.NO_STEPS)]
    found = [refusal for check in _CHECKS for refusal in check(steps, known)]
    too_long = overlong(steps, cases=cases, terms=terms, case=case, channel=channel)
    return [*found, too_long] if too_long else found


def _keys_once(steps: Steps, known: frozenset[str]) -> Iterator[Refusal]:
    keys = [step.key for step in steps]
    for step in steps:
        if keys.count(step.key) > 1 or not step.key:
            yield _about(RouteWhy.KEY_TWICE, step)
            return


def _begins_at_counter(steps: Steps, known: frozenset[str]) -> Iterator[Refusal]:
    """A dossier stands first where it was received."""
    if steps[0].role != Role.RECEPTION_OFFICER:
        yield _about(RouteWhy.NOT_AT_COUNTER, steps[0])


def _known_people(steps: Steps, known: frozenset[str]) -> Iterator[Refusal]:
    for step in steps:
        if step.role not in ROLES or not (step.unit or step.unit_kind in UNIT_KINDS):
            yield _about(RouteWhy.ROLE_UNKNOWN, step)


def _takes_time(steps: Steps, known: frozenset[str]) -> Iterator[Refusal]:
    for step in steps:
        if step.hours <= 0 or any(consult.hours <= 0 for consult in step.consults):
            yield _about(RouteWhy.NO_HOURS, step)


def _leads_forward(steps: Steps, known: frozenset[str]) -> Iterator[Refusal]:
    places = {step.key: place for place, step in enumerate(steps)}
    for place, step in enumerate(steps):
        for way in step.ways:
            if way.to not in places:
                yield _about(RouteWhy.DANGLING, step)
            elif places[way.to] <= place:
                yield _about(RouteWhy.GOES_BACK, step, to=steps[places[way.to]].name)


def _reached(steps: Steps, known: frozenset[str]) -> Iterator[Refusal]:
    reached = {steps[0].key}
    for step in steps:
        if step.key in reached:
            reached.update(way.to for way in step.ways)
        else:
            yield _about(RouteWhy.UNREACHABLE, step)


def _parts_well(steps: Steps, known: frozenset[str]) -> Iterator[Refusal]:
    for step in steps:
        yield from _parting(step, known)


def _parting(step: Step, known: frozenset[str]) -> Iterator[Refusal]:
    kinds = [way.kind for way in step.ways]
    of_cases = [way.value for way in step.ways if way.kind is WayKind.CASE]
    choices = [way.value for way in step.ways if way.kind is WayKind.CHOICE]
    unknown = sorted(set(of_cases) - known)
    if unknown:
        yield _about(RouteWhy.CASE_UNKNOWN, step, case=unknown[0])
    if of_cases and len(kinds) == len(of_cases) and known - set(of_cases):
        yield _about(RouteWhy.CASE_FORGOTTEN, step, case=min(known - set(of_cases)))
    if len(choices) == 1:
        yield _about(RouteWhy.CHOICE_ALONE, step)
    if len(set(choices)) < len(choices) or len(set(of_cases)) < len(of_cases) or "" in choices:
        yield _about(RouteWhy.CHOICE_TWICE, step)
    if kinds.count(WayKind.ALWAYS) > (0 if choices else 1):
        yield _about(RouteWhy.CHOICE_BESIDE_ALWAYS, step)


def _about(why: RouteWhy, step: Step, **facts: str) -> Refusal:
    return Refusal(why, {"step": step.name, **facts})


_CHECKS: tuple[Check, ...] = (
    *(_keys_once, _begins_at_counter, _known_people, _takes_time),
    *(_leads_forward, _reached, _parts_well),
)
