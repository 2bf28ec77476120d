"""What differs between two versions, and how it is said."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.reference.catalogue.rules import CONTENT, differences
from motcua.reference.catalogue.sentences import told
from motcua.reference.catalogue.words import (
    Act,
    Case,
    Channel,
    Charge,
    Draft,
    DurationUnit,
    FeeKind,
    OnlineLevel,
    Outcome,
    Paper,
    Part,
    Shift,
    Step,
    Terms,
)
from tests.rules.test_catalogue_publishing import SOUND

texts = st.sampled_from(["", "a", "b", "Giấy chứng sinh"])
codes = st.sampled_from(["x", "y", "z"])
units = st.sampled_from(DurationUnit)
cases = st.lists(st.builds(Case, codes, texts), max_size=3).map(tuple)
terms = st.lists(
    st.builds(Terms, st.sampled_from(Channel), st.integers(1, 30), units, line=st.integers(1, 2)), max_size=4
).map(tuple)
papers = st.lists(
    st.builds(Paper, codes, texts, originals=st.integers(0, 1), required=st.booleans()), max_size=4
).map(tuple)
fees = st.lists(
    st.builds(Charge, st.sampled_from(FeeKind), texts, st.sampled_from([None, 0, 8000])), max_size=4
).map(tuple)
steps = st.lists(
    st.builds(Step, texts, texts, texts, texts, st.sampled_from([Decimal(1), Decimal(8)])), max_size=3
).map(tuple)
drafts = st.builds(
    replace,
    st.just(SOUND),
    title=texts,
    copies=st.integers(1, 2),
    online_level=st.sampled_from(OnlineLevel),
    cases=cases,
    channels=terms,
    papers=papers,
    fees=fees,
    route=steps,
    results=st.lists(st.builds(Outcome, codes, texts), max_size=2).map(tuple),
    legal_basis=st.lists(st.builds(Act, codes, texts), max_size=2).map(tuple),
)


# Whole versions are large: a busy machine takes its time to think of one.
unhurried = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@unhurried
@given(drafts)
def test_a_version_differs_from_itself_in_nothing(one: Draft) -> None:
    assert differences(one, one) == ()


@unhurried
@given(drafts, drafts)
def test_exactly_the_parts_that_changed_are_told_and_each_has_a_sentence(one: Draft, other: Draft) -> None:
    found = differences(one, other)
    changed = {
        part
        for part, facts in CONTENT.items()
        if any(getattr(one, fact) != getattr(other, fact) for fact in facts)
    }
    assert {difference.part for difference in found} == changed
    assert all(told(difference).endswith(".") for difference in found)


@unhurried
@given(drafts, drafts)
def test_what_one_way_adds_the_other_way_removes(one: Draft, other: Draft) -> None:
    def count(before: Draft, after: Draft, shift: Shift) -> int:
        return sum(difference.shift is shift for difference in differences(before, after))

    assert count(one, other, Shift.ADDED) == count(other, one, Shift.REMOVED)
    assert count(one, other, Shift.CHANGED) == count(other, one, Shift.CHANGED)


def test_number_decision_and_day_of_a_version_are_no_difference() -> None:
    assert differences(SOUND, replace(SOUND, decision_no="2/QĐ", effective_from=date(2027, 3, 1))) == ()


ONLINE = Terms(Channel.ONLINE, 10, DurationUnit.WORKING_DAY)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            {"channels": (ONLINE,)},
            {"channels": (replace(ONLINE, value=7),)},
            "Thời hạn nộp trực tuyến: từ 10 ngày làm việc còn 7 ngày làm việc (giảm 30 %).",
        ),
        (
            {"channels": (ONLINE,)},
            {"channels": (replace(ONLINE, value=12),)},
            "Thời hạn nộp trực tuyến: từ 10 ngày làm việc thành 12 ngày làm việc.",
        ),
        ({"papers": ()}, {"papers": (Paper("p", "Giấy ra viện"),)}, "Thêm giấy tờ “Giấy ra viện”."),
        (
            {"papers": (Paper("p", "Sổ hộ khẩu"),)},
            {"papers": (Paper("p", "Sổ hộ khẩu", required=False, data_source="CSDL dân cư"),)},
            "Giấy tờ “Sổ hộ khẩu”: không còn bắt buộc; không phải nộp vì đã có trong CSDL dân cư.",
        ),
        (
            {"fees": (Charge(FeeKind.CHARGE, "Lệ phí", 8000),)},
            {"fees": (Charge(FeeKind.CHARGE, "Lệ phí", None, free=None),)},
            "Lệ phí: từ 8.000 ₫ thành tùy trường hợp.",
        ),
        (
            {"online_level": OnlineLevel.FULL},
            {"online_level": OnlineLevel.NONE},
            "Mức độ trực tuyến: từ “Toàn trình” thành “Chưa có”.",
        ),
        ({"summary": "Câu cũ."}, {"summary": "Câu mới."}, "Tóm tắt: từ “Câu cũ” thành “Câu mới”."),
    ],
)
def test_a_difference_is_said_in_words(
    before: dict[str, object], after: dict[str, object], said: str
) -> None:
    [difference] = differences(replace(SOUND, **before), replace(SOUND, **after))  # type: ignore[arg-type]  # table
    assert told(difference).replace("\xa0", " ") == said


def test_another_form_is_a_difference() -> None:
    [difference] = differences(SOUND, SOUND, forms=("Tờ khai, bản 1", "Tờ khai, bản 2"))
    assert difference.part is Part.FORM
    assert told(difference) == "Mẫu điện tử: từ Tờ khai, bản 1 thành Tờ khai, bản 2."
