"""Whose dossiers a work list shows: what waits for one official, or what a head answers for."""

from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from motcua.base.access import Actor
from motcua.casework.dossiers.models import Dossier, Extension, SupplementRound
from motcua.casework.dossiers.words import UNDERWAY, ExtensionState, RoundState, State
from motcua.reference.org.words import Role

HEADS = (Role.UNIT_HEAD, Role.ONE_STOP_HEAD, Role.AGENCY_LEADER)


class Scope(StrEnum):
    """Whose dossiers are listed."""

    MINE = "mine"
    UNIT = "unit"


def in_scope(actor: Actor, scope: Scope) -> QuerySet[Dossier]:
    """Give the dossiers under way that a scope shows to an official."""
    return under(actor) if scope is Scope.UNIT else waiting_for(actor)


def is_head(actor: Actor) -> bool:
    """Tell whether somebody answers for the dossiers of a unit, a counter or an agency."""
    return actor.has(*HEADS)


def under(actor: Actor) -> QuerySet[Dossier]:
    """Give the dossiers under way that a head answers for; nobody else answers for any."""
    places = []
    if actor.has(Role.UNIT_HEAD):
        places.append(Q(handling_unit_id=actor.unit))
    if actor.has(Role.ONE_STOP_HEAD):
        places.append(Q(receiving_unit_id=actor.unit))
    if actor.has(Role.AGENCY_LEADER):
        places.append(Q(competent_agency_id=actor.agency))
    if not places:
        return Dossier.objects.none()
    wanted = places[0]
    for place in places[1:]:
        wanted |= place
    return Dossier.objects.filter(wanted, state__in=UNDERWAY)


def waiting_for(actor: Actor) -> QuerySet[Dossier]:
    """Give the dossiers that wait for an official, or for the citizen on their behalf."""
    wanted = Q(
        state__in=[State.IN_PROCESS, State.SUPPLEMENT_REQUESTED],
        handling_unit_id=actor.unit,
        handling_role__in=sorted(actor.roles),
    ) & (Q(holder=None) | Q(holder_id__in=actor.hands))
    if actor.has(Role.RECEPTION_OFFICER):
        asked = _has_round(RoundState.SENT, RoundState.ANSWERED)
        wanted |= Q(receiving_unit_id=actor.unit) & (
            Q(state__in=[State.SUBMITTED, State.ACCEPTED, State.RESOLVED])
            | (Q(state=State.SUPPLEMENT_REQUESTED) & asked)
            | (Q(state=State.IN_PROCESS) & _has_round(RoundState.APPROVED))
        )
    if actor.has(Role.AGENCY_LEADER):
        here = Q(competent_agency_id=actor.agency, state=State.IN_PROCESS)
        proposed = Extension.objects.filter(dossier=OuterRef("pk"), state=ExtensionState.PROPOSED)
        wanted |= here & (_has_round(RoundState.PROPOSED) | Q(Exists(proposed.order_by())))
    return Dossier.objects.filter(wanted)


def _has_round(*states: RoundState) -> Q:
    return Q(Exists(SupplementRound.objects.filter(dossier=OuterRef("pk"), state__in=states).order_by()))
