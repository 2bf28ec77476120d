"""The list of an official: what stands in it, in which order, under which heads, page by page."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from motcua.base.access import Actor
from motcua.base.clock.remaining import RemainingKind
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier, SavedView
from motcua.casework.dossiers.queries import NOBODY, Bucket, Scope, Sought, View, work
from motcua.casework.dossiers.queries.handing import handovers_of
from motcua.casework.dossiers.words import Why
from motcua.reference.org import commands as org
from motcua.reference.org import queries as posts
from motcua.reference.org.words import Role
from tests.support.world import BEGAN, MAKER, World, build, ok

pytestmark = pytest.mark.django_db

KINDS = {
    RemainingKind.LATE: Bucket.LATE,
    RemainingKind.TODAY: Bucket.TODAY,
    RemainingKind.LAST_DAY: Bucket.SOON,
    RemainingKind.NOT_STARTED: Bucket.NEW,
    RemainingKind.PAUSED: Bucket.PAUSED,
}


@pytest.fixture
def world() -> World:
    return build()


def ids(listed: queries.WorkList) -> list[object]:
    return [row.id for row in listed.rows]


def second_officer(world: World) -> Actor:
    """Let a second case officer join the division."""
    place = world.staff[Role.CASE_OFFICER].appointments.get().position
    one = org.join(full_name="Nông Thị Thảo", login="thao", password=None, by=MAKER, at=BEGAN)
    org.appoint(staff=one, position=place, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
    found = posts.actor_of(one, world.at.date())
    assert found is not None
    return found


@pytest.mark.parametrize("later", [timedelta(0), timedelta(hours=9), timedelta(days=1), timedelta(days=2)])
@pytest.mark.parametrize("days", range(0, 12, 3))
def test_the_heads_agree_with_the_words_of_the_time_left(world: World, days: int, later: timedelta) -> None:
    world.in_process()
    at = world.at + timedelta(days=days) + later
    row = queries.work_list(world.tuan, at=at).rows[0]
    assert row.bucket is KINDS.get(row.left.kind, row.bucket)
    assert (row.bucket is Bucket.LATE) == (row.left.kind is RemainingKind.LATE)
    assert (row.bucket is Bucket.TODAY) == (row.left.kind is RemainingKind.TODAY)


def test_what_does_not_run_stands_after_what_runs(world: World) -> None:
    resolved, new = world.issued(), world.submitted()
    accepted = world.accepted()
    rows = queries.work_list(world.hoa, at=world.at).rows
    assert [row.id for row in rows] == [accepted.pk, new.pk, resolved.pk]
    assert [row.bucket for row in rows] == [Bucket.LATER, Bucket.NEW, Bucket.DONE]


def test_every_view_counts_exactly_the_rows_that_it_shows(world: World) -> None:
    for make in (world.issued, world.submitted, world.accepted, world.in_process, world.drafted):
        make()
    for actor in (world.hoa, world.tuan, world.hanh, world.lan):
        for scope in Scope:
            for at in (world.at, world.at + timedelta(days=30)):
                counts = queries.work_list(actor, at=at, sought=Sought(scope)).counts
                for view in View:
                    shown = queries.work_list(actor, at=at, sought=Sought(scope, view))
                    assert len(shown.rows) == shown.total == counts[view], (actor.name, scope, view)


def test_pages_go_by_key_and_nothing_is_shown_twice_or_left_out(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "PAGE", 2)
    every = {world.accepted().pk for _ in range(5)}
    first = queries.work_list(world.hoa, at=world.at)
    second = queries.work_list(world.hoa, at=world.at, after=first.next)
    # A row that goes meanwhile shifts no other one: with numbered pages, the third page would lose a row.
    Dossier.objects.filter(pk=first.rows[0].id).update(
        receiving_unit=world.staff[Role.UNIT_HEAD].appointments.get().position.unit
    )
    third = queries.work_list(world.hoa, at=world.at, after=second.next)
    assert [len(one.rows) for one in (first, second, third)] == [2, 2, 1]
    assert {*ids(first), *ids(second), *ids(third)} == every
    assert (first.previous, third.next) == ("", "")
    assert ids(queries.work_list(world.hoa, at=world.at, before=third.previous)) == ids(second)


@pytest.mark.parametrize("key", ["", "0", "0_x_y", f"0_2026-03-02T09:00:00_{UUID(int=7)}", "9" * 99])
def test_a_key_that_is_none_begins_anew(world: World, key: str) -> None:
    dossier = world.accepted()
    assert ids(queries.work_list(world.hoa, at=world.at, after=key)) == [dossier.pk]


def test_only_who_answers_for_a_unit_sees_the_whole_of_it(world: World) -> None:
    other = second_officer(world)
    dossier = world.in_process()
    ok(commands.reassign(dossier_id=dossier.pk, to=other.person, by=world.hanh, at=world.at))
    unit = Sought(Scope.UNIT)
    assert ids(queries.work_list(world.hanh, at=world.at, sought=unit)) == [dossier.pk]
    assert ids(queries.work_list(world.lan, at=world.at, sought=unit)) == [dossier.pk]
    assert ids(queries.work_list(world.tuan, at=world.at, sought=unit)) == []
    assert ids(queries.work_list(world.tuan, at=world.at)) == []
    assert ids(queries.work_list(other, at=world.at)) == [dossier.pk]


def test_filters_narrow_and_offer_only_what_is_there(world: World) -> None:
    given, free = world.in_process(), world.in_process()
    ok(commands.reassign(dossier_id=given.pk, to=world.tuan.person, by=world.hanh, at=world.at))
    unit = Sought(Scope.UNIT)
    options = queries.work_list(world.hanh, at=world.at, sought=unit).options
    assert options.steps == ["Kiểm tra hồ sơ"]
    assert options.holders == [(str(world.tuan.person), "Hà Minh Tuấn")]

    def found(**more: str) -> list[object]:
        return ids(queries.work_list(world.hanh, at=world.at, sought=replace(unit, **more)))

    assert found(holder=str(world.tuan.person)) == [given.pk]
    assert found(holder=NOBODY) == [free.pk]
    assert set(found(step="Kiểm tra hồ sơ")) == {given.pk, free.pk}
    assert found(step="Ký kết quả") == found(field="Đất đai") == found(channel="post") == []
    assert found(words=str(given.code)) == [given.pk]


def test_what_is_newly_given_stands_as_unopened_until_it_is_looked_at(world: World) -> None:
    dossier = world.in_process()
    unopened = Sought(view=View.UNOPENED)
    assert ids(queries.work_list(world.tuan, at=world.at, sought=unopened)) == []  # given to nobody by name
    ok(commands.reassign(dossier_id=dossier.pk, to=world.tuan.person, by=world.hanh, at=world.at))
    commands.note_look(dossier, "page", by=world.hanh, at=world.at)  # somebody else's look opens nothing
    assert ids(queries.work_list(world.tuan, at=world.at, sought=unopened)) == [dossier.pk]
    commands.note_look(dossier, "page", by=world.tuan, at=world.at)
    assert ids(queries.work_list(world.tuan, at=world.at, sought=unopened)) == []


def test_a_head_reassigns_and_both_names_stand_in_the_journal(world: World) -> None:
    other, dossier = second_officer(world), world.in_process()
    for to in (world.tuan.person, other.person):
        ok(commands.reassign(dossier_id=dossier.pk, to=to, by=world.hanh, at=world.at))
    row = rows_of(f"dossier:{dossier.pk}")[-1]
    assert row.verb == "dossier.reassigned"
    assert row.payload == {"from": str(world.tuan.person), "to": str(other.person)}
    handed = handovers_of(dossier)[-1]
    assert (handed.taker.person, handed.note) == (other.name, "Giao lại trong đơn vị")
    again = commands.reassign(dossier_id=dossier.pk, to=other.person, by=world.hanh, at=world.at)
    assert again == Refusal(Why.HELD_ALREADY)
    theirs = commands.reassign(dossier_id=dossier.pk, to=world.tuan.person, by=other, at=world.at)
    assert theirs == Refusal(Why.NOT_YOURS)
    outside = commands.reassign(dossier_id=dossier.pk, to=world.hoa.person, by=world.hanh, at=world.at)
    assert isinstance(outside, Refusal)
    assert outside.why is Why.NOT_IN_UNIT


def test_one_of_many_that_cannot_be_done_holds_up_no_other(world: World) -> None:
    good, bad, more = world.accepted(), world.submitted(), world.accepted()
    seen = {one.pk: one.revision for one in (good, bad, more)}

    def send() -> list[commands.Outcome]:
        return commands.one_by_one(commands.forward, seen, {}, batch="b", by=world.hoa, at=world.at)

    first, again = send(), send()
    assert [one.refusal for one in first] == [None, Refusal(Why.NOT_OPEN), None]
    assert first == again
    for one in (good, more):
        verbs = [row.verb for row in rows_of(f"dossier:{one.pk}")]
        assert verbs.count("dossier.forwarded") == 1


def test_an_official_keeps_ways_of_looking_for_themselves_alone(world: World) -> None:
    kept = commands.keep_view(name=" Quá hạn ", query="xem=late", by=world.tuan, at=world.at)
    assert isinstance(kept, SavedView)
    changed = commands.keep_view(name="Quá hạn", query="xem=late&q=a", by=world.tuan, at=world.at)
    assert changed.pk == kept.pk
    assert [one.query for one in queries.saved_views_of(world.tuan)] == ["xem=late&q=a"]
    assert queries.saved_views_of(world.hoa) == []
    assert rows_of(f"saved_view:{kept.pk}")[-1].payload == {}
    assert commands.let_view_go(view_id=kept.pk, by=world.hoa, at=world.at) == Refusal(Why.NO_SUCH_VIEW)
    commands.let_view_go(view_id=kept.pk, by=world.tuan, at=world.at)
    assert queries.saved_views_of(world.tuan) == []


def test_views_have_names_and_an_end(world: World) -> None:
    assert commands.keep_view(name=" ", query="", by=world.tuan, at=world.at) == Refusal(Why.NO_NAME)
    for number in range(20):
        commands.keep_view(name=f"{number}", query="", by=world.tuan, at=world.at)
    full = commands.keep_view(name="một nữa", query="", by=world.tuan, at=world.at)
    assert full == Refusal(Why.TOO_MANY_VIEWS, {"most": "20"})
