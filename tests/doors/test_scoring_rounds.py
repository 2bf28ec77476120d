"""Rounds at the desk: opened, given to appraisers, moved to other criteria; and results over the years."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from motcua.reform.scoring import commands
from motcua.reform.scoring.commands import PastResult
from motcua.reform.scoring.models import ScoringRound
from motcua.reform.scoring.words import SheetState
from tests.doors.scoring_desk import at, read, send, signed_in, text_of
from tests.support.moments import frozen
from tests.support.scoring_scene import AT, LEAVES, YEAR, Province, build, criteria, done, stored

Leaves = Sequence[tuple[str, str, str, Mapping[str, Any], str]]

pytestmark = pytest.mark.django_db


@pytest.fixture
def province() -> Province:
    return build()


def days(**said: str) -> dict[str, str]:
    found = {}
    for name, day in said.items():
        for part, value in zip(("day", "month", "year"), reversed(day.split("-")), strict=True):
            found[f"{name}_{part}"] = value
    return found


OPENING = {
    "year": "2027",
    "bonus_cap": "2,5",
    "penalty_cap": "0",
    **days(
        opens_on="2026-11-25",
        self_scoring="2027-12-10",
        appraisal_1="2027-12-20",
        explanation="2027-12-27",
        appraisal_2="2028-01-05",
        council="2028-01-20",
    ),
}


def test_a_year_is_opened_with_a_sheet_for_every_agency_of_its_level(province: Province) -> None:
    other = stored(criteria(year=2027))
    here = at("score-round-open")
    with frozen("2026-11-25 14:20"):
        client = signed_in(province, "thinh")
        backwards = {**OPENING, "criteria_id": str(other.pk), **days(explanation="2027-01-01")}
        page = send(client, here, backwards, 422)
        assert 'value="2,5"' in page
        assert ScoringRound.objects.count() == 1
        send(client, here, {**OPENING, "criteria_id": str(other.pk)})
        made = ScoringRound.objects.get(last=date(2027, 12, 31))
        told = text_of(read(client, at("score-round", made.pk)))
    assert (made.bonus_cap, made.sheets.count()) == (Decimal("2.5"), 2)
    assert "UBND phường Minh Xuân" in told
    assert "Đang tự chấm: 2" in told


def test_a_domain_is_given_to_other_appraisers(province: Province) -> None:
    client, here = signed_in(province, "thinh"), at("score-round-allocate", province.round.pk, "2")
    assert "Chọn cơ quan thẩm định lĩnh vực này." in send(client, here, {"agencies": []}, 422)
    send(client, here, {"agencies": [str(province.agencies["tuphap"].pk)]})
    assert "2 Lĩnh vực 2 Sở Tư pháp" in text_of(read(client, at("score-round", province.round.pk)))


def test_a_month_is_opened_once_and_takes_over_what_the_month_before_said(province: Province) -> None:
    client = signed_in(province, "thinh")
    here = at("score-round-month", province.round.pk)
    send(client, here, {"month": "2026-10-01"})
    assert 'value="2026-10-01"' not in read(client, here)
    october = province.round.months.get()
    province.declare("1.2", by=province.khanh, sheet=province.sheet(round_=october))
    province.prove("1.2", by=province.khanh, sheet=province.sheet(round_=october))
    send(client, here, {"month": "2026-11-01"})
    november = province.sheet(round_=province.round.months.get(first=date(2026, 11, 1)))
    scorer = signed_in(province, "khanh")
    assert "Lấy lại của tháng trước" in read(scorer, at("score-sheet", november.pk))
    page = text_of(send(scorer, at("score-take-over", november.pk), {}))
    assert "5,40 điểm đã chắc" in page
    assert "Không còn gì để lấy lại" in read(scorer, at("score-take-over", november.pk))


@pytest.mark.covers("R-9")
def test_other_criteria_are_seen_before_a_round_moves_to_them_and_evidence_stays(province: Province) -> None:
    province.declare("1.2", by=province.khanh)
    province.prove("1.2", by=province.khanh)
    province.prove("2.2", by=province.khanh)
    kept = [leaf for leaf in LEAVES if leaf[0] != "2.2"]
    new = stored(criteria(version=2, leaves=[*kept, ("2.4", "Tiêu chí mới", "5", {"type": "manual"}, "")]))
    client, here = signed_in(province, "thinh"), at("score-round-move", province.round.pk)
    seen = text_of(read(client, f"{here}?criteria_id={new.pk}"))
    assert "Tiêu chí mới: 1 tiêu chí" in seen
    assert "Tiêu chí không còn: 1 tiêu chí" in seen
    assert province.sheet().criteria_id != new.pk
    address = f"{here}?criteria_id={new.pk}"
    send(client, address, {"criteria_id": str(new.pk)})
    page = text_of(read(signed_in(province, "khanh"), at("score-sheet", province.sheet().pk)))
    assert "1 tài liệu" in page
    assert "Đã khai cho tiêu chí không còn trong bộ 2.2" in page


def test_a_deadline_past_its_day_is_told_to_the_office_for_reform(province: Province) -> None:
    with frozen("2026-12-14 09:00"):
        page = text_of(read(signed_in(province, "thinh"), at("scoring")))
        assert "Hạn khóa điểm 10/12/2026 : 2 bảng điểm chưa xong." in page
        own = text_of(read(signed_in(province, "khanh"), at("scoring")))
        assert "Quá hạn 2 ngày làm việc" in own


@pytest.mark.covers("R-8")
@pytest.mark.covers("R-11")
@pytest.mark.parametrize(("leaves", "lines"), [(LEAVES, 1), (LEAVES[:-1], 0)], ids=["same", "other"])
def test_a_line_joins_the_years_of_an_agency_only_where_they_compare(
    province: Province, leaves: Leaves, lines: int
) -> None:
    past = stored(criteria(year=2024, leaves=leaves))
    results = [
        PastResult(province.agencies["minhxuan"].pk, Decimal("86.50")),
        PastResult(province.agencies["lungcu"].pk, Decimal("86.50")),
    ]
    done(
        commands.enter_past_results(
            criteria_id=past.pk,
            year=2025,
            number="99/QĐ-UBND",
            decided_on=date(2026, 1, 20),
            source="Báo cáo thử",
            results=results,
            by=province.thinh,
            at=AT,
        )
    )
    for agency, by, leader in (("minhxuan", "khanh", "lan"), ("lungcu", "chu", "pao")):
        province.concluded(agency, by, leader)
    number = {"number": "123/QĐ-UBND", "decided_on": date(2026, 11, 20)}
    made = done(commands.approve_round(round_id=province.round.pk, **number, by=province.duc, at=AT))
    done(commands.publish(decision_id=made.pk, by=province.duc, at=AT))
    page = read(signed_in(province, "khanh"), at("score-history", province.agencies["minhxuan"].pk))
    words = text_of(page)
    assert "2025 UBND phường Minh Xuân 1 trên 2" in words
    assert ("Không so: bộ tiêu chí khác" in words) is (lines == 0)
    assert page.count('<polyline class="mc-line__way') == lines * page.count('<svg class="mc-line__')
    assert page.count('<circle class="mc-line__point') == 2 * page.count('<svg class="mc-line__')


def test_a_new_deadline_may_not_come_before_the_stage_before_it(province: Province) -> None:
    client, here = signed_in(province, "thinh"), at("score-round-deadline", province.round.pk)
    said = {"state": SheetState.APPRAISAL_1.value}
    assert 'href="#id_due_on_day"' in send(client, here, {**said, **days(due_on="2026-01-01")}, 422)
    send(client, here, {**said, **days(due_on="2026-12-20")})
    assert "20/12/2026" in read(client, at("score-round", province.round.pk))


def test_rounds_are_run_by_nobody_of_another_province(province: Province) -> None:
    assert YEAR.code == "2026"
    for who, status in (("lan", 404), ("ngoc", 200), ("thinh", 200), ("duc", 200)):
        answer = signed_in(province, who).get(at("score-round", province.round.pk))
        assert answer.status_code == status, who
    assert signed_in(province, "ngoc").get(at("score-round-move", province.round.pk)).status_code == 403
