"""Schemas are read from JSON whole and sound, or not at all."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reference.forms import rules
from motcua.reference.forms.rules import Condition, Field, Option, Page, Schema
from motcua.reference.forms.words import TODAY, FieldKind

labels = st.sampled_from(["Ngày sinh", "Nơi sinh", "Trẻ sinh ở đâu?", "Họ, chữ đệm, tên"])
OPTIONS = (Option("a", "Một"), Option("b", "Hai", "Có giấy"))


@st.composite
def schemas(draw: st.DrawFn) -> Schema:
    """Sound schemas in which any field may hang on an earlier choice."""
    kinds = draw(st.lists(st.lists(st.sampled_from(list(FieldKind)), min_size=1, max_size=4), max_size=3))
    choosing: list[tuple[str, tuple[str | bool, ...]]] = []
    pages = []
    for at, kinds_of_page in enumerate(kinds):
        fields = []
        for nth, kind in enumerate(kinds_of_page):
            name = f"p{at}f{nth}"
            condition = None
            if draw(st.booleans()) and choosing:
                above, values = choosing[draw(st.integers(0, len(choosing) - 1))]
                condition = Condition(above, values[draw(st.integers(0, 1))])
            listed = kind in (FieldKind.CHOICE, FieldKind.CHOICES)
            fields.append(
                Field(
                    name,
                    kind,
                    draw(labels),
                    hint=draw(st.sampled_from(["", "Ghi như trên giấy tờ."])),
                    required=draw(st.booleans()),
                    options=OPTIONS if listed else (),
                    show_if=condition,
                    prefill="person.full_name" if kind is FieldKind.PERSON_NAME else "",
                    max=TODAY if kind is FieldKind.DATE else None,
                    fields=_inside(name, kind),
                )
            )
            if listed:
                choosing.append((name, ("a", "b")))
            if kind is FieldKind.YES_NO:
                choosing.append((name, (True, False)))
        pages.append(Page(f"page-{at}", draw(labels), tuple(fields), draw(st.sampled_from(["", "Trẻ"]))))
    if not pages:
        pages.append(Page("page-0", "Ghi chú", (Field("told", FieldKind.NOTE, "Đọc kỹ."),)))
    return Schema("birth", "Tờ khai đăng ký khai sinh", tuple(pages))


def _inside(name: str, kind: FieldKind) -> tuple[Field, ...]:
    """Give what a group or a table holds."""
    if kind is FieldKind.GROUP:
        return (Field(f"{name}_in", FieldKind.TEXT, "Số nhà"),)
    if kind is FieldKind.TABLE:
        return (Field("cell", FieldKind.PERSON_NAME, "Họ tên"), Field("more", FieldKind.TEXT, "Thêm"))
    return ()


@given(schemas())
def test_a_schema_survives_the_way_through_json(schema: Schema) -> None:
    assert rules.parse(json.loads(json.dumps(rules.to_json(schema)))) == schema


def form(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "code": "birth",
        "title": "Tờ khai",
        "pages": [{"code": "child", "title": "Trẻ", "fields": list(fields)}],
        **more,
    }


NAME = {"name": "child_name", "kind": "person_name", "label": "Họ tên"}
BORN = {"name": "born", "kind": "date", "label": "Ngày sinh"}
PLACE = {
    "name": "place",
    "kind": "choice",
    "label": "Nơi sinh",
    "options": [{"code": "hospital", "label": "Bệnh viện"}, {"code": "home", "label": "Tại nhà"}],
}
HERE = "Mẫu birth, trang child, ô"


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        ([], "Mẫu: cần một đối tượng JSON."),
        ({"code": "birth", "title": "Tờ khai"}, "Mẫu: thiếu “pages”."),
        (form(NAME) | {"pages": []}, "Mẫu birth: thiếu “pages”."),
        (
            form(NAME) | {"code": "Khai sinh"},
            "Mẫu: “Khai sinh” phải bắt đầu bằng chữ thường và chỉ gồm a–z, 0–9 và dấu “-”.",
        ),
        (form(NAME, version=2), "Mẫu: không có mục nào tên “version”."),
        (form(NAME, NAME), f"{HERE} child_name: “child_name” dùng hai lần, đặt tên khác cho một trong hai."),
        (
            form(BORN, {"name": "born_day", "kind": "text", "label": "Thứ"}),
            f"{HERE} born_day: “born_day” dùng hai lần, đặt tên khác cho một trong hai.",
        ),
        (form(NAME | {"requird": False}), f"{HERE}: không có mục nào tên “requird”."),
        (form(NAME | {"required": "no"}), f"{HERE}: “required” sai kiểu giá trị."),
        (form(NAME | {"max_length": True}), f"{HERE}: “max_length” sai kiểu giá trị."),
        (form(NAME | {"kind": "name"}), f"{HERE} child_name: không có loại ô “name”."),
        (form(NAME | {"label": ""}), f"{HERE}: thiếu “label”."),
        (form(NAME | {"min": 1}), f"{HERE} child_name: loại ô person_name không dùng “min”."),
        (form(BORN | {"max_length": 9}), f"{HERE} born: loại ô date không dùng “max_length”."),
        (form(BORN | {"max": "tomorrow"}), f"{HERE} born: giới hạn “tomorrow” không đọc được."),
        (form(BORN | {"max": 2026}), f"{HERE} born: giới hạn “2026” không đọc được."),
        (
            form(BORN | {"min": "2026-01-02", "max": "2026-01-01"}),
            f"{HERE} born: giới hạn dưới lớn hơn giới hạn trên.",
        ),
        (form(PLACE | {"options": PLACE["options"][:1]}), f"{HERE} place: cần ít nhất 2 mục để chọn."),
        (
            form(PLACE, NAME | {"show_if": {"field": "where", "value": "home"}}),
            f"{HERE} child_name: hiện theo ô “where”, nhưng trước nó không có ô nào tên như thế.",
        ),
        (
            form(NAME | {"show_if": {"field": "place", "value": "home"}}, PLACE),
            f"{HERE} child_name: hiện theo ô “place”, nhưng trước nó không có ô nào tên như thế.",
        ),
        (
            form(PLACE, NAME | {"show_if": {"field": "place", "value": "school"}}),
            f"{HERE} child_name: ô “place” không có câu trả lời “school”.",
        ),
        (
            form(NAME | {"prefill": "person.age"}),
            f"{HERE} child_name: không có thông tin nào tên “person.age” để điền sẵn vào loại ô này.",
        ),
        (
            form(BORN | {"prefill": "person.phone"}),
            f"{HERE} born: không có thông tin nào tên “person.phone” để điền sẵn vào loại ô này.",
        ),
        (
            form(NAME | {"autocomplete": "nickname"}),
            f"{HERE} child_name: “nickname” không phải tên tự điền mà trình duyệt hiểu.",
        ),
    ],
)
def test_a_broken_schema_is_refused_with_one_sentence(plain: object, sentence: str) -> None:
    with pytest.raises(ValueError) as refused:
        rules.parse(plain)
    assert str(refused.value) == sentence


def test_the_json_schema_demands_what_a_choice_calls_for_only_then() -> None:
    told = rules.json_schema(
        rules.parse(form(PLACE, NAME | {"show_if": {"field": "place", "value": "home"}}))
    )
    assert told["required"] == ["place"]
    assert told["properties"]["place"]["enum"] == ["hospital", "home"]
    (when,) = told["allOf"]
    assert when["if"]["allOf"][0]["required"] == ["place"]
    assert when["then"] == {"required": ["child_name"]}


PEOPLE = {
    "name": "people",
    "kind": "table",
    "label": "Thành viên",
    "row": "Thành viên",
    "fields": [NAME, {"name": "home", "kind": "yes_no", "label": "Ở cùng?"}],
}
PARENTS = {"name": "parents", "kind": "group", "label": "Cha mẹ", "fields": [NAME]}


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        (form(PEOPLE | {"fields": []}), f"{HERE} people: chưa có ô nào bên trong, thêm ô hoặc bỏ đi."),
        (
            form(PEOPLE | {"fields": [PARENTS]}),
            f"{HERE} parents: loại ô group không đặt ở đây được.",
        ),
        (
            form(PARENTS | {"fields": [PARENTS | {"name": "inner"}]}),
            f"{HERE} inner: loại ô group không đặt ở đây được.",
        ),
        (
            form(PARENTS | {"fields": [PARENTS | {"fields": [PARENTS]}]}),
            f"{HERE} parents: loại ô group không đặt ở đây được.",
        ),
        (
            form(NAME, PARENTS),
            f"{HERE} child_name: “child_name” dùng hai lần, đặt tên khác cho một trong hai.",
        ),
        (
            form(NAME, PEOPLE),
            f"{HERE} child_name: “child_name” dùng hai lần, đặt tên khác cho một trong hai.",
        ),
        (form(PEOPLE | {"max": 51}), f"{HERE} people: giới hạn “51” không đọc được."),
        (form(NAME | {"places": 2}), f"{HERE} child_name: loại ô person_name không dùng “places”."),
        (
            form(NAME, BORN | {"show_if": {"field": "child_name", "value": "x"}}),
            f"{HERE} born: không so câu trả lời của ô “child_name” bằng cách “is” được.",
        ),
        (
            form(BORN | {"show_if": {"field": "child_name", "test": "like", "value": 1}}),
            f"{HERE} born: không so câu trả lời của ô “child_name” bằng cách “like” được.",
        ),
        (
            form(BORN | {"show_if": {"field": "child_name", "test": "at_least"}}),
            f"{HERE} born: thiếu “value”.",
        ),
    ],
)
def test_what_holds_fields_is_sound_as_well(plain: object, sentence: str) -> None:
    with pytest.raises(ValueError) as refused:
        rules.parse(plain)
    assert str(refused.value) == sentence


def test_every_flaw_is_told_with_its_place_not_only_the_first() -> None:
    schema = rules.read(form(NAME | {"min": 1}, NAME, PEOPLE | {"fields": []}, BORN | {"label": " "}))
    assert [(flaw.at, flaw.key) for flaw in rules.flaws(schema)] == [
        (("child", "child_name"), "min"),
        (("child", "child_name"), "name"),
        (("child", "people"), "fields"),
        (("child", "born"), "label"),
    ]
    assert next(rules.flaws(schema)).sentence == "Loại ô “Họ tên người” không dùng “min”."


def test_two_tables_may_have_columns_of_one_name() -> None:
    assert rules.parse(form(PEOPLE, PEOPLE | {"name": "guests"}))


def test_the_json_schema_of_a_table_is_a_list_of_rows() -> None:
    told = rules.json_schema(rules.parse(form(PEOPLE | {"min": 2, "max": 5})))["properties"]["people"]
    assert (told["type"], told["minItems"], told["maxItems"]) == ("array", 2, 5)
    assert told["items"]["required"] == ["child_name", "home"]
    assert told["items"]["additionalProperties"] is False
