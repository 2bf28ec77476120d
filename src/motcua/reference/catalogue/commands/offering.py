"""Which agency decides on what."""

from datetime import date, datetime

from django.db.models import Q

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reference.catalogue.models import Offering, Procedure
from motcua.reference.catalogue.words import Why
from motcua.reference.org.models import Agency


@command
def offer(
    *, procedure: Procedure, agency: Agency, valid_from: date, by: Actor, at: datetime, key: str = ""
) -> Offering | Refusal:
    """Let an agency decide on a procedure from a day on."""
    if agency.tier not in procedure.levels:
        return Refusal(Why.NOT_ITS_TIER, {"agency": agency.name})
    Procedure.objects.select_for_update().get(pk=procedure.pk)
    held = Offering.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=valid_from), procedure=procedure, agency=agency
    )
    if held.exists():
        return Refusal(Why.ALREADY_OFFERED, {"agency": agency.name})
    offering = Offering.objects.create(procedure=procedure, agency=agency, valid_from=valid_from)
    journal.write("procedure.offered", about=procedure, by=by, at=at, data={"agency": agency.pk})
    return offering
