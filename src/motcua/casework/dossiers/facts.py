"""The facts that decisions about one dossier need; no locks, no writing."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
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
from motcua.reference.catalogue.models import RouteStep
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role
from motcua.reference.people import queries as people
from motcua.reference.people.words import Power

_NOT_COMPLETE_YET = (State.DRAFT, State.SUBMITTED, State.SUPPLEMENT_REQUESTED)


class Gathered:
    """The open parts of a dossier, each read when it is first asked for and kept.

    A decision asks for few of them. Whoever acts holds the dossier's lock, so what is read late is as true
    as what is read early.
    """

    def __init__(self, dossier: Dossier, at: datetime, *, took_part: frozenset[UUID] = frozenset()) -> None:
        self.dossier = dossier
        self.at = at
        self.facts: rules.Facts = _Facts(self, took_part)

    @cached_property
    def papers(self) -> list[Paper]:
        """Give the papers that count, oldest first."""
        found = Paper.objects.filter(dossier=self.dossier, superseded=False)
        return list(found.order_by("added_at", "id"))

    @property
    def requirements_met(self) -> set[UUID | None]:
        """Give the components with a paper; one drawn from the store counts while it is valid."""
        drawn = [paper.held_id for paper in self.papers if paper.held_id]
        on = local(self.at).date()
        valid = people.still_valid(drawn, on) if drawn and self.dossier.submitted_at is None else set(drawn)
        return {one.requirement_id for one in self.papers if one.held_id is None or one.held_id in valid}

    @cached_property
    def rounds(self) -> list[SupplementRound]:
        """Give the supplement requests in order; there is none before submission."""
        if self.dossier.submitted_at is None:
            return []
        return list(SupplementRound.objects.filter(dossier=self.dossier).order_by("number"))

    @property
    def round(self) -> SupplementRound | None:
        """Give the last supplement request."""
        return self.rounds[-1] if self.rounds else None

    @cached_property
    def result(self) -> Result | None:
        """Give the result, as far as it is; there is none before acceptance."""
        if self.dossier.accepted_at is None:
            return None
        return next(iter(Result.objects.filter(dossier=self.dossier)), None)

    @cached_property
    def run(self) -> StepRun | None:
        """Give the present stay at a step; there is none before acceptance."""
        if self.dossier.accepted_at is None:
            return None
        return next(iter(StepRun.objects.filter(dossier=self.dossier, ended_at=None).order_by()), None)

    @property
    def calendar(self) -> Calendar:
        """Give the working calendar that the dossier's clock runs by."""
        return org.calendar_for(self.dossier.competent_agency_id)

    @property
    def route(self) -> tuple[RouteStep, ...]:
        """Give the steps of the frozen version, in order."""
        return catalogue.parts_of(self.dossier.version_id).route


def facts_of(dossier: Dossier, at: datetime, *, took_part: frozenset[UUID] = frozenset()) -> rules.Facts:
    """Give the facts of a dossier at a moment."""
    return Gathered(dossier, at, took_part=took_part).facts


class _Facts(rules.Facts):
    """Facts of a stored dossier: what needs a look into the database waits until a rule asks for it."""

    _parts: Gathered

    def __init__(self, parts: Gathered, took_part: frozenset[UUID]) -> None:
        dossier = parts.dossier
        # Set past the frozen dataclass; a field that is a property below must not be set here.
        vars(self).update(
            _parts=parts,
            state=State(dossier.state),
            owner=dossier.owner_id,
            submitter=dossier.submitter_id,
            receiving_unit=dossier.receiving_unit_id,
            competent_agency=dossier.competent_agency_id,
            handling_unit=dossier.handling_unit_id,
            handling_role=dossier.handling_role,
            holder=dossier.holder_id,
            took_part=took_part,
            finance=Finance(dossier.finance),
            electronic_result=dossier.result_delivery == ResultDelivery.ELECTRONIC,
            today=local(parts.at).date(),
        )

    @cached_property
    def receiving_agency(self) -> UUID | None:
        return self._parts.dossier.receiving_unit.agency_id

    @cached_property
    def represented_by(self) -> Mapping[UUID, frozenset[Power]]:
        dossier, found = self._parts.dossier, dict[UUID, frozenset[Power]]()
        for one in people.representations_over(dossier.owner_id, local(self._parts.at).date()):
            powers = one.powers_over(filed_under=one.pk == dossier.representation_id)
            found[one.representative_id] = found.get(one.representative_id, frozenset()) | powers
        return found

    @cached_property
    def sender(self) -> UUID | None:
        return self._parts.run.sent_by_id if self._parts.run else None

    @cached_property
    def next_acted(self) -> bool:
        return self._parts.run is not None and self._parts.run.acted_at is not None

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        return tuple(Verdict(paper.verdict) for paper in self._parts.papers)

    @cached_property
    def missing_papers(self) -> tuple[str, ...]:
        dossier = self._parts.dossier
        if dossier.state not in _NOT_COMPLETE_YET:
            return ()
        wanted = catalogue.parts_of(dossier.version_id).requirements(dossier.case_id)
        required = [one for one in wanted if one.required]
        there = self._parts.requirements_met if required else ()
        return tuple(one.name for one in required if one.pk not in there)

    @cached_property
    def round_state(self) -> RoundState | None:
        last = self._parts.round
        return RoundState(last.state) if last else None

    @cached_property
    def round_stage(self) -> Stage | None:
        last = self._parts.round
        return Stage(last.stage) if last else None

    @cached_property
    def rounds_at_intake(self) -> int:
        return sum(1 for one in self._parts.rounds if one.stage == Stage.INTAKE)

    @cached_property
    def items_open(self) -> int:
        last = self._parts.round
        return last.items.filter(ticked=False).count() if last and last.completed_at is None else 0

    @cached_property
    def result(self) -> ResultState | None:
        return ResultState(self._parts.result.state) if self._parts.result else None

    @cached_property
    def supplement_until(self) -> date | None:
        dossier = self._parts.dossier
        if dossier.accepted_at is None or dossier.state != State.IN_PROCESS:
            return None
        limit = org.regulation("supplement_after_reception", local(dossier.accepted_at).date())
        if limit is None:
            return None
        return due(dossier.accepted_at, Duration(limit.value, Unit(limit.unit)), self._parts.calendar).day

    @property
    def officer_step_reached(self) -> bool:
        return any(
            one.person_role == Role.CASE_OFFICER and one.order <= self._step for one in self._parts.route
        )

    @property
    def has_next_step(self) -> bool:
        return any(one.order > self._step for one in self._parts.route)

    @property
    def has_step_before(self) -> bool:
        return any(
            one.order < self._step and one.person_role != Role.RECEPTION_OFFICER for one in self._parts.route
        )

    @property
    def _step(self) -> int:
        return self._parts.dossier.step or 0
