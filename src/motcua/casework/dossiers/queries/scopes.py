"""Whose dossiers a work list shows: what waits for one official, or what a head answers for."""

from enum import StrEnum

from django.db.models import BooleanField, Exists, Func, OuterRef, Q, QuerySet

from motcua.base.access import Actor
from motcua.casework.dossiers.models import Dossier, Extension, Result
from motcua.casework.dossiers.words import (
    UNDERWAY,
    Delivery,
    ExtensionState,
    ResultState,
    RoundState,
    State,
    Transfer,
)
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
        asked = _has_round(RoundState.SENT, RoundState.ANSWERED, many=True)
        wanted |= Q(receiving_unit_id=actor.unit) & (
            Q(state__in=[State.SUBMITTED, State.RESOLVED])
            | Q(state=State.ACCEPTED, transfer__in=[Transfer.NONE, Transfer.NEEDED])
            | (Q(state=State.SUPPLEMENT_REQUESTED) & asked)
            | (Q(state=State.IN_PROCESS) & _has_round(RoundState.APPROVED))
        )
        sent_here = [Transfer.WAITING, Transfer.RECEIVED]
        wanted |= Q(home_counter_id=actor.unit, state=State.ACCEPTED, transfer__in=sent_here)
    if actor.has(Role.AGENCY_LEADER):
        here = Q(competent_agency_id=actor.agency, state=State.IN_PROCESS)
        proposed = Extension.objects.filter(dossier=OuterRef("pk"), state=ExtensionState.PROPOSED)
        wanted |= here & (_has_round(RoundState.PROPOSED) | Q(Exists(proposed.order_by())))
    return Dossier.objects.filter(wanted | to_correct(actor))


def to_correct(actor: Actor) -> Q:
    """Give the finished dossiers whose wrong result waits for somebody to be replaced."""
    open_ones = Result.objects.filter(replaces__isnull=False, dossier__competent_agency_id=actor.agency)
    waiting = [
        state
        for role, state in (
            (Role.AGENCY_LEADER, ResultState.DRAFTED),
            (Role.RECORDS_CLERK, ResultState.APPROVED),
        )
        if actor.has(role)
    ]
    # Few at any time: a list of ids leaves the database its indexes, where a part of the query would not.
    ids = list(open_ones.filter(state__in=waiting).values_list("dossier_id", flat=True)) if waiting else []
    wanted = Q(pk__in=ids)
    if actor.has(Role.RECEPTION_OFFICER):
        wanted |= Q(receiving_unit_id=actor.unit, state=State.RESULT_RETURNED, delivery=Delivery.READY)
    return wanted


class _HasRound(Func):
    """Whether a dossier has a request for papers in one of some states."""

    template = """EXISTS (
        SELECT FROM dossiers_supplement_round AS asked
         WHERE asked.dossier_id = %(expressions)s AND asked.state IN (%(states)s) %(each)s)"""
    output_field = BooleanField()
    arity = 1


def _has_round(*states: RoundState, many: bool = False) -> Q:
    """Tell whether there is a request in one of some states.

    Where `many` are at any time, OFFSET keeps PostgreSQL from reading those of the whole province for one
    counter: each dossier is asked by itself.
    """
    words = ", ".join(f"'{one}'" for one in states)
    return Q(_HasRound("pk", states=words, each="OFFSET 0" if many else ""))
