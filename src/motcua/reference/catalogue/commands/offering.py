"""Which agency decides on what."""

from datetime import date, datetime
from uuid import UUID

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


@command
def end_offering(
    *, offering_id: UUID, last_day: date, by: Actor, at: datetime, key: str = ""
) -> Offering | Refusal:
    """Let an agency decide on a procedure no longer than a day."""
    offering = (
        Offering.objects.select_for_update(of=("self",))
        .select_related("procedure", "agency")
        .get(pk=offering_id)
    )
    if offering.valid_to is not None:
        return Refusal(Why.OFFERING_ENDED, {"agency": offering.agency.name})
    if last_day < offering.valid_from:
        return Refusal(
            Why.ENDS_BEFORE_START,
            {"last_day": f"{last_day:%d/%m/%Y}", "from_day": f"{offering.valid_from:%d/%m/%Y}"},
        )
    offering.valid_to = last_day
    offering.save(update_fields=["valid_to"])
    journal.write(
        "procedure.no_longer_offered",
        about=offering.procedure,
        by=by,
        at=at,
        data={"agency": offering.agency_id, "last_day": last_day},
    )
    return offering
