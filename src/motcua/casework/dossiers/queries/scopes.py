"""Whose dossiers a work list shows: what waits for one official, or what a head answers for."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from django.db.models import BooleanField, Q, QuerySet

from motcua.base.access import Actor
from motcua.casework.dossiers.models import Dossier, Result
from motcua.casework.dossiers.queries.written import Written
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


_COLUMNS = (
    *("id", "state", "transfer", "handling_unit_id", "handling_role", "holder_id"),
    *("receiving_unit_id", "home_counter_id", "competent_agency_id"),
)


def _among(column: str, words: Iterable[State | Transfer]) -> str:
    return f"{{{column}}} IN ({', '.join(_quoted(one) for one in words)})"


def _quoted(word: State | Transfer | RoundState | ExtensionState) -> str:
    return f"{word:d}" if isinstance(word, State) else f"'{word}'"


def _is(column: str, word: State | Transfer) -> str:
    return f"{{{column}}} = {_quoted(word)}"


def _asked(*states: RoundState, each: str = "") -> str:
    """Say that there is a request for papers in one of some states."""
    words = ", ".join(map(_quoted, states))
    return (
        "EXISTS (SELECT FROM dossiers_supplement_round AS asked"
        f" WHERE asked.dossier_id = {{id}} AND asked.state IN ({words}) {each})"
    )


# Many are out at any time: OFFSET keeps PostgreSQL from reading those of the whole province for one counter.
_OUT = _asked(RoundState.SENT, RoundState.ANSWERED, each="OFFSET 0")
_UNDERWAY = _among("state", UNDERWAY)
_AT_HAND = (
    f"{_among('state', [State.IN_PROCESS, State.SUPPLEMENT_REQUESTED])} AND {{handling_unit_id}} = %s"
    " AND {handling_role} = ANY(%s) AND ({holder_id} IS NULL OR {holder_id} = ANY(%s))"
)
_AT_COUNTER = " OR ".join(
    f"({{receiving_unit_id}} = %s AND {where})"
    for where in (
        _among("state", [State.SUBMITTED, State.RESOLVED]),
        f"{_is('state', State.ACCEPTED)} AND {_among('transfer', [Transfer.NONE, Transfer.NEEDED])}",
        f"{_is('state', State.SUPPLEMENT_REQUESTED)} AND {_OUT}",
        f"{_is('state', State.IN_PROCESS)} AND {_asked(RoundState.APPROVED)}",
    )
)
_SENT_HOME = (
    f"{{home_counter_id}} = %s AND {_is('state', State.ACCEPTED)}"
    f" AND {_among('transfer', [Transfer.WAITING, Transfer.RECEIVED])}"
)
_FOR_THE_LEADER = (
    f"{{competent_agency_id}} = %s AND {_is('state', State.IN_PROCESS)} AND ({_asked(RoundState.PROPOSED)}"
    " OR EXISTS (SELECT FROM dossiers_extension AS proposed WHERE proposed.dossier_id = {id}"
    f" AND proposed.state = {_quoted(ExtensionState.PROPOSED)}))"
)


def under(actor: Actor) -> QuerySet[Dossier]:
    """Give the dossiers under way that a head answers for; nobody else answers for any."""
    places: list[tuple[str, Any]] = []
    if actor.has(Role.UNIT_HEAD):
        places.append(("{handling_unit_id} = %s", actor.unit))
    if actor.has(Role.ONE_STOP_HEAD):
        places.append(("{receiving_unit_id} = %s", actor.unit))
    if actor.has(Role.AGENCY_LEADER):
        places.append(("{competent_agency_id} = %s", actor.agency))
    if not places:
        return Dossier.objects.none()
    where = " OR ".join(text for text, _ in places)
    return Dossier.objects.filter(_where(f"({where}) AND {_UNDERWAY}", [place for _, place in places]))


def waiting_for(actor: Actor) -> QuerySet[Dossier]:
    """Give the dossiers that wait for an official, or for the citizen on their behalf."""
    wanted, given = [_AT_HAND], [actor.unit, sorted(actor.roles), list(actor.hands)]
    if actor.has(Role.RECEPTION_OFFICER):
        wanted += [_AT_COUNTER, _SENT_HOME]
        given += [actor.unit] * (_AT_COUNTER.count("%s") + 1)
    if actor.has(Role.AGENCY_LEADER):
        wanted.append(_FOR_THE_LEADER)
        given.append(actor.agency)
    where = _where(" OR ".join(f"({one})" for one in wanted), given)
    return Dossier.objects.filter(where | to_correct(actor))


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


def _where(text: str, given: Sequence[Any]) -> Q:
    return Q(Written(f"({text})", _COLUMNS, BooleanField(), given))
