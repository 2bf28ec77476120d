"""Where a dossier has been, where it may go from here, and who could take it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local, now
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.facts import Gathered, route_of
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.words import Move
from motcua.reference.catalogue.rules import figure
from motcua.reference.catalogue.rules import routes as walking
from motcua.reference.catalogue.words import Step, WayKind
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff


@dataclass(frozen=True)
class StepTold:
    """One step of the route: done, present or to come."""

    order: int
    name: str
    public_name: str
    state: str
    who: str
    unit: str
    since: datetime | None
    ended_at: datetime | None
    hours: str
    staff_id: UUID | None = None


def steps_of(dossier: Dossier, at: datetime | None = None) -> list[StepTold]:
    """Give where a dossier has been and where it will go, with who has or had each step.

    The last stay at a step counts. Beyond a choice that nobody has made yet, the usual way is told.
    """
    runs: dict[int, StepRun] = {}
    for one in dossier.step_runs.select_related("unit", "staff").order_by("seq"):
        runs[one.step] = one
    parts = Gathered(dossier, at or now())
    route = parts.route
    been = [route.steps[place - 1].key for place in runs]
    told = walking.told_path(route.steps, case=parts.case, been=been, present=parts.step)
    return [
        _told(number, step, runs.get(route.place(step)), route.place(step), dossier)
        for number, step in enumerate(told, start=1)
    ]


def _told(number: int, step: Step, run: StepRun | None, place: int, dossier: Dossier) -> StepTold:
    return StepTold(
        order=number,
        name=step.name,
        public_name=step.public_name,
        state=_step_state(run, place, dossier),
        who=run.staff.full_name if run and run.staff else "",
        unit=run.unit.name if run else "",
        since=run.started_at if run else None,
        ended_at=run.ended_at if run else None,
        hours=figure(step.hours),
        staff_id=run.staff_id if run else None,
    )


def open_moves(facts: rules.Facts, actor: Actor) -> dict[Move, Refusal | None]:
    """Give every act that is the actor's now, with what still stands in its way."""
    return rules.moves_open(facts, actor)


def stays_of(dossier: Dossier) -> list[StepRun]:
    """Give the stays at steps that carry a word to the next one, newest first."""
    return list(dossier.step_runs.exclude(note="").select_related("sent_by", "unit").order_by("-seq"))


@dataclass(frozen=True)
class Onward:
    """A step to which a dossier may go on, with everybody who could take it.

    `choice` and `label` say which way leads there, where the officer decides between several.
    """

    step: Step
    people: tuple[Staff, ...]
    choice: str = ""
    label: str = ""


def onward(dossier: Dossier, at: datetime) -> list[Onward]:
    """Give every step to which a dossier may go on now: none after the last, several at a parting."""
    parts = Gathered(dossier, at)
    if parts.step is None:
        return []
    on = local(at).date()
    return [
        Onward(there, _takers(dossier, there, on), way.value if chosen else "", way.label if chosen else "")
        for way, there in walking.next_steps(parts.route.steps, parts.step, case=parts.case)
        for chosen in [way.kind is WayKind.CHOICE]
    ]


def step_name(dossier: Dossier) -> str:
    """Give the name of the step where a dossier stands; empty before the first."""
    step = route_of(dossier, now()).at(dossier.step)
    return step.name if step else ""


def _takers(dossier: Dossier, step: Step, on: date) -> tuple[Staff, ...]:
    if step.unit:
        return tuple(org.colleagues(UUID(step.unit), role=step.role, on=on))
    post = org.unit_for(dossier.competent_agency_id, kind=step.unit_kind, role=step.role, on=on)
    return tuple(org.colleagues(post.unit_id, role=step.role, on=on)) if post else ()


def colleagues_at(dossier: Dossier, on: date) -> list[Staff]:
    """Give everybody who could hold a dossier at its present step."""
    if dossier.handling_unit_id is None:
        return []
    return org.colleagues(dossier.handling_unit_id, role=dossier.handling_role, on=on)


def _step_state(run: StepRun | None, order: int, dossier: Dossier) -> str:
    if run is None or (run.ended_at is not None and order > (dossier.step or 0)):
        return "to_come"
    return "now" if run.ended_at is None else "done"
