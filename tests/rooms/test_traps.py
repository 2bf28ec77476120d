"""Where systems go wrong that do not know one-stop practice: what holds here instead."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from demo.province import LIMITS
from django.db import connection
from pytest_django.fixtures import Settings

from motcua.base.clock import ZONE, local
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers import commands, printing, queries
from motcua.casework.dossiers.commands import Delay
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.notices.commands import seed_rules
from motcua.casework.dossiers.notices.words import NoticeEvent
from motcua.casework.dossiers.queries.register import register_of
from motcua.casework.dossiers.queries.register import rows_of as rows_in
from motcua.casework.dossiers.words import LatenessReason, Move, Why
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency, Regulation
from motcua.reference.org.sentences import REGULATION_UNITS, REGULATIONS
from motcua.reference.org.words import AgencyKind, Tier
from motcua.reference.org.words import Why as OrgWhy
from tests.rooms import dossier_notices_scene as notices
from tests.rooms import test_scenarios as scenarios
from tests.support import source
from tests.support.world import BEGAN, CODE, MAKER, World, build, ok

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build()


def on(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


def why(outcome: object) -> object:
    assert isinstance(outcome, Refusal), outcome
    assert refusal_sentence(outcome)
    return outcome.why


def day(at: datetime | None) -> str:
    assert at is not None
    return local(at).date().isoformat()


def limit(code: str, value: int, unit: str, valid_from: date | None = None) -> None:
    set_to = {"code": code, "value": value, "unit": unit, "valid_from": valid_from or BEGAN.date()}
    done = org.set_regulation(**set_to, legal_basis="Nghị định mới", certainty="V", by=MAKER, at=BEGAN)
    assert isinstance(done, Regulation)


def agency(code: str, tier: Tier, since: date) -> Agency | Refusal:
    return org.found_agency(
        name=f"Cơ quan {code}",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=tier,
        code=code,
        valid_from=since,
        province="tỉnh Tuyên Quang",
        place="nơi",
        by=MAKER,
        at=BEGAN,
    )


def accepted(world: World, at: datetime, submitted: datetime | None = None) -> Dossier:
    world.at = submitted or at
    waiting = world.judged()
    return ok(commands.accept(dossier_id=waiting.pk, by=world.hoa, at=at))


# --- law and organisation ---


@pytest.mark.covers("T-01")
def test_no_district_is_founded_any_more_and_those_there_were_stay_in_history() -> None:
    assert why(agency("H60.90", Tier.DISTRICT, date(2025, 7, 1))) is OrgWhy.NO_DISTRICTS
    before = agency("H60.91", Tier.DISTRICT, date(2004, 1, 1))
    heir = agency("H60.92", Tier.COMMUNE, date(2025, 7, 1))
    assert isinstance(before, Agency) and isinstance(heir, Agency)
    ended = org.succeed_agency(agency=before, successor=heir, last_day=date(2025, 6, 30), by=MAKER, at=BEGAN)
    assert (ended.tier, ended.successor) == (Tier.DISTRICT, heir)


def regulations_read() -> Iterator[str]:
    """Give the code of every limit that the program asks for by a fixed name."""
    for path in source.files():
        tree = source.tree_of(path)
        named = dict(named_words(tree))
        for called, call in source.calls(tree):
            if called.split(".")[-1] in ("regulation", "applies", "days") and call.args:
                match call.args[0]:
                    case ast.Constant(value=str(code)):
                        yield code
                    case ast.Name(id=name) if name in named:
                        yield named[name]


def named_words(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Give the words that a module gives a name to."""
    for line in tree.body:
        match line:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(words))):
                yield name, words


@pytest.mark.covers("T-02")
def test_every_limit_that_the_program_reads_is_one_that_an_administrator_sees_and_sets() -> None:
    read = set(regulations_read())
    assert {"supplement_after_reception", "extend_before", "forward_cutoff", "alarm_silent"} <= read
    assert read - REGULATIONS.keys() == set()
    assert {one.code for one in LIMITS} - REGULATIONS.keys() == set()
    assert {one.unit for one in LIMITS} - REGULATION_UNITS.keys() == set()
    assert len({one.code for one in LIMITS}) == len(LIMITS)


@pytest.mark.covers("T-02")
def test_a_new_decree_holds_for_what_is_accepted_from_its_day_on(world: World) -> None:
    before = ok(commands.forward(dossier_id=accepted(world, on(2)).pk, by=world.hoa, at=on(2)))
    limit("supplement_after_reception", 5, "working_day", date(2026, 3, 3))
    after = ok(commands.forward(dossier_id=accepted(world, on(3)).pk, by=world.hoa, at=on(3)))
    what = {"items": [commands.Asked("Giấy")], "reason": "Mờ", "legal_basis": "Luật", "by": world.tuan}
    late = commands.propose_supplement(dossier_id=before.pk, at=on(10), **what)
    assert why(late) is Why.SUPPLEMENT_TOO_LATE
    late = commands.propose_supplement(dossier_id=after.pk, at=on(11), **what)
    assert why(late) is Why.SUPPLEMENT_TOO_LATE
    assert isinstance(commands.propose_supplement(dossier_id=after.pk, at=on(10), **what), Dossier)


@pytest.mark.covers("T-06", "T-26")
def test_a_merger_changes_neither_code_nor_papers_of_what_runs(world: World) -> None:
    dossier = world.in_process()
    heir = agency("H60.99", Tier.COMMUNE, date(2026, 3, 4))
    assert isinstance(heir, Agency)
    receipt = printing.slip_bytes(dossier.slips.get(form="M01"))
    org.succeed_agency(agency=world.committee, successor=heir, last_day=date(2026, 3, 3), by=MAKER, at=on(3))
    done = scenarios.resolved(world, dossier, on(5))
    assert (done.code, done.due_at) == ("H60.24-260302-0001", dossier.due_at)
    assert done.competent_agency.name == "UBND phường Minh Xuân"
    assert printing.slip_bytes(done.slips.get(form="M01")) == receipt


@pytest.mark.covers("T-08")
def test_what_no_agency_here_decides_is_told_and_filed_nowhere(world: World) -> None:
    runs = world.in_process()
    offering = world.version.procedure.offerings.get()
    catalogue.end_offering(offering_id=offering.pk, last_day=date(2026, 3, 3), by=MAKER, at=on(3))
    world.at = on(4)
    draft = commands.create_draft(procedure=CODE, agency_id=world.committee.pk, by=world.member, at=world.at)
    assert why(draft) is Why.NOT_OFFERED
    assert queries.procedures_served(world.counter.pk, "", world.at.date()) == []
    assert queries.procedures_served(world.counter.pk, "", on(3).date()) != []  # the control
    act = {"dossier_id": runs.pk, "by": world.tuan, "at": world.at}
    what = {"items": [commands.Asked("Giấy")], "reason": "Mờ", "legal_basis": "Luật"}
    assert isinstance(commands.propose_supplement(**what, **act), Dossier)


# --- time ---


@pytest.mark.covers("T-15")
@pytest.mark.parametrize(
    ("at", "code", "due"),
    [
        (on(2, 0, 30), "H60.24-260302-0001", "2026-03-09"),  # still Sunday in London
        (on(6, 23, 30), "H60.24-260306-0001", "2026-03-13"),
        (datetime(2026, 3, 1, 17, 30, tzinfo=UTC), "H60.24-260302-0001", "2026-03-09"),
    ],
    ids=["after midnight", "before midnight", "written in UTC"],
)
def test_a_day_is_a_day_in_viet_nam_and_comes_back_as_it_was_stored(
    world: World, at: datetime, code: str, due: str
) -> None:
    dossier = Dossier.objects.get(pk=accepted(world, at).pk)
    assert (dossier.code, day(dossier.due_at)) == (code, due)
    assert dossier.accepted_at == at
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT data_type FROM information_schema.columns"
            " WHERE table_name = 'dossiers_dossier' AND column_name IN ('accepted_at', 'due_at')"
        )
        assert {kind for (kind,) in cursor.fetchall()} == {"timestamp with time zone"}


@pytest.mark.covers("T-16")
def test_the_hour_of_acceptance_moves_the_duty_to_forward_and_not_the_date(world: World) -> None:
    early, late = accepted(world, on(2, 15)), accepted(world, on(2, 15, 1))
    assert queries.forward_until(early) is None, "no rule, no duty"
    limit("forward_cutoff", 15, "hour_of_day")
    assert queries.forward_until(early) == on(2, 17, 30)
    assert queries.forward_until(late) == on(3, 7, 30)
    assert day(early.due_at) == day(late.due_at) == "2026-03-09"
    sent = ok(commands.forward(dossier_id=late.pk, by=world.hoa, at=on(3, 7, 40)))
    assert queries.forward_until(sent) is None
    assert sent.due_at == early.due_at


@pytest.mark.covers("T-17", "T-27")
def test_time_and_code_go_by_reception_and_the_answer_to_a_filing_by_its_own_limit(
    world: World, settings: Settings
) -> None:
    limit("online_reception_answer", 8, "working_hour")
    seed_rules(by=MAKER, at=BEGAN)
    filed, taken = on(2, 16, 30), on(4, 10)
    dossier = accepted(world, taken, submitted=filed)
    assert (dossier.submitted_at, dossier.accepted_at) == (filed, taken)
    assert dossier.code == "H60.24-260304-0001"
    assert (day(dossier.due_at), day(dossier.original_due_at)) == ("2026-03-11", "2026-03-11")
    (said,) = [one.body for one in notices.told(dossier) if one.event == NoticeEvent.SUBMITTED]
    assert "trong 8 giờ làm việc, trước 16:30, 03/03/2026" in said
    assert dossier.slips.get().facts["accepted_at"] == taken.isoformat()
    book = register_of(world.counter.pk, 2026)
    assert book is not None and [one.received_at for one in rows_in(book)] == [taken]


# --- apologies, roles, names ---


@pytest.mark.covers("T-50")
def test_who_can_still_apologise_is_told_two_days_and_a_day_before(world: World) -> None:
    for code, value in notices.LIMITS.items():
        limit(code, value, "working_day")
    seed_rules(by=MAKER, at=BEGAN)
    dossier = world.in_process()
    notices.told()
    due = {NoticeEvent.DUE_FIRST, NoticeEvent.DUE_LAST}
    told = {
        at: due & {one.event for one in notices.watch(world, on(at)) if one.account_id == world.lan.account}
        for at in (4, 5, 6, 9)
    }
    assert told == {4: set(), 5: {NoticeEvent.DUE_FIRST}, 6: {NoticeEvent.DUE_LAST}, 9: set()}
    delay = Delay(LatenessReason.UNIT_OVERLOAD, "Nhiều hồ sơ.", "UBND", date(2026, 3, 13))
    act = {"dossier_id": dossier.pk, "delay": delay, "by": world.lan}
    assert why(commands.apologise_and_extend(at=on(9), **act)) is Why.EXTENSION_TOO_LATE
    assert isinstance(commands.apologise_and_extend(at=on(6, 10), **act), Dossier)


@pytest.mark.covers("T-53")
def test_nobody_approves_what_they_drafted_whoever_they_stand_in_for(world: World) -> None:
    dossier = world.drafted()
    for by in (world.tuan, world.hanh):
        ok(commands.advance_step(dossier_id=dossier.pk, by=by, at=world.at))
    instead = replace(world.lan, person=world.tuan.person, on_behalf_of=world.lan.person)
    act = {"dossier_id": dossier.pk, "at": world.at}
    assert why(commands.approve_result(by=instead, **act)) is Why.OWN_DRAFT
    now = Dossier.objects.get(pk=dossier.pk)
    offered = queries.open_moves(queries.with_participants(now), instead)
    assert offered[Move.APPROVE_RESULT] == Refusal(Why.OWN_DRAFT)
    done = ok(commands.approve_result(by=world.lan, **act))
    assert done.results.get().approved_by_id == world.lan.person
    row = rows_of(f"dossier:{dossier.pk}")[-1]
    assert (row.verb, row.actor) == ("dossier.result_approved", f"staff:{world.lan.person}")


@pytest.mark.covers("T-53")
def test_nobody_approves_their_own_correction_either(world: World) -> None:
    dossier = world.issued()
    act = {"dossier_id": dossier.pk, "at": world.at}
    ok(commands.draft_correction(error="Sai tên", title="Giấy khai sinh", by=world.tuan, **act))
    instead = replace(world.lan, person=world.tuan.person, on_behalf_of=world.lan.person)
    assert why(commands.approve_correction(by=instead, **act)) is Why.OWN_DRAFT
    ok(commands.approve_correction(by=world.lan, **act))
