"""Versions are drafted, published, ended; a published one never changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from motcua.base.access import system
from motcua.base.clock import ZONE
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reference.catalogue import commands, queries
from motcua.reference.catalogue.models import Fee, ProcedureVersion, RouteStep
from motcua.reference.catalogue.words import (
    Case,
    Channel,
    Charge,
    Draft,
    DurationUnit,
    FeeKind,
    Outcome,
    Paper,
    Step,
    Terms,
    Why,
)
from motcua.reference.org import commands as org
from motcua.reference.org.models import Agency
from motcua.reference.org.words import AgencyKind, Tier

pytestmark = pytest.mark.django_db

LAN = system("bà Lan")
AT = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
DRAFT = Draft(
    code="1.000001",
    field="Hộ tịch",
    levels=("commune",),
    name="Thủ tục thử",
    title="Thử",
    decision_no="1/QĐ",
    effective_from=date(2026, 4, 1),
    subjects=("Công dân Việt Nam",),
    deciding_agency="UBND cấp xã",
    cases=(Case("first", "Lần đầu"), Case("again", "Làm lại")),
    channels=(
        Terms(Channel.DIRECT, 5, DurationUnit.WORKING_DAY),
        Terms(Channel.DIRECT, 3, DurationUnit.WORKING_DAY, case="again"),
        Terms(Channel.POST, note="Nguồn không ghi đơn vị"),
    ),
    papers=(Paper("form", "Tờ khai", originals=1), Paper("old", "Giấy cũ", originals=1, case="again")),
    fees=(Charge(FeeKind.CHARGE, "Lệ phí", 8000, per="bản"),),
    route=(Step("Tiếp nhận", "Kiểm tra", "reception_officer", "counter", Decimal("8")),),
    results=(Outcome("KQ", "Giấy"),),
)


def drafted(draft: Draft = DRAFT) -> ProcedureVersion:
    version = commands.draft_version(draft=draft, by=LAN, at=AT)
    assert isinstance(version, ProcedureVersion)
    return version


def published(draft: Draft = DRAFT) -> ProcedureVersion:
    version = commands.publish_version(version_id=drafted(draft).pk, by=LAN, at=AT)
    assert isinstance(version, ProcedureVersion)
    return version


def why(outcome: object) -> object:
    assert isinstance(outcome, Refusal)
    assert refusal_sentence(outcome)
    return outcome.why


def test_a_draft_is_in_force_only_once_published() -> None:
    version = drafted()
    assert queries.effective_version(DRAFT.code, date(2026, 4, 1)) is None
    commands.publish_version(version_id=version.pk, by=LAN, at=AT)
    assert queries.effective_version(DRAFT.code, date(2026, 3, 31)) is None
    assert queries.effective_version(DRAFT.code, date(2026, 4, 1)) == version
    verbs = Entry.objects.filter(about=f"procedure_version:{version.pk}").order_by("seq")
    assert [entry.verb for entry in verbs] == ["version.drafted", "version.published"]


def test_a_new_version_ends_the_one_before_on_the_eve() -> None:
    first = published()
    second = published(replace(DRAFT, effective_from=date(2026, 6, 1), title="Thử mới"))
    assert second.number == 2
    assert queries.effective_version(DRAFT.code, date(2026, 5, 31)) == first
    assert queries.effective_version(DRAFT.code, date(2026, 6, 1)) == second


def test_a_version_does_not_slip_in_under_a_later_one() -> None:
    published(replace(DRAFT, effective_from=date(2026, 6, 1)))
    early = drafted()
    assert why(commands.publish_version(version_id=early.pk, by=LAN, at=AT)) is Why.NEWER_IN_FORCE


def test_a_version_is_published_once() -> None:
    version = published()
    assert why(commands.publish_version(version_id=version.pk, by=LAN, at=AT)) is Why.ALREADY_PUBLISHED


def test_what_became_unsound_since_drafting_is_not_published() -> None:
    version = drafted()
    version.channels.all().delete()
    assert why(commands.publish_version(version_id=version.pk, by=LAN, at=AT)) is Why.NO_CHANNEL


def test_a_refused_draft_leaves_nothing_behind() -> None:
    assert why(commands.draft_version(draft=replace(DRAFT, channels=()), by=LAN, at=AT)) is Why.NO_CHANNEL
    assert not ProcedureVersion.objects.exists()


def test_a_version_ends_and_nobody_files_under_it_the_day_after() -> None:
    version = published()
    commands.end_version(version_id=version.pk, last_day=date(2026, 12, 31), by=LAN, at=AT)
    assert queries.effective_version(DRAFT.code, date(2026, 12, 31)) == version
    assert queries.effective_version(DRAFT.code, date(2027, 1, 1)) is None


def test_an_end_before_the_beginning_and_an_end_of_a_draft_are_refused() -> None:
    day = date(2026, 3, 31)
    assert (
        why(commands.end_version(version_id=drafted().pk, last_day=day, by=LAN, at=AT)) is Why.NOT_PUBLISHED
    )
    assert (
        why(commands.end_version(version_id=published().pk, last_day=day, by=LAN, at=AT))
        is Why.ENDS_BEFORE_START
    )


CHANGES: list[Callable[[ProcedureVersion], object]] = [
    lambda version: ProcedureVersion.objects.filter(pk=version.pk).update(title="Khác"),
    lambda version: ProcedureVersion.objects.filter(pk=version.pk).update(published_at=None, state="draft"),
    lambda version: ProcedureVersion.objects.filter(pk=version.pk).update(form=None, portal_url="x"),
    lambda version: version.fees.update(amount=1),
    lambda version: RouteStep.objects.filter(route__version=version)._raw_delete("default"),
    lambda version: version.routes.update(case="again", founding=False),
    lambda version: Fee.objects.create(version=version, order=9, kind="charge", name="Thêm"),
    lambda version: drafted(replace(DRAFT, code="1.000002")).fees.update(version=version),
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_refuses_to_change_a_published_version(
    change: Callable[[ProcedureVersion], object],
) -> None:
    version = published()
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        change(version)


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_change_passes_on_a_draft(change: Callable[[ProcedureVersion], object]) -> None:
    change(drafted())


def test_only_the_end_of_an_approved_route_may_be_set() -> None:
    version = published()
    assert version.routes.update(valid_to=date(2026, 5, 1)) == 1


def test_the_database_refuses_two_versions_in_force_on_one_day() -> None:
    published()
    other = drafted()
    with pytest.raises(IntegrityError, match="version_in_force_once"), transaction.atomic():
        ProcedureVersion.objects.filter(pk=other.pk).update(published_at=AT, state="published")


def agency(tier: Tier = Tier.COMMUNE) -> Agency:
    return org.found_agency(
        name="UBND xã Thử",
        short_name="UBND",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=tier,
        code=f"H99.{tier}",
        valid_from=date(2025, 7, 1),
        province="tỉnh Thử",
        place="Thử",
        by=LAN,
        at=AT,
    )


def offered(version: ProcedureVersion, to: Agency) -> object:
    return commands.offer(procedure=version.procedure, agency=to, valid_from=date(2026, 4, 1), by=LAN, at=AT)


def test_a_procedure_is_offered_once_by_an_agency_of_its_tier() -> None:
    version, commune = published(), agency()
    assert not isinstance(offered(version, commune), Refusal)
    assert queries.offering_agencies(version.procedure, date(2026, 4, 1)) == [commune]
    assert queries.offering_agencies(version.procedure, date(2026, 3, 31)) == []
    assert why(offered(version, commune)) is Why.ALREADY_OFFERED
    assert why(offered(version, agency(Tier.PROVINCE))) is Why.NOT_ITS_TIER
