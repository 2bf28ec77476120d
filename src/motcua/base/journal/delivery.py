"""News on its way: one delivery row per subscriber, made with the act, carried after its commit."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import F

from motcua.base.clock import now
from motcua.base.clock.sentences import full_moment
from motcua.base.journal.models import Delivery, Entry
from motcua.base.journal.reading import news_of
from motcua.base.queue import defer_many, task, waiting_arguments
from motcua.base.rooms import News
from motcua.base.rooms.registry import listener, listeners, room_title, verb_sentence

_AT_ONCE = 500
_FIELD: Final = re.compile(r"\{[^}]*\}")


def dispatch(news: Sequence[News]) -> None:
    """Note every subscriber of some fresh rows and queue their jobs, in the same transaction."""
    waiting = [
        Delivery(entry_id=item.id, subscriber=subscriber, made_at=now())
        for item in news
        for subscriber, _ in listeners(item.verb)
    ]
    if waiting:
        Delivery.objects.bulk_create(waiting)
        defer_many(deliver, [{"delivery": str(row.pk)} for row in waiting])


def _without_values(error: Exception) -> str:
    """Name an error by its first line: what follows may quote a person's data."""
    first = str(error).partition("\n")[0]
    return f"{type(error).__name__}: {first}"[:300]


def told_to(jobs: Sequence[Mapping[str, Any]]) -> list[str]:
    """Say what each of some deliveries tells to whom: the act and its moment, nothing of what it says."""
    rows = Delivery.objects.in_bulk([UUID(one["delivery"]) for one in jobs])
    entries = Entry.objects.in_bulk([one.entry_id for one in rows.values()])
    return [_said(rows.get(UUID(one["delivery"])), entries) for one in jobs]


def _said(row: Delivery | None, entries: Mapping[UUID, Entry]) -> str:
    entry = entries.get(row.entry_id) if row else None
    if row is None or entry is None:
        return ""
    act = _FIELD.sub("…", verb_sentence(entry.verb) or entry.verb)
    room = room_title(row.subscriber.partition(".")[0])
    return f"Việc “{act}” lúc {full_moment(entry.happened_at)}, báo cho phần {room}"


@task("journal.deliver", tries=8)
def deliver(*, delivery: str) -> None:
    """Hand one piece of news to its subscriber, once: the mark and the work commit together."""
    row = Delivery.objects.get(pk=UUID(delivery))
    try:
        _hand_over(row.pk)
    except Exception as error:
        Delivery.objects.filter(pk=row.pk).update(
            attempts=F("attempts") + 1, last_error=_without_values(error)
        )
        raise


def _hand_over(pk: UUID) -> None:
    with transaction.atomic():
        row = Delivery.objects.select_for_update().get(pk=pk)
        if row.delivered_at is not None:
            return
        job = listener(row.subscriber)
        if job is not None:
            job(news_of(Entry.objects.get(pk=row.entry_id)))
        row.attempts += 1
        row.delivered_at, row.last_error = now(), "" if job else "subscriber no longer exists"
        row.save(update_fields=["attempts", "delivered_at", "last_error"])


@task("journal.redeliver", every="*/5 * * * *")
def redeliver(*, timestamp: int) -> None:
    """Queue again what has waited long and has no job any more, whatever became of it."""
    late = Delivery.objects.filter(delivered_at__isnull=True, made_at__lt=now() - timedelta(minutes=10))
    queued = waiting_arguments(deliver, "delivery")
    forgotten = [
        pk for pk in map(str, late.order_by("made_at").values_list("pk", flat=True)) if pk not in queued
    ]
    defer_many(deliver, [{"delivery": pk} for pk in forgotten[:_AT_ONCE]])
