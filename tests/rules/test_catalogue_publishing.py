"""What a version must fulfil before people may rely on it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.rules import (
    Standing,
    cut_percent,
    decide,
    fault,
    guaranteed_hours,
)
from motcua.reference.catalogue.words import (
    Case,
    Channel,
    Draft,
    DurationUnit,
    Origin,
    Outcome,
    Paper,
    Step,
    Terms,
    VersionMove,
    VersionState,
    Why,
)

SOUND = Draft(
    code="1.000001",
    field="Hộ tịch",
    levels=("commune",),
    name="Thủ tục thử",
    title="Thử",
    decision_no="1/QĐ",
    effective_from=date(2026, 1, 1),
    subjects=("Công dân Việt Nam",),
    deciding_agency="UBND cấp xã",
    cases=(Case("first", "Lần đầu"),),
    channels=(Terms(Channel.DIRECT, 1, DurationUnit.WORKING_DAY, case="first"),),
    papers=(Paper("paper", "Tờ khai", originals=1),),
    route=(Step("Tiếp nhận", "Kiểm tra", "reception_officer", "counter", Decimal("8")),),
    results=(Outcome("KQ", "Giấy"),),
)
KNOWN = Paper("identity", "Giấy tờ tùy thân", data_source="CSDL dân cư")
LONG = Step("Thẩm định", "Thẩm định", "case_officer", "division", Decimal("0.25"))


def test_a_sound_draft_has_no_fault() -> None:
    assert fault(SOUND) is None


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (replace(SOUND, channels=()), Why.NO_CHANNEL),
        (replace(SOUND, route=()), Why.NO_ROUTE),
        (replace(SOUND, cases=()), Why.CASE_UNKNOWN),
        (replace(SOUND, papers=(KNOWN,)), Why.REQUIRED_IN_DATABASE),
        (replace(SOUND, route=(*SOUND.route, LONG)), Why.ROUTE_TOO_LONG),
    ],
)
def test_a_broken_draft_is_refused(draft: Draft, why: Why) -> None:
    refusal = fault(draft)
    assert refusal is not None
    assert refusal.why is why


def test_a_paper_of_a_database_may_be_named_when_it_is_not_demanded() -> None:
    assert fault(replace(SOUND, papers=(replace(KNOWN, required=False),))) is None


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (4, DurationUnit.HOUR, 4),
        (3, DurationUnit.WORKING_DAY, 24),
        (1, DurationUnit.DAY, 8),
        (2, DurationUnit.DAY, 8),
        (7, DurationUnit.DAY, 40),
        (20, DurationUnit.DAY, 112),
        (1, DurationUnit.MONTH, 160),
    ],
)
def test_a_limit_holds_so_many_working_hours_at_least(value: int, unit: DurationUnit, expected: int) -> None:
    assert guaranteed_hours(value, unit) == expected


@given(st.integers(1, 60), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_no_period_of_days_has_fewer_working_days_than_promised(length: int, first: date) -> None:
    days = [date.fromordinal(first.toordinal() + n) for n in range(1, length + 1)]
    working = sum(day.weekday() < 5 for day in days)
    ends_on_a_day_off = days[-1].weekday() >= 5
    assert guaranteed_hours(length, DurationUnit.DAY) <= (working + ends_on_a_day_off) * 8


CUT = replace(
    SOUND.channels[0],
    value=7,
    statutory_value=10,
    statutory_unit=DurationUnit.WORKING_DAY,
    cut_decision_no="12/QĐ-UBND",
    cut_decided_on=date(2026, 1, 5),
)


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (CUT, None),
        (replace(CUT, value=11), Why.ABOVE_STATUTORY),
        (replace(CUT, value=3, unit=DurationUnit.MONTH), Why.ABOVE_STATUTORY),
        (replace(CUT, cut_decision_no=""), Why.CUT_WITHOUT_DECISION),
        (replace(CUT, cut_decided_on=None), Why.CUT_WITHOUT_DECISION),
        (replace(CUT, statutory_value=None, statutory_unit=None), Why.CUT_WITHOUT_DECISION),
    ],
)
def test_a_time_cut_stays_under_the_statutory_limit_and_names_its_decision(
    terms: Terms, why: Why | None
) -> None:
    refusal = fault(replace(SOUND, channels=(terms,)))
    assert (refusal.why if refusal else None) is why


def test_a_cut_is_told_in_per_cent() -> None:
    assert cut_percent(CUT) == 30
    assert cut_percent(replace(CUT, value=10)) == 0
    assert cut_percent(replace(CUT, statutory_value=None, statutory_unit=None)) is None


@given(st.integers(1, 60), st.integers(1, 60))
def test_a_cut_is_never_negative_and_never_the_whole(local: int, statutory: int) -> None:
    percent = cut_percent(replace(CUT, value=local, statutory_value=statutory))
    assert percent is not None and 0 <= percent < 100


def test_a_national_record_may_lack_route_channel_and_day() -> None:
    bare = replace(SOUND, origin=Origin.NATIONAL, channels=(), route=(), effective_from=None)
    assert fault(bare) is None
    assert fault(replace(bare, origin=Origin.PROVINCIAL)) is not None


DRAFTER, OTHER = UUID(int=1), UUID(int=2)
FRESH = Standing(VersionState.DRAFT, 1, DRAFTER, checked=False)
CHECKED = Standing(VersionState.IN_CHECK, 1, DRAFTER, checked=True)


@pytest.mark.parametrize(
    ("standing", "move", "by", "outcome"),
    [
        (FRESH, VersionMove.EDIT, OTHER, VersionState.DRAFT),
        (FRESH, VersionMove.SUBMIT, DRAFTER, VersionState.IN_CHECK),
        (FRESH, VersionMove.PUBLISH, DRAFTER, Why.NOT_ITS_TURN),
        (FRESH, VersionMove.PUBLISH, None, VersionState.PUBLISHED),
        (replace(FRESH, state=VersionState.IN_CHECK), VersionMove.EDIT, DRAFTER, Why.NOT_ITS_TURN),
        (replace(FRESH, state=VersionState.IN_CHECK), VersionMove.CONFIRM, DRAFTER, Why.OWN_DRAFT),
        (replace(FRESH, state=VersionState.IN_CHECK), VersionMove.SEND_BACK, DRAFTER, Why.OWN_DRAFT),
        (replace(FRESH, state=VersionState.IN_CHECK), VersionMove.CONFIRM, OTHER, VersionState.IN_CHECK),
        (replace(FRESH, state=VersionState.IN_CHECK), VersionMove.SIGN, OTHER, Why.NOT_CHECKED),
        (CHECKED, VersionMove.CONFIRM, OTHER, Why.NOT_ITS_TURN),
        (CHECKED, VersionMove.SIGN, DRAFTER, VersionState.SIGNED),
        (replace(CHECKED, state=VersionState.SIGNED), VersionMove.PUBLISH, OTHER, VersionState.PUBLISHED),
        (replace(CHECKED, state=VersionState.PUBLISHED), VersionMove.EDIT, OTHER, Why.ALREADY_PUBLISHED),
        (replace(CHECKED, state=VersionState.PUBLISHED), VersionMove.PUBLISH, None, Why.ALREADY_PUBLISHED),
    ],
)
def test_a_version_goes_its_way_step_by_step(
    standing: Standing, move: VersionMove, by: UUID | None, outcome: VersionState | Why
) -> None:
    after = decide(standing, move, by=by)
    assert (after.why if isinstance(after, Refusal) else after) is outcome
