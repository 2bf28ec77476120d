"""What a version must fulfil before people may rely on it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reference.catalogue.rules import fault, guaranteed_hours, route_fits
from motcua.reference.catalogue.words import (
    Case,
    Channel,
    Draft,
    DurationUnit,
    Outcome,
    Paper,
    Step,
    Terms,
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

hours = st.lists(st.decimals("0.25", "40", places=2), max_size=6)


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


@given(hours, st.integers(1, 30), st.sampled_from(DurationUnit))
def test_a_longer_limit_never_makes_a_route_too_long(
    steps: list[Decimal], value: int, unit: DurationUnit
) -> None:
    assert not route_fits(steps, value, unit) or route_fits(steps, value + 1, unit)


def test_a_route_fits_where_the_source_gives_no_limit() -> None:
    assert route_fits([Decimal(1000)], None, None)
