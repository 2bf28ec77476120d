"""A dossier held under its lock, with the facts that decisions need."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.facts import Gathered
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Move, State, Why


class Held(Gathered):
    """One dossier under its lock: the row, its open parts, and the state that the rules decided on."""

    after: State


def hold(
    dossier_id: UUID,
    move: Move,
    *,
    by: Actor,
    at: datetime,
    seen: int | None = None,
    also: Sequence[str] = (),
) -> Held | Refusal:
    """Lock a dossier and ask the rules about a move; `also` names what to read with it from other rooms.

    `seen` is the revision on the page from which the act comes: when somebody else acted since, the act is
    refused rather than done to a dossier that its maker has not seen.
    """
    rows = Dossier.objects.select_related(*also) if also else Dossier.objects
    dossier = rows.select_for_update(of=("self",)).get(pk=dossier_id)
    if seen is not None and seen != dossier.revision:
        return Refusal(Why.CHANGED_MEANWHILE)
    held = Held(dossier, at)
    after = rules.decide(held.facts, move, by)
    if isinstance(after, Refusal):
        return after
    held.after = after
    return held


def acting(by: Actor, dossier: Dossier) -> Actor:
    """Give an actor as the journal names them: on behalf of the owner when it is somebody else's dossier."""
    own = by.kind is not Kind.MEMBER or by.person == dossier.owner_id
    return by if own else replace(by, on_behalf_of=dossier.owner_id)


def save(held: Held, *fields: str) -> None:
    """Write the named fields of a held dossier with its new state and revision."""
    dossier = held.dossier
    dossier.state = int(held.after)
    dossier.revision += 1
    dossier.save(update_fields=["state", "revision", *fields])
