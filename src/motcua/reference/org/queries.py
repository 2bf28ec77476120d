"""Reading the organisation."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from motcua.base.access import Actor, Kind
from motcua.base.clock import today
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.official import official_calendar
from motcua.reference.org.models import Agency, CounterService, Post, Regulation, Staff, Unit


def _valid(on: date, prefix: str = "") -> Q:
    return Q(**{f"{prefix}valid_from__lte": on}) & (
        Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": on})
    )


def actor_of_request(request: HttpRequest) -> Actor | None:
    """Give the official behind a request as appointed today; who left is nobody from that moment on."""
    account = request.user
    if not account.is_authenticated or account.kind != Kind.STAFF or not account.is_active:
        return None
    post = _posts(today()).filter(account_id=account.pk).first()
    return _actor(post) if post else None


def actor_of(staff: Staff, on: date | None = None) -> Actor | None:
    """Give an official as an actor, None without a position on the day."""
    post = _posts(on or today()).filter(staff_id=staff.pk).first()
    return _actor(post) if post else None


def _posts(on: date) -> QuerySet[Post]:
    return Post.objects.filter(_valid(on)).order_by("valid_from", "id")


def _actor(post: Post) -> Actor:
    return Actor(
        Kind.STAFF,
        name=post.full_name,
        account=post.account_id,
        person=post.staff_id,
        position=post.position_id,
        unit=post.unit_id,
        agency=post.agency_id,
        roles=frozenset(post.roles),
    )


def calendar_for(agency_id: UUID) -> Calendar:
    """Give the working calendar of an agency."""
    return official_calendar()


def regulation(code: str, on: date) -> Regulation | None:
    """Give the dated parameter of a limit of law that is in force on a day; absence is absence."""
    return Regulation.objects.filter(_valid(on), code=code).first()


def unit(unit_id: UUID) -> Unit:
    """Give one unit with its agency."""
    return Unit.objects.select_related("agency", "agency__parent").get(pk=unit_id)


def counter_of(agency_id: UUID, on: date) -> Unit | None:
    """Give the counter that receives for an agency."""
    service = (
        CounterService.objects.filter(_valid(on), agency_id=agency_id)
        .select_related("counter__agency")
        .order_by("valid_from", "id")
        .first()
    )
    return service.counter if service else None


def agencies_served(counter_id: UUID, on: date) -> QuerySet[Agency]:
    """Give the agencies for which a counter receives."""
    return Agency.objects.filter(
        _valid(on), counter_services__in=CounterService.objects.filter(_valid(on), counter_id=counter_id)
    ).order_by("sort_key")


def unit_for(agency_id: UUID, *, kind: str, role: str, on: date) -> Post | None:
    """Give a post with a role in an agency on a day: it tells the unit where the role is held."""
    held = _posts(on).filter(agency_id=agency_id, unit_kind=kind, roles__contains=[role])
    return held.order_by("unit_name", "unit_id").first()


def colleagues(unit_id: UUID, *, role: str, on: date) -> list[Staff]:
    """Give who holds a role in a unit, in the Vietnamese order of names."""
    held = _posts(on).filter(unit_id=unit_id, roles__contains=[role]).order_by()
    return list(Staff.objects.filter(pk__in=held.values("staff_id")).order_by("sort_key", "id"))


def names_of_staff(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Give the names behind staff ids."""
    return dict(Staff.objects.filter(pk__in=list(ids)).values_list("pk", "full_name"))


def title_of(staff_id: UUID, on: date) -> str:
    """Give the title of the position that an official holds on a day."""
    post = _posts(on).filter(staff_id=staff_id).first()
    return post.title if post else ""
