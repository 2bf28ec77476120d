"""Files are read by their heads; what is wrong is told by row and column."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reform.scoring.published.reading import Read, read_file
from motcua.reform.scoring.published.sentences import problem_sentence
from motcua.reform.scoring.published.words import FileFault, FileKind, Index

HEAD = "index,year,unit,unit_kind,value,max,rank,of,status,source"
GOOD = "PAR,2020,Huế,province,80,100,,63,verified,a"
PROGRESS = "period,unit_code,unit_name,level,received_or_pending,on_time,overdue,avg_processing_days,"
PROGRESS += "on_time_pct_computed"


def read(*lines: str, head: str = HEAD, kind: FileKind | None = None) -> Read:
    return read_file("\n".join((head, *lines)).encode(), kind)


def said(*lines: str, head: str = HEAD) -> list[str]:
    found = read(*lines, head=head)
    assert found.figures == ()
    return [problem_sentence(one) for one in found.problems]


def value_of(typed: str) -> Decimal | None:
    found = read(GOOD.replace(",80,", f',"{typed}",'))
    assert found.problems == (), found.problems
    return found.figures[0].amount.value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("83,81", "83.81"), ("83.81", "83.81"), ("44,396", "44.396"), ("44.396", "44.396"), ("100", "100")],
)
def test_a_value_is_read_with_a_comma_or_a_point(typed: str, value: str) -> None:
    assert value_of(typed) == Decimal(value)


@pytest.mark.parametrize(("typed", "value"), [("1.972", 1972), ("184513", 184513), ("1.184.513", 1184513)])
def test_a_count_is_read_with_or_without_points(typed: str, value: int) -> None:
    row = f"2026-08,H44,UBND tỉnh Phú Thọ,PARENT,{typed},1,1,7.05,50"
    figures = read(row, head=PROGRESS).figures
    assert next(one for one in figures if one.component == "received").amount.value == value


def test_an_unbounded_value_of_two_readings_asks() -> None:
    row = "2026-08,H44,UBND tỉnh Phú Thọ,PARENT,2,1,1,1.972,50"
    assert said(row, head=PROGRESS) == [
        "Dòng 2, cột avg_processing_days: “1.972” đọc được hai cách. "
        "Ghi phần nghìn không dấu chấm, hoặc phần lẻ khác ba chữ số."
    ]


@pytest.mark.parametrize(
    ("column", "typed", "sentence"),
    [
        ("value", "", "cột value: Dòng không có giá trị, hạng hay xếp loại nào."),
        ("value", "-1", "cột value: “-1” nhỏ hơn 0."),
        ("value", "101", "cột value: “101” lớn hơn mức cao nhất 100."),
        ("value", "tám", "cột value: “tám” không phải là số."),
        ("rank", "64", "cột rank: Hạng 64 không nằm trong 63 đơn vị."),
        ("rank", "1.5", "cột rank: “1.5” không phải số đếm."),
        ("year", "hai", "cột year: “hai” không phải kỳ."),
        ("unit", "Nam Kỳ", "cột unit: Không có tỉnh, thành phố tên “Nam Kỳ”."),
        ("unit_kind", "tỉnh", "cột unit_kind: Chưa biết “tỉnh”."),
        ("index", "XYZ", "cột index: Chưa biết “XYZ”."),
        ("source", "", "cột source: Ô bỏ trống."),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(column: str, typed: str, sentence: str) -> None:
    cells = dict(zip(HEAD.split(","), GOOD.split(","), strict=True)) | {column: typed}
    told = said(",".join(cells.values()))
    assert [one for one in told if one.startswith(f"Dòng 2, {sentence}")] == told


def test_a_province_that_is_no_more_is_told_with_its_heir() -> None:
    (told,) = said("PAR,2026,Hà Giang,province,80,100,,34,verified,a")
    assert "Trong kỳ này không có đơn vị “Hà Giang”; nay là Tuyên Quang." in told


@pytest.mark.covers("R-8")
def test_a_district_is_told_only_while_there_were_districts() -> None:
    row = "PAR,{},Huyện Na Hang,district,80,100,,7,verified,a"
    assert len(read(row.format(2024)).figures) == 1
    assert said(row.format(2026)) == [
        "Dòng 2, cột unit_kind: Cấp huyện không còn từ ngày 01/07/2025. "
        "Ghi đơn vị cấp xã, hoặc kỳ trước ngày đó."
    ]


def test_a_number_with_a_bare_comma_is_told_as_a_cell_too_many() -> None:
    assert "Dòng 2: Dòng có 11 ô, bảng chỉ có 10 cột." in said(GOOD.replace("80", "80,5"))[0]


def test_every_problem_of_a_file_is_told_and_none_of_it_is_used() -> None:
    found = read(GOOD, GOOD.replace("80", "x"), GOOD.replace("2020", "y"))
    assert [(one.row, one.column) for one in found.problems] == [(3, "value"), (4, "year")]
    assert found.figures == ()


def test_a_row_told_twice_is_a_problem_and_two_sources_are_none() -> None:
    assert [one.fault for one in read(GOOD, GOOD).problems] == [FileFault.TWICE]
    assert len(read(GOOD, GOOD[:-1] + "b").figures) == 2


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", FileFault.NO_ROWS),
        (HEAD.encode(), FileFault.NO_ROWS),
        (b"\xff\xfe\x00a", FileFault.NOT_TEXT),
        (b"PK\x03\x04\x00\x00", FileFault.NOT_TEXT),
        (HEAD.encode() + b'\n"PAR', FileFault.NOT_TEXT),
        (b"a,b\n1,2", FileFault.UNKNOWN_KIND),
    ],
)
def test_what_is_no_table_of_figures_says_so(content: bytes, fault: FileFault) -> None:
    problems = read_file(content).problems
    assert [one.fault for one in problems] == [fault]
    assert problem_sentence(problems[0])


def test_a_file_of_another_kind_than_asked_says_so() -> None:
    found = read(GOOD, kind=FileKind.PAPI)
    assert problem_sentence(found.problems[0]) == (
        "Dòng 1: Tệp là loại “Kết quả các chỉ số”, không phải “PAPI theo tỉnh và năm”."
        " Chọn đúng loại hoặc bỏ chọn."
    )


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_marks_between_cells_and_a_mark_of_order_are_read(mark: str) -> None:
    content = "\ufeff" + "\r\n".join(
        (HEAD.replace(",", mark), GOOD.replace(",", mark).replace("80", "83,81"))
    )
    found = read_file(content.encode())
    assert [one.amount.value for one in found.figures] == [Decimal("83.81")]
    assert found.figures[0].index is Index.PAR


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda one: f"{HEAD}\n{one}".encode()))
def test_whatever_is_sent_is_read_or_told(content: bytes) -> None:
    found = read_file(content)
    assert found.problems or found.figures or found.parts
    assert all(problem_sentence(one) for one in found.problems)
