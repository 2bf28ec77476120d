"""A page of an e-form in the browser's terms: controls, labels, errors, and what was typed."""

import re
from typing import Any

import pytest

from motcua.base.ui.forms import problems
from motcua.reference.forms import django_forms
from motcua.reference.forms.django_forms import clean_answers
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.words import Answer, FieldKind
from tests.rooms.forms_sample import CHILD, MOTHER, SCHEMA, Controls, posted, sent

pytestmark = pytest.mark.usefixtures("on_a_wednesday", "unbuilt_assets")


def test_the_sample_has_every_kind_of_field() -> None:
    assert {field.kind for page in SCHEMA.pages for field in (*page.fields, *page.flat)} == set(FieldKind)


@pytest.mark.parametrize("code", ["child", "mother", "people"])
@pytest.mark.parametrize("values", [None, {}])
def test_every_control_has_a_label_and_an_id_of_its_own(code: str, values: dict[str, Any] | None) -> None:
    form = django_forms.form_for(SCHEMA, code, data=None if values is None else sent(values))
    found = Controls(form.render())
    assert len(found.controls) > 6
    seen = [control for control in found.controls if control.get("type") != "hidden"]
    assert all(control.get("id") in found.labelled for control in seen)
    assert len(found.ids) == len(set(found.ids))
    assert "placeholder" not in form.render()


@pytest.mark.parametrize("code", ["child", "mother", "people"])
def test_every_line_of_the_error_summary_leads_to_a_control(code: str) -> None:
    form = posted(code, {})
    ids = Controls(form.render()).ids
    assert problems(form)
    assert all(problem.href.removeprefix("#") in ids for problem in problems(form))


def test_optional_fields_say_so_and_required_ones_say_nothing() -> None:
    html = re.sub(r"\s+", " ", django_forms.form_for(SCHEMA, "mother").render())
    assert "Thư điện tử <span>(nếu&nbsp;có)</span>" in html
    assert "Số nhà, đường, thôn hoặc tổ dân phố <span>(nếu&nbsp;có)</span>" in html
    assert "Xã, phường hoặc đặc khu <span>" not in html


def test_a_note_tells_and_takes_nothing() -> None:
    form = django_forms.form_for(SCHEMA, "child")
    assert "<p>Ghi như trên Giấy chứng sinh.</p>" in form.render()
    assert 'name="told"' not in form.render()
    assert "told" not in clean_answers(SCHEMA, "child", {"told": "x"})


def test_browsers_learn_what_a_box_is_for() -> None:
    html = django_forms.form_for(SCHEMA, "mother").render()
    assert 'autocomplete="tel"' in html and 'autocomplete="address-level2"' in html
    assert 'inputmode="numeric"' in html


def test_a_valid_page_gives_plain_answers() -> None:
    form = posted("child", CHILD)
    assert form.is_valid(), form.errors
    assert clean_answers(SCHEMA, "child", form.cleaned_data) == {
        "name": "Lý Gia Bảo",
        "born": "2026-11-05",
        "place": "hospital",
        "clinic": "Bệnh viện Đa khoa tỉnh Tuyên Quang",
        "ethnicity": "n3",
        "papers": ["hospital", "home"],
        "twin": False,
        "weight": 3200,
        "fee": 16000,
    }


def test_an_address_is_kept_by_its_parts_and_an_emptied_field_as_none() -> None:
    form = posted("mother", MOTHER)
    assert form.is_valid(), form.errors
    assert clean_answers(SCHEMA, "mother", form.cleaned_data) == {
        "mother_id": "008190004821",
        "phone": "0912345678",
        "mail": None,
        "home": {"province": "tỉnh Tuyên Quang", "commune": "phường Minh Xuân", "detail": "Tổ 12"},
        "more": None,
    }


def test_a_hidden_follow_up_is_neither_demanded_nor_taken() -> None:
    form = posted("child", CHILD | {"place": "home", "clinic": "x" * 300})
    assert form.is_valid(), form.errors
    assert "clinic" not in clean_answers(SCHEMA, "child", form.cleaned_data)
    assert "clinic" in posted("child", CHILD | {"clinic": ""}).errors


def test_a_field_comes_only_when_an_earlier_page_calls_for_it() -> None:
    assert "nurse" not in posted("mother", MOTHER).fields
    assert "nurse" in posted("mother", MOTHER, {"place": "home"}).errors


def test_an_optional_address_once_begun_must_be_whole() -> None:
    begun = CHILD | {"twin": "true", "twin_address_detail": "Tổ 3"}
    assert posted("child", begun).errors["twin_address_commune"] == [
        "Nhập nơi ở của anh chị em: xã, phường hoặc đặc khu."
    ]
    untouched = posted("child", CHILD | {"twin": "true"})
    assert untouched.is_valid(), untouched.errors
    assert clean_answers(SCHEMA, "child", untouched.cleaned_data)["twin_address"] is None


@pytest.mark.parametrize(
    ("code", "typed", "where", "sentence"),
    [
        ("child", {"name": ""}, "name", "Nhập họ, chữ đệm, tên."),
        ("child", {"name": "Bảo 2"}, "name", "Họ tên không có chữ số. Nhập như trên giấy tờ."),
        ("child", {"born_day": "31"}, "born", "Tháng 11 chỉ có 30 ngày. Nhập lại ngày."),
        ("child", {"born_year": "2027"}, "born", "Nhập ngày không muộn hơn 25/11/2026."),
        ("child", {"born_day": "", "born_month": "", "born_year": ""}, "born", "Nhập ngày sinh."),
        ("child", {"place": ""}, "place", "Chọn nơi sinh."),
        ("child", {"place": "school"}, "place", "Chọn một mục trong danh sách."),
        ("child", {"papers": ["x"]}, "papers", "Chọn một mục trong danh sách."),
        ("child", {"twin": ""}, "twin", "Trả lời câu hỏi “Trẻ có anh chị em sinh đôi không?”."),
        ("child", {"twin": "maybe"}, "twin", "Chọn Có hoặc Không."),
        ("child", {"weight": "9.001"}, "weight", "Nhập số không lớn hơn 9.000. Bạn đã nhập 9.001."),
        ("child", {"fee": "-8.000"}, "fee", "Số tiền không được âm. Nhập lại, ví dụ 150.000."),
        (
            "mother",
            {"mother_id": "00819000482"},
            "mother_id",
            "Số định danh có 12 chữ số. Bạn đã nhập 11.",
        ),
        (
            "mother",
            {"home_commune": "phường Tân Quang"},
            "home_commune",
            "“phường Tân Quang” nay là phường Minh Xuân. Nhập tên hiện nay.",
        ),
        ("mother", {"home_commune": ""}, "home_commune", "Nhập nơi cư trú: xã, phường hoặc đặc khu."),
        (
            "mother",
            {"more": "x" * 4001},
            "more",
            "Rút ngắn còn tối đa 4.000 ký tự. Bạn đã nhập 4.001.",
        ),
    ],
)
def test_a_wrong_answer_gets_a_cure_and_stays_as_typed(
    code: str, typed: dict[str, Any], where: str, sentence: str
) -> None:
    values = (CHILD if code == "child" else MOTHER) | typed
    form = posted(code, values)
    assert form.errors == {where: [sentence]}
    kept = Controls(form.render())
    written = {control["name"]: control.get("value") for control in kept.controls}
    for name in ("name", "born_day", "born_year", "weight", "fee", "mother_id", "home_commune"):
        if name in written and values[name]:
            assert written[name] == values[name]


def test_what_nobody_can_see_is_dropped_without_a_word() -> None:
    form = posted("mother", MOTHER | {"phone": "0912\x00345\u200b678"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["phone"] == "0912345678"


def test_a_page_opens_with_the_answers_so_far() -> None:
    answers: dict[str, Answer | None] = {
        "born": "2026-11-05",
        "twin": False,
        "weight": 3200,
        "fee": None,
        "place": "home",
    }
    form = django_forms.form_for(SCHEMA, "child", answers=answers)
    found = Controls(form.render()).controls
    written = {control["name"]: control.get("value") for control in found if control.get("type") == "text"}
    chosen = {(each["name"], each["value"]) for each in found if "checked" in each}
    assert (written["born_day"], written["born_year"], written["weight"]) == ("5", "2026", "3.200")
    assert chosen == {("twin", "false"), ("place", "home")}


def test_what_is_given_at_first_stands_over_the_answers() -> None:
    form = django_forms.form_for(SCHEMA, "child", answers={"name": "Cũ"}, initial={"name": "Lý Gia Bảo"})
    assert form["name"].value() == "Lý Gia Bảo"


def test_the_own_province_stands_in_an_address_until_there_is_an_answer(settings: Any) -> None:
    settings.PROVINCE = "tỉnh Tuyên Quang"
    assert django_forms.form_for(SCHEMA, "mother")["home_province"].value() == "tỉnh Tuyên Quang"
    moved = {"province": "tỉnh Lào Cai", "commune": "phường Sa Pa", "detail": ""}
    form = django_forms.form_for(SCHEMA, "mother", answers={"home": moved})
    assert form["home_province"].value() == "tỉnh Lào Cai"


def test_an_unknown_page_is_told() -> None:
    with pytest.raises(LookupError):
        django_forms.form_for(SCHEMA, "father")


@pytest.mark.parametrize("name", ["page", "answers", "follow", "fields", "clean", "errors", "data"])
def test_a_field_may_bear_any_name(name: str) -> None:
    asked = Field(name, FieldKind.TEXT, "Số trang")
    schema = Schema("copy", "Sao trích lục", (Page("one", "Bản sao", (asked,)),))
    form = django_forms.form_for(schema, "one", data=sent({name: "Trang 3"}))
    assert form.is_valid(), form.errors
    assert clean_answers(schema, "one", form.cleaned_data) == {name: "Trang 3"}
    assert "Trang 3" in form.render()
