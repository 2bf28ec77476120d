"""Counting beside people who write: nothing is passed over, nothing is counted twice."""

import threading
from datetime import datetime

import pytest
from django.db import connection, transaction

from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.reform.insight import commands
from motcua.reform.insight.commands import following
from motcua.reform.insight.models import DayCount
from tests.support.threads import together
from tests.support.world import World, ok


def withdrawn_by_counts() -> int:
    return sum(one.withdrawn for one in DayCount.objects.all())


def withdraw(world: World, dossier: Dossier) -> None:
    ok(dossiers.withdraw(dossier_id=dossier.pk, reason="", by=world.member, at=world.at))


def while_somebody_still_writes(world: World) -> None:
    """Count while one withdrawal is written and not committed yet; then let it commit, and count again."""
    first, second = world.accepted(), world.accepted()
    commands.follow()
    written, counted = threading.Event(), threading.Event()

    def slow(_: int) -> None:
        with transaction.atomic():
            withdraw(world, first)
            written.set()
            counted.wait(20)

    writer = threading.Thread(target=together, args=(1, slow))
    writer.start()
    assert written.wait(20)
    # Somebody else's act is later, and committed first.
    withdraw(world, second)
    commands.follow()
    counted.set()
    writer.join()
    commands.follow()


def test_a_row_committed_late_is_counted_all_the_same(world: World) -> None:
    while_somebody_still_writes(world)
    assert withdrawn_by_counts() == 2
    assert commands.faults() == []


def test_without_waiting_for_writers_it_would_be_lost(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def present() -> datetime:
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            (at,) = cursor.fetchone()
        assert isinstance(at, datetime)
        return at

    monkeypatch.setattr(following, "settled_until", present)
    while_somebody_still_writes(world)
    assert withdrawn_by_counts() == 1


def test_two_followers_count_once(world: World) -> None:
    for _ in range(3):
        withdraw(world, world.accepted())
    together(2, lambda _: commands.follow())
    assert withdrawn_by_counts() == 3
    assert commands.faults() == []
