"""Paper dossiers that were taken in by hand during an outage, entered when it is over."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from motcua.base.access import Actor, Kind
from motcua.base.clock import ZONE
from motcua.base.database.ids import uuid7
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.commands import HandedIn, PaperHandedIn
from motcua.casework.dossiers.models import Dossier, Outage
from motcua.casework.dossiers.printing import slip_bytes
from motcua.casework.dossiers.rules import late_entry as rules
from motcua.casework.dossiers.words import PaperForm, Why
from motcua.reference.org.words import Role
from motcua.reference.people.words import Identity
from tests.support.world import CODE, World, build, ok

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=ZONE)
COUNTER = uuid7()
SPAN = rules.Span(COUNTER, NOON, NOON + 4 * HOUR, NOON + 3 * DAY)
OFFICER = Actor(Kind.STAFF, unit=COUNTER, roles=frozenset({Role.RECEPTION_OFFICER}))


@given(st.integers(-6000, 6000), st.integers(-6000, 6000))
def test_only_what_lies_in_the_outage_is_entered_and_only_until_its_end(taken: int, now: int) -> None:
    taken_at, at = NOON + timedelta(minutes=taken), NOON + timedelta(minutes=now)
    refusal = rules.may_enter(SPAN, taken_in_at=taken_at, by=OFFICER, at=at)
    inside, open_still = 0 <= taken <= 240, now <= 3 * 24 * 60
    assert (refusal is None) == (inside and open_still)


@pytest.fixture
def world(db: None) -> World:
    return build()


def head(world: World) -> Actor:
    """Give the head of the counter."""
    return replace(world.hoa, roles=world.hoa.roles | {Role.ONE_STOP_HEAD})


def outage(world: World, **said: object) -> Outage | Refusal:
    """Put an outage of yesterday's noon on record today."""
    told = {
        "counter_id": world.hoa.unit,
        "began_at": world.at,
        "ended_at": world.at + 4 * HOUR,
        "enter_until": world.at + 3 * DAY,
        "reason": "Mất điện toàn phường",
        "legal_basis": "Công văn 12/UBND-VP",
        "by": head(world),
        "at": world.at + DAY,
    }
    return commands.open_outage(**{**told, **said})


def handed(world: World) -> HandedIn:
    """Give a complete paper dossier."""
    papers = [
        PaperHandedIn(one.pk, PaperForm.ORIGINAL) for one in world.version.components.filter(required=True)
    ]
    return HandedIn(CODE, world.committee.pk, Identity("Lý Thị Mẩy", "008190000482"), papers)


def enter(world: World, on: Outage, **said: object) -> Dossier | Refusal:
    """Enter what was taken in one hour after the lights went out."""
    told = {
        "outage_id": on.pk,
        "taken_in_at": world.at + HOUR,
        "handed": handed(world),
        "by": world.hoa,
        "at": world.at + DAY,
    }
    return commands.enter_late(**{**told, **said})


def test_code_clock_and_receipt_go_by_the_real_moment(world: World) -> None:
    before = world.received()  # entered on that day, before the lights went out
    after = ok(enter(world, outage(world)))
    assert str(before.code).endswith("-260302-0001")
    assert str(after.code).endswith("-260302-0002")
    assert (after.submitted_at, after.accepted_at) == (world.at + HOUR, world.at + HOUR)
    assert after.due_at == before.due_at
    assert after.entered_at == world.at + DAY
    rows = Entry.objects.filter(about=f"dossier:{after.pk}").order_by("seq")
    assert {row.mark for row in rows if row.verb == "dossier.accepted"} == {"late_entry"}
    assert [(row.mark, row.happened_at) for row in rows if row.verb == "dossier.entered_late"] == [
        ("", world.at + DAY)
    ]
    assert all(row.recorded_at > row.happened_at for row in rows if row.mark)


def test_the_receipt_says_that_it_was_entered_late(world: World) -> None:
    dossier = ok(enter(world, outage(world)))
    printed = PdfReader(BytesIO(slip_bytes(dossier.slips.get()))).pages[0].extract_text()
    assert "nhập sau sự cố lúc" in " ".join(printed.split())
    plain = PdfReader(BytesIO(slip_bytes(world.received().slips.get()))).pages[0].extract_text()
    assert "sự cố" not in plain


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"taken_in_at": NOON - 4 * HOUR}, Why.OUTSIDE_OUTAGE),
        ({"taken_in_at": NOON + 2 * HOUR}, Why.OUTSIDE_OUTAGE),
        ({"at": NOON + 4 * DAY}, Why.OUTAGE_CLOSED),
    ],
)
def test_outside_of_the_outage_nothing_is_entered(world: World, said: dict[str, object], why: Why) -> None:
    on = outage(world)
    refused = enter(world, on, **said)
    assert isinstance(refused, Refusal)
    assert refused.why is why
    assert not Dossier.objects.exists()


def test_an_outage_is_of_its_own_counter_and_approved_by_its_head(world: World) -> None:
    on = outage(world)
    other = replace(world.hoa, unit=world.tuan.unit)
    assert enter(world, on, by=other) == Refusal(Why.NOT_OUTAGE_COUNTER)
    for by in (world.hoa, world.lan, replace(head(world), unit=world.tuan.unit)):
        assert outage(world, by=by) == Refusal(Why.NOT_OUTAGE_APPROVER), by.name


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"ended_at": NOON - 9 * HOUR}, Why.OUTAGE_SPAN),
        ({"at": NOON}, Why.OUTAGE_NOT_OVER),
        ({"legal_basis": " "}, Why.NO_OUTAGE_BASIS),
        ({"reason": ""}, Why.NO_OUTAGE_BASIS),
        ({"at": NOON + 9 * DAY}, Why.OUTAGE_CLOSED),
    ],
)
def test_an_outage_has_an_end_a_reason_and_a_basis(world: World, said: dict[str, object], why: Why) -> None:
    refused = outage(world, **said)
    assert isinstance(refused, Refusal)
    assert refused.why is why


def test_an_outage_on_record_cannot_be_changed(world: World) -> None:
    on = outage(world)
    assert isinstance(on, Outage)
    with pytest.raises(ProgrammingError), transaction.atomic():
        Outage.objects.filter(pk=on.pk).update(ended_at=world.at + 9 * HOUR)
    dossier = ok(enter(world, on))
    with pytest.raises(IntegrityError), transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(outage=None)


def test_sent_twice_it_is_entered_once(world: World) -> None:
    on = outage(world)
    first, second = (enter(world, on, key="k") for _ in range(2))
    assert first.pk == second.pk
    assert Dossier.objects.count() == 1
