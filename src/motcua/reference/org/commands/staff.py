"""People join, are appointed, move and leave here."""

from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.access.commands import close_account, open_account
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import name_sort_key
from motcua.reference.org.models import Appointment, Position, Staff
from motcua.reference.org.words import Why


@command
def join(*, full_name: str, login: str, password: str | None, by: Actor, at: datetime) -> Staff:
    """Take an official into service, with an account."""
    account = open_account(login=login, kind=Kind.STAFF, password=password, by=by, at=at)
    staff = Staff.objects.create(account=account, full_name=full_name, sort_key=name_sort_key(full_name))
    journal.write("staff.joined", about=staff, by=by, at=at)
    return staff


@command
def appoint(
    *, staff: Staff, position: Position, valid_from: date, by: Actor, at: datetime
) -> Appointment | Refusal:
    """Appoint an official to a position from a day on."""
    if staff.left_on is not None:
        return Refusal(Why.STAFF_LEFT, {"staff": staff.full_name})
    appointment = Appointment.objects.create(staff=staff, position=position, valid_from=valid_from)
    journal.write("staff.appointed", about=staff, by=by, at=at, data={"position": position.pk})
    return appointment


@command
def leave(*, staff_id: UUID, last_day: date, by: Actor, at: datetime) -> Staff | Refusal:
    """Let an official leave: appointments end and access is lost at once, open sessions included."""
    staff = Staff.objects.select_for_update().select_related("account").get(pk=staff_id)
    if staff.left_on is not None:
        return Refusal(Why.STAFF_LEFT, {"staff": staff.full_name})
    staff.left_on = last_day
    staff.save(update_fields=["left_on"])
    staff.appointments.filter(valid_to=None, valid_from__lte=last_day).update(valid_to=last_day)
    staff.appointments.filter(valid_from__gt=last_day).delete()
    close_account(account=staff.account, by=by, at=at)
    journal.write("staff.left", about=staff, by=by, at=at, data={"last_day": last_day})
    return staff
