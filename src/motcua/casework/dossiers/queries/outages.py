"""Outages on record, for the counters that enter after them."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.casework.dossiers.models import Outage
from motcua.reference.org.models import Unit
from motcua.reference.org.words import Role, UnitKind


def outages_for(actor: Actor) -> list[Outage]:
    """Give the outages of an official's counter, newest first; the administrator gets those of all."""
    rows = Outage.objects.select_related("counter__agency", "approved_by").order_by("-began_at", "-id")
    return list(rows if actor.has(Role.ADMINISTRATOR) else rows.filter(counter_id=actor.unit))


def open_outage_of(actor: Actor, outage_id: UUID, at: datetime) -> Outage | None:
    """Give an outage of one's own counter while its dossiers may still be entered."""
    mine = Outage.objects.filter(pk=outage_id, counter_id=actor.unit, enter_until__gte=at)
    return mine.select_related("approved_by").first()


def counters_for(actor: Actor) -> list[Unit]:
    """Give the counters whose outages somebody may put on record."""
    counters = Unit.objects.filter(kind=UnitKind.COUNTER).select_related("agency").order_by("name", "id")
    if actor.has(Role.ADMINISTRATOR):
        return list(counters)
    return [one for one in counters if one.pk == actor.unit]
