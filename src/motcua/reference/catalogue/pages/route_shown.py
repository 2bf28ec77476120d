"""What the page of a route shows: its drawing, and a row for each step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from motcua.base.ui.flows import Flow, Stop, flow
from motcua.reference.catalogue import queries, rules, sentences
from motcua.reference.catalogue.models import Route
from motcua.reference.catalogue.rules.routes import Steps, elapsed, longest
from motcua.reference.catalogue.sentences.routes import MOVES, hours_of, way_of, who_of
from motcua.reference.catalogue.words import Case, Channel, RouteState, Step, Terms
from motcua.reference.org import queries as org


@dataclass(frozen=True)
class StepRow:
    """One step: who, how long, the hours from the beginning, where it leads when that is not simply below."""

    number: int
    key: str
    name: str
    public_name: str
    who: str
    hours: str
    total: str
    notes: tuple[str, ...]


def rows_of(route: Steps, cases: Sequence[Case] = ()) -> list[StepRow]:
    """Give a row for each step."""
    done, names = elapsed(route), {one.code: one.name for one in cases}
    below = {step.key: after.key for step, after in pairwise(route)}
    return [
        StepRow(
            number,
            step.key,
            step.name,
            step.public_name if step.public_name != step.name else "",
            _who(step),
            hours_of(step),
            rules.figure(done[step.key]),
            tuple(_notes(step, route, below.get(step.key, ""), names)),
        )
        for number, step in enumerate(route, start=1)
    ]


def drawing_of(route: Steps) -> Flow:
    """Give the drawing; the step of the lead stands out."""
    places = {step.key: place for place, step in enumerate(route)}
    ways = sorted(
        {(places[step.key], places[way.to]) for step in route for way in step.ways if way.to in places}
    )
    stops = [Stop(hours_of(step), marked=step.lead, asked=len(step.consults)) for step in route]
    partings = [str(places[step.key] + 1) for step in route if len(step.ways) > 1]
    label = f"Quy trình {len(route)} bước" + (
        f", rẽ nhánh ở bước {', '.join(partings)}." if partings else "."
    )
    return flow(label, stops, [way for way in ways if way[1] > way[0]])


def limits_of(route: Steps, ground: queries.Ground) -> list[str]:
    """Say how the longest way stands beside each limit."""
    names = {one.code: one.name for one in ground.cases}
    told = []
    for terms in ground.terms:
        if ground.channel and terms.channel != ground.channel:
            continue
        if ground.case and terms.case not in ("", ground.case):
            continue
        told.append(_beside(route, terms, names, ground.case))
    return list(dict.fromkeys(told))


def whose(case: str, channel: str, names: Mapping[str, str]) -> str:
    """Say for which dossiers a route is."""
    said = [f"trường hợp {names.get(case, case)}"] if case else []
    said += [f"nộp {sentences.CHANNELS[Channel(channel)].lower()}"] if channel else []
    return ", ".join(said).capitalize() if said else "Mọi hồ sơ"


def state_of(route: Route, on: date) -> str:
    """Say how far a route has come."""
    if route.state == RouteState.DRAFT:
        return "Đang soạn"
    if route.valid_to is not None and route.valid_to < on:
        return "Hết áp dụng"
    if route.valid_from is not None and route.valid_from > on:
        return "Sắp áp dụng"
    return "Đang áp dụng"


def _who(step: Step) -> str:
    return f"{who_of(step)}: {org.unit(UUID(step.unit)).name}" if step.unit else who_of(step)


def _notes(step: Step, route: Steps, below: str, names: Mapping[str, str]) -> list[str]:
    said = []
    if [way.to for way in step.ways] != ([below] if below else []):
        said = [way_of(way, route, names) for way in step.ways] or ["Kết thúc ở bước này"]
    said += [f"Lấy ý kiến {one.whom}, {rules.figure(one.hours)} giờ, cùng lúc" for one in step.consults]
    if step.lead:
        said.append("Cơ quan chủ trì")
    if step.moves:
        said.append(f"Được làm: {', '.join(MOVES[move].lower() for move in step.moves)}")
    return said


def _beside(route: Steps, terms: Terms, names: Mapping[str, str], only: str) -> str:
    case = terms.case or only
    hours = rules.figure(longest(route, case=case))
    way = sentences.CHANNELS[terms.channel] + (f", {names.get(case, case)}" if case else "")
    if terms.value is None or terms.unit is None:
        return f"{way}: {hours} giờ, thủ tục không ghi thời hạn"
    limit = rules.guaranteed_hours(terms.value, terms.unit)
    return f"{way}: {hours} trên {limit} giờ ({sentences.length(terms.value, terms.unit)})"
