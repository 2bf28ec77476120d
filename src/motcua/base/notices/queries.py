"""Reading notices: boxes, failures, rules in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.access import Actor
from motcua.base.notices.models import Notice, NoticeRule, Reach
from motcua.base.notices.words import Medium, NoticeState

PAGE = 30


@dataclass(frozen=True)
class Outbox:
    """How the outbox stands: what waits, since when; what is tried again by itself; what was given up."""

    waiting: int
    waits_since: datetime | None
    failed: int
    given_up: int


@dataclass(frozen=True)
class Reached:
    """How somebody said they want to be reached by one medium."""

    address: str
    wanted: bool


def inbox(actor: Actor) -> QuerySet[Notice]:
    """Give what somebody was told on our own pages, newest first."""
    if actor.account is None:
        return Notice.objects.none()
    rows = Notice.objects.filter(account_id=actor.account, medium=Medium.IN_APP, wiped_at=None)
    return rows.order_by("-happened_at", "-id")


def one_of(actor: Actor, notice_id: UUID) -> Notice | None:
    """Give one notice of somebody's own box."""
    return inbox(actor).filter(pk=notice_id).first()


def count_unread(actor: Actor) -> int:
    """Give how many notices somebody has not opened."""
    if actor.account is None:
        return 0
    return Notice.objects.filter(account_id=actor.account, medium=Medium.IN_APP, read_at=None).count()


def troubled() -> QuerySet[Notice]:
    """Give what could not be sent: given up first, then what is tried again by itself; newest first."""
    rows = Notice.objects.filter(state__in=[NoticeState.FAILED, NoticeState.GIVEN_UP], wiped_at=None)
    return rows.order_by("-state", "-made_at", "-id")


def count_given_up() -> int:
    """Give how many notices wait for a person to send them again."""
    return Notice.objects.filter(state=NoticeState.GIVEN_UP, wiped_at=None).count()


def outbox(at: datetime) -> Outbox:
    """Give how the outbox stands at a moment."""
    waiting = Notice.objects.filter(state=NoticeState.WAITING, wiped_at=None, made_at__lte=at)
    return Outbox(
        waiting=waiting.count(),
        waits_since=waiting.order_by("made_at").values_list("made_at", flat=True).first(),
        failed=Notice.objects.filter(state=NoticeState.FAILED, wiped_at=None).count(),
        given_up=count_given_up(),
    )


def given_up(most: int) -> list[UUID]:
    """Give the oldest notices that wait for a person to send them again."""
    rows = Notice.objects.filter(state=NoticeState.GIVEN_UP, wiped_at=None).order_by("made_at", "id")
    return list(rows.values_list("pk", flat=True)[:most])


def due_again(at: datetime, most: int) -> list[UUID]:
    """Give the failed notices whose next attempt has come."""
    rows = Notice.objects.filter(state=NoticeState.FAILED, next_at__lte=at).order_by("next_at")
    return list(rows.values_list("pk", flat=True)[:most])


def told_of(events: Iterable[UUID]) -> set[tuple[UUID, str, str]]:
    """Give what the outbox has of some events: event, recipient and medium of each notice."""
    rows = Notice.objects.filter(event_id__in=list(events))
    return set(rows.values_list("event_id", "recipient", "medium"))


def rules_of(event: str, at: datetime) -> list[NoticeRule]:
    """Give the rules that are in force for an event at a moment and switched on, one for each addressee."""
    return [rule for rule in _newest(at).filter(event=event) if rule.on]


def rules_at(at: datetime) -> list[NoticeRule]:
    """Give every rule in force at a moment, switched off ones too."""
    return list(_newest(at))


def rule_at(event: str, addressee: str, at: datetime) -> NoticeRule | None:
    """Give the rule in force for one event and addressee."""
    return _newest(at).filter(event=event, addressee=addressee).first()


def history_of(event: str, addressee: str) -> list[NoticeRule]:
    """Give every rule that ever was for an event and addressee, newest first."""
    rows = NoticeRule.objects.filter(event=event, addressee=addressee)
    return list(rows.order_by("-valid_from", "-id"))


def reached(accounts: Iterable[UUID]) -> dict[tuple[UUID, Medium], Reached]:
    """Give what accounts chose, by account and medium."""
    rows = Reach.objects.filter(account_id__in=list(accounts))
    return {(one.account_id, Medium(one.medium)): Reached(one.address, one.wanted) for one in rows}


def _newest(at: datetime) -> QuerySet[NoticeRule]:
    rows = NoticeRule.objects.filter(valid_from__lte=at)
    return rows.order_by("event", "addressee", "-valid_from", "-id").distinct("event", "addressee")
