"""A dossier ends without a result: stopped by the leader, or closed because papers never came."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import ProgrammingError, transaction

from motcua.base.clock import ZONE
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, jobs, printing
from motcua.casework.dossiers.commands import Asked, Stop
from motcua.casework.dossiers.models import Dossier, Slip, StopNotice
from motcua.casework.dossiers.queries.asking import answer_until
from motcua.casework.dossiers.reckoning import reckoned
from motcua.casework.dossiers.words import Finance, Outcome, Settlement, State, StopGround, Why
from motcua.reference.org import commands as org
from tests.support.world import CODE, MAKER, World, build, ok

pytestmark = pytest.mark.django_db
SAID = Stop(
    StopGround.LEGAL_GROUND,
    "Có bản án của Tòa án về cùng việc.",
    "Luật Hộ tịch 2014, Điều 16",
    "Cơ quan giải quyết",
    date(2026, 3, 4),
    returned_documents=("Giấy chứng sinh",),
)


@pytest.fixture
def world() -> World:
    return build()


def on(day: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, 9, tzinfo=ZONE)


def why(outcome: object) -> Why:
    assert isinstance(outcome, Refusal), outcome
    assert isinstance(outcome.why, Why)
    return outcome.why


def sector_rule(world: World) -> None:
    org.set_regulation(
        code=f"supplement_answer:{CODE}",
        value=10,
        unit="working_day",
        legal_basis="Nghị định chuyên ngành",
        certainty="V",
        valid_from=date(2025, 7, 1),
        by=MAKER,
        at=world.at,
    )


def asked_at_intake(world: World) -> Dossier:
    return ok(
        commands.request_supplement_at_intake(
            dossier_id=world.submitted().pk,
            items=[Asked("Giấy chứng sinh")],
            reason="Thiếu",
            by=world.hoa,
            at=on(2),
        )
    )


def asked_at_appraisal(world: World) -> Dossier:
    act = {"dossier_id": world.in_process().pk, "at": on(3)}
    what = {"items": [Asked("Giấy chứng sinh")], "reason": "Mờ", "legal_basis": "Luật Hộ tịch"}
    ok(commands.propose_supplement(**what, by=world.tuan, **act))
    ok(commands.approve_supplement(by=world.lan, **act))
    return ok(commands.request_supplement(by=world.hoa, **act))


def closed(dossier: Dossier, world: World, at: datetime) -> Dossier | Refusal:
    said = replace(SAID, ground=StopGround.NOT_SUPPLEMENTED)
    return commands.close_not_supplemented(dossier_id=dossier.pk, said=said, by=world.lan, at=at)


@pytest.mark.covers("E-7")
def test_the_leader_stops_a_dossier_and_the_notice_says_all_of_it(world: World) -> None:
    dossier = world.in_process()
    stopped = ok(commands.stop(dossier_id=dossier.pk, said=SAID, by=world.lan, at=on(4)))
    assert (stopped.state, stopped.outcome, stopped.ended_at) == (State.STOPPED, Outcome.STOPPED, on(4))
    assert reckoned(stopped).stopped_at == on(4)
    assert stopped.finance == Finance.NONE
    notice = StopNotice.objects.get(dossier=dossier)
    assert (notice.state_before, notice.stage) == (State.IN_PROCESS, "Kiểm tra hồ sơ")
    slip = Slip.objects.get(dossier=dossier, form="M05")
    assert notice.slip == slip and slip.unit.agency == world.committee
    wanted = {"requested_by", "requested_on", "stage", "ground", "decided_on", "settlement"}
    assert wanted | {"returned_documents", "signer_title"} <= slip.facts.keys()
    assert printing.slip_bytes(slip).startswith(b"%PDF")
    row = rows_of(f"dossier:{dossier.pk}")[-1]
    assert (row.verb, row.payload["ground"]) == ("dossier.stopped", "legal_ground")


@pytest.mark.covers("E-7")
def test_a_stopped_dossier_stays_stopped(world: World) -> None:
    dossier = ok(commands.stop(dossier_id=world.in_process().pk, said=SAID, by=world.lan, at=on(4)))
    act = {"dossier_id": dossier.pk, "at": on(5)}
    assert why(commands.stop(said=SAID, by=world.lan, **act)) is Why.NOT_OPEN
    assert why(commands.withdraw(reason="", by=world.member, **act)) is Why.NOT_OPEN
    assert why(commands.advance_step(by=world.tuan, **act)) is Why.NOT_OPEN


@pytest.mark.parametrize("who", ["hoa", "tuan", "hanh", "son", "minh", "member", "stranger"])
def test_nobody_but_the_leader_stops(world: World, who: str) -> None:
    outcome = commands.stop(dossier_id=world.in_process().pk, said=SAID, by=getattr(world, who), at=on(4))
    assert why(outcome) is Why.NOT_YOURS


def test_what_waits_for_papers_is_stopped_too(world: World) -> None:
    dossier = asked_at_appraisal(world)
    stopped = ok(commands.stop(dossier_id=dossier.pk, said=SAID, by=world.lan, at=on(5)))
    assert (stopped.state, stopped.paused_since) == (State.STOPPED, None)


def test_what_is_not_accepted_or_signed_already_is_not_stopped(world: World) -> None:
    early = commands.stop(dossier_id=asked_at_intake(world).pk, said=SAID, by=world.lan, at=on(4))
    assert why(early) is Why.NOT_ACCEPTED_YET
    late = commands.stop(dossier_id=world.approved().pk, said=SAID, by=world.lan, at=on(4))
    assert why(late) is Why.RESULT_ALREADY_APPROVED


@pytest.mark.parametrize(
    ("missing", "reason"),
    [({"words": " "}, Why.NO_REASON), ({"legal_basis": ""}, Why.NO_LEGAL_GROUND)],
)
def test_a_stop_has_words_and_a_legal_ground(world: World, missing: dict[str, str], reason: Why) -> None:
    said = replace(SAID, **missing)
    outcome = commands.stop(dossier_id=world.in_process().pk, said=said, by=world.lan, at=on(4))
    assert why(outcome) is reason
    assert not StopNotice.objects.exists()


@pytest.mark.parametrize(
    ("finance", "settlement", "fits"),
    [
        (Finance.NONE, Settlement.NOTHING_DUE, True),
        (Finance.NONE, Settlement.REFUNDED, False),
        (Finance.PAID, Settlement.NOTHING_DUE, False),
        (Finance.PAID, Settlement.REFUNDED, True),
        (Finance.DUE, Settlement.CANCELLED, True),
        (Finance.DUE, Settlement.KEPT, False),
    ],
)
def test_the_money_is_settled_in_words_and_its_axis_stays_apart(
    world: World, finance: Finance, settlement: Settlement, fits: bool
) -> None:
    dossier = world.in_process()
    Dossier.objects.filter(pk=dossier.pk).update(finance=finance.value)
    outcome = commands.stop(
        dossier_id=dossier.pk, said=replace(SAID, settlement=settlement), by=world.lan, at=on(4)
    )
    assert ok(outcome).finance == finance if fits else why(outcome) is Why.SETTLEMENT_NEEDED


def test_a_notice_is_never_changed(world: World) -> None:
    ok(commands.stop(dossier_id=world.in_process().pk, said=SAID, by=world.lan, at=on(4)))
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        StopNotice.objects.update(words="khác")


@pytest.mark.covers("T-09")
def test_without_a_sector_rule_papers_that_never_came_end_nothing(world: World) -> None:
    org.set_regulation(
        code="supplement_answer",
        value=5,
        unit="day",
        legal_basis="Quy định chung",
        certainty="D",
        valid_from=date(2025, 7, 1),
        by=MAKER,
        at=world.at,
    )
    dossier = asked_at_appraisal(world)
    assert answer_until(dossier, on(3)) == date(2026, 3, 9)  # the 8th is a Sunday
    assert why(closed(dossier, world, on(1, 6))) is Why.NO_CLOSING_RULE


@pytest.mark.covers("T-09")
def test_the_period_over_changes_nothing_by_itself(world: World) -> None:
    sector_rule(world)
    dossier = asked_at_appraisal(world)
    jobs.delete_old_drafts(timestamp=0)
    dossier.refresh_from_db()
    assert dossier.state == State.SUPPLEMENT_REQUESTED
    assert why(closed(dossier, world, on(17))) is Why.STILL_AWAITED
    ended = ok(closed(dossier, world, on(18)))
    assert (ended.state, ended.outcome) == (State.STOPPED, Outcome.STOPPED)
    assert StopNotice.objects.get().ground == StopGround.NOT_SUPPLEMENTED


def test_what_was_asked_at_intake_is_turned_away_with_m03(world: World) -> None:
    sector_rule(world)
    ended = ok(closed(asked_at_intake(world), world, on(18)))
    assert (ended.state, ended.outcome) == (State.REJECTED_AT_INTAKE, Outcome.REJECTED)
    slip = ended.slips.get(form="M03")
    assert slip.facts["reason_code"] == "incomplete_not_supplemented"
    assert printing.slip_bytes(slip).startswith(b"%PDF")


def test_what_the_owner_has_answered_is_not_closed(world: World) -> None:
    sector_rule(world)
    dossier = asked_at_appraisal(world)
    dossier.rounds.update(state="answered")
    assert why(closed(dossier, world, on(18))) is Why.SUPPLEMENT_NOT_ANSWERED


def test_a_stop_is_no_way_around_the_sector_rule(world: World) -> None:
    said = replace(SAID, ground=StopGround.NOT_SUPPLEMENTED)
    outcome = commands.stop(dossier_id=asked_at_appraisal(world).pk, said=said, by=world.lan, at=on(18))
    assert why(outcome) is Why.CLOSED_BY_ITS_OWN_MOVE
