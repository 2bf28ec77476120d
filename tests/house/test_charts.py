"""Charts: lengths on one scale, numbers beside, gaps and breaks that no line crosses."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from django.template import Context, Template
from django_cotton.compiler_regex import CottonCompiler
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.ui.charts import (
    FULL,
    PROGRESS,
    SCORING,
    Bar,
    Break,
    Figure,
    Line,
    Row,
    Series,
    bars,
    line,
    stack,
    stacks,
)

amounts = st.decimals(min_value=0, max_value=100, places=2)


def share(length: str) -> Decimal:
    return Decimal(length.removesuffix("%"))


def series(*values: str | None) -> Series:
    return Series(
        "Tỉnh",
        tuple(None if one is None else Decimal(one) for one in values),
        tuple(Figure(one or "chưa có", "#" if one else "") for one in values),
    )


def drawn(component: str, **shown: object) -> str:
    return Template(CottonCompiler().process(component)).render(Context(shown))


def test_bars_of_one_table_share_one_scale():
    chart = bars(
        "Theo bước", ("Bước", "Hồ sơ"), [Bar("Ký", 50, Figure("50")), Bar("Gửi", 200, Figure("200"))]
    )
    assert [one.length for one in chart.rows] == ["25.00%", "100.00%"]


def test_a_frame_longer_than_every_bar_sets_the_scale():
    row = Bar("Công khai", Decimal("9"), Figure("9"), whole=Decimal("18"))
    assert [(one.length, one.frame) for one in bars("", ("", ""), [row]).rows] == [("50.00%", "100.00%")]


def test_bars_of_nothing_have_no_length():
    assert bars("", ("", ""), [Bar("Ký", 0, Figure("0"))]).rows[0].length == "0%"


@given(st.tuples(amounts, amounts, amounts))
def test_segments_follow_each_other_and_fill_the_bar(parts):
    segments = stack(SCORING, parts).segments
    assert [one.kind for one in segments] == [
        kind for kind, part in zip(SCORING, parts, strict=True) if part > 0
    ]
    assert all(one.end == after.start for one, after in pairwise(segments))
    assert not segments or (segments[0].start, segments[-1].end) == ("0.00%", "100.00%")


def test_every_segment_has_its_number_beside_and_a_fill_of_its_own():
    row = Row("Thể chế", (2, 1, 1, 4), tuple(Figure(one, "#") for one in ("2", "1", "1", "4")), Figure("8"))
    page = drawn('<c-stacks :chart="chart" />', chart=stacks("Tổng", PROGRESS, [row], heads=("", "Tổng")))
    assert re.findall(r'data-label="([^"]+)"', page) == [*(kind.words for kind in PROGRESS), "Tổng"]
    fills = re.findall(r'<rect class="mc-segment mc-segment--(\w+)" x=', page)
    assert fills == [kind.look.value for kind in PROGRESS]
    assert len(set(fills)) == len(fills)


def test_a_figure_is_a_link_only_where_it_opens_something():
    assert '<a href="/x"' in drawn('<c-figure :of="one" />', one=Figure("128", "/x"))
    assert "<a" not in drawn('<c-figure :of="one" />', one=Figure("0"))


@pytest.fixture
def broken() -> Line:
    values = series("80", "81", None, "83", "84", "90", "91")
    names = ("2018", "2019", "2020", "2021", "2022", "2023", "2024")
    return line("Chỉ số", names, [values], breaks=[Break(5, "cách tính mới.")], width=FULL)


def test_no_line_crosses_a_gap_or_a_break(broken):
    for _, drawing in broken.drawings:
        way = drawing.ways[0]
        assert [len(one.split()) for one in way.stretches] == [2, 2, 2]
        assert len(way.points) == 6


def test_without_gap_or_break_the_line_is_whole():
    (way,) = line("Chỉ số", ("1", "2", "3"), [series("80", "81", "82")]).ways
    assert [len(one.split()) for one in way.stretches] == [3]


def test_a_break_is_marked_in_the_drawing_and_told_in_words(broken):
    page = drawn('<c-line :chart="chart" />', chart=broken)
    assert page.count(">Ngắt 1</text>") == 3
    assert "<b>Ngắt 1</b>, trước 2023: cách tính mới." in page


def test_the_table_beneath_gives_every_value_with_its_link(broken):
    page = drawn('<c-line :chart="chart" />', chart=broken)
    table = page[page.index("<table") :]
    assert re.findall(r'<a href="#"[^>]*>(\d+)</a>', table) == ["80", "81", "83", "84", "90", "91"]
    assert "chưa có" in table


def test_more_moments_than_stand_abreast_stand_one_below_the_other():
    names = tuple(str(year) for year in range(2005, 2025))
    chart = line("Chỉ số", names, [series(*("60",) * 20)])
    assert chart.upright
    assert not line("Chỉ số", names[:12], [series(*("60",) * 12)]).upright


@given(
    st.lists(st.none() | st.decimals(min_value=0, max_value=100, places=2), min_size=1, max_size=30),
    st.none() | amounts,
)
def test_everything_known_lies_inside_every_drawing(values, target):
    told = Series("Tỉnh", tuple(values), tuple(Figure(str(one)) for one in values))
    chart = line("Chỉ số", tuple(map(str, range(len(values)))), [told], target=target)
    for _, drawing in chart.drawings:
        spots = [spot for way in drawing.ways for spot in way.points]
        spots += [drawing.target] if drawing.target else []
        assert all(0 <= spot.x <= drawing.width and 0 <= spot.y <= drawing.height for spot in spots)
        assert 3 <= len(drawing.scale) <= 5


def test_words_at_the_end_of_two_lines_do_not_touch():
    one, other = series("80", "81"), series("80.2", "81.01")
    first, second = (way.last for way in line("Chỉ số", ("1", "2"), [one, other], target=Decimal(81)).ways)
    assert first is not None
    assert second is not None
    assert abs(first.y - second.y) >= 18
