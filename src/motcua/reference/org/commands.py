"""The organisation changes here: agencies, units, positions, people who join and leave."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.access.commands import close_account, open_account
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import name_sort_key, sort_key
from motcua.reference.org.models import (
    Agency,
    Appointment,
    CounterService,
    Position,
    Regulation,
    Staff,
    Unit,
)
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind, Why


@command
def found_agency(
    *,
    name: str,
    short_name: str,
    kind: AgencyKind,
    tier: Tier,
    code: str,
    old_code: str = "",
    parent: Agency | None = None,
    valid_from: date,
    province: str,
    place: str,
    address: str = "",
    phone: str = "",
    by: Actor,
    at: datetime,
) -> Agency:
    """Found an agency from a day on."""
    agency = Agency.objects.create(
        name=name,
        short_name=short_name,
        kind=kind.value,
        tier=tier.value,
        code=code,
        old_code=old_code,
        parent=parent,
        valid_from=valid_from,
        province=province,
        place=place,
        address=address,
        phone=phone,
        sort_key=sort_key(name),
    )
    journal.write("agency.founded", about=agency, by=by, at=at, data={"code": code})
    return agency


@command
def succeed_agency(
    *, agency: Agency, successor: Agency, last_day: date, by: Actor, at: datetime
) -> Agency | Refusal:
    """End an agency and name its successor; its past stays as it was."""
    if agency.valid_to is not None:
        return Refusal(Why.AGENCY_ENDED, {"agency": agency.name})
    agency.valid_to, agency.successor = last_day, successor
    agency.save(update_fields=["valid_to", "successor"])
    journal.write("agency.succeeded", about=agency, by=by, at=at, data={"successor": successor.pk})
    return agency


@command
def set_up_unit(
    *, agency: Agency, name: str, kind: UnitKind, code: str = "", valid_from: date, by: Actor, at: datetime
) -> Unit:
    """Set up a unit in an agency."""
    unit = Unit.objects.create(agency=agency, name=name, kind=kind.value, code=code, valid_from=valid_from)
    journal.write("unit.set_up", about=unit, by=by, at=at, data={"agency": agency.pk})
    return unit


@command
def serve(*, counter: Unit, agency: Agency, valid_from: date, by: Actor, at: datetime) -> CounterService:
    """Let a counter receive for an agency."""
    service = CounterService.objects.create(counter=counter, agency=agency, valid_from=valid_from)
    journal.write("unit.serves", about=counter, by=by, at=at, data={"agency": agency.pk})
    return service


@command
def make_position(*, unit: Unit, title: str, roles: Iterable[Role], by: Actor, at: datetime) -> Position:
    """Make a position with its roles."""
    position = Position.objects.create(unit=unit, title=title, roles=sorted(role.value for role in roles))
    journal.write("position.made", about=position, by=by, at=at, data={"roles": position.roles})
    return position


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


@command
def set_regulation(
    *,
    code: str,
    value: int,
    unit: str,
    legal_basis: str,
    certainty: str,
    valid_from: date,
    by: Actor,
    at: datetime,
) -> Regulation:
    """Set a limit of law from a day on; the one before it ends the day before."""
    Regulation.objects.filter(code=code, valid_to=None).update(
        valid_to=date.fromordinal(valid_from.toordinal() - 1)
    )
    made = Regulation.objects.create(
        code=code, value=value, unit=unit, legal_basis=legal_basis, certainty=certainty, valid_from=valid_from
    )
    journal.write(
        "regulation.set", about=made, by=by, at=at, data={"code": code, "value": value, "unit": unit}
    )
    return made
