"""Rows of lists: what one narrow statement tells equals what the whole record says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.base.clock import ZONE
from motcua.base.clock.remaining import remaining
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.commands import Asked, Delay, Stop
from motcua.casework.dossiers.models import Dossier, StepRun
from motcua.casework.dossiers.pages.drawing import filled
from motcua.casework.dossiers.pages.rows import as_row
from motcua.casework.dossiers.pages.told import due_told
from motcua.casework.dossiers.queries import Scope, Sought, WorkRow
from motcua.casework.dossiers.queries.rows import Placed, rows_at
from motcua.casework.dossiers.reckoning import clock_of
from motcua.casework.dossiers.words import LatenessReason, StopGround
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build()


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=ZONE)


def asked(world: World) -> Dossier:
    act = {"dossier_id": world.in_process().pk, "at": on(4)}
    papers = [Asked("Giấy chứng sinh")]
    ok(commands.propose_supplement(items=papers, reason="Mờ", legal_basis="Luật", by=world.tuan, **act))
    ok(commands.approve_supplement(by=world.lan, **act))
    return ok(commands.request_supplement(by=world.hoa, **act))


def completed(world: World) -> Dossier:
    dossier = asked(world)
    items = [one.pk for one in dossier.rounds.get().items.all()]
    act = {"dossier_id": dossier.pk, "at": on(12)}
    return ok(commands.supplement_received_complete(ticked=items, by=world.hoa, **act))


def extended(world: World) -> Dossier:
    delay = Delay(LatenessReason.INCOMPLETE_VERIFICATION, "Chờ xác minh.", "UBND phường", date(2026, 3, 13))
    act = {"dossier_id": world.in_process().pk, "at": on(5)}
    return ok(commands.apologise_and_extend(delay=delay, by=world.lan, **act))


def stopped(world: World) -> Dossier:
    said = Stop(StopGround.LEGAL_GROUND, "Có bản án.", "Luật Hộ tịch", "Cơ quan", date(2026, 3, 4))
    said = replace(said, returned_documents=("Giấy chứng sinh",))
    return ok(commands.stop(dossier_id=asked(world).pk, said=said, by=world.lan, at=on(5)))


def returned(world: World) -> Dossier:
    act = {"dossier_id": world.drafted().pk, "at": world.at}
    ok(commands.advance_step(by=world.tuan, **act))
    return ok(commands.return_step(reason="Xem lại", by=world.hanh, **act))


LIVES: tuple[Callable[[World], Dossier], ...] = (
    *(World.submitted, World.accepted, World.in_process, World.drafted, World.approved, World.issued),
    *(asked, completed, extended, stopped, returned),
)


def row_of(dossier: Dossier, at: datetime) -> WorkRow:
    (row,) = rows_at([Placed(dossier.pk, "later", 0, at)], at)
    return row


@pytest.mark.parametrize("live", LIVES, ids=lambda one: one.__name__)
def test_the_time_left_in_a_row_is_that_of_the_whole_reckoning(
    world: World, live: Callable[[World], Dossier]
) -> None:
    dossier = live(world)
    dossier.refresh_from_db()
    for at in (world.at, *(world.at + timedelta(days=days, hours=days) for days in (1, 5, 6, 7, 11, 40))):
        reckoning, calendar = clock_of(dossier, list(dossier.clock_marks.all()))
        whole, told = remaining(reckoning, at, calendar), row_of(dossier, at).left
        assert (told.kind, told.amount, told.measure, told.since, due_told(told)) == (
            whole.kind,
            whole.amount,
            whole.measure,
            whole.since,
            due_told(whole),
        )


@pytest.mark.parametrize("live", LIVES, ids=lambda one: one.__name__)
def test_a_row_tells_the_open_stay_and_none_when_none_is_open(
    world: World, live: Callable[[World], Dossier]
) -> None:
    dossier = live(world)
    dossier.refresh_from_db()
    run = StepRun.objects.filter(dossier=dossier, ended_at=None).first()
    row = row_of(dossier, world.at)
    assert row.step == (run.name if run else "")
    assert row.since == (
        run.started_at if run else dossier.ended_at or dossier.resolved_at or dossier.submitted_at
    )
    assert row.code == str(dossier)


@pytest.mark.parametrize(
    ("live", "where"),
    [(World.submitted, "Tiếp nhận"), (World.issued, "Trả kết quả"), (stopped, "Đã kết thúc")],
)
def test_a_row_says_where_a_dossier_stands_beside_its_steps(
    world: World, live: Callable[[World], Dossier], where: str
) -> None:
    row = as_row(row_of(live(world), world.at), world.hoa, world.at)
    assert [one for one in ("Tiếp nhận", "Trả kết quả", "Đã kết thúc") if f"{one}\n" in row] == [where]


def test_a_longer_list_takes_no_more_statements(world: World) -> None:
    def looked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as said:
            assert queries.work_list(world.hanh, at=world.at, sought=Sought(Scope.UNIT)).rows
        return len(said)

    for make in (world.in_process, lambda: asked(world)):
        make()
    few = looked()
    for make in (world.in_process, world.drafted, lambda: asked(world), lambda: asked(world)):
        make()
    assert looked() == few


HOSTILE = "<b>&\"'%s %(code)s {code} \ue000code\ue001"


def test_what_people_wrote_stands_in_a_row_as_they_wrote_it_and_does_nothing() -> None:
    cells = dict.fromkeys(("id", "code", "href", "due", "since", "holder", "next_href", "state"), "x")
    cells |= {"title": HOSTILE, "applicant": HOSTILE, "commune": HOSTILE, "step": HOSTILE, "next": HOSTILE}
    row = filled(cells, acts=True, unit=False)
    assert row.count("&lt;b&gt;&amp;&quot;&#x27;%s %(code)s {code} \ue000code\ue001") == 5
    assert "<b>" not in row


def test_a_row_leaves_out_what_there_is_not() -> None:
    full = dict.fromkeys(("id", "code", "href", "due", "title", "applicant", "commune", "step"), "có")
    full |= dict.fromkeys(("since", "holder", "next", "next_href", "state"), "có")
    row = filled(full, acts=False, unit=True)
    assert "mc-tick" not in row and "Chưa có người giữ" not in row and "từ có" not in row
    empty = filled({**full, "holder": "", "commune": "", "next_href": ""}, acts=True, unit=True)
    assert "mc-tick" in empty and "Chưa có người giữ" in empty
    assert empty.count("<a ") == 1  # the title alone is a link
