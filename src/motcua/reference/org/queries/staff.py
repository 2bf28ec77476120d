"""Who is who, where, and which limits hold."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from motcua.base.access import Actor, Kind
from motcua.base.clock import today
from motcua.reference.org.models import Agency, CounterService, Delegation, Post, Regulation, Staff, Unit
from motcua.reference.org.queries.valid import valid

STANDING_IN = "standing_in"  # the delegation under which a session works


def actor_of_request(request: HttpRequest) -> Actor | None:
    """Give the official behind a request as appointed today; who left is nobody from that moment on."""
    account = request.user
    if not account.is_authenticated or account.kind != Kind.STAFF or not account.is_active:
        return None
    post = _posts(today()).filter(account_id=account.pk).first()
    if post is None:
        return None
    chosen = request.session.get(STANDING_IN)
    instead = standing_in(post.staff_id, today()).filter(pk=chosen).first() if chosen else None
    return actor_instead(_actor(post), instead) if instead else _actor(post)


def standing_in(taker_id: UUID, on: date) -> QuerySet[Delegation]:
    """Give where an official stands in for somebody on a day; who lost a place lends it no more."""
    lent = Post.objects.filter(valid(on), staff_id=OuterRef("giver_id"), position_id=OuterRef("position_id"))
    held = Delegation.objects.filter(valid(on), Exists(lent), taker_id=taker_id, ended_at=None)
    return held.select_related("giver", "position__unit__agency").order_by("valid_from", "id")


def actor_instead(actor: Actor, instead: Delegation) -> Actor:
    """Give an official as they stand in for another: in that place, with its rights, by their own name."""
    place = instead.position
    return replace(
        actor,
        position=place.pk,
        unit=place.unit_id,
        agency=place.unit.agency_id,
        roles=frozenset(place.roles),
        on_behalf_of=instead.giver_id,
    )


def actor_of(staff: Staff, on: date | None = None) -> Actor | None:
    """Give an official as an actor, None without a position on the day."""
    post = _posts(on or today()).filter(staff_id=staff.pk).first()
    return _actor(post) if post else None


def _posts(on: date) -> QuerySet[Post]:
    return Post.objects.filter(valid(on)).order_by("valid_from", "id")


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


def regulation(code: str, on: date) -> Regulation | None:
    """Give the dated parameter of a limit of law that is in force on a day; absence is absence."""
    return Regulation.objects.filter(valid(on), code=code).first()


def applies(code: str, on: date) -> bool:
    """Tell whether a dated rule that says yes or no is in force on a day and says yes."""
    rule = regulation(code, on)
    return rule is not None and rule.value > 0


def unit(unit_id: UUID) -> Unit:
    """Give one unit with its agency."""
    return Unit.objects.select_related("agency", "agency__parent").get(pk=unit_id)


def office_of(unit_id: UUID) -> str:
    """Give the name of the agency of a unit."""
    return Unit.objects.values_list("agency__name", flat=True).get(pk=unit_id)


def counter_of(agency_id: UUID, on: date) -> Unit | None:
    """Give the counter that receives for an agency."""
    service = (
        CounterService.objects.filter(valid(on), agency_id=agency_id)
        .select_related("counter__agency")
        .order_by("valid_from", "id")
        .first()
    )
    return service.counter if service else None


def agencies_served(counter_id: UUID, on: date) -> QuerySet[Agency]:
    """Give the agencies for which a counter receives."""
    return Agency.objects.filter(
        valid(on), counter_services__in=CounterService.objects.filter(valid(on), counter_id=counter_id)
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
