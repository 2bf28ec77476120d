"""The official calendar of the house against the collected facts it was made from."""

import csv
import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from motcua.base.clock.calendar import DayException, DayKind
from motcua.base.clock.official import ANNOUNCED_YEARS, ESTIMATED_YEARS, official_calendar, official_days

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("MOTCUA_SHARED", REPOSITORY.parent / "shared"))
FACTS = SHARED / "data" / "calendar" / "vn_official_days_off.csv"

DAYS_OFF = {DayKind.SUBSTITUTE_OFF, DayKind.SWAP_OFF}
KINDS = {"holiday": {DayKind.HOLIDAY}, "day_off": DAYS_OFF, "working_makeup": {DayKind.SWAP_WORK}}


@pytest.fixture(scope="module")
def facts():
    if not FACTS.exists():
        if os.environ.get("CI"):
            pytest.fail("the collected days off are missing")
        pytest.skip(
            "the collected days off are not beside this repository; MOTCUA_SHARED says where they are"
        )
    with FACTS.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(autouse=True)
def _read_afresh():
    """Read the days from what is written, not from what an earlier test has kept."""
    official_days.cache_clear()
    official_calendar.cache_clear()


def test_every_collected_day_is_here_and_no_other(facts):
    assert {date.fromisoformat(fact["date"]) for fact in facts} == set(official_days())


def test_every_collected_day_is_of_its_kind(facts):
    wrong = [
        fact
        for fact in facts
        if official_days()[date.fromisoformat(fact["date"])].kind not in KINDS[fact["kind"]]
    ]
    assert wrong == []


def test_a_swapped_day_is_called_swapped(facts):
    swapped = {date.fromisoformat(fact["date"]) for fact in facts if "hoán đổi" in fact["name"]}
    assert swapped == {day for day, reason in official_days().items() if reason.kind is DayKind.SWAP_OFF}


def test_an_estimated_year_is_marked_as_such(facts):
    unsure = {"estimated", "policy_not_confirmed"}
    years = {date.fromisoformat(fact["date"]).year for fact in facts if fact["confidence"] in unsure}
    assert years == ESTIMATED_YEARS
    assert not ANNOUNCED_YEARS & ESTIMATED_YEARS
    assert official_calendar().is_announced(date(2026, 11, 24))
    assert not official_calendar().is_announced(date(2027, 11, 24))


def test_as_many_days_are_worked_as_were_swapped_away():
    kinds = Counter(reason.kind for reason in official_days().values())
    assert kinds[DayKind.SWAP_OFF] == kinds[DayKind.SWAP_WORK] > 0


def test_local_days_are_not_official_ones():
    kinds = {reason.kind for reason in official_days().values()}
    assert not kinds & {DayKind.LOCAL_OFF, DayKind.HALF_DAY}


@pytest.mark.covers("T-13")
def test_a_worked_saturday_would_else_be_free_and_a_substitute_day_else_be_worked():
    for day, reason in official_days().items():
        if reason.kind is DayKind.SWAP_WORK:
            assert day.weekday() == 5
        if reason.kind in DAYS_OFF:
            assert day.weekday() < 5


@pytest.mark.covers("T-14")
@pytest.mark.parametrize("year", sorted(ANNOUNCED_YEARS | ESTIMATED_YEARS))
def test_every_year_has_the_days_off_of_the_labour_code(year):
    """Article 112: ten days, one more in September from 2021, and 24 November from 2026."""
    lawful = 10 + (year >= 2021) + (year >= 2026)
    held = [reason.kind for day, reason in official_days().items() if day.year == year]
    assert held.count(DayKind.HOLIDAY) == lawful


def test_every_day_has_a_name_and_only_some_swaps_lack_a_document():
    assert all(reason.name for reason in official_days().values())
    bare = {reason.kind for reason in official_days().values() if not reason.basis}
    assert bare <= {DayKind.SWAP_OFF, DayKind.SWAP_WORK}


@pytest.mark.parametrize(
    ("day", "kind", "name", "basis"),
    [
        ((2026, 11, 24), DayKind.HOLIDAY, "Ngày Văn hoá Việt Nam", "Nghị quyết 28/2026/QH16"),
        ((2026, 4, 27), DayKind.SUBSTITUTE_OFF, "Giỗ Tổ Hùng Vương", "Bộ luật Lao động, Điều 111 khoản 3"),
        ((2026, 9, 2), DayKind.HOLIDAY, "Quốc khánh", "Bộ luật Lao động, Điều 112"),
        ((2026, 1, 10), DayKind.SWAP_WORK, "Tết Dương lịch", "Văn bản 12729/VPCP-KGVX ngày 25/12/2025"),
        ((2015, 1, 2), DayKind.SWAP_OFF, "Tết Dương lịch", ""),
        ((2014, 12, 27), DayKind.SWAP_WORK, "Tết Dương lịch", ""),
    ],
)
def test_a_day_stands_on_its_own_document_or_else_on_the_labour_code(day, kind, name, basis):
    assert official_days()[date(*day)] == DayException(kind, name, basis)
