"""A dossier's whole life, and what each act leaves behind."""

from datetime import datetime

import pytest

from motcua.base.clock import ZONE, local
from motcua.base.journal.reading import rows_of
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.reckoning import reckoned
from motcua.casework.dossiers.words import Outcome, RefusalReason, State, Why
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build()


def why(outcome: object) -> Why:
    assert isinstance(outcome, Refusal), outcome
    assert isinstance(outcome.why, Why)
    return outcome.why


def test_a_dossier_goes_from_citizen_to_result(world: World) -> None:
    dossier = world.issued()
    returned = ok(
        commands.hand_over_result(
            dossier_id=dossier.pk,
            recipient="Giàng A Páo",
            relation="Chủ hồ sơ",
            identity_checked="Thẻ căn cước",
            by=world.hoa,
            at=world.at,
        )
    )
    assert returned.state == State.RESULT_RETURNED
    assert returned.outcome == Outcome.GRANTED
    verbs = [row.verb for row in rows_of(f"dossier:{dossier.pk}")]
    assert verbs == [
        "dossier.draft_created",
        "dossier.draft_saved",
        "dossier.submitted",
        "dossier.papers_judged",
        "dossier.accepted",
        "dossier.forwarded",
        "dossier.result_drafted",
        "dossier.advanced",
        "dossier.advanced",
        "dossier.result_approved",
        "dossier.result_issued",
        "dossier.result_handed_over",
    ]


def test_acceptance_allots_a_code_starts_the_clock_and_issues_the_receipt(world: World) -> None:
    dossier = world.accepted()
    assert dossier.code == "H60.24-260302-0001"
    assert local(dossier.due_at).date().isoformat() == "2026-03-09"
    assert [(slip.form, slip.number) for slip in dossier.slips.all()] == [("M01", 1)]


def test_codes_of_a_day_follow_each_other_without_a_gap(world: World) -> None:
    codes = [world.accepted().code, world.received().code, world.accepted().code]
    assert codes == [f"H60.24-260302-{number:04d}" for number in (1, 2, 3)]


def test_a_refused_acceptance_takes_no_code(world: World) -> None:
    submitted = world.submitted()
    assert why(commands.accept(dossier_id=submitted.pk, by=world.hoa, at=world.at)) is Why.PAPERS_NOT_JUDGED
    assert world.accepted().code == "H60.24-260302-0001"


def test_the_cached_due_date_equals_its_recomputation(world: World) -> None:
    dossier = world.in_process()
    due = reckoned(dossier).due
    assert due is not None
    assert dossier.due_at == due.instant


def test_issuing_stops_the_clock(world: World) -> None:
    dossier = world.issued()
    assert dossier.resolved_at == world.at
    assert reckoned(dossier).stopped_at == world.at


def test_a_supplement_after_appraisal_restarts_the_clock(world: World) -> None:
    dossier = world.in_process()
    day = lambda number, hour=9: datetime(2026, 3, number, hour, tzinfo=ZONE)  # noqa: E731
    ask = [commands.Asked("Bản sao Giấy chứng sinh", "Bản đã nộp bị mờ")]
    ok(
        commands.propose_supplement(
            dossier_id=dossier.pk,
            items=ask,
            reason="Bản mờ",
            legal_basis="Luật Hộ tịch, Điều 16",
            by=world.tuan,
            at=day(4),
        )
    )
    ok(commands.approve_supplement(dossier_id=dossier.pk, by=world.lan, at=day(4, 10)))
    asked = ok(commands.request_supplement(dossier_id=dossier.pk, by=world.hoa, at=day(4, 11)))
    assert (asked.state, asked.paused_since) == (State.SUPPLEMENT_REQUESTED, day(4, 11))
    items = [item.pk for item in asked.rounds.get().items.all()]
    done = ok(
        commands.supplement_received_complete(dossier_id=dossier.pk, ticked=items, by=world.hoa, at=day(12))
    )
    assert done.state == State.IN_PROCESS
    assert local(done.due_at).date().isoformat() == "2026-03-19"
    assert local(done.original_due_at).date().isoformat() == "2026-03-09"
    assert [slip.form for slip in done.slips.all()] == ["M01", "M02", "M01"]


def test_a_supplement_is_not_asked_for_after_its_legal_limit(world: World) -> None:
    dossier = world.in_process()
    outcome = commands.propose_supplement(
        dossier_id=dossier.pk,
        items=[commands.Asked("Giấy chứng sinh")],
        reason="Thiếu",
        legal_basis="Luật Hộ tịch",
        by=world.tuan,
        at=datetime(2026, 3, 6, 9, tzinfo=ZONE),
    )
    assert why(outcome) is Why.SUPPLEMENT_TOO_LATE


def test_a_supplement_at_intake_leads_to_acceptance_and_starts_the_clock_only_then(world: World) -> None:
    dossier = world.submitted()
    ask = [commands.Asked("Giấy chứng sinh", "Chưa nộp")]
    asked = ok(
        commands.request_supplement_at_intake(
            dossier_id=dossier.pk, items=ask, reason="Thiếu", by=world.hoa, at=world.at
        )
    )
    assert asked.state == State.SUPPLEMENT_REQUESTED
    assert asked.due_at is None
    items = [item.pk for item in asked.rounds.get().items.all()]
    outcome = commands.supplement_received_complete(
        dossier_id=dossier.pk, ticked=items, by=world.hoa, at=world.at
    )
    assert why(outcome) is Why.PAPERS_NOT_JUDGED


def test_intake_is_asked_to_be_completed_once_only(world: World) -> None:
    dossier = world.submitted()
    ask = [commands.Asked("Giấy chứng sinh")]
    again = {"dossier_id": dossier.pk, "items": ask, "reason": "Thiếu", "by": world.hoa, "at": world.at}
    ok(commands.request_supplement_at_intake(**again))
    assert why(commands.request_supplement_at_intake(**again)) is Why.NOT_OPEN


def test_a_refusal_on_the_merits_is_an_issued_result(world: World) -> None:
    dossier = world.issued(Outcome.REFUSED)
    assert (dossier.state, dossier.outcome) == (State.RESOLVED, Outcome.REFUSED)


def test_a_stale_page_changes_nothing(world: World) -> None:
    dossier = world.judged()
    seen = dossier.revision
    ok(commands.accept(dossier_id=dossier.pk, by=world.hoa, at=world.at, seen=seen))
    outcome = commands.forward(dossier_id=dossier.pk, by=world.hoa, at=world.at, seen=seen)
    assert why(outcome) is Why.CHANGED_MEANWHILE


def test_what_was_forwarded_is_recalled_only_until_the_next_one_acts(world: World) -> None:
    dossier = world.drafted()
    ok(commands.advance_step(dossier_id=dossier.pk, by=world.tuan, at=world.at))
    back = ok(commands.recall(dossier_id=dossier.pk, by=world.tuan, at=world.at))
    assert back.handling_role == "case_officer"
    ok(commands.advance_step(dossier_id=dossier.pk, by=world.tuan, at=world.at))
    ok(commands.advance_step(dossier_id=dossier.pk, by=world.hanh, at=world.at))
    assert why(commands.recall(dossier_id=dossier.pk, by=world.tuan, at=world.at)) is Why.NOT_YOURS


def test_a_return_undoes_the_approval(world: World) -> None:
    dossier = world.approved()
    back = ok(commands.return_step(dossier_id=dossier.pk, reason="Sai tên", by=world.son, at=world.at))
    assert back.handling_role == "agency_leader"
    assert back.results.get().state == "drafted"
    assert why(commands.issue_result(dossier_id=dossier.pk, by=world.son, at=world.at)) is Why.NOT_YOURS


def test_only_the_owner_withdraws_and_not_after_the_signature(world: World) -> None:
    dossier = world.approved()
    late = commands.withdraw(dossier_id=dossier.pk, reason="", by=world.member, at=world.at)
    assert why(late) is Why.RESULT_ALREADY_APPROVED
    other = world.accepted()
    foreign = commands.withdraw(dossier_id=other.pk, reason="", by=world.stranger, at=world.at)
    assert why(foreign) is Why.NOT_YOURS
    gone = ok(commands.withdraw(dossier_id=other.pk, reason="Nhầm", by=world.member, at=world.at))
    assert gone.state == State.WITHDRAWN


def test_a_wrong_authority_must_be_pointed_to_the_right_one(world: World) -> None:
    dossier = world.submitted()
    reason = RefusalReason.WRONG_AUTHORITY
    told = {"dossier_id": dossier.pk, "reason": reason, "words": "Sai nơi", "by": world.hoa}
    told |= {"legal_basis": "Luật Hộ tịch 2014, Điều 13"}
    assert why(commands.refuse_intake(**told, at=world.at)) is Why.RIGHT_AUTHORITY_NEEDED
    done = ok(commands.refuse_intake(**told, right_authority="Sở Tư pháp", at=world.at))
    assert done.state == State.REJECTED_AT_INTAKE
    assert done.slips.get().form == "M03"
