"""News of an act reaches every subscriber after its commit: once, though it be carried twice."""

from datetime import timedelta

import pytest
from django.db import connection

from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.base.journal import delivery
from motcua.base.journal.models import Delivery
from motcua.base.queue import waiting_arguments
from motcua.base.rooms import News
from tests.support.acts import HOUSE, Thing, listening, noted, open_one, open_then_refuse
from tests.support.database import Database

SECRET = "012345678901"


def queued() -> set[str]:
    return waiting_arguments(delivery.deliver, "delivery")


def carry(row: Delivery) -> None:
    delivery.deliver(delivery=str(row.pk))


@pytest.mark.django_db
def test_each_subscriber_gets_a_row_and_a_job(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(monkeypatch, noted=lambda news: None):
        noted(Thing())
    row = Delivery.objects.get()
    assert (row.subscriber, row.delivered_at) == ("tests.thing.noted", None)
    assert queued() == {str(row.pk)}


@pytest.mark.django_db
def test_a_refused_act_is_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(monkeypatch, opened=lambda news: None):
        open_then_refuse(login="a", by=HOUSE, at=now())
    assert not Delivery.objects.exists() and not queued()


@pytest.mark.django_db
def test_an_act_nobody_listens_to_makes_no_work() -> None:
    noted(Thing())
    assert not Delivery.objects.exists() and not queued()


def test_news_is_what_was_written_and_carried_once(
    committed: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[News] = []
    thing = Thing()
    with listening(monkeypatch, noted=heard.append):
        noted(thing, "xin chào")
        for _ in range(3):
            carry(Delivery.objects.get())
    assert [(news.about_id, news.payload) for news in heard] == [(thing.pk, {"words": "xin chào"})]
    row = Delivery.objects.get()
    assert row.attempts == 1 and row.delivered_at is not None


def test_a_failure_is_seen_undone_and_tried_again(
    committed: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    weather = ["storm"]

    def job(news: News) -> None:
        open_one(login="made by the job", by=HOUSE, at=now())
        if weather:
            raise RuntimeError(f"no wire\nDETAIL: ({SECRET})")

    with listening(monkeypatch, noted=job):
        noted(Thing())
        with pytest.raises(RuntimeError):
            carry(Delivery.objects.get())
        row = Delivery.objects.get()
        assert (row.attempts, row.delivered_at, row.last_error) == (1, None, "RuntimeError: no wire")
        assert not Account.objects.exists()
        weather.clear()
        carry(row)
    row.refresh_from_db()
    assert row.attempts == 2 and row.delivered_at is not None and row.last_error == ""
    assert Account.objects.count() == 1


@pytest.mark.django_db
def test_what_lost_its_job_is_queued_again_and_only_that(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(monkeypatch, noted=lambda news: None):
        noted(Thing())
        noted(Thing())
    lost, kept = Delivery.objects.order_by("made_at")
    Delivery.objects.update(made_at=now() - timedelta(hours=1))
    _forget_job_of(lost)
    assert queued() == {str(kept.pk)}
    delivery.redeliver(timestamp=0)
    delivery.redeliver(timestamp=0)
    assert queued() == {str(lost.pk), str(kept.pk)}
    assert _jobs() == 2


@pytest.mark.django_db
def test_news_for_a_room_that_is_gone_is_laid_down(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(monkeypatch, noted=lambda news: None):
        noted(Thing())
    monkeypatch.undo()
    carry(Delivery.objects.get())
    assert Delivery.objects.get().last_error == "subscriber no longer exists"


def _forget_job_of(row: Delivery) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE args->>'delivery' = %s", [str(row.pk)])


def _jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])
