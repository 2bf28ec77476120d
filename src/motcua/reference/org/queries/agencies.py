"""Agencies, units, positions and people, as administrators look at them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from motcua.base.text import fold
from motcua.reference.org.models import (
    Agency,
    Appointment,
    Delegation,
    Position,
    Post,
    Regulation,
    Staff,
    Unit,
)
from motcua.reference.org.queries.valid import valid


@dataclass(frozen=True)
class Limit:
    """A limit of law by its code: what holds on a day, and everything that was ever set, newest first."""

    code: str
    now: Regulation | None
    coming: Regulation | None
    history: tuple[Regulation, ...] = ()


def agencies(on: date | None = None) -> QuerySet[Agency]:
    """Give the agencies in Vietnamese order: all of them, or those of a day."""
    rows = Agency.objects.select_related("parent", "successor")
    return (rows.filter(valid(on)) if on else rows).order_by("tier", "sort_key", "valid_from")


def names_of_agencies(ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Give the names of some agencies, in Vietnamese order."""
    rows = Agency.objects.filter(pk__in=list(ids)).order_by("tier", "sort_key", "valid_from")
    return dict(rows.values_list("pk", "name"))


def with_those_below(agency_id: UUID) -> frozenset[UUID]:
    """Give an agency and all that are under it, at whatever time they were."""
    found, fresh = {agency_id}, {agency_id}
    while fresh:
        fresh = set(Agency.objects.filter(parent_id__in=fresh).values_list("pk", flat=True)) - found
        found |= fresh
    return frozenset(found)


def everybody_below() -> dict[UUID, frozenset[UUID]]:
    """Give for each agency itself and all that are under it, at whatever time they were; one statement."""
    parents = dict(Agency.objects.values_list("pk", "parent_id"))
    found: dict[UUID, set[UUID]] = {one: {one} for one in parents}
    for one, above in parents.items():
        higher = above
        while higher is not None and one not in found[higher]:
            found[higher].add(one)
            higher = parents[higher]
    return {one: frozenset(below) for one, below in found.items()}


def superiors(agency_id: UUID) -> frozenset[UUID]:
    """Give the agencies above an agency."""
    found: set[UUID] = set()
    parent = Agency.objects.values_list("parent_id", flat=True).get(pk=agency_id)
    while parent is not None and parent not in found:
        found.add(parent)
        parent = Agency.objects.values_list("parent_id", flat=True).get(pk=parent)
    return frozenset(found)


def agency_called(asked: str) -> Agency | None:
    """Give the agency of an id in an address; what is no id is none."""
    try:
        return Agency.objects.select_related("parent", "successor").filter(pk=UUID(asked)).first()
    except ValueError:
        return None


def agency_coded(code: str, on: date) -> Agency | None:
    """Give the agency that carries a code on a day."""
    return Agency.objects.filter(valid(on), code=code).first()


def units_of(agency: Agency, on: date) -> list[Unit]:
    """Give the units of an agency on a day, with their positions and who holds them."""
    holding = Appointment.objects.filter(valid(on), staff__left_on=None).select_related("staff")
    positions = Position.objects.order_by("title", "id").prefetch_related(
        Prefetch("appointments", holding.order_by("staff__sort_key"), to_attr="holding")
    )
    rows = agency.units.filter(valid(on)).prefetch_related(Prefetch("positions", positions))
    return list(rows.order_by("kind", "name", "id"))


def staff_list(words: str, agency: Agency | None, on: date) -> QuerySet[Staff]:
    """Give the officials in service whose name or login answers the words, in the order of names."""
    rows = Staff.objects.filter(left_on=None).select_related("account")
    if agency is not None:
        rows = rows.filter(pk__in=Post.objects.filter(valid(on), agency_id=agency.pk).values("staff_id"))
    if words:
        named = [pk for pk, name in rows.values_list("pk", "full_name") if fold(words) in fold(name)]
        rows = rows.filter(Q(pk__in=named) | Q(account__login__icontains=words.strip()))
    return rows.order_by("sort_key", "id")


def posts_of(staff_ids: list[UUID], on: date) -> Mapping[UUID, list[Post]]:
    """Give what each of some officials holds on a day."""
    found: dict[UUID, list[Post]] = {one: [] for one in staff_ids}
    rows = Post.objects.filter(valid(on), staff_id__in=staff_ids).select_related("agency")
    for post in rows.order_by("valid_from", "id"):
        found[post.staff_id].append(post)
    return found


def person(staff_id: UUID) -> Staff | None:
    """Give one official with their account."""
    return Staff.objects.select_related("account").filter(pk=staff_id).first()


def appointments_of(staff: Staff) -> list[Appointment]:
    """Give everything that an official held, holds and will hold, newest first."""
    rows = staff.appointments.select_related("position__unit__agency")
    return list(rows.order_by("-valid_from", "id"))


def positions_in(agency: Agency, on: date) -> list[Position]:
    """Give the positions of an agency, by unit and title."""
    rows = Position.objects.filter(valid(on, "unit__"), unit__agency=agency).select_related("unit")
    return list(rows.order_by("unit__name", "title", "id"))


def unit_called(unit_id: UUID) -> Unit | None:
    """Give one unit with its agency."""
    return Unit.objects.select_related("agency").filter(pk=unit_id).first()


def position(position_id: UUID) -> Position:
    """Give one position."""
    return Position.objects.get(pk=position_id)


def positions_of(staff: Staff, on: date) -> list[Position]:
    """Give the positions that an official holds on a day."""
    held = Post.objects.filter(valid(on), staff_id=staff.pk)
    rows = Position.objects.filter(pk__in=held.values("position_id")).select_related("unit")
    return list(rows.order_by("title", "id"))


def colleagues_of(staff: Staff, on: date) -> list[Staff]:
    """Give everybody else who works in an official's agencies on a day, in the order of names."""
    places = Post.objects.filter(valid(on), staff_id=staff.pk).values("agency_id")
    held = Post.objects.filter(valid(on), agency_id__in=places).exclude(staff_id=staff.pk)
    return list(Staff.objects.filter(pk__in=held.values("staff_id")).order_by("sort_key", "id"))


def delegations(on: date, staff: Staff | None = None) -> QuerySet[Delegation]:
    """Give delegations, the latest first; of one official, or of everybody."""
    rows = Delegation.objects.select_related("giver", "taker", "position__unit__agency")
    if staff is not None:
        rows = rows.filter(Q(giver=staff) | Q(taker=staff))
    return rows.order_by("-valid_from", "-made_at", "id")


def delegation(delegation_id: UUID) -> Delegation | None:
    """Give one delegation."""
    return (
        Delegation.objects.select_related("giver", "taker", "position__unit").filter(pk=delegation_id).first()
    )


def limits(codes: list[str], on: date) -> list[Limit]:
    """Give the limits of law by code, those that nobody has set among them."""
    rows: dict[str, list[Regulation]] = {code: [] for code in codes}
    for one in Regulation.objects.order_by("-valid_from", "id"):
        rows.setdefault(one.code, []).append(one)
    return [limit_of(code, found, on) for code, found in rows.items()]


def limit_of(code: str, rows: list[Regulation], on: date) -> Limit:
    """Give one limit from its rows, newest first."""
    now = next(
        (one for one in rows if one.valid_from <= on and (not one.valid_to or one.valid_to >= on)), None
    )
    coming = next((one for one in reversed(rows) if one.valid_from > on), None)
    return Limit(code, now, coming, tuple(rows))
