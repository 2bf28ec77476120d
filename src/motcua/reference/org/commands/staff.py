"""People join, are appointed, move and leave here."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from motcua.base.access import Actor, Kind
from motcua.base.access.commands import close_account, open_account
from motcua.base.access.models import Account
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import name_sort_key
from motcua.reference.org.models import Appointment, Delegation, Position, Staff
from motcua.reference.org.words import Why


@command
def join(
    *, full_name: str, login: str, password: str | None, by: Actor, at: datetime, key: str = ""
) -> Staff | Refusal:
    """Take an official into service, with an account."""
    if login_taken(login):
        return Refusal(Why.LOGIN_TAKEN, {"login": login})
    account = open_account(login=login, kind=Kind.STAFF, password=password, by=by, at=at)
    staff = Staff.objects.create(account=account, full_name=full_name, sort_key=name_sort_key(full_name))
    journal.write("staff.joined", about=staff, by=by, at=at)
    return staff


@command
def appoint(
    *, staff: Staff, position: Position, valid_from: date, by: Actor, at: datetime, key: str = ""
) -> Appointment | Refusal:
    """Appoint an official to a position from a day on."""
    if staff.left_on is not None:
        return Refusal(Why.STAFF_LEFT, {"staff": staff.full_name})
    if by.person == staff.pk:
        return Refusal(Why.OWN_PLACE)
    if _holds_after(staff, position, valid_from):
        return Refusal(Why.ALREADY_THERE, {"staff": staff.full_name})
    appointment = Appointment.objects.create(staff=staff, position=position, valid_from=valid_from)
    journal.write("staff.appointed", about=staff, by=by, at=at, data={"position": position.pk})
    return appointment


@command
def move(
    *, staff_id: UUID, position_id: UUID, valid_from: date, by: Actor, at: datetime, key: str = ""
) -> Staff | Refusal:
    """Move an official to another position from a day on; what they held ends the day before."""
    staff = Staff.objects.select_for_update().get(pk=staff_id)
    position = Position.objects.get(pk=position_id)
    if staff.left_on is not None:
        return Refusal(Why.STAFF_LEFT, {"staff": staff.full_name})
    if by.person == staff.pk:
        return Refusal(Why.OWN_PLACE)
    if _holds_after(staff, position, valid_from):
        return Refusal(Why.ALREADY_THERE, {"staff": staff.full_name})
    _end_appointments(staff, valid_from - timedelta(days=1))
    Appointment.objects.create(staff=staff, position=position, valid_from=valid_from)
    journal.write(
        "staff.moved", about=staff, by=by, at=at, data={"position": position.pk, "from": valid_from}
    )
    return staff


@command
def leave(*, staff_id: UUID, last_day: date, by: Actor, at: datetime, key: str = "") -> Staff | Refusal:
    """Let an official leave: appointments end and access is lost at once, open sessions included."""
    staff = Staff.objects.select_for_update().select_related("account").get(pk=staff_id)
    if staff.left_on is not None:
        return Refusal(Why.STAFF_LEFT, {"staff": staff.full_name})
    staff.left_on = last_day
    staff.save(update_fields=["left_on"])
    _end_appointments(staff, last_day)
    Delegation.objects.filter(Q(giver=staff) | Q(taker=staff), ended_at=None).update(ended_at=at)
    close_account(account=staff.account, by=by, at=at)
    journal.write("staff.left", about=staff, by=by, at=at, data={"last_day": last_day})
    return staff


def login_taken(login: str) -> bool:
    """Tell whether somebody comes in by that name already."""
    return Account.objects.filter(login=login).exists()


def _holds_after(staff: Staff, position: Position, day: date) -> bool:
    still = Q(valid_to=None) | Q(valid_to__gte=day)
    return staff.appointments.filter(still, position=position).exists()


def _end_appointments(staff: Staff, last_day: date) -> None:
    """End what is held; what would have begun later never does."""
    ending = Q(valid_to=None) | Q(valid_to__gt=last_day)
    staff.appointments.filter(ending, valid_from__lte=last_day).update(valid_to=last_day)
    staff.appointments.filter(valid_from__gt=last_day).delete()
