"""News on its way: one delivery row per subscriber, made with the act, carried after its commit."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from motcua.base.clock import now
from motcua.base.journal.models import Delivery, Entry
from motcua.base.journal.reading import news_of
from motcua.base.queue import defer_many, task
from motcua.base.rooms import News
from motcua.base.rooms.registry import listener, listeners


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


@task("journal.deliver", tries=12)
def deliver(*, delivery: str) -> None:
    """Hand one piece of news to its subscriber, once: the mark and the work commit together."""
    row = Delivery.objects.get(pk=UUID(delivery))
    try:
        _hand_over(row.pk)
    except Exception as error:
        Delivery.objects.filter(pk=row.pk).update(
            attempts=F("attempts") + 1, last_error=f"{type(error).__name__}: {error}"[:2000]
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
    """Queue again what has waited too long, whatever became of its job."""
    late = Delivery.objects.filter(delivered_at__isnull=True, made_at__lt=now() - timedelta(minutes=10))
    defer_many(
        deliver, [{"delivery": str(pk)} for pk in late.order_by("made_at").values_list("pk", flat=True)[:500]]
    )
