"""Names of provinces in their time, lines that break, sums beside what was published."""

import os
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.clock.periods import Period, period_coded
from motcua.reform.scoring.published.reading import Read, read_file
from motcua.reform.scoring.published.rules.composed import composed
from motcua.reform.scoring.published.rules.lines import Mark, Told, line_of, stretches
from motcua.reform.scoring.published.rules.places import Place, place_called, place_keyed, places
from motcua.reform.scoring.published.rules.sums import Part, mean_of, share_of, sum_of, verdict
from motcua.reform.scoring.published.sentences import rank_words
from motcua.reform.scoring.published.words import RANKED_ANEW, Index, Standing, Verdict

SHARED = Path(os.environ.get("MOTCUA_SHARED", "nowhere")) / "data"
SIPAS_2022 = Mark(date(2022, 1, 1), "cách đo mới")


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def shared(name: str) -> Read:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the shared data is not here")
    read = read_file(path.read_bytes())
    assert read.problems == ()
    return read


# --- names ---


@pytest.mark.covers("R-7")
@pytest.mark.parametrize(
    ("printed", "key", "code"),
    [
        ("Thừa Thiên Huế", "hue", "46"),
        ("TT-Huế", "hue", "46"),
        ("thành phố Huế", "hue", "46"),
        ("BRVT", "ba-ria-vung-tau", "77"),
        ("Ba Ria - Vung Tau", "ba-ria-vung-tau", "77"),
        ("Hanoi", "ha-noi", "01"),
        ("Ho Chi Minh City", "tp-ho-chi-minh", "79"),
        ("Hoà Bình", "hoa-binh", "17"),
        ("UBND tỉnh Phú Thọ", "phu-tho", "25"),
    ],
)
def test_a_province_is_known_by_every_name_it_is_printed_under(printed: str, key: str, code: str) -> None:
    for written in (printed, unicodedata.normalize("NFD", printed), printed.upper()):
        found = place_called(written, year(2020))
        assert found is not None and (found.key, found.code) == (key, code)


@given(st.sampled_from([one for one in places() if one.until == date(2025, 6, 30)]))
def test_every_province_of_before_is_found_by_its_name_in_any_form(place: Place) -> None:
    assert place_called(unicodedata.normalize("NFD", place.name), year(2020)) == place


def test_there_were_63_provinces_and_are_34() -> None:
    until = [one.until for one in places()]
    assert (until.count(date(2025, 6, 30)), until.count(None)) == (63, 34)
    names = {one.name for one in places() if one.until is None}
    assert {one.heir for one in places() if one.heir} <= names


@pytest.mark.covers("R-8")
def test_a_code_given_anew_names_two_provinces() -> None:
    before, since = place_called("Yên Bái", year(2020)), place_called("Lào Cai", year(2026))
    assert before is not None and since is not None
    assert before.code == since.code == "15" and before.key != since.key
    assert place_called("Yên Bái", year(2026)) is None
    assert [one.code for one in place_keyed("lao-cai")] == ["10", "15"]


def test_the_year_of_the_change_is_told_for_the_province_of_then() -> None:
    assert place_called("Tuyên Quang", year(2025)) == place_keyed("tuyen-quang")[-1]
    ended = place_called("Hà Giang", year(2025))
    assert ended is not None and ended.heir == "Tuyên Quang"
    assert place_called("Hà Tây", year(2008)) and place_called("Hà Tây", year(2009)) is None


# --- lines ---


def told(number: int, value: str, standing: Standing = Standing.VERIFIED, *, whole: bool = True) -> Told:
    return Told(year(number), Decimal(value), standing, whole)


def runs(*values: Told, marks: tuple[Mark, ...] = ()) -> list[list[int]]:
    return [[one.period.first.year for one in run] for run in stretches(line_of(values, marks))]


@pytest.mark.covers("R-5")
def test_no_line_crosses_a_break() -> None:
    values = (told(2021, "85"), told(2022, "80"), told(2023, "82"))
    assert runs(*values, marks=(SIPAS_2022,)) == [[2021], [2022, 2023]]
    assert runs(*values) == [[2021, 2022, 2023]]


def test_no_line_crosses_years_that_nobody_told() -> None:
    assert runs(told(2012, "68.9"), told(2019, "82.82"), told(2020, "83.81")) == [[2012], [2019, 2020]]


def test_a_break_within_a_hole_is_still_told() -> None:
    points = line_of([told(2020, "85.48"), told(2023, "82.66")], [SIPAS_2022])
    assert [one.period.first.year for one in points if one.breaks] == [2022]


@pytest.mark.covers("R-8")
def test_the_new_provinces_break_the_line_in_the_year_of_the_change() -> None:
    mark = Mark(date(2025, 7, 1), "34 tỉnh")
    assert runs(told(2024, "88"), told(2025, "87"), marks=(mark,)) == [[2024], [2025]]


@pytest.mark.covers("R-10")
def test_sources_are_never_averaged() -> None:
    points = line_of([told(2023, "87.79"), told(2023, "87.45")], ())
    assert [one.value for one in points] == [None]
    derived = line_of([told(2023, "87.79"), told(2023, "87.45", Standing.DERIVED)], ())
    assert [one.value for one in derived] == [Decimal("87.79")]


def test_a_value_that_lacks_a_part_is_not_drawn() -> None:
    assert runs(told(2021, "40"), told(2022, "13.1", whole=False), told(2023, "41")) == [[2021], [2023]]


@given(st.lists(st.integers(2005, 2026), max_size=12), st.lists(st.integers(2005, 2026), max_size=3))
def test_no_run_ever_holds_a_break_or_a_hole(years: list[int], cuts: list[int]) -> None:
    marks = tuple(Mark(date(one, 1, 1), "đổi") for one in cuts)
    for run in runs(*(told(one, "1") for one in set(years)), marks=marks):
        assert run == list(range(run[0], run[-1] + 1))
        assert not set(cuts) & set(run[1:])


# --- sums ---


def part(text: str) -> Part:
    return Part(Decimal(text), len(text.partition(".")[2]))


@pytest.mark.covers("R-2")
def test_the_published_total_is_not_the_sum_of_its_rounded_parts() -> None:
    beside = sum_of([part("54.20"), part("31.59")])
    assert beside is not None and beside.exact == Decimal("85.79")
    assert verdict(part("85.78"), beside) is Verdict.ROUNDING
    assert verdict(part("85.79"), beside) is Verdict.EQUAL
    assert verdict(part("85.76"), beside) is Verdict.DIFFERENT


def test_the_mean_of_two_halves() -> None:
    beside = mean_of([part("86.51"), part("86.49")])
    assert beside is not None and beside.exact == Decimal("86.50")
    assert verdict(part("86.5"), beside) is Verdict.EQUAL


def test_a_share_of_nothing_is_unknown() -> None:
    assert share_of(Decimal(0), Decimal(0)) is None
    assert verdict(part("0"), None) is Verdict.UNKNOWN


@pytest.mark.covers("R-6")
def test_papi_was_whole_with_six_dimensions_until_2017() -> None:
    six = {f"c{number:02}": part("5.100") for number in range(1, 7)}
    whole = composed(Index.PAPI, "", six, Decimal(60))
    assert whole is not None and whole.exact == Decimal("30.6")
    assert composed(Index.PAPI, "", six, Decimal(80)) is None


@pytest.mark.covers("R-11")
def test_a_rank_is_told_with_its_of_or_says_that_it_is_unknown() -> None:
    assert rank_words(35, 63) == "35/63"
    assert rank_words(1, None) == "1, không rõ trên bao nhiêu"
    assert rank_words(None, 63) == ""


# --- the real files ---


def papi(read: Read, key: str, number: int) -> tuple[Decimal | None, dict[str, Part]]:
    mine = [one for one in read.figures if one.unit.key == key and one.period == year(number)]
    whole = next(one for one in mine if not one.component)
    parts = {
        one.component: Part(one.amount.value, one.amount.places)
        for one in mine
        if one.component and one.amount.value is not None
    }
    return whole.amount.value, parts


@pytest.mark.parametrize(
    ("key", "number", "published", "stands"),
    [
        ("lao-cai", 2021, "40.151", Verdict.ROUNDING),
        ("tuyen-quang", 2020, "44.396", Verdict.ROUNDING),
        ("lam-dong", 2024, "41.02", Verdict.EQUAL),
        ("lao-cai", 2020, "42.96", Verdict.DIFFERENT),
        ("lao-cai", 2019, "45.04", Verdict.DIFFERENT),
    ],
)
def test_published_papi_beside_its_dimensions(key: str, number: int, published: str, stands: Verdict) -> None:
    told_sum, parts = papi(shared("par/results/papi_2011_2024.csv"), key, number)
    beside = composed(Index.PAPI, "", parts, Decimal(80))
    assert beside is not None and told_sum is not None
    assert abs(beside.exact - told_sum) <= Decimal("0.004")
    assert verdict(part(published), beside) is stands
    if (key, number) == ("lao-cai", 2020):
        assert beside.rounded == Decimal("42.96")


@pytest.mark.covers("R-6")
def test_incomplete_rows_of_papi_are_marked() -> None:
    wholes = [one for one in shared("par/results/papi_2011_2024.csv").figures if not one.component]
    blank = [one for one in wholes if one.standing is Standing.MISSING]
    partial = [one for one in wholes if one.parts and 0 < one.parts[0] < one.parts[1]]
    assert (len(wholes), len(blank), len(partial)) == (882, 9, 4)
    most = {one.period.first.year: one.max for one in wholes if one.max}
    assert {number: value for number, value in most.items() if number in (2017, 2018)} == {2017: 60, 2018: 80}


def test_the_parts_of_ninh_thuan() -> None:
    read = shared("par/results/par_components.csv")
    parts = {one.component: part(str(one.amount.value)) for one in read.figures}
    beside = composed(Index.PAR, "", parts)
    impact = composed(Index.PAR, "impact", parts)
    assert beside is not None and (beside.exact, parts[""].value) == (Decimal("85.79"), Decimal("85.78"))
    assert impact is not None and impact.exact == parts["impact"].value


def test_the_counts_of_phu_tho_give_the_printed_shares() -> None:
    cells: dict[tuple[str, Period], dict[str, Part]] = {}
    for one in shared("stats/phu_tho_2026_progress.csv").figures:
        assert one.amount.value is not None
        cells.setdefault((one.unit.code, one.period), {})[one.component] = Part(
            one.amount.value, one.amount.places
        )
    assert len(cells) == 112
    for known in cells.values():
        share = composed(Index.PROGRESS, "", known)
        total = composed(Index.PROGRESS, "received", known)
        assert total is not None and verdict(known["received"], total) is Verdict.EQUAL
        assert share is None or verdict(known[""], share) is Verdict.EQUAL
    assert sum(composed(Index.PROGRESS, "", known) is None for known in cells.values()) == 1


@pytest.mark.covers("R-11")
def test_a_rank_that_was_worked_out_anew_says_so() -> None:
    ranks = {one.place for one in shared("par/results/pci_2005_2016.csv").figures if not one.component}
    assert {one.words for one in ranks} == {RANKED_ANEW}
    assert {one.of for one in ranks} == {42, 63, 64}
    assert rank_words(14, 63, RANKED_ANEW) == "14/63, xếp lại từ điểm"
    table = shared("par/results/pci_2021_2022_partial.csv")
    assert {one.place.of for one in table.figures} == {None}


def test_points_are_no_percentage() -> None:
    read = shared("par/results/local_par_results.csv")
    justice = {one.component: one for one in read.figures if one.row == 2}
    assert (justice[""].amount.value, justice["points"].amount.value) == (Decimal("94.49"), Decimal("62.62"))
    assert (justice[""].max, justice["points"].max) == (100, None)
    printed = {one.amount.printed or one.place.words for one in read.figures} - {""}
    assert printed == {"<55", "last"}


def test_a_span_is_read_as_its_days() -> None:
    read = shared("stats/phu_tho_2026_progress.csv")
    assert {one.period.code for one in read.figures} == {"2026-08", "2026-01-01_2026-09-26"}
    assert period_coded("2026-01-01_2026-09-26") in {one.period for one in read.figures}
