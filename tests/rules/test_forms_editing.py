"""Drafting a form: acts on its parts, and what two versions differ in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reference.forms import rules
from motcua.reference.forms.rules import Condition, Field, Option, Page, Schema
from motcua.reference.forms.rules.editing import fresh_name, names_in
from motcua.reference.forms.words import Comparison, FieldKind
from tests.rules.test_forms_schema import schemas

K = FieldKind
PLACE = Field("place", K.CHOICE, "Nơi sinh", options=(Option("home", "Tại nhà"), Option("away", "Nơi khác")))
WITNESS = Field("witness", K.PERSON_NAME, "Người làm chứng", show_if=Condition("place", "home"))
ROW = (
    Field("name", K.PERSON_NAME, "Họ tên"),
    Field("age", K.NUMBER, "Tuổi", show_if=Condition("name", test=Comparison.FILLED)),
)
PEOPLE = Field("people", K.TABLE, "Người ở cùng", fields=ROW)
GROUP = Field("mother", K.GROUP, "Mẹ", fields=(Field("mother_name", K.PERSON_NAME, "Họ tên"),))
BIRTH = Schema(
    "birth", "Khai sinh", (Page("child", "Trẻ", (PLACE, WITNESS)), Page("home", "Nhà", (GROUP, PEOPLE)))
)


@st.composite
def places(draw: st.DrawFn) -> tuple[Schema, tuple[str, ...]]:
    schema = draw(schemas())
    page = draw(st.sampled_from(schema.pages))
    field = draw(st.sampled_from(page.fields))
    return schema, draw(st.sampled_from([(page.code,), (page.code, field.name)]))


@given(places())
def test_what_moved_up_moves_down_to_where_it_was(where: tuple[Schema, tuple[str, ...]]) -> None:
    schema, at = where
    up = rules.moved(schema, at, -1)
    assert up == schema or rules.moved(up, at, 1) == schema


@given(places())
def test_a_copy_bears_names_of_its_own_and_hangs_on_nothing_new(
    where: tuple[Schema, tuple[str, ...]],
) -> None:
    schema, at = where
    doubled = rules.doubled(schema, at)
    names = [field.name for page in doubled.pages for field in page.fields]
    assert len(names) == len(set(names))
    assert len({page.code for page in doubled.pages}) == len(doubled.pages)
    assert not list(rules.flaws(doubled))


@given(places())
def test_what_is_removed_is_gone_and_the_rest_stays(where: tuple[Schema, tuple[str, ...]]) -> None:
    schema, at = where
    left = rules.removed(schema, at)
    with pytest.raises(LookupError):
        rules.thing_at(left, at)
    assert set(names_in(left)) < set(names_in(schema))


@given(schemas(), st.sampled_from(list(FieldKind)), st.sampled_from(["Họ tên", "12 số", "???", "Ngày sinh"]))
def test_a_new_field_is_sound_from_its_first_moment(schema: Schema, kind: FieldKind, label: str) -> None:
    grown, at = rules.with_field(schema, (schema.pages[0].code,), kind, label)
    assert rules.field_at(grown, at).kind is kind
    assert not list(rules.flaws(grown))


def test_an_inner_field_is_reached_by_its_place() -> None:
    place = ("home", "people", "age")
    assert rules.field_at(BIRTH, place).label == "Tuổi"
    moved = rules.moved(BIRTH, place, -1)
    assert [column.name for column in rules.field_at(moved, place[:2]).fields] == ["age", "name"]


@pytest.mark.parametrize(
    ("at", "names"),
    [
        (("child", "place"), []),
        (("child", "witness"), ["place"]),
        (("home", "mother"), ["place", "witness"]),
        (("home", "people", "name"), ["place", "witness", "mother_name"]),
        (("home", "people", "age"), ["place", "witness", "mother_name", "name"]),
        (("home", "mother", "mother_name"), ["place", "witness"]),
    ],
)
def test_a_field_may_hang_on_what_was_answered_before_it(at: tuple[str, ...], names: list[str]) -> None:
    assert [field.name for field in rules.earlier_than(BIRTH, at)] == names


def test_a_copied_group_hangs_on_its_own_copy() -> None:
    inner = (replace(PLACE, name="where"), replace(WITNESS, name="who", show_if=Condition("where", "home")))
    schema = Schema("a", "A", (Page("p", "P", (replace(GROUP, fields=inner),)),))
    copy = rules.doubled(schema, ("p", "mother")).pages[0].fields[1]
    assert copy.fields[1].show_if == Condition(copy.fields[0].name, "home")


def test_options_are_written_and_read_back() -> None:
    options = (Option("home", "Tại nhà", "Có người làm chứng"), Option("away", "Nơi khác"))
    assert rules.options_from(rules.options_text(options)) == options
    assert rules.options_from("Tại nhà\nTại nhà | lần nữa\n\n2 = Hai") == (
        Option("tai_nha", "Tại nhà"),
        Option("tai_nha_2", "Tại nhà", "lần nữa"),
        Option("2", "Hai"),
    )


@given(st.text(max_size=60), st.sets(st.from_regex(r"[a-z]{1,2}", fullmatch=True)))
def test_a_fresh_name_is_free_and_can_be_used(label: str, taken: set[str]) -> None:
    name = fresh_name(label, taken)
    assert name not in taken
    rules.parse(
        {
            "code": "a",
            "title": "A",
            "pages": [{"code": "a", "title": "A", "fields": [{"name": name, "kind": "text", "label": "x"}]}],
        }
    )


@given(schemas())
def test_equal_forms_differ_in_nothing(schema: Schema) -> None:
    assert rules.difference(schema, schema) == ()


@given(schemas(), schemas())
def test_different_forms_differ_in_something(one: Schema, other: Schema) -> None:
    assert bool(rules.difference(one, other)) is (one != other)


@pytest.mark.parametrize(
    ("fresh", "sentence"),
    [
        (replace(PLACE, label="Sinh ở đâu?"), "Trẻ, ô “Sinh ở đâu?”: tên từ “Nơi sinh” thành “Sinh ở đâu?”."),
        (replace(PLACE, required=False), "Trẻ, ô “Nơi sinh”: nay không bắt buộc."),
        (replace(PLACE, hint="Theo giấy."), "Trẻ, ô “Nơi sinh”: lời nhắc từ “không có” thành “Theo giấy.”."),
        (replace(PLACE, options=PLACE.options[:1]), "Trẻ, ô “Nơi sinh”: bỏ mục “Nơi khác”."),
        (
            replace(PLACE, options=(*PLACE.options, Option("road", "Trên đường"))),
            "Trẻ, ô “Nơi sinh”: thêm mục “Trên đường”.",
        ),
        (
            replace(PLACE, options=PLACE.options[::-1]),
            "Trẻ, ô “Nơi sinh”: đổi thứ tự mục thành Nơi khác, Tại nhà.",
        ),
        (replace(PLACE, kind=K.CHOICES), "Trẻ, ô “Nơi sinh”: loại ô từ “Chọn một” thành “Chọn nhiều”."),
    ],
)
def test_a_change_is_told_in_words(fresh: Field, sentence: str) -> None:
    assert rules.difference(BIRTH, rules.changed(BIRTH, ("child", "place"), fresh)) == (sentence,)


def test_changes_within_a_table_and_of_conditions_are_told() -> None:
    older = rules.changed(BIRTH, ("home", "people", "age"), replace(ROW[1], min=18, show_if=None))
    assert rules.difference(BIRTH, older) == (
        "Nhà, Người ở cùng, ô “Tuổi”: điều kiện hiện từ “đã trả lời “name”” thành “không có”.",
        "Nhà, Người ở cùng, ô “Tuổi”: giới hạn dưới từ “không có” thành “18”.",
    )
