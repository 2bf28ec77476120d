"""Agencies and units change here: founded, succeeded, set up; their past stays as it was."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import sort_key
from motcua.reference.org.models import Agency, CounterService, Position, Unit
from motcua.reference.org.words import LAST_OF_DISTRICTS, AgencyKind, Role, Tier, UnitKind, Why


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
    key: str = "",
) -> Agency | Refusal:
    """Found an agency from a day on, in a tier that there is on that day."""
    if tier is Tier.DISTRICT and valid_from > LAST_OF_DISTRICTS:
        return Refusal(Why.NO_DISTRICTS)
    if Agency.objects.filter(Q(valid_to=None) | Q(valid_to__gte=valid_from), code=code).exists():
        return Refusal(Why.CODE_TAKEN, {"code": code})
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
    *, agency: Agency, successor: Agency, last_day: date, by: Actor, at: datetime, key: str = ""
) -> Agency | Refusal:
    """End an agency and name its successor; its past stays as it was."""
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    if successor.pk == agency.pk:
        return Refusal(Why.AGENCY_OWN_SUCCESSOR)
    if last_day < agency.valid_from:
        return Refusal(Why.SPAN_BACKWARDS)
    if successor.valid_to is not None and successor.valid_to <= last_day:
        return Refusal(Why.AGENCY_ENDED, {"agency": successor.name})
    if agency.valid_to is not None:
        return Refusal(Why.AGENCY_ENDED, {"agency": agency.name})
    agency.valid_to, agency.successor = last_day, successor
    agency.save(update_fields=["valid_to", "successor"])
    journal.write("agency.succeeded", about=agency, by=by, at=at, data={"successor": successor.pk})
    return agency


@command
def set_up_unit(
    *,
    agency: Agency,
    name: str,
    kind: UnitKind,
    code: str = "",
    valid_from: date,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Unit | Refusal:
    """Set up a unit in an agency; a counter has a code, from which dossier codes are made."""
    if kind is UnitKind.COUNTER and not code:
        return Refusal(Why.COUNTER_NEEDS_CODE)
    if code and Unit.objects.filter(code=code, valid_to=None).exists():
        return Refusal(Why.CODE_TAKEN, {"code": code})
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
def make_position(
    *, unit: Unit, title: str, roles: Iterable[Role], by: Actor, at: datetime, key: str = ""
) -> Position | Refusal:
    """Make a position with its roles."""
    named = sorted({role.value for role in roles})
    if not named:
        return Refusal(Why.NO_ROLES)
    position = Position.objects.create(unit=unit, title=title, roles=named)
    journal.write("position.made", about=position, by=by, at=at, data={"roles": position.roles})
    return position
