"""The life of a version: drafted, checked by another, signed, published; and its end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from motcua.base.access import Actor, Kind
from motcua.base.clock import ZONE
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.reference.catalogue import commands, queries
from motcua.reference.catalogue.models import ProcedureVersion, PublicationDecision
from motcua.reference.catalogue.queries import as_drafted
from motcua.reference.catalogue.words import (
    Change,
    Charge,
    DecisionKind,
    DecisionStep,
    Draft,
    DurationUnit,
    FeeKind,
    Origin,
    Part,
    Terms,
    VersionState,
    Why,
)
from tests.rooms.test_catalogue_versions import AT, DRAFT, LAN, agency, drafted, offered, published, why

pytestmark = pytest.mark.django_db

HOA = Actor(Kind.STAFF, "chị Hoa", account=UUID(int=1))
TUAN = Actor(Kind.STAFF, "anh Tuấn", account=UUID(int=2))
STARTS = date(2026, 6, 1)


def opened(draft: Draft = DRAFT) -> ProcedureVersion:
    version = commands.open_draft(
        procedure_id=published(draft).procedure_id, change=Change.AMENDED, by=HOA, at=AT
    )
    revised = commands.revise_draft(
        version_id=version.pk, said=replace(draft, effective_from=STARTS), part=Part.FACTS, by=HOA, at=AT
    )
    assert isinstance(revised, ProcedureVersion)
    return revised


def decision(number: str = "12/QĐ-UBND", kind: DecisionKind = DecisionKind.AMEND) -> PublicationDecision:
    made = commands.register_decision(kind=kind, issuer="UBND tỉnh", summary="Thử", by=HOA, at=AT)
    assert isinstance(made, PublicationDecision)
    signed = commands.sign_decision(
        decision_id=made.pk,
        number=number,
        signed_on=AT.date(),
        signed_by="Chủ tịch",
        effective_on=STARTS,
        by=HOA,
        at=AT,
    )
    assert isinstance(signed, PublicationDecision)
    return signed


def steps(version: ProcedureVersion, by: Actor = TUAN) -> Iterator[object]:
    yield commands.submit_for_check(version_id=version.pk, by=HOA, at=AT)
    yield commands.pass_check(version_id=version.pk, by=by, at=AT)
    yield commands.sign_version(version_id=version.pk, decision_id=decision().pk, by=HOA, at=AT)
    yield commands.publish_version(version_id=version.pk, by=HOA, at=AT)


def test_a_version_is_drafted_checked_signed_published_and_then_holds() -> None:
    version = opened()
    assert not [outcome for outcome in steps(version) if isinstance(outcome, Refusal)]
    version.refresh_from_db()
    assert (version.state, version.decision_no) == (VersionState.PUBLISHED, "12/QĐ-UBND")
    assert version.decision is not None and version.decision.published_at == AT
    assert queries.effective_version(DRAFT.code, STARTS) == version
    verbs = Entry.objects.filter(about=f"procedure_version:{version.pk}").order_by("seq")
    assert [entry.verb for entry in verbs] == [
        *("version.drafted", "version.revised", "version.submitted", "version.checked"),
        *("version.signed", "version.published"),
    ]


def test_a_draft_begins_with_the_words_of_the_version_in_force() -> None:
    before = published(replace(DRAFT, fees=(Charge(FeeKind.CHARGE, "Lệ phí", 0, free=None),)))
    version = commands.open_draft(procedure_id=before.procedure_id, change=Change.AMENDED, by=HOA, at=AT)
    said, old = as_drafted(version), as_drafted(before)
    assert said == replace(old, decision_no="", effective_from=None, change=Change.AMENDED)


def test_a_version_is_stored_as_it_was_drafted() -> None:
    whole = replace(
        DRAFT,
        channels=(replace(DRAFT.channels[0], statutory_value=7, statutory_unit=DurationUnit.WORKING_DAY),),
        competent_agency="UBND",
        keywords=("a",),
        coordinating_agencies=("b",),
    )
    whole = replace(
        whole,
        channels=(replace(whole.channels[0], cut_decision_no="1/QĐ", cut_decided_on=date(2026, 1, 1)),),
    )
    assert as_drafted(drafted(whole)) == whole


def test_nobody_checks_their_own_draft() -> None:
    version = opened()
    commands.submit_for_check(version_id=version.pk, by=HOA, at=AT)
    assert why(commands.pass_check(version_id=version.pk, by=HOA, at=AT)) is Why.OWN_DRAFT
    with pytest.raises(IntegrityError, match="version_checked_by_another"), transaction.atomic():
        ProcedureVersion.objects.filter(pk=version.pk).update(checked_by=HOA.account, checked_at=AT)
    assert not isinstance(commands.pass_check(version_id=version.pk, by=TUAN, at=AT), Refusal)


def test_an_unsound_draft_does_not_go_to_the_check() -> None:
    version = opened()
    commands.revise_draft(
        version_id=version.pk, said=replace(DRAFT, route=()), part=Part.ROUTE, by=HOA, at=AT
    )
    assert why(commands.submit_for_check(version_id=version.pk, by=HOA, at=AT)) is Why.NO_ROUTE


def test_what_is_sent_back_is_mended_and_checked_anew() -> None:
    version = opened()
    commands.submit_for_check(version_id=version.pk, by=HOA, at=AT)
    assert why(commands.send_back(version_id=version.pk, remark=" ", by=TUAN, at=AT)) is Why.NO_REMARK
    commands.send_back(version_id=version.pk, remark="Thiếu căn cứ phí", by=TUAN, at=AT)
    assert [(one.text, one.sent_back) for one in version.remarks.all()] == [("Thiếu căn cứ phí", True)]
    assert not isinstance(
        commands.revise_draft(version_id=version.pk, said=DRAFT, part=Part.FEES, by=HOA, at=AT), Refusal
    )
    assert (
        why(commands.sign_version(version_id=version.pk, decision_id=decision().pk, by=HOA, at=AT))
        is Why.NOT_ITS_TURN
    )


def test_under_check_nobody_edits_and_the_database_keeps_its_parts() -> None:
    version = opened()
    commands.submit_for_check(version_id=version.pk, by=HOA, at=AT)
    edited = commands.revise_draft(version_id=version.pk, said=DRAFT, part=Part.FEES, by=HOA, at=AT)
    assert why(edited) is Why.NOT_ITS_TURN
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        version.fees.update(amount=1)


@pytest.mark.parametrize("skipped", [0, 1, 2])
def test_no_step_is_skipped(skipped: int) -> None:
    version = opened()
    order = [
        lambda: commands.submit_for_check(version_id=version.pk, by=HOA, at=AT),
        lambda: commands.pass_check(version_id=version.pk, by=TUAN, at=AT),
        lambda: commands.sign_version(version_id=version.pk, decision_id=decision().pk, by=HOA, at=AT),
        lambda: commands.publish_version(version_id=version.pk, by=HOA, at=AT),
    ]
    for act in order[:skipped]:
        assert not isinstance(act(), Refusal)
    assert why(order[skipped + 1]()) in (Why.NOT_ITS_TURN, Why.NOT_CHECKED)


def test_a_part_that_contradicts_the_others_is_not_kept() -> None:
    version = opened()
    lone = replace(DRAFT, cases=())
    refused = commands.revise_draft(version_id=version.pk, said=lone, part=Part.CHANNELS, by=HOA, at=AT)
    assert not isinstance(refused, Refusal)
    unknown = replace(DRAFT, papers=(replace(DRAFT.papers[0], case="none"),))
    refused = commands.revise_draft(version_id=version.pk, said=unknown, part=Part.PAPERS, by=HOA, at=AT)
    assert why(refused) is Why.CASE_UNKNOWN
    assert [paper.code for paper in version.components.order_by("order")] == ["form", "old"]


def test_a_draft_is_thrown_away_and_a_checked_one_is_not() -> None:
    version = opened()
    commands.discard_draft(version_id=version.pk, by=HOA, at=AT)
    assert not ProcedureVersion.objects.filter(pk=version.pk).exists()
    other = commands.open_draft(procedure_id=version.procedure_id, change=Change.FORM, by=HOA, at=AT)
    commands.revise_draft(
        version_id=other.pk, said=replace(DRAFT, effective_from=STARTS), part=Part.FACTS, by=HOA, at=AT
    )
    commands.submit_for_check(version_id=other.pk, by=HOA, at=AT)
    assert why(commands.discard_draft(version_id=other.pk, by=HOA, at=AT)) is Why.NOT_ITS_TURN


NATIONAL = replace(
    DRAFT,
    origin=Origin.NATIONAL,
    effective_from=None,
    route=(),
    channels=(*DRAFT.channels, Terms(DRAFT.channels[0].channel, 9, DurationUnit.DAY, line=2)),
)


def test_a_national_record_holds_with_an_open_start_and_nobody_files_under_it() -> None:
    version = published(NATIONAL)
    assert queries.effective_version(DRAFT.code, date(1990, 1, 1)) == version
    offered(version, agency())
    assert queries.fileable(version.procedure, date(2026, 4, 1)) is None


def test_the_version_of_the_province_takes_the_place_of_the_national_record() -> None:
    national = published(NATIONAL)
    version = opened_from(national)
    assert not [outcome for outcome in steps(version) if isinstance(outcome, Refusal)]
    offered(version, agency())
    assert queries.effective_version(DRAFT.code, STARTS - timedelta(days=1)) == national
    assert queries.fileable(version.procedure, STARTS) == version
    assert queries.fileable(version.procedure, STARTS - timedelta(days=1)) is None


def opened_from(national: ProcedureVersion) -> ProcedureVersion:
    version = commands.open_draft(procedure_id=national.procedure_id, change=Change.NEW, by=HOA, at=AT)
    assert version.channels.count() == len(DRAFT.channels)
    said = replace(DRAFT, effective_from=STARTS)
    for part in (Part.FACTS, Part.ROUTE):
        commands.revise_draft(version_id=version.pk, said=said, part=part, by=HOA, at=AT)
    return version


def test_a_national_record_loaded_again_on_its_day_is_withdrawn_and_a_provincial_one_never() -> None:
    first = published(replace(NATIONAL, effective_from=STARTS))
    second = published(replace(NATIONAL, effective_from=STARTS, title="Sửa"))
    first.refresh_from_db()
    assert first.state == VersionState.WITHDRAWN
    assert queries.effective_version(DRAFT.code, STARTS) == second
    local = published(replace(DRAFT, code="1.000009"))
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        ProcedureVersion.objects.filter(pk=local.pk).update(state="withdrawn")


def test_a_decision_is_loaded_published_posted_each_once_and_after_signing() -> None:
    signed, later = decision(), AT + timedelta(days=2)
    unsigned = commands.register_decision(
        kind=DecisionKind.AMEND, issuer="UBND tỉnh", summary="Thử", by=HOA, at=AT
    )
    assert isinstance(unsigned, PublicationDecision)

    def take(one: PublicationDecision, moment: datetime) -> object:
        return commands.take_step(
            decision_id=one.pk, step=DecisionStep.LOADED, moment=moment, by=HOA, at=later
        )

    assert why(take(unsigned, AT)) is Why.STEP_BEFORE_SIGNING
    assert why(take(signed, AT - timedelta(days=1))) is Why.STEP_BEFORE_SIGNING
    assert why(take(signed, later + timedelta(hours=1))) is Why.SIGNED_IN_FUTURE
    assert not isinstance(take(signed, AT + timedelta(days=1)), Refusal)
    assert why(take(signed, later)) is Why.STEP_TAKEN


def test_a_number_is_given_once_and_never_before_its_day() -> None:
    decision()
    other = commands.register_decision(
        kind=DecisionKind.AMEND, issuer="UBND tỉnh", summary="Khác", by=HOA, at=AT
    )
    assert isinstance(other, PublicationDecision)

    def sign(number: str, on: date) -> object:
        return commands.sign_decision(
            decision_id=other.pk,
            number=number,
            signed_on=on,
            signed_by="Chủ tịch",
            effective_on=STARTS,
            by=HOA,
            at=AT,
        )

    assert why(sign("12/QĐ-UBND", AT.date())) is Why.NUMBER_TAKEN
    assert why(sign("13/QĐ-UBND", AT.date() + timedelta(days=1))) is Why.SIGNED_IN_FUTURE
    assert not isinstance(sign("13/QĐ-UBND", AT.date()), Refusal)


@pytest.mark.covers("T-05")
def test_an_abolished_procedure_keeps_its_history() -> None:
    """Abolished is not deleted."""
    version, other = published(), published(replace(DRAFT, code="1.000002", title="Thay thế"))
    by_decision = decision(kind=DecisionKind.ABOLISH)
    commands.abolish(
        procedure_id=version.procedure_id,
        decision_id=by_decision.pk,
        from_day=STARTS,
        successor_code="1.000002",
        by=HOA,
        at=AT,
    )
    eve = STARTS - timedelta(days=1)
    assert queries.effective_version(DRAFT.code, eve) == version
    assert queries.effective_version(DRAFT.code, STARTS) is None
    assert queries.closed(DRAFT.code, eve) is None
    assert queries.closed(DRAFT.code, STARTS) == queries.Closed(
        "12/QĐ-UBND", STARTS, other.procedure.code, "Thay thế"
    )
    assert queries.page_of(version).official_name == DRAFT.name


@pytest.mark.parametrize(
    ("successor", "expected"),
    [("1.999999", Why.UNKNOWN_CODE), (DRAFT.code, Why.OWN_SUCCESSOR), ("", Why.NEWER_IN_FORCE)],
)
def test_an_abolition_that_makes_no_sense_is_refused_whole(successor: str, expected: Why) -> None:
    version = published()
    published(replace(DRAFT, effective_from=STARTS + timedelta(days=9)))
    refused = commands.abolish(
        procedure_id=version.procedure_id,
        decision_id=decision(kind=DecisionKind.ABOLISH).pk,
        from_day=STARTS,
        successor_code=successor,
        by=HOA,
        at=AT,
    )
    assert why(refused) is expected
    version.procedure.refresh_from_db()
    assert version.procedure.abolished_on is None
    assert queries.closed(DRAFT.code, date(2030, 1, 1)) is None


def test_an_offering_ends_and_may_begin_again() -> None:
    version, commune = published(), agency()
    offered(version, commune)
    offering = version.procedure.offerings.get()
    early = date(2026, 3, 1)
    assert (
        why(commands.end_offering(offering_id=offering.pk, last_day=early, by=LAN, at=AT))
        is Why.ENDS_BEFORE_START
    )
    commands.end_offering(offering_id=offering.pk, last_day=date(2026, 4, 30), by=LAN, at=AT)
    assert queries.offering_agencies(version.procedure, date(2026, 4, 30)) == [commune]
    assert queries.offering_agencies(version.procedure, date(2026, 5, 1)) == []
    again = commands.end_offering(offering_id=offering.pk, last_day=date(2026, 5, 1), by=LAN, at=AT)
    assert why(again) is Why.OFFERING_ENDED


def test_a_moment_is_read_in_the_zone_of_the_country() -> None:
    signed = decision()
    dawn = datetime(2026, 3, 2, 0, 30, tzinfo=ZONE)
    taken = commands.take_step(decision_id=signed.pk, step=DecisionStep.POSTED, moment=dawn, by=HOA, at=AT)
    assert not isinstance(taken, Refusal)
