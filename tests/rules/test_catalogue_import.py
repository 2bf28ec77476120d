"""A record is read as it stands: what is doubtful is left unsaid and told, never guessed."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reference.catalogue.importing import changes, sentences
from motcua.reference.catalogue.importing.cells import safe_cell
from motcua.reference.catalogue.importing.codes import Whose, read_code
from motcua.reference.catalogue.importing.judging import Judged, digest_of, judge
from motcua.reference.catalogue.importing.lines import read_lines
from motcua.reference.catalogue.importing.names import Conflict, agree, title_of
from motcua.reference.catalogue.importing.papers import is_heading
from motcua.reference.catalogue.importing.words import Flaw, Line
from motcua.reference.catalogue.importing.workbook import Unreadable
from motcua.reference.catalogue.importing.writing import write_workbook
from motcua.reference.catalogue.words import Channel, DurationUnit, FeeKind
from tests.support.records import component, method, paid, record, write


def judged(*records: dict[str, Any], **conflicts: Any) -> list[Judged]:
    lines = (Line(row, one) for row, one in enumerate(records, start=1))
    return [one for one in judge(lines, **conflicts) if isinstance(one, Judged)]


def one(**parts: Any) -> Judged:
    return judged(record(**parts))[0]


def kinds(row: Judged) -> set[Flaw]:
    return {found.kind for found in row.found}


def test_a_whole_record_has_no_flaw() -> None:
    row = one()
    assert row.found == ()
    assert [(terms.channel, terms.value, terms.unit) for terms in row.draft.channels] == [
        (Channel.DIRECT, 3, DurationUnit.WORKING_DAY),
        (Channel.ONLINE, 2, DurationUnit.WORKING_DAY),
    ]
    assert [(fee.free, fee.channel) for fee in row.draft.fees] == [(True, None)]


@pytest.mark.parametrize(
    ("text", "whose", "national"),
    [
        ("1.001193", Whose.NATIONAL, "1.001193"),
        ("1.001193.000.00.00.H60", Whose.LOCALISED, "1.001193"),
        ("1.013978.H41", Whose.LOCALISED, "1.013978"),
        ("99.001", Whose.LOCAL, ""),
    ],
)
def test_a_code_says_whose_it_is(text: str, whose: Whose, national: str) -> None:
    code = read_code(text)
    assert code is not None
    assert (code.whose, code.national) == (whose, national)


@pytest.mark.parametrize("text", ["", "1.00119", "0.001193", "1.001193.H4", "1.001193 ", "1.001193\n", "Mã"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert read_code(text) is None


def test_a_limit_without_unit_is_told_and_not_guessed() -> None:
    row = one(methods=[method(duration_unit=None)])
    assert kinds(row) == {Flaw.UNIT_MISSING}
    (terms,) = row.draft.channels
    assert (terms.value, terms.unit) == (None, None)
    assert "không ghi đơn vị" in terms.note


@pytest.mark.parametrize("free", [True, False, None])
def test_nothing_with_a_note_of_the_council_is_ever_free(free: bool | None) -> None:
    row = one(methods=[paid(0, "Mức thu do Hội đồng nhân dân tỉnh quyết định", free=free)])
    assert Flaw.FEE_DEPENDS in kinds(row)
    assert [(fee.amount, fee.free) for fee in row.draft.fees] == [(None, None)]


def test_a_sum_that_lost_its_thousands_is_not_shown_as_a_sum() -> None:
    row = one(methods=[paid(20, "Lệ phí 20.000đ/tờ khai")])
    (fee,) = row.draft.fees
    assert (fee.amount, fee.free, fee.kind) == (None, False, FeeKind.CHARGE)
    assert "20 đồng" in fee.note


@given(st.integers(1000, 10**9))
def test_a_plain_sum_stays_what_it_is(amount: int) -> None:
    (fee,) = one(methods=[paid(amount)]).draft.fees
    assert (fee.amount, fee.free) == (amount, False)


@given(st.integers(-(10**6), 999), st.sampled_from(["VND", "USD"]), st.sampled_from([True, False, None]))
def test_no_doubtful_sum_reaches_the_draft(amount: int, currency: str, free: bool | None) -> None:
    for fee in one(methods=[paid(amount, currency=currency, free=free)]).draft.fees:
        assert fee.amount is None
        assert fee.free is not True


def test_several_limits_of_one_way_are_lines_of_their_own() -> None:
    row = one(
        methods=[method(note="Không xác minh"), method(duration_value=9, note="Phải xác minh"), method()]
    )
    assert Flaw.SEVERAL_TIMES in kinds(row)
    assert [(terms.line, terms.value) for terms in row.draft.channels] == [(1, 3), (2, 9), (3, 3)]


def test_groups_are_cases_where_they_differ_and_headings_are_none() -> None:
    row = one(
        components=[
            component("Đơn", "Trường hợp cấp mới"),
            component("Giấy cũ", "Trường hợp cấp lại"),
            component("Ảnh"),
        ]
    )
    assert [case.name for case in row.draft.cases] == ["Trường hợp cấp mới", "Trường hợp cấp lại"]
    assert [paper.case for paper in row.draft.papers] == ["TH01", "TH02", ""]
    headed = one(
        components=[component("Đơn", "* Giấy tờ phải nộp:"), component("Thẻ", "a) Thành phần hồ sơ:")]
    )
    assert headed.draft.cases == ()
    assert is_heading("* Giấy tờ phải xuất trình:") and not is_heading("Hồ sơ hải quan đối với tái xuất:")


def test_another_procedures_name_is_doubted_and_an_older_wording_is_not() -> None:
    """A name that disagrees with its code is kept with the code and never held for sure."""
    foreign = {"1.900001": [Conflict("1.900001", "", "Hỗ trợ phát triển sản xuất cộng đồng", foreign=True)]}
    row = judged(record(), conflicts=foreign)[0]
    assert row.name_doubtful and Flaw.NAME_DISAGREES in kinds(row)
    older = Conflict("1.900001", record()["name"], f"Thủ tục {record()['name'].lower()} (cấp tỉnh)")
    row = judged(record(), conflicts={"1.900001": [older]})[0]
    assert not row.name_doubtful and kinds(row) == {Flaw.NAME_VARIES}


@given(st.text(max_size=40))
def test_a_name_agrees_with_itself_if_it_has_a_word(name: str) -> None:
    assert agree(f"Cấp {name}", f"Thủ tục cấp {name}")


def test_two_codes_with_one_name_are_both_told() -> None:
    lines = [Line(1, record("1.900001", name="Tên chung")), Line(2, record("1.900002", name="Tên chung."))]
    told = [found for found in judge(lines) if not isinstance(found, Judged)]
    assert [(found.row, found.kind, found.facts["other"]) for found in told] == [
        (1, Flaw.SAME_NAME, "1.900002"),
        (2, Flaw.SAME_NAME, "1.900001"),
    ]


def test_codes_of_one_province_come_after_the_shared_record() -> None:
    rows = judged(record("1.900001.000.00.00.H60"), record("1.900001"))
    assert [row.code.text for row in rows] == ["1.900001", "1.900001.000.00.00.H60"]
    assert {row.draft.code for row in rows} == {"1.900001"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(record())), json_values, max_size=4))
def test_whatever_stands_in_a_record_is_loaded_or_told_with_a_sentence(parts: dict[str, Any]) -> None:
    (*found,) = judge([Line(7, record() | parts)])
    assert found
    for row in found:
        for flaw in row.found if isinstance(row, Judged) else (row,):
            assert flaw.row == 7
            assert sentences.sentence(flaw).endswith(".")


def test_every_kind_of_flaw_has_a_sentence_and_a_heading() -> None:
    assert set(sentences.SENTENCES) == set(Flaw)
    assert not [kind for kind in Flaw if "{" in sentences.title(kind)]
    assert all(sentences.title(kind) and sentences.SENTENCES[kind].cure for kind in Flaw)


def test_absent_and_empty_parts_are_one_to_the_digest_and_anything_else_is_not() -> None:
    assert digest_of(record(conditions="")) == digest_of(record(conditions=None))
    assert digest_of(record(conditions="Có")) != digest_of(record())


def test_differences_are_said_in_words() -> None:
    new = record(field="Khác", components=[component("Đơn đề nghị")])
    assert changes.changes(record(), new) == (
        "Lĩnh vực: “Thử nghiệm” → “Khác”",
        "Thành phần hồ sơ: bỏ 1",
    )
    assert changes.same_procedure(record(), record(as_of="2026-07", source="khác"))
    assert not changes.same_procedure(record(), new)


HOSTILE = ["=1+1", "+84", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "  dấu cách  ", "_x0041_", "1.5", "đúng"]


def test_a_workbook_gives_back_exactly_what_was_written(tmp_path: Path) -> None:
    long = "Trường hợp. " * 9000
    records = [
        record("1.900001", conditions=long, name='=HYPERLINK("x")'),
        record("1.900002", implementing_order="\n".join(HOSTILE), portal_url=None, khac={"a": [1, "b"]}),
        record("1.900003", methods=[paid(5000), paid(7000, "=1", channel="truc_tuyen")], components=[]),
        *(record(f"1.9001{n:02}", field=text, legal_basis=[text]) for n, text in enumerate(HOSTILE)),
    ]
    path = tmp_path / "danh-muc.xlsx"
    write_workbook(records, path)
    assert [line.value for line in read_lines(path)] == records


def test_a_formula_in_a_cell_is_only_text_to_a_spreadsheet() -> None:
    assert [safe_cell(text) for text in ("=1+1", "Phí", 5)] == ["'=1+1", "Phí", 5]


def test_a_file_of_another_kind_is_refused_with_a_sentence(tmp_path: Path) -> None:
    for name, content in [("a.jsonl", b""), ("a.pdf", b"%PDF-1.7"), ("a.xlsx", b"PK\x03\x04broken")]:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(Unreadable, match=r"^Tệp .+\.$"):
            list(read_lines(path))


def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    endless = json.dumps({"code": "x" * (5 * 1024 * 1024)}).encode()
    lines = list(read_lines(write(tmp_path / "a.jsonl", [endless, record()])))
    assert [flaw.kind for flaw in lines[0].flaws] == [Flaw.LINE_TOO_LONG]
    assert (lines[1].row, lines[1].value) == (2, record())


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh"),
        (". - Cấp đổi thẻ", "Cấp đổi thẻ"),
        ("thủ tục: cấp thẻ", "Cấp thẻ"),
        ("Thủ tục", "Thủ tục"),
        ("Công bố thủ tục", "Công bố thủ tục"),
    ],
)
def test_a_title_begins_with_what_it_is_about(name: str, title: str) -> None:
    assert title_of(name) == title
