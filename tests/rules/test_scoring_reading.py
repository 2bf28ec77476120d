"""The same criteria set from JSON, CSV and XLSX; hostile files get sentences and nothing half imported."""

import io
import json
import os
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from motcua.reform.scoring.reading import MOST_BYTES, read_set
from motcua.reform.scoring.reading.writing import json_of, workbook_of
from motcua.reform.scoring.rules.criteria import Criteria, SetMeta
from motcua.reform.scoring.words import NOT_OFFICIAL, Fault, NodeKind, NodeLevel, SetLevel
from tests.rules.test_scoring_checking import GOOD

PAR = Path(os.environ.get("MOTCUA_SHARED", "nowhere")) / "data/par/criteria"
SHAPES = {
    "province_876_reconstructed": (8, 37, 88),
    "department_camau2013_extended": (7, 18, 41),
    "district_reconstructed": (8, 13, 30),
    "commune_reconstructed": (7, 9, 27),
}
META = SetMeta("X", "Bộ thử", SetLevel.COMMUNE, 2026, total=Decimal(10))
HEAD = ("STT", "Nội dung", "Điểm chuẩn", "Quy tắc")
ROWS = (
    ("1", "Một", 6, ""),
    ("1.1", "Con", 6, '{"type": "manual"}'),
    ("2", "Hai", "4,0", '{"type": "manual"}'),
)


def good() -> Criteria:
    read = read_set("bo.json", json.dumps(GOOD).encode())
    assert read.criteria is not None
    return read.criteria


def bare(criteria: Criteria) -> list[Any]:
    """Give the nodes without their places in a file."""
    return [replace(node, row=0) for node in criteria.nodes]


def sheet(*rows: tuple[Any, ...], name: str = "Bảng") -> bytes:
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        grid = book.add_worksheet(name)
        for at, cells in enumerate(rows):
            grid.write_row(at, 0, cells)
    return stream.getvalue()


def is_whole(sentence: str) -> bool:
    """Tell whether a sentence has all its facts filled in."""
    return "(chưa rõ)" not in sentence and not re.search(r"\{[a-z]+\}", sentence)


def faults(name: str, content: bytes, meta: SetMeta | None = META) -> list[Fault]:
    read = read_set(name, content, meta=meta)
    assert (read.criteria is None) == bool(read.problems)
    assert all(is_whole(one.told) for one in read.problems)
    return [one.fault for one in read.problems]


@pytest.mark.skipif(not PAR.is_dir(), reason="MOTCUA_SHARED names no folder with the real criteria")
@pytest.mark.parametrize("name", SHAPES)
def test_the_real_sets_come_in_whole_from_every_form(name: str) -> None:
    path = PAR / f"{name}.json"
    read = read_set(path.name, path.read_bytes())
    criteria = read.criteria
    assert criteria is not None, read.problems

    levels = [node.level for node in criteria.nodes]
    assert (
        levels.count(NodeLevel.DOMAIN),
        levels.count(NodeLevel.CRITERION),
        len(criteria.leaves),
    ) == SHAPES[name]
    assert sum(leaf.max for leaf in criteria.leaves) == 100
    assert not criteria.meta.official
    table = read_set("bo.csv", path.with_suffix(".csv").read_bytes(), meta=criteria.meta).criteria
    book = read_set("bo.xlsx", workbook_of(criteria)).criteria
    assert table is not None
    assert book is not None
    assert bare(table) == bare(book) == bare(criteria)
    assert book.meta == criteria.meta


def test_what_is_written_reads_back_the_same_with_every_setting() -> None:
    nodes = [replace(node, measure="m", due_month=3) if node.rule else node for node in good().nodes]
    bonus = replace(nodes[-1], code="T", parent="", kind=NodeKind.BONUS, name="=1+1 không phải công thức"[1:])
    meta = replace(META, bonus_cap=Decimal("2.5"), penalty_cap=Decimal(1), rescale_without_survey=True)
    criteria = Criteria(replace(meta, official=True, decision="1/QĐ-UBND"), (*nodes, bonus))

    for name, content in (("bo.xlsx", workbook_of(criteria)), ("bo.json", json_of(criteria))):
        read = read_set(name, content)
        assert read.problems == ()
        assert read.criteria is not None
        assert bare(read.criteria) == bare(criteria)
        assert read.criteria.meta == criteria.meta


def test_the_same_set_gives_the_same_workbook_and_says_that_it_is_not_official() -> None:
    content = workbook_of(good())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        words = archive.read("xl/sharedStrings.xml").decode()

    assert workbook_of(good()) == content
    assert NOT_OFFICIAL in words


def test_an_official_table_with_a_title_above_its_head_is_read_by_its_headings() -> None:
    content = sheet(("BẢNG TIÊU CHÍ",), ("Kèm theo quyết định",), (), HEAD, *ROWS)

    read = read_set("bang.xlsx", content, meta=META)

    assert read.problems == ()
    assert read.criteria is not None
    assert [(node.code, node.parent, node.max, node.row) for node in read.criteria.nodes] == [
        ("1", "", 6, 5),
        ("1.1", "1", 6, 6),
        ("2", "", 4, 7),
    ]


@pytest.mark.covers("R-16")
def test_points_typed_as_vietnamese_text_are_read_and_doubtful_ones_ask() -> None:
    rows = (("1", "Một", "83,81", '{"type": "manual"}'), ("2", "Hai", "1.972", '{"type": "manual"}'))
    told = read_set("bang.xlsx", sheet(HEAD, *rows), meta=replace(META, total=Decimal("2055.81")))
    asked = read_set("bang.xlsx", sheet(HEAD, ("1", "Một", "1,972", '{"type": "manual"}')), meta=META)

    assert told.criteria is not None
    assert [node.max for node in told.criteria.nodes] == [Decimal("83.81"), Decimal(1972)]
    assert "Dòng 2, cột Điểm chuẩn: “1,972” đọc được hai cách: 1972 hoặc 1,972." in asked.problems[0].told


def test_a_csv_may_have_semicolons_a_mark_at_its_start_and_windows_lines() -> None:
    lines = [
        "Mã;Tên tiêu chí;Điểm tối đa;Quy tắc chấm",
        '1;Một;"9,5";"{""type"": ""manual""}"',
        '2;Hai;0,5;"{""type"": ""manual""}"',
    ]

    read = read_set("bang.csv", ("\ufeff" + "\r\n".join(lines)).encode(), meta=META)

    assert read.criteria is not None, read.problems
    assert [node.max for node in read.criteria.nodes] == [Decimal("9.5"), Decimal("0.5")]


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("bo.pdf", b"%PDF", Fault.UNKNOWN_FILE),
        ("bo.json", b"", Fault.NOT_JSON),
        ("bo.json", b"[1, 2", Fault.NOT_JSON),
        ("bo.json", b"[" * 100_000, Fault.NOT_JSON),
        ("bo.json", b'{"rows": [' + b"9" * 5000 + b"]}", Fault.NOT_JSON),
        ("bo.json", b'{"rows": [NaN]}', Fault.NOT_JSON),
        ("bo.json", b"\xff\xfe{", Fault.NOT_UTF8),
        ("bo.json", b"7", Fault.MISSING_VALUE),
        ("bo.json", b'{"rows": 7}', Fault.MISSING_VALUE),
        ("bo.json", b'{"rows": [' + b"1," * 5001 + b"1]}", Fault.TOO_MANY_ROWS),
        ("bo.json", b" " * (MOST_BYTES + 1), Fault.TOO_LARGE),
        ("bo.csv", "Mã,Tên\n1,Một".encode(), Fault.MISSING_COLUMN),
        ("bo.csv", b"", Fault.NO_SHEET),
        ("bo.csv", b"hello\nworld", Fault.NO_SHEET),
        ("bo.csv", b'a,"b', Fault.NOT_READ),
        ("bo.csv", b"a\x00b,c", Fault.NO_SHEET),
        ("bo.csv", "Tiêu chí".encode("utf-16"), Fault.NOT_UTF8),
        ("bo.csv", b"a\n" * 5002, Fault.TOO_MANY_ROWS),
        ("bo.xlsx", b"PK\x03\x04 not really", Fault.NOT_READ),
        ("bo.xlsx", b"", Fault.NOT_READ),
        ("bo.xlsx", sheet(("a", "b")), Fault.NO_SHEET),
        (
            "bo.xlsx",
            sheet(("Mã", "Mã", *HEAD[1:]), ("1", "1", "Một", 10, '{"type": "manual"}')),
            Fault.COLUMN_TWICE,
        ),
        ("bo.xlsx", sheet(HEAD), Fault.NO_ROWS),
    ],
)
def test_a_hostile_file_gets_a_sentence_and_gives_nothing(name: str, content: bytes, fault: Fault) -> None:
    assert fault in faults(name, content)


def test_every_missing_column_is_named_with_the_row_of_the_head() -> None:
    read = read_set("bo.csv", "Bộ\nMã,Tên tiêu chí\n1,Một".encode(), meta=META)

    assert [(one.row, one.column) for one in read.problems] == [(2, "max_points"), (2, "rule")]


def test_a_table_that_does_not_say_what_it_is_asks_for_level_and_year() -> None:
    assert faults("bo.xlsx", sheet(HEAD, *ROWS), meta=None) == [Fault.MISSING_VALUE, Fault.MISSING_VALUE]


def test_a_workbook_that_unpacks_endlessly_is_not_opened() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (70 * 1024 * 1024))

    assert faults("bo.xlsx", stream.getvalue()) == [Fault.TOO_LARGE]


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
fields = st.sampled_from(["code", "parent", "level", "name_vi", "max_points", "rule", "kind", "due_month"])
settings = st.sampled_from(["type", "steps", "floor", "cap", "else", "options", "per_violation", "rounding"])
kinds = st.sampled_from(
    ["ladder", "ratio", "ratio_bands", "survey_mean", "deduct", "manual", "external_index"]
)
rules = st.builds(
    lambda kind, rest: {**rest, "type": kind}, kinds, st.dictionaries(settings, json_values, max_size=4)
)


@given(st.lists(st.dictionaries(fields, json_values | rules, max_size=6), max_size=3), json_values)
def test_no_json_makes_the_reader_stumble(rows: list[dict[str, Any]], meta: Any) -> None:
    faults("bo.json", json.dumps({"meta": meta, "rows": rows}).encode())


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_stumble(content: bytes) -> None:
    for name in ("bo.json", "bo.csv", "bo.xlsx"):
        assert faults(name, content)
