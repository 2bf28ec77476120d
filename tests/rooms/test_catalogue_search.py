"""The one search over the database, and the wordbook that a controller keeps."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from motcua.base.access import system
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.reference.catalogue import commands, queries
from motcua.reference.catalogue.models import WordingLine
from motcua.reference.catalogue.queries import searching
from motcua.reference.catalogue.search import Row
from motcua.reference.catalogue.words import Level, Why, Wording
from tests.rooms.test_catalogue_pages import BIRTH, published
from tests.support.moments import at

pytestmark = pytest.mark.django_db
ON, AT = date(2026, 4, 2), at("2026-04-02 09:00")
BY = system("tests")


def found(query: str) -> list[str]:
    return [hit.code for hit in queries.search(query, limit=5, on=ON)]


def put(kind: Wording = Wording.SAYING, said: str = "ku tí", **more: object) -> WordingLine | Refusal:
    return commands.put_wording(kind=kind, said=said, by=BY, at=AT, **{"meant": "khai sinh", **more})  # type: ignore[arg-type]  # a test's own shorthand


def test_what_is_published_meanwhile_is_found_at_once() -> None:
    assert found("kết hôn") == []
    published(replace(BIRTH, code="1.000894", name="Thủ tục đăng ký kết hôn", title="Đăng ký kết hôn"))
    assert found("kết hôn") == ["1.000894"]


def test_a_large_catalogue_answers_from_the_index_before_while_the_next_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    published(BIRTH)
    assert found("khai sinh") == ["1.001193"]
    begun: list[searching.State] = []
    monkeypatch.setattr(searching, "AT_ONCE", 0)
    monkeypatch.setattr(searching._shelf, "_make_beside", begun.append)
    published(replace(BIRTH, code="1.000656", name="Đăng ký khai tử", title="Đăng ký khai tử"))
    assert found("khai") == ["1.001193"]
    assert len(begun) == 1


def test_a_search_costs_the_same_few_statements(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    published(BIRTH)
    found("khai sinh")
    with django_assert_num_queries(4):
        found("khai sinh")


def test_findings_tell_whether_the_best_answers_and_the_search_itself_keeps_giving_the_nearest() -> None:
    published(BIRTH)
    assert queries.findings("khai sinh", limit=5, on=ON).sure
    idle = queries.findings("sinh tố bơ mãng cầu đá xay", limit=5, on=ON)
    assert ([hit.code for hit in idle.hits], idle.sure) == (found("sinh tố bơ mãng cầu đá xay"), False)
    assert idle.hits
    assert queries.findings("?!", limit=5, on=ON) == queries.Findings([], sure=False)


def test_two_procedures_of_one_name_are_told_apart() -> None:
    published(BIRTH)
    published(replace(BIRTH, code="1.000002", levels=(Level.PROVINCE,)))
    whys = {hit.code: hit.why for hit in queries.search("khai sinh", limit=5, on=ON)}
    assert "Cấp tỉnh." in whys["1.000002"]
    assert "Xã, phường." in whys["1.001193"]


def test_a_saying_of_a_controller_works_at_once_and_stands_in_the_journal() -> None:
    published(BIRTH)
    assert found("ku tí") == []
    line = put()
    assert isinstance(line, WordingLine)
    assert found("ku tí") == ["1.001193"]
    assert queries.search("ku tí", limit=1, on=ON)[0].why.startswith(
        "Tên có “khai sinh”. “ku tí” là “khai sinh”."
    )
    assert Entry.objects.filter(verb="wording.put", about=f"wording:{line.pk}").count() == 1


def test_a_line_switched_off_says_nothing_any_more_and_is_kept() -> None:
    published(BIRTH)
    put()
    put(switched_off=True)
    assert found("ku tí") == []
    assert [(line.row.said, line.switched_off) for line in queries.lines(Wording.SAYING, "ku ti")] == [
        ("ku tí", True)
    ]


def test_a_line_of_the_program_can_be_changed_and_switched_off() -> None:
    came = next(line for line in queries.lines(Wording.ABBREVIATION) if line.row.said == "gplx")
    put(Wording.ABBREVIATION, "gplx", meant="giấy phép lưu xá")
    changed = queries.line_called(Wording.ABBREVIATION, "gplx")
    assert changed and (came.id, came.row.meant) == (None, "giấy phép lái xe")
    assert changed.row.meant == queries.wordbook().abbreviations["gplx"] == "giấy phép lưu xá"
    put(Wording.ABBREVIATION, "gplx", switched_off=True)
    assert "gplx" not in queries.wordbook().abbreviations


def test_a_line_can_be_tried_before_it_is_saved() -> None:
    published(BIRTH)
    tried = queries.tried("ku tí", limit=5, on=ON, rows=[(Row(Wording.SAYING, "ku tí", "khai sinh"), False)])
    assert [hit.code for hit in tried] == ["1.001193"]
    assert found("ku tí") == []


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"said": " ?! "}, Why.NOTHING_SAID),
        ({"meant": "…"}, Why.NOTHING_MEANT),
        ({"kind": Wording.NAME}, Why.NO_CODE),
        ({"kind": Wording.NAME, "codes": ("9.999999",)}, Why.UNKNOWN_CODE),
        ({"kind": Wording.FILLER, "weight": 7.0}, Why.WEIGHT_OUT_OF_RANGE),
        ({"kind": Wording.FILLER, "weight": float("nan")}, Why.WEIGHT_OUT_OF_RANGE),
    ],
)
def test_a_line_that_is_of_no_use_is_refused_and_nothing_is_kept(more: dict[str, object], why: Why) -> None:
    outcome = put(**more)  # type: ignore[arg-type]  # as above
    assert isinstance(outcome, Refusal)
    assert (outcome.why, WordingLine.objects.count()) == (why, 0)


def test_one_thing_said_has_one_line() -> None:
    put()
    put(meant="khai tử")
    assert [line.meant for line in WordingLine.objects.all()] == ["khai tử"]
    with pytest.raises(IntegrityError), transaction.atomic():
        WordingLine.objects.create(kind="saying", said="ku tí", changed_at=AT)
