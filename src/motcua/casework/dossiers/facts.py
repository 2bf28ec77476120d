"""Gathering the facts that decisions about one dossier need; no locks, no writing."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import due
from motcua.base.clock.terms import Duration, Unit
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.models import Dossier, Paper, Result, StepRun, SupplementRound
from motcua.casework.dossiers.words import (
    Finance,
    ResultDelivery,
    ResultState,
    RoundState,
    Stage,
    State,
    Verdict,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role


@dataclass
class Gathered:
    """The open parts of a dossier and the facts made from them."""

    facts: rules.Facts
    papers: list[Paper]
    round: SupplementRound | None
    result: Result | None
    run: StepRun | None
    calendar: Calendar


def facts_of(dossier: Dossier, at: datetime, *, took_part: frozenset[UUID] = frozenset()) -> rules.Facts:
    """Give the facts of a dossier at a moment."""
    return gather(dossier, at, took_part=took_part).facts


def gather(dossier: Dossier, at: datetime, *, took_part: frozenset[UUID] = frozenset()) -> Gathered:
    """Read the open parts of a dossier; the dossier comes with its receiving unit."""
    papers = list(Paper.objects.filter(dossier=dossier, superseded=False).order_by("added_at", "id"))
    rounds = (
        list(SupplementRound.objects.filter(dossier=dossier).order_by("number"))
        if dossier.submitted_at
        else []
    )
    result = Result.objects.filter(dossier=dossier).first() if dossier.accepted_at else None
    run = StepRun.objects.filter(dossier=dossier, ended_at=None).first() if dossier.accepted_at else None
    calendar = org.calendar_for(dossier.competent_agency_id)
    last = rounds[-1] if rounds else None
    route = catalogue.parts_of(dossier.version_id).route
    step = dossier.step or 0
    facts = rules.Facts(
        state=State(dossier.state),
        owner=dossier.owner_id,
        submitter=dossier.submitter_id,
        receiving_unit=dossier.receiving_unit_id,
        receiving_agency=dossier.receiving_unit.agency_id,
        competent_agency=dossier.competent_agency_id,
        handling_unit=dossier.handling_unit_id,
        handling_role=dossier.handling_role,
        holder=dossier.holder_id,
        took_part=took_part,
        sender=run.sent_by_id if run else None,
        next_acted=run is not None and run.acted_at is not None,
        verdicts=tuple(Verdict(paper.verdict) for paper in papers),
        missing_papers=_missing(dossier, papers),
        finance=Finance(dossier.finance),
        electronic_result=dossier.result_delivery == ResultDelivery.ELECTRONIC,
        round_state=RoundState(last.state) if last else None,
        round_stage=Stage(last.stage) if last else None,
        rounds_at_intake=sum(1 for one in rounds if one.stage == Stage.INTAKE),
        items_open=last.items.filter(ticked=False).count() if last and last.completed_at is None else 0,
        result=ResultState(result.state) if result else None,
        supplement_until=_supplement_until(dossier, calendar),
        today=local(at).date(),
        officer_step_reached=any(one.person_role == Role.CASE_OFFICER and one.order <= step for one in route),
        has_next_step=any(one.order > step for one in route),
        has_step_before=any(one.order < step and one.person_role != Role.RECEPTION_OFFICER for one in route),
    )
    return Gathered(facts, papers, last, result, run, calendar)


def _missing(dossier: Dossier, papers: list[Paper]) -> tuple[str, ...]:
    if dossier.state not in (State.DRAFT, State.SUBMITTED, State.SUPPLEMENT_REQUESTED):
        return ()
    there = {paper.requirement_id for paper in papers}
    wanted = catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)
    return tuple(one.name for one in wanted if one.required and one.pk not in there)


def _supplement_until(dossier: Dossier, calendar: Calendar) -> date | None:
    if dossier.accepted_at is None or dossier.state != State.IN_PROCESS:
        return None
    limit = org.regulation("supplement_after_reception", local(dossier.accepted_at).date())
    if limit is None:
        return None
    return due(dossier.accepted_at, Duration(limit.value, Unit(limit.unit)), calendar).day
