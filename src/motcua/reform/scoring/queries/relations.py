"""How somebody stands to a round or a sheet, and what follows from it."""

from datetime import date, datetime
from uuid import UUID

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
from motcua.reform.scoring.rules.rights import Relation
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


def relation_to_round(actor: Actor, round_: ScoringRound) -> Relation:
    """Give how somebody stands to a round as a whole."""
    committee = superior_of(actor)
    return Relation(
        superior=committee is not None and committee.pk == round_.owner_id,
        office=actor.agency is not None and actor.agency == round_.office_id,
        head=actor.agency is not None and actor.agency == round_.owner_id,
    )


def relation_to(actor: Actor, sheet: Sheet, *, domain: str = "", on: date) -> Relation:
    """Give how somebody stands to a sheet, and to one domain of it; without a domain to any of them."""
    whole = relation_to_round(actor, sheet.round)
    hands = actor.hands
    return Relation(
        own=actor.agency == sheet.agency_id,
        belongs=_has_place(actor, sheet, on),
        allocated=actor.agency in appraisers_of(sheet, domain),
        superior=whole.superior,
        office=whole.office,
        head=whole.head,
        scored=_scored(sheet, hands),
        appraised=LeafVerdict.objects.filter(leaf__sheet=sheet, given_by__in=hands).exists(),
    )


def _has_place(actor: Actor, sheet: Sheet, on: date) -> bool:
    places = Post.objects.filter(valid(on), staff_id__in=actor.hands, agency_id=sheet.agency_id)
    return places.exists()


def _scored(sheet: Sheet, hands: frozenset[UUID]) -> bool:
    declared = LeafScore.objects.filter(sheet=sheet, source=LeafSource.DECLARED.value)
    return (
        declared.filter(declared_by__in=hands).exists()
        or declared.filter(replied_by__in=hands).exists()
        or SheetLock.objects.filter(sheet=sheet, kind__in=OF_AGENCY, locked_by__in=hands).exists()
    )


def appraisers_of(sheet: Sheet, domain: str = "") -> frozenset[UUID]:
    """Give the agencies that appraise a domain of a sheet, or any domain of it.

    An agency never appraises its own sheet: where nobody else has the domain, the committee itself does.
    """
    rows = DomainAllocation.objects.filter(round_id=sheet.round_id)
    found: dict[str, set[UUID]] = {}
    for code, agency in rows.values_list("domain", "agency_id"):
        found.setdefault(code, set()).add(agency)
    asked = [found.get(domain, set())] if domain else list(found.values())
    others = [agencies - {sheet.agency_id} or {sheet.round.owner_id} for agencies in asked]
    return frozenset(one for agencies in others for one in agencies)


def why_not(actor: Actor, act: ScoringAct, sheet: Sheet, *, domain: str = "", at: datetime) -> Refusal | None:
    """Tell why somebody may not do an act on a sheet now; None where they may."""
    relation = relation_to(actor, sheet, domain=domain, on=local(at).date())
    refused = rights.may(act, actor.roles, relation, of_province=sheet.round.level == SetLevel.PROVINCE)
    if refused is None and not open_for(act, SheetState(sheet.state)):
        return Refusal(RoundWhy.NOT_OPEN_FOR)
    return refused


def may(actor: Actor, act: ScoringAct, sheet: Sheet, *, domain: str = "", at: datetime) -> bool:
    """Tell whether somebody may do an act on a sheet now."""
    return why_not(actor, act, sheet, domain=domain, at=at) is None


def why_not_round(actor: Actor, act: ScoringAct, round_: ScoringRound) -> Refusal | None:
    """Tell why somebody may not do an act on a whole round."""
    return rights.may(act, actor.roles, relation_to_round(actor, round_))
