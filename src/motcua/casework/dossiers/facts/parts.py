"""What lies open of one dossier: its papers, rounds, results, stays, route."""

from datetime import datetime
from functools import cached_property
from uuid import UUID

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.casework.dossiers.models import (
    Consultation,
    Dossier,
    Extension,
    Paper,
    Result,
    StepRun,
    SupplementRound,
)
from motcua.casework.dossiers.reckoning import calendar_of
from motcua.casework.dossiers.words import ConsultationState
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.queries import Walked
from motcua.reference.catalogue.words import Step
from motcua.reference.people import queries as people

NO_ROUTE = Walked(UUID(int=0), ())


class Parts:
    """The open parts of a dossier, each read when it is first asked for and kept.

    A decision asks for few of them. Whoever acts holds the dossier's lock, so what is read late is as true
    as what is read early.
    """

    def __init__(self, dossier: Dossier, at: datetime) -> None:
        self.dossier = dossier
        self.at = at

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
        """Give the first result, as far as it is; there is none before acceptance."""
        return self.results[0] if self.results else None

    @cached_property
    def results(self) -> list[Result]:
        """Give the result and what replaces it, in order; there is none before acceptance."""
        if self.dossier.accepted_at is None:
            return []
        return list(Result.objects.filter(dossier=self.dossier).order_by("seq"))

    @property
    def correction(self) -> Result | None:
        """Give the last result that replaces another, issued or not."""
        return self.results[-1] if len(self.results) > 1 else None

    @cached_property
    def run(self) -> StepRun | None:
        """Give the present stay at a step; there is none before acceptance."""
        if self.dossier.accepted_at is None:
            return None
        return next(iter(StepRun.objects.filter(dossier=self.dossier, ended_at=None).order_by()), None)

    @cached_property
    def consultations(self) -> list[Consultation]:
        """Give what was asked of other units, in order; there is none before acceptance."""
        if self.dossier.accepted_at is None:
            return []
        return list(Consultation.objects.filter(dossier=self.dossier).order_by("number"))

    @property
    def consultations_open(self) -> list[Consultation]:
        """Give what is awaited from other units."""
        return [one for one in self.consultations if one.state == ConsultationState.OPEN]

    @cached_property
    def extensions(self) -> list[Extension]:
        """Give the apologies with a later date, in order; there is none before acceptance."""
        if self.dossier.accepted_at is None:
            return []
        return list(Extension.objects.filter(dossier=self.dossier).order_by("number"))

    @property
    def calendar(self) -> Calendar:
        """Give the working calendar that the dossier's clock runs by."""
        return calendar_of(self.dossier)

    @cached_property
    def route(self) -> Walked:
        """Give the route that the dossier keeps; before acceptance, the one that it would be given now."""
        return route_of(self.dossier, self.at)

    @property
    def step(self) -> Step | None:
        """Give the step where the dossier stands, None before the first."""
        return self.route.at(self.dossier.step)

    @cached_property
    def case(self) -> str:
        """Give the code of the dossier's case, by which routes part; empty without one."""
        return catalogue.case_code(self.dossier.case_id) if self.dossier.case_id else ""


def route_of(dossier: Dossier, at: datetime) -> Walked:
    """Give the route that a dossier keeps; before acceptance, the one that it would be given now."""
    if dossier.route_id is not None:
        return catalogue.walked(dossier.route_id)
    on = local(at).date()
    found = catalogue.route_of(dossier.version_id, on, case_id=dossier.case_id, channel=dossier.channel)
    return found or NO_ROUTE
