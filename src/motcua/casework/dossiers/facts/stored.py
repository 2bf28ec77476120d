"""What the rules may know of a stored dossier, each fact looked up when a rule asks."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from motcua.base.clock import local
from motcua.base.clock.due import due
from motcua.base.clock.terms import Duration, Unit
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.facts.parts import Parts
from motcua.casework.dossiers.models import StepRun
from motcua.casework.dossiers.reckoning import closing_day
from motcua.casework.dossiers.words import (
    ConsultationKind,
    ConsultationState,
    Delivery,
    ExtensionState,
    Finance,
    ResultDelivery,
    ResultState,
    RoundState,
    Stage,
    State,
    Transfer,
    Verdict,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.rules import routes as walking
from motcua.reference.catalogue.words import SupplementClock
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role
from motcua.reference.people import queries as people
from motcua.reference.people.words import Power

_NOT_COMPLETE_YET = (State.DRAFT, State.SUBMITTED, State.SUPPLEMENT_REQUESTED)


class StoredFacts(rules.Facts):
    """Facts of a stored dossier: what needs a look into the database waits until a rule asks for it."""

    _parts: Parts

    def __init__(self, parts: Parts, took_part: frozenset[UUID]) -> None:
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
            transfer=Transfer(dossier.transfer),
            home_counter=dossier.home_counter_id,
            paused=dossier.paused_since is not None,
            result_ready=dossier.delivery == Delivery.READY,
            electronic_result=dossier.result_delivery == ResultDelivery.ELECTRONIC,
            today=local(parts.at).date(),
            accepted=dossier.accepted_at is not None,
        )

    @cached_property
    def receiving_agency(self) -> UUID | None:
        return self._parts.dossier.receiving_unit.agency_id

    @cached_property
    def superiors(self) -> frozenset[UUID]:
        return org.superiors(self._parts.dossier.competent_agency_id)

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
    def correction(self) -> ResultState | None:
        found = self._parts.correction if self._parts.dossier.resolved_at else None
        return ResultState(found.state) if found else None

    @cached_property
    def result_drafter(self) -> UUID | None:
        return self._parts.result.drafted_by_id if self._parts.result else None

    @cached_property
    def correction_drafter(self) -> UUID | None:
        found = self._parts.correction
        return found.drafted_by_id if found else None

    @cached_property
    def officers_unit(self) -> UUID | None:
        dossier = self._parts.dossier
        if dossier.resolved_at is None:
            return None
        runs = StepRun.objects.filter(dossier=dossier, role=Role.CASE_OFFICER).order_by("-seq")
        return runs.values_list("unit_id", flat=True).first()

    @cached_property
    def supplement_until(self) -> date | None:
        dossier = self._parts.dossier
        if dossier.accepted_at is None or dossier.state != State.IN_PROCESS:
            return None
        since = self._counted_since or dossier.accepted_at
        limit = org.regulation("supplement_after_reception", local(dossier.accepted_at).date())
        if limit is None:
            return None
        return due(since, Duration(limit.value, Unit(limit.unit)), self._parts.calendar).day

    @property
    def _counted_since(self) -> datetime | None:
        """Give when everything was there anew, where the time then counts afresh (NĐ 61/2018, Điều 19)."""
        asked = [one for one in self._parts.rounds if one.stage == Stage.APPRAISAL and one.new_due_at]
        restarts = asked and self._parts.dossier.version.supplement_clock == SupplementClock.RESTART
        return asked[-1].completed_at if restarts else None

    @cached_property
    def closing_until(self) -> date | None:
        last = self._parts.round
        return closing_day(self._parts.dossier, last.sent_at) if last and last.sent_at else None

    @property
    def due_on(self) -> date | None:
        due_at = self._parts.dossier.due_at
        return local(due_at).date() if due_at else None

    @property
    def consulted(self) -> frozenset[UUID]:
        gone = ConsultationState.WITHDRAWN
        return frozenset(one.unit_id for one in self._parts.consultations if one.state != gone)

    @property
    def consulted_open(self) -> frozenset[UUID]:
        return frozenset(one.unit_id for one in self._parts.consultations_open)

    @property
    def shares_open(self) -> int:
        return sum(1 for one in self._parts.consultations_open if one.kind == ConsultationKind.SHARE)

    @cached_property
    def extension(self) -> ExtensionState | None:
        made = self._parts.extensions
        return ExtensionState(made[-1].state) if made else None

    @cached_property
    def extensions_made(self) -> int:
        return sum(1 for one in self._parts.extensions if one.state == ExtensionState.GRANTED)

    @cached_property
    def extensions_most(self) -> int | None:
        limit = org.regulation("extensions_most", local(self._parts.at).date())
        return limit.value if limit else None

    @cached_property
    def extend_until(self) -> date | None:
        due_at = self._parts.dossier.due_at
        limit = org.regulation("extend_before", local(self._parts.at).date())
        if due_at is None or limit is None:
            return None
        return due(due_at, Duration(-limit.value, Unit(limit.unit)), self._parts.calendar).day

    @cached_property
    def officer_step_reached(self) -> bool:
        step, steps = self._parts.step, self._parts.route.steps
        return step is not None and any(one.role == Role.CASE_OFFICER for one in walking.up_to(steps, step))

    @cached_property
    def has_next_step(self) -> bool:
        step = self._parts.step
        return step is None or bool(step.ways)

    @cached_property
    def has_step_before(self) -> bool:
        step, steps = self._parts.step, self._parts.route.steps
        before = walking.steps_into(steps, step) if step else ()
        return any(one.role != Role.RECEPTION_OFFICER for one in before)

    @cached_property
    def step_moves(self) -> frozenset[str]:
        step = self._parts.step if self._parts.dossier.accepted_at else None
        return frozenset(step.moves) if step else frozenset()
