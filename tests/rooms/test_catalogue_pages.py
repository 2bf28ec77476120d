"""What people read about procedures, and how they find them."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.reference.catalogue import queries
from motcua.reference.catalogue.management.commands.catalogue import Command
from motcua.reference.catalogue.words import Charge, FeeKind, Paper
from tests.rooms.test_catalogue_versions import DRAFT, drafted, published

pytestmark = pytest.mark.django_db

ON = date(2026, 4, 2)
BIRTH = replace(
    DRAFT,
    code="1.001193",
    name="Thủ tục đăng ký khai sinh",
    title="Đăng ký khai sinh",
    other_words=("đẻ con",),
    papers=(
        Paper("certificate", "Giấy chứng sinh", originals=1, copies=2),
        Paper("identity", "Giấy tờ tùy thân", required=False, data_source="CSDL dân cư"),
        Paper("abandoned", "Biên bản", originals=1, required=False, condition="Trẻ bị bỏ rơi"),
    ),
    cases=(),
    channels=(DRAFT.channels[0], DRAFT.channels[2]),
    fees=(
        Charge(FeeKind.CHARGE, "Lệ phí", None, note="Do HĐND tỉnh quyết định"),
        Charge(FeeKind.SERVICE_FEE, "Phí", None),
        Charge(FeeKind.SERVICE_FEE, "Phí bản sao", 0),
    ),
)


def run(*words: str) -> None:
    Command().run_from_argv(["motcua", "catalogue", *words])


def test_a_page_says_what_to_bring_what_not_and_what_only_sometimes() -> None:
    page = queries.page_of(published(BIRTH))
    assert [(paper.name, paper.quantity) for paper in page.bring] == [
        ("Giấy chứng sinh", "1 bản chính, 2 bản sao")
    ]
    assert [(paper.name, paper.source) for paper in page.not_bring] == [("Giấy tờ tùy thân", "CSDL dân cư")]
    assert [(paper.condition, paper.name) for paper in page.conditional] == [("Trẻ bị bỏ rơi", "Biên bản")]


def test_what_the_source_leaves_out_is_said_to_be_missing_and_never_free() -> None:
    page = queries.page_of(published(BIRTH))
    assert [fee.amount for fee in page.fees] == [
        "Theo nghị quyết của HĐND tỉnh",
        "Nguồn chưa ghi",
        "Miễn phí",
    ]
    assert [row.time for row in page.channels] == ["5\xa0ngày làm\xa0việc", "Nguồn không ghi đơn vị"]
    assert page.missing == ("Thời hạn khi nộp bưu chính", "Mức phí", "Căn cứ pháp lý")


def test_a_procedure_without_a_fee_line_is_not_called_free() -> None:
    assert queries.page_of(published(replace(BIRTH, fees=()))).fee.value == "Nguồn chưa ghi"


def test_a_page_lists_every_published_version_and_marks_its_own() -> None:
    first = published()
    published(replace(DRAFT, effective_from=date(2026, 6, 1)))
    assert [(row.number, row.shown) for row in queries.page_of(first).versions] == [(2, False), (1, True)]


@pytest.mark.parametrize("papers", [1, 30])
def test_a_page_costs_the_same_statements_whatever_it_holds(
    papers: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many = tuple(Paper(f"paper-{number}", "Giấy", originals=1) for number in range(papers))
    published(replace(BIRTH, papers=many))
    version = queries.effective_version("1.001193", ON)
    assert version
    with django_assert_num_queries(8):
        queries.page_of(version)


def test_browsing_groups_by_field_with_counts_and_leaves_drafts_out() -> None:
    published()
    published(BIRTH)
    published(replace(DRAFT, code="1.000003", field="Đất đai"))
    drafted(replace(DRAFT, code="1.000004"))
    assert [(field.name, field.count) for field in queries.procedures(ON)] == [("Đất đai", 1), ("Hộ tịch", 2)]


@pytest.mark.parametrize("query", ["dang ky khai sinh", "làm giấy khai sinh", "giay khai sinh", "1.001193"])
def test_search_finds_with_and_without_diacritics(query: str) -> None:
    published()
    published(BIRTH)
    hit = queries.search(query, limit=5, on=ON)[0]
    assert (hit.code, hit.title, hit.channels) == ("1.001193", "Đăng ký khai sinh", ("direct", "post"))
    assert "Mã\xa01.001193." in hit.why or "Mã 1.001193." in hit.why


def test_search_gives_no_more_than_asked_and_nothing_that_is_not_in_force() -> None:
    published(BIRTH)
    drafted(replace(BIRTH, code="1.000005"))
    assert len(queries.search("khai sinh", limit=5, on=ON)) == 1
    assert queries.search("khai sinh", limit=0, on=ON) == []
    assert queries.search("khai sinh", limit=5, on=date(2026, 3, 31)) == []


@pytest.mark.parametrize("query", ["", "  ", "%", "_", "'; --", "\x00", "a" * 100_000, "🙂"])
def test_search_takes_any_text(query: str) -> None:
    published(BIRTH)
    assert queries.search(query, limit=5, on=ON) == []


def test_the_command_answers_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    published(BIRTH)
    run("search", "giay khai sinh", "--limit", "3", "--json")
    [row] = json.loads(capsys.readouterr().out)
    assert row.keys() == {"code", "name", "why"}
    assert (row["code"], row["name"]) == ("1.001193", "Thủ tục đăng ký khai sinh")


def test_the_command_answers_a_batch_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(BIRTH)
    batch = tmp_path / "queries.jsonl"
    batch.write_text('{"query": "khai sinh", "limit": 1}\n{"query": "qwerty"}\n', encoding="utf-8")
    run("search", "--batch", str(batch))
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[row["code"] for row in rows] for rows in answers] == [["1.001193"], []]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("find", "x"),
        ("search",),
        ("search", "  "),
        ("search", "x", "--limit", "0"),
        ("search", "x", "--limit", "mười"),
        ("search", "x", "--limit", "-1"),
        ("search", "x", "--loud"),
        ("search", "--batch", "/nowhere/at/all"),
        ("search", "x", "--batch", "/nowhere/at/all"),
    ],
)
def test_bad_input_ends_with_two_and_one_sentence(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert told.out == ""
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"query": 5}', '{"query": "x", "limit": true}'])
def test_a_bad_line_of_a_batch_is_named(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = tmp_path / "queries.jsonl"
    batch.write_text(f'{{"query": "khai sinh"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(SystemExit):
        run("search", "--batch", str(batch))
    told = capsys.readouterr()
    assert (told.out, "Dòng 2" in told.err) == ("", True)
