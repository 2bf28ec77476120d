"""Opinions of other units: asked in parallel, answered, withdrawn, late; shares under one clock."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.db import IntegrityError, transaction

from motcua.base.access import Actor
from motcua.base.clock import ZONE
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, jobs, queries
from motcua.casework.dossiers.commands import Part
from motcua.casework.dossiers.models import Consultation, Dossier
from motcua.casework.dossiers.queries.seeking import within_rights
from motcua.casework.dossiers.reckoning import reckoned
from motcua.casework.dossiers.words import ConsultationState, Outcome, Relation, State, Why
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency, Unit
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from tests.support.world import BEGAN, CODE, MAKER, World, build, ok

pytestmark = pytest.mark.django_db
REPLY = date(2026, 3, 5)


@pytest.fixture
def world() -> World:
    return build()


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=ZONE)


def why(outcome: object) -> Why:
    assert isinstance(outcome, Refusal), outcome
    assert isinstance(outcome.why, Why)
    return outcome.why


def office(world: World, name: str, tier: Tier = Tier.COMMUNE) -> Actor:
    """Found an agency with one division and give its case officer."""
    with_dates = {"valid_from": BEGAN.date(), "by": MAKER, "at": BEGAN}
    kind = AgencyKind.PEOPLES_COMMITTEE if tier is Tier.COMMUNE else AgencyKind.DEPARTMENT
    agency = org.found_agency(
        name=name, short_name=name, kind=kind, tier=tier, code=name, province="tỉnh", place=name, **with_dates
    )
    assert isinstance(agency, Agency)
    unit = org.set_up_unit(agency=agency, name=f"Phòng của {name}", kind=UnitKind.DIVISION, **with_dates)
    assert isinstance(unit, Unit)
    return replace(world.tuan, name=name, person=world.staff[Role.AUDITOR].pk, unit=unit.pk, agency=agency.pk)


@pytest.fixture
def police(world: World) -> Actor:
    return office(world, "Công an")


@pytest.fixture
def health(world: World) -> Actor:
    return office(world, "Y tế")


def asked(world: World, dossier: Dossier, *whom: Actor) -> Dossier:
    for one in whom:
        assert one.unit is not None
        dossier = ok(
            commands.open_consultation(
                dossier_id=dossier.pk,
                unit_id=one.unit,
                content="Xác minh nơi cư trú.",
                reply_due=REPLY,
                by=world.tuan,
                at=world.at,
            )
        )
    return dossier


def answer(dossier: Dossier, by: Actor, at: datetime) -> Dossier | Refusal:
    return commands.answer_consultation(dossier_id=dossier.pk, reply="Đồng ý.", by=by, at=at)


def flagged(at: str) -> list[str]:
    with time_machine.travel(at, tick=False):
        jobs.flag_late_consultees(timestamp=0)
    return [row.verb for one in Dossier.objects.all() for row in rows_of(f"dossier:{one.pk}")]


@pytest.mark.covers("E-8")
def test_several_are_asked_at_once_and_the_clock_runs_on(world: World, police: Actor, health: Actor) -> None:
    before = world.in_process()
    dossier = asked(world, before, police, health)
    assert (dossier.state, dossier.due_at, dossier.paused_since) == (State.IN_PROCESS, before.due_at, None)
    assert [queries.count_asked(one) for one in (police, health, world.tuan)] == [1, 1, 0]
    assert [one.unit_id for one in queries.asked_by(world.tuan)] == [police.unit, health.unit]
    ok(answer(dossier, police, on(3)))
    assert [queries.count_asked(one) for one in (police, health)] == [0, 1]
    told = queries.consultations_of(dossier)
    assert [one.state for one in told] == [ConsultationState.ANSWERED, ConsultationState.OPEN]
    assert told[0].reply == "Đồng ý."


def test_the_consulted_unit_reads_the_dossier_and_no_other_unit_does(
    world: World, police: Actor, health: Actor
) -> None:
    dossier = asked(world, world.in_process(), police)
    assert queries.relations(police, dossier) == {Relation.CONSULTED}
    assert within_rights(police).filter(pk=dossier.pk).exists()
    assert queries.relations(health, dossier) == frozenset()
    assert not within_rights(health).filter(pk=dossier.pk).exists()
    taken = queries.consultations_of(dossier)[0]
    ok(
        commands.withdraw_consultation(
            dossier_id=dossier.pk, consultation_id=taken.pk, reason="Đã rõ.", by=world.tuan, at=on(3)
        )
    )
    assert queries.relations(police, dossier) == frozenset()
    assert not within_rights(police).filter(pk=dossier.pk).exists()


def test_only_the_unit_asked_answers_and_only_once(world: World, police: Actor, health: Actor) -> None:
    dossier = asked(world, world.in_process(), police)
    assert why(answer(dossier, health, on(3))) is Why.NOT_YOURS
    assert why(answer(dossier, world.tuan, on(3))) is Why.NOT_YOURS
    ok(answer(dossier, police, on(3)))
    assert why(answer(dossier, police, on(3))) is Why.NOT_YOURS


def test_content_and_a_day_to_come_are_demanded(world: World, police: Actor) -> None:
    dossier = world.in_process()
    assert police.unit is not None and world.tuan.unit is not None
    act = {"dossier_id": dossier.pk, "by": world.tuan, "at": world.at}
    silent = commands.open_consultation(unit_id=police.unit, content=" ", reply_due=REPLY, **act)
    assert why(silent) is Why.NO_CONTENT
    past = commands.open_consultation(unit_id=police.unit, content="?", reply_due=date(2026, 3, 1), **act)
    assert why(past) is Why.REPLY_DUE_PAST
    own = commands.open_consultation(unit_id=world.tuan.unit, content="?", reply_due=REPLY, **act)
    assert why(own) is Why.OWN_UNIT


def test_a_step_goes_on_without_an_opinion_only_with_a_word_why(world: World, police: Actor) -> None:
    dossier = asked(world, world.drafted(), police)
    act = {"dossier_id": dossier.pk, "by": world.tuan, "at": on(3)}
    assert why(commands.advance_step(**act)) is Why.CONSULTATION_OPEN
    ok(commands.advance_step(**act, note="Công an đã trả lời qua điện thoại, văn bản gửi sau."))


@pytest.mark.covers("E-8")
def test_a_late_consultee_is_flagged_once(world: World, police: Actor, health: Actor) -> None:
    dossier = asked(world, world.in_process(), police, health)
    ok(answer(dossier, health, on(3)))
    assert "consultation.late" not in flagged("2026-03-05T20:00:00+07:00")
    assert flagged("2026-03-06T07:20:00+07:00").count("consultation.late") == 1
    assert flagged("2026-03-07T07:20:00+07:00").count("consultation.late") == 1
    row = rows_of(f"dossier:{dossier.pk}")[-1]
    assert (row.payload["unit"], row.payload["until"]) == (str(police.unit), "2026-03-05")
    assert "Xác minh" not in str(row.payload)


def test_what_ended_is_not_flagged(world: World, police: Actor) -> None:
    dossier = asked(world, world.in_process(), police)
    ok(commands.withdraw(dossier_id=dossier.pk, reason="", by=world.member, at=on(3)))
    assert "consultation.late" not in flagged("2026-03-06T07:20:00+07:00")
    assert queries.count_asked(police) == 0


def sector_pauses(world: World) -> None:
    org.set_regulation(
        code=f"consultation_pauses:{CODE}",
        value=1,
        unit="switch",
        legal_basis="Luật chuyên ngành",
        certainty="V",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=world.at,
    )


def test_a_sector_rule_pauses_the_clock_until_the_last_answer(
    world: World, police: Actor, health: Actor
) -> None:
    sector_pauses(world)
    dossier = asked(world, world.in_process(), police, health)
    assert dossier.paused_since == world.at
    one = ok(answer(dossier, police, on(4)))
    assert one.paused_since == world.at
    both = ok(answer(dossier, health, on(5)))
    assert both.paused_since is None
    due = reckoned(both).due
    assert due is not None and due.instant == both.due_at
    assert due.day == date(2026, 3, 12)


def test_a_clock_that_a_consultation_paused_is_not_paused_again(world: World, police: Actor) -> None:
    sector_pauses(world)
    dossier = asked(world, world.in_process(), police)
    act = {"dossier_id": dossier.pk, "at": on(3)}
    what = {"items": [commands.Asked("Giấy chứng sinh")], "reason": "Mờ", "legal_basis": "Luật Hộ tịch"}
    ok(commands.propose_supplement(**what, by=world.tuan, **act))
    ok(commands.approve_supplement(by=world.lan, **act))
    assert why(commands.request_supplement(by=world.hoa, **act)) is Why.CLOCK_PAUSED


def shares(world: World, *parts: Part, own: int = 0) -> Dossier | Refusal:
    return commands.open_shares(
        dossier_id=world.in_process().pk, parts=parts, own_hours=Decimal(own), by=world.tuan, at=world.at
    )


def part(who: Actor, hours: int) -> Part:
    assert who.unit is not None
    return Part(who.unit, "Phần việc liên thông", Decimal(hours))


@pytest.mark.covers("E-8")
def test_three_agencies_in_parallel_under_one_clock(world: World, police: Actor, health: Actor) -> None:
    insurance = office(world, "Bảo hiểm")
    dossier = ok(shares(world, part(police, 8), part(health, 16), part(insurance, 24)))
    assert dossier.clock_marks.count() == 1
    assert [one.reply_due.day for one in queries.consultations_of(dossier)] == [3, 4, 5]
    assert [queries.count_asked(one) for one in (police, health, insurance)] == [1, 1, 1]
    act = {"dossier_id": dossier.pk, "by": world.tuan, "at": on(3)}
    result = world.version.results.get().pk
    ok(commands.draft_result(outcome=Outcome.GRANTED, result_type_id=result, title="Giấy", **act))
    assert why(commands.advance_step(**act, note="Đi trước")) is Why.SHARE_OPEN
    for who in (police, health, insurance):
        ok(answer(dossier, who, on(3)))
    ok(commands.advance_step(**act))


def test_shares_across_levels_make_up_the_whole(world: World, police: Actor) -> None:
    department = office(world, "Sở Tư pháp", Tier.PROVINCE)
    too_short = shares(world, part(department, 16), part(police, 16))
    assert why(too_short) is Why.SHARES_NOT_WHOLE
    assert isinstance(shares(world, part(department, 16), part(police, 16), own=24), Dossier)
    assert why(shares(world, part(department, 41))) is Why.SHARES_TOO_LONG
    assert Consultation.objects.count() == 2


def test_the_database_wants_an_answer_with_words(world: World, police: Actor) -> None:
    dossier = asked(world, world.in_process(), police)
    one = dossier.consultations.get()
    with pytest.raises(IntegrityError, match="consultation_answered_has_reply"), transaction.atomic():
        Consultation.objects.filter(pk=one.pk).update(state="answered")


@pytest.mark.parametrize("who", ["hoa", "hanh", "lan", "son", "member"])
def test_the_case_officer_asks_and_nobody_else(world: World, police: Actor, who: str) -> None:
    assert police.unit is not None
    outcome = commands.open_consultation(
        dossier_id=world.in_process().pk,
        unit_id=police.unit,
        content="?",
        reply_due=REPLY,
        by=getattr(world, who),
        at=world.at,
    )
    assert why(outcome) is Why.NOT_YOURS
