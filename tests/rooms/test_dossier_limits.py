"""Limits of law are dated: running dossiers keep theirs, and what moves all the same is seen and recorded."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from motcua.base.clock import ZONE, local
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices import jobs
from motcua.casework.dossiers.notices.watching import running_at
from motcua.casework.dossiers.queries.limits import Limit, moves_dossiers, would_shift
from motcua.casework.dossiers.reckoning import forward_until
from motcua.casework.dossiers.words import Why
from motcua.reference.org import commands as org
from motcua.reference.org.models import Regulation
from motcua.reference.org.words import Why as OrgWhy
from tests.support import moments
from tests.support.world import BEGAN, MAKER, World, build, ok

pytestmark = pytest.mark.django_db
SUPPLEMENT, CUTOFF = "supplement_after_reception", "forward_cutoff"
MONDAY, LONG_AGO = date(2026, 3, 2), BEGAN.date()


def on(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


def rule(code: str, value: int, unit: str, since: date = LONG_AGO) -> Regulation | Refusal:
    return org.set_regulation(
        code=code,
        value=value,
        unit=unit,
        legal_basis="NĐ thử, Điều 5",
        certainty="D",
        valid_from=since,
        by=MAKER,
        at=on(4),
    )


def change(
    dossiers: list[Dossier], *, value: int = 5, since: date = MONDAY, code: str = SUPPLEMENT
) -> object:
    return commands.change_limit(
        code=code,
        value=value,
        unit="working_day",
        legal_basis="NĐ mới, Điều 7",
        certainty="V",
        valid_from=since,
        dossier_ids=[one.pk for one in dossiers],
        by=MAKER,
        at=on(4),
    )


@pytest.fixture
def world() -> Iterator[World]:
    with moments.frozen("2026-03-02 09:00"):
        yield build()


# --- the hour after which a dossier is forwarded the next day ---


def accepted_at(world: World, at: datetime) -> Dossier:
    world.at = at
    return world.accepted()


@pytest.mark.parametrize(
    ("at", "until"),
    [
        (on(2, 14, 59), on(2, 17, 30)),
        (on(2, 15, 0), on(2, 17, 30)),
        (on(2, 15, 1), on(3, 7, 30)),
        (on(6, 15, 1), on(9, 7, 30)),
    ],
)
def test_t16_the_hour_to_forward_comes_from_the_rule_of_the_day(
    world: World, at: datetime, until: datetime
) -> None:
    rule(CUTOFF, 15, "hour_of_day")
    assert forward_until(accepted_at(world, at)) == until


def test_another_decree_brings_another_hour_for_what_comes_after_it(world: World) -> None:
    rule(CUTOFF, 15, "hour_of_day")
    rule(CUTOFF, 16, "hour_of_day", date(2026, 3, 3))
    before, after = accepted_at(world, on(2, 15, 30)), accepted_at(world, on(3, 15, 30))
    assert (forward_until(before), forward_until(after)) == (on(3, 7, 30), on(3, 17, 30))


def test_without_a_rule_there_is_no_such_hour(world: World) -> None:
    assert forward_until(accepted_at(world, on(2, 15, 30))) is None


def test_what_has_left_the_counter_has_no_such_hour_and_its_due_date_never_hung_on_it(world: World) -> None:
    due = world.in_process().due_at
    rule(CUTOFF, 15, "hour_of_day")
    gone = world.in_process()
    assert forward_until(gone) is None
    assert gone.due_at == due


def test_a_counter_that_keeps_a_dossier_too_long_is_late_by_the_rule(world: World) -> None:
    dossier = accepted_at(world, on(2, 16, 50))
    (told,) = ends(dossier)
    rule(CUTOFF, 15, "hour_of_day")
    (bound,) = ends(dossier)
    assert bound == on(3, 7, 30) < told
    assert jobs.units_watched() == {dossier.receiving_unit_id}


def ends(dossier: Dossier) -> list[datetime | None]:
    return [
        watched.step_due_at for one, watched in running_at(dossier.receiving_unit_id) if one.pk == dossier.pk
    ]


@pytest.mark.parametrize("hour", [24, 99])
def test_an_hour_that_no_day_has_is_refused(hour: int) -> None:
    assert rule(CUTOFF, hour, "hour_of_day") == Refusal(OrgWhy.REGULATION_NO_HOUR)


@pytest.mark.parametrize(
    ("code", "unit"),
    [(CUTOFF, "working_day"), (SUPPLEMENT, "hour_of_day"), ("extensions_most", "day"), (SUPPLEMENT, "era")],
)
def test_a_limit_in_a_unit_that_it_cannot_have_is_refused(code: str, unit: str) -> None:
    assert rule(code, 1, unit, MONDAY) == Refusal(OrgWhy.REGULATION_UNIT)


# --- a new value, and whom it moves ---


def test_a_value_for_days_to_come_moves_nobody_and_leaves_no_batch(world: World) -> None:
    dossier = world.in_process()
    tomorrow = MONDAY + timedelta(days=1)
    assert would_shift(SUPPLEMENT, Limit(5, "working_day"), tomorrow) == []
    made = change([], since=tomorrow)
    assert isinstance(made, Regulation)
    assert [row.verb for row in rows_of(f"regulation:{made.pk}")] == ["regulation.set"]
    assert "dossier.limit_moved" not in {row.verb for row in rows_of(f"dossier:{dossier.pk}")}


def test_a_value_of_a_past_day_shows_whom_it_moves_with_both_days(world: World) -> None:
    dossier = world.in_process()
    (one,) = would_shift(SUPPLEMENT, Limit(5, "working_day"), MONDAY)
    assert one.dossier == dossier
    assert [local(at).date() for at in (one.old, one.new) if at] == [date(2026, 3, 5), date(2026, 3, 9)]


def test_what_began_before_the_day_is_not_moved(world: World) -> None:
    old = world.in_process()
    world.at = on(3)
    new = world.in_process()
    moved = would_shift(SUPPLEMENT, Limit(5, "working_day"), date(2026, 3, 3))
    assert [one.dossier for one in moved] == [new] != [old]


def test_the_same_value_by_another_decree_moves_nobody(world: World) -> None:
    world.in_process()
    assert would_shift(SUPPLEMENT, Limit(3, "working_day"), MONDAY) == []


def test_a_seen_batch_is_recorded_dossier_by_dossier_and_as_a_whole(world: World) -> None:
    dossier = world.in_process()
    due = dossier.due_at
    made = change([dossier])
    assert isinstance(made, Regulation)
    (batch,) = [row for row in rows_of(f"regulation:{made.pk}") if row.verb == "regulation.dossiers_moved"]
    assert batch.payload["dossiers"] == [str(dossier.pk)] and batch.payload["basis"] == "NĐ mới, Điều 7"
    (row,) = [row for row in rows_of(f"dossier:{dossier.pk}") if row.verb == "dossier.limit_moved"]
    assert (row.payload["old"][:10], row.payload["new"][:10]) == ("2026-03-05", "2026-03-09")
    dossier.refresh_from_db()
    assert dossier.due_at == due, "a due date rests on version, calendar and marks alone"


@pytest.mark.parametrize("seen", [[], ["another"]])
def test_what_was_not_seen_is_not_moved(world: World, seen: list[str]) -> None:
    dossier = world.in_process()
    chosen = [dossier, world.in_process()][1:] if seen else []
    assert change(chosen) == Refusal(Why.OTHERS_WOULD_MOVE)
    assert not Regulation.objects.filter(code=SUPPLEMENT, value=5).exists()
    assert "dossier.limit_moved" not in {row.verb for row in rows_of(f"dossier:{dossier.pk}")}


def test_the_preview_equals_what_the_dossier_lives_by_before_and_after(world: World) -> None:
    dossier = world.in_process()
    (one,) = would_shift(SUPPLEMENT, Limit(5, "working_day"), MONDAY)
    assert one.old is not None and one.new is not None
    act = {"dossier_id": dossier.pk, "items": [commands.Asked("Giấy")], "reason": "Mờ", "by": world.tuan}
    act["legal_basis"] = "Luật Hộ tịch"
    friday = on(6)
    refused = commands.propose_supplement(**act, at=friday)
    assert isinstance(refused, Refusal) and refused.why is Why.SUPPLEMENT_TOO_LATE
    change([dossier])
    ok(commands.propose_supplement(**act, at=friday))


@pytest.mark.parametrize(
    "code", ["extensions_most", "extend_before", "non_boundary", "full_age", "draft_kept"]
)
def test_rules_of_the_day_of_an_act_move_no_dossier(world: World, code: str) -> None:
    world.in_process()
    assert not moves_dossiers(code)
    assert would_shift(code, Limit(9, "working_day"), BEGAN.date()) == []


def test_papers_asked_for_and_answers_awaited_run_by_their_own_day(world: World) -> None:
    rule("supplement_answer", 10, "working_day")
    rule("online_reception_answer", 8, "working_hour")
    waits = world.submitted()
    asked = ok(
        commands.request_supplement_at_intake(
            dossier_id=world.judged().pk,
            items=[commands.Asked("Giấy")],
            reason="Thiếu",
            by=world.hoa,
            at=world.at,
        )
    )
    (paper,) = would_shift("supplement_answer", Limit(20, "working_day"), MONDAY)
    assert paper.dossier == asked
    (answer,) = would_shift("online_reception_answer", Limit(4, "working_hour"), MONDAY)
    assert (answer.dossier, answer.by_instant) == (waits, True)
    special = f"supplement_answer:{asked.version.procedure.code}"
    (own,) = would_shift(special, Limit(5, "working_day"), MONDAY)
    assert (own.dossier, own.old) == (asked, None)
    rule(special, 5, "working_day")
    assert would_shift("supplement_answer", Limit(20, "working_day"), MONDAY) == []
