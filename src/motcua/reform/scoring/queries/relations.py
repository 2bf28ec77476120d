"""How somebody stands to a round or a sheet, and what follows from it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from motcua.base.access import Actor, Kind
from motcua.base.clock import local
from motcua.base.rooms import Refusal
from motcua.reference.org.models import Agency, Post
from motcua.reference.org.queries.valid import valid
from motcua.reference.org.words import Tier
from motcua.reform.scoring.models import (
    DomainAllocation,
    LeafScore,
    LeafVerdict,
    ScoringRound,
    Sheet,
    SheetLock,
)
from motcua.reform.scoring.rules import rights
from motcua.reform.scoring.rules.rounds import open_for
from motcua.reform.scoring.words import (
    LeafSource,
    LockKind,
    RoundWhy,
    ScoringAct,
    SetLevel,
    SheetState,
)

OF_AGENCY = (LockKind.SELF.value, LockKind.EXPLANATION.value)


def superior_of(actor: Actor) -> Agency | None:
    """Give the committee of the province for which somebody's agency works; None from any other tier."""
    if actor.kind is not Kind.STAFF or actor.agency is None:
        return None
    agency = Agency.objects.select_related("parent").get(pk=actor.agency)
    if agency.tier != Tier.PROVINCE:
        return None
    return agency.parent or agency


class ToRound:
    """How somebody stands to a round as a whole."""

    own = belongs = allocated = scored = appraised = False

    def __init__(self, actor: Actor, round_: ScoringRound) -> None:
        """Look nothing up yet."""
        self.actor, self.round = actor, round_

    @cached_property
    def superior(self) -> bool:
        """Tell whether they work in the province that runs it."""
        committee = superior_of(self.actor)
        return committee is not None and committee.pk == self.round.owner_id

    @property
    def head(self) -> bool:
        """Tell whether they work in the committee that decides."""
        return self.actor.agency is not None and self.actor.agency == self.round.owner_id


class ToSheet(ToRound):
    """How somebody stands to a sheet, and to one domain of it; without a domain to any of them."""

    def __init__(self, actor: Actor, sheet: Sheet, *, domain: str, on: date) -> None:
        """Look nothing up yet."""
        super().__init__(actor, sheet.round)
        self.sheet, self.domain, self.on = sheet, domain, on

    @property
    def own(self) -> bool:  # type: ignore[override]  # a round has no agency of its own
        """Tell whether they work in its agency."""
        return self.actor.agency == self.sheet.agency_id

    @cached_property
    def belongs(self) -> bool:  # type: ignore[override]  # as above
        """Tell whether they, or whom they stand in for, have a place in its agency."""
        places = Post.objects.filter(valid(self.on), agency_id=self.sheet.agency_id)
        return places.filter(staff_id__in=self.actor.hands).exists()

    @cached_property
    def allocated(self) -> bool:  # type: ignore[override]  # as above
        """Tell whether their agency appraises the domain."""
        return self.actor.agency in appraisers_of(self.sheet, self.domain)

    @cached_property
    def scored(self) -> bool:  # type: ignore[override]  # as above
        """Tell whether they wrote into it for its agency."""
        hands = self.actor.hands
        wrote = Q(declared_by__in=hands) | Q(replied_by__in=hands)
        declared = LeafScore.objects.filter(wrote, sheet=self.sheet, source=LeafSource.DECLARED.value)
        signed = SheetLock.objects.filter(sheet=self.sheet, kind__in=OF_AGENCY, locked_by__in=hands)
        return declared.exists() or signed.exists()

    @cached_property
    def appraised(self) -> bool:  # type: ignore[override]  # as above
        """Tell whether they judged it."""
        return LeafVerdict.objects.filter(leaf__sheet=self.sheet, given_by__in=self.actor.hands).exists()


def appraisers_of(sheet: Sheet, domain: str = "") -> frozenset[UUID]:
    """Give the agencies that appraise a domain of a sheet, or any domain of it.

    An agency never appraises its own sheet: where nobody else has the domain, the committee itself does.
    """
    return _others(allocated_in([sheet.round_id]).get(sheet.round_id, {}), sheet, domain)


def appraised_by(agency_id: UUID, sheets: Iterable[Sheet]) -> list[Sheet]:
    """Give those of some sheets of which an agency appraises a domain."""
    rows = list(sheets)
    found = allocated_in({one.round_id for one in rows})
    return [one for one in rows if agency_id in _others(found.get(one.round_id, {}), one, "")]


def allocated_in(round_ids: Iterable[UUID]) -> dict[UUID, dict[str, set[UUID]]]:
    """Give the appraising agencies by domain of some rounds."""
    found: dict[UUID, dict[str, set[UUID]]] = {}
    rows = DomainAllocation.objects.filter(round_id__in=list(round_ids))
    for round_id, domain, agency in rows.values_list("round_id", "domain", "agency_id"):
        found.setdefault(round_id, {}).setdefault(domain, set()).add(agency)
    return found


def _others(allocated: Mapping[str, set[UUID]], sheet: Sheet, domain: str) -> frozenset[UUID]:
    asked = [allocated.get(domain, set())] if domain else list(allocated.values())
    others = [agencies - {sheet.agency_id} or {sheet.round.owner_id} for agencies in asked]
    return frozenset(one for agencies in others for one in agencies)


def why_not(actor: Actor, act: ScoringAct, sheet: Sheet, *, domain: str = "", at: datetime) -> Refusal | None:
    """Tell why somebody may not do an act on a sheet now; None where they may."""
    relation = ToSheet(actor, sheet, domain=domain, on=local(at).date())
    refused = rights.may(act, actor.roles, relation, of_province=sheet.round.level == SetLevel.PROVINCE)
    if refused is None and not open_for(act, SheetState(sheet.state)):
        return Refusal(RoundWhy.NOT_OPEN_FOR)
    return refused


def may(actor: Actor, act: ScoringAct, sheet: Sheet, *, domain: str = "", at: datetime) -> bool:
    """Tell whether somebody may do an act on a sheet now."""
    return why_not(actor, act, sheet, domain=domain, at=at) is None


def why_not_round(actor: Actor, act: ScoringAct, round_: ScoringRound) -> Refusal | None:
    """Tell why somebody may not do an act on a whole round."""
    return rights.may(act, actor.roles, ToRound(actor, round_))
