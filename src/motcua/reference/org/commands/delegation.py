"""Standing in is given and taken back here."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.org.models import Appointment, Delegation, Staff
from motcua.reference.org.words import Why


@command
def delegate(
    *,
    giver_id: UUID,
    taker_id: UUID,
    position_id: UUID,
    valid_from: date,
    valid_to: date,
    document: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Delegation | Refusal:
    """Let an official stand in for another in a position, from a day to a day, by a document."""
    # The one whose place it is: two who give it away at once wait for each other here.
    giver = Staff.objects.select_for_update().get(pk=giver_id)
    refusal = _why_not(giver, taker_id, position_id, valid_from, valid_to)
    if refusal is not None:
        return refusal
    if taker_id in by.hands:
        return Refusal(Why.OWN_PLACE)
    if not clean(document):
        return Refusal(Why.NO_DOCUMENT)
    made = Delegation.objects.create(
        giver=giver,
        taker_id=taker_id,
        position_id=position_id,
        valid_from=valid_from,
        valid_to=valid_to,
        document=clean(document),
        made_at=at,
    )
    said = {"giver": giver_id, "taker": taker_id, "position": position_id, "from": valid_from, "to": valid_to}
    journal.write("delegation.made", about=made, by=by, at=at, data=said)
    return made


@command
def end_delegation(*, delegation_id: UUID, by: Actor, at: datetime, key: str = "") -> Delegation | Refusal:
    """Take a delegation back at once."""
    made = Delegation.objects.select_for_update().get(pk=delegation_id)
    if made.ended_at is not None or made.valid_to < local(at).date():
        return Refusal(Why.DELEGATION_ENDED)
    made.ended_at = at
    made.save(update_fields=["ended_at"])
    journal.write("delegation.ended", about=made, by=by, at=at)
    return made


def _why_not(
    giver: Staff, taker_id: UUID, position_id: UUID, valid_from: date, valid_to: date
) -> Refusal | None:
    if taker_id == giver.pk:
        return Refusal(Why.OWN_DELEGATION)
    if valid_to < valid_from:
        return Refusal(Why.SPAN_BACKWARDS)
    taker = Staff.objects.get(pk=taker_id)
    for one in (giver, taker):
        if one.left_on is not None:
            return Refusal(Why.STAFF_LEFT, {"staff": one.full_name})
    covering = Q(valid_to=None) | Q(valid_to__gte=valid_to)
    held = Appointment.objects.filter(covering, staff=giver, position_id=position_id)
    if not held.filter(valid_from__lte=valid_from).exists():
        return Refusal(Why.NOT_THEIR_POSITION, {"staff": giver.full_name})
    others = Delegation.objects.filter(giver=giver, position_id=position_id, ended_at=None)
    if others.filter(valid_from__lte=valid_to, valid_to__gte=valid_from).exists():
        return Refusal(Why.DELEGATED_ALREADY)
    return None
