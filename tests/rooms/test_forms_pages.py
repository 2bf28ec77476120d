"""A page of an e-form in the browser's terms: controls, labels, errors, and what was typed."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
import time_machine
from django.http import QueryDict

from motcua.base.ui.forms import problems
from motcua.reference.forms import django_forms, rules
from motcua.reference.forms.django_forms import PageForm, clean_answers
from motcua.reference.forms.rules import Field, Page, Schema
from motcua.reference.forms.words import Answer, FieldKind

HELD = {"id": "018f2c5e-7b1a-7000-8000-000000000001", "name": "chung-sinh.pdf"}
PEOPLE_PAGE = {
    "code": "people",
    "title": "Người trong nhà",
    "fields": [
        {"name": "business", "kind": "tax_code", "label": "Mã số thuế", "required": False},
        {"name": "rooms", "kind": "number", "label": "Số phòng", "places": 1},
        {
            "name": "why",
            "kind": "text",
            "label": "Vì sao nhiều phòng",
            "show_if": {"field": "rooms", "test": "at_least", "value": 5},
        },
        {"name": "rents", "kind": "yes_no", "label": "Có thuê nhà không?"},
        {
            "name": "owner",
            "kind": "group",
            "label": "Chủ nhà",
            "show_if": {"field": "rents", "value": True},
            "fields": [
                {"name": "owner_name", "kind": "person_name", "label": "Họ tên"},
                {"name": "owner_home", "kind": "address", "label": "Nơi ở"},
            ],
        },
        {
            "name": "members",
            "kind": "table",
            "label": "Những người cùng ở",
            "row": "Thành viên",
            "min": 1,
            "max": 3,
            "fields": [
                {"name": "full_name", "kind": "person_name", "label": "Họ tên"},
                {"name": "born_on", "kind": "date", "label": "Ngày sinh", "max": "today"},
                {"name": "works", "kind": "yes_no", "label": "Đi làm?"},
                {
                    "name": "job",
                    "kind": "text",
                    "label": "Việc gì",
                    "show_if": {"field": "works", "value": True},
                },
            ],
        },
        {"name": "paper", "kind": "file", "label": "Hợp đồng thuê", "required": False, "max": 2},
    ],
}

PLACES = [
    {"code": "hospital", "label": "Bệnh viện, trạm y tế"},
    {"code": "home", "label": "Tại nhà", "hint": "Có người làm chứng."},
]
MANY = [{"code": f"n{each}", "label": f"Dân tộc {each}"} for each in range(54)]
SCHEMA = rules.parse(
    {
        "code": "birth",
        "title": "Tờ khai đăng ký khai sinh",
        "pages": [
            {
                "code": "child",
                "title": "Trẻ được khai sinh",
                "fields": [
                    {"name": "told", "kind": "note", "label": "Ghi như trên Giấy chứng sinh."},
                    {"name": "name", "kind": "person_name", "label": "Họ, chữ đệm, tên"},
                    {"name": "born", "kind": "date", "label": "Ngày sinh", "max": "today"},
                    {"name": "place", "kind": "choice", "label": "Nơi sinh", "options": PLACES},
                    {
                        "name": "clinic",
                        "kind": "text",
                        "label": "Tên cơ sở y tế",
                        "show_if": {"field": "place", "value": "hospital"},
                    },
                    {"name": "ethnicity", "kind": "choice", "label": "Dân tộc", "options": MANY},
                    {"name": "papers", "kind": "choices", "label": "Giấy tờ có sẵn", "options": PLACES},
                    {"name": "twin", "kind": "yes_no", "label": "Trẻ có anh chị em sinh đôi không?"},
                    {
                        "name": "twin_address",
                        "kind": "address",
                        "label": "Nơi ở của anh chị em",
                        "required": False,
                        "show_if": {"field": "twin", "value": True},
                    },
                    {"name": "weight", "kind": "number", "label": "Cân nặng (gam)", "max": 9000},
                    {"name": "fee", "kind": "money", "label": "Phí đã nộp", "required": False},
                ],
            },
            {
                "code": "mother",
                "title": "Mẹ của trẻ",
                "fields": [
                    {"name": "mother_id", "kind": "personal_id", "label": "Số định danh của mẹ"},
                    {
                        "name": "phone",
                        "kind": "phone",
                        "label": "Số điện thoại",
                        "autocomplete": "tel",
                    },
                    {"name": "mail", "kind": "email", "label": "Thư điện tử", "required": False},
                    {
                        "name": "home",
                        "kind": "address",
                        "label": "Nơi cư trú",
                        "autocomplete": "street-address",
                    },
                    {
                        "name": "nurse",
                        "kind": "person_name",
                        "label": "Người đỡ đẻ",
                        "show_if": {"field": "place", "value": "home"},
                    },
                    {"name": "more", "kind": "long_text", "label": "Điều cần nói thêm", "required": False},
                ],
            },
            PEOPLE_PAGE,
        ],
    }
)
CHILD = {
    "name": "Lý Gia Bảo",
    "born_day": "5",
    "born_month": "11",
    "born_year": "2026",
    "place": "hospital",
    "clinic": "Bệnh viện Đa khoa tỉnh Tuyên Quang",
    "ethnicity": "n3",
    "papers": ["home", "hospital"],
    "twin": "false",
    "twin_address_province": "tỉnh Tuyên Quang",
    "twin_address_commune": "",
    "twin_address_detail": "",
    "weight": "3.200",
    "fee": "16.000",
}
MOTHER = {
    "mother_id": "008 190 004 821",
    "phone": "0912 345 678",
    "mail": "",
    "home_province": "tỉnh Tuyên Quang",
    "home_commune": "phường Minh Xuân",
    "home_detail": "Tổ 12",
    "more": "",
}
PEOPLE = {
    "business": "0100109106",
    "rooms": "2,5",
    "why": "",
    "rents": "false",
    "owner_name": "",
    "owner_home_province": "tỉnh Tuyên Quang",
    "owner_home_commune": "",
    "owner_home_detail": "",
    "members-rows": "2",
    "members-0-full_name": "Lý Thị Hoa",
    "members-0-born_on_day": "5",
    "members-0-born_on_month": "11",
    "members-0-born_on_year": "1990",
    "members-0-works": "true",
    "members-0-job": "Dạy học",
    "members-1-full_name": "",
    "members-1-born_on_day": "",
    "members-1-born_on_month": "",
    "members-1-born_on_year": "",
    "members-1-job": "",
}

pytestmark = pytest.mark.usefixtures("on_a_wednesday", "unbuilt_assets")


@pytest.fixture
def on_a_wednesday() -> Any:
    with time_machine.travel("2026-11-25T14:20:00+07:00", tick=False):
        yield


@pytest.fixture
def unbuilt_assets(settings: Any) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


def sent(values: dict[str, Any]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def posted(page: str, values: dict[str, Any], answers: dict[str, Answer | None] | None = None) -> PageForm:
    return django_forms.form_for(SCHEMA, page, data=sent(values), answers=answers or {})


class Controls(HTMLParser):
    """The controls of a page, and what the labels point at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.controls: list[dict[str, str | None]] = []
        self.labelled: set[str | None] = set()
        self.ids: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in {"input", "textarea", "select"}:
            self.controls.append(found)
        if tag == "label":
            self.labelled.add(found.get("for"))
        if "id" in found:
            self.ids.append(found["id"])


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


def people(**typed: Any) -> PageForm:
    return posted("people", PEOPLE | {name.replace("__", "-"): value for name, value in typed.items()})


def taken(form: PageForm) -> dict[str, Answer | None]:
    assert form.is_valid(), form.errors
    return clean_answers(SCHEMA, "people", form.cleaned_data)


def test_rows_become_a_list_and_a_row_that_nobody_began_is_left_out() -> None:
    assert taken(people()) == {
        "business": "0100109106",
        "rooms": 2.5,
        "rents": False,
        "members": [
            {"full_name": "Lý Thị Hoa", "born_on": "1990-11-05", "works": True, "job": "Dạy học"},
        ],
        "paper": None,
    }


def test_a_row_once_begun_must_be_whole_and_says_which_row_it_is() -> None:
    form = people(members__1__full_name="Lý Gia Bảo")
    assert [(problem.text, problem.href) for problem in problems(form)] == [
        ("Nhập thành viên 2: ngày sinh.", "#id_members-1-born_on_day"),
        ("Trả lời câu hỏi “Thành viên 2: đi làm?”.", "#id_members-1-works_0"),
    ]


def test_a_cell_under_a_choice_of_its_row_is_asked_with_that_choice_alone() -> None:
    assert people(members__0__job="").errors.keys() == {"members-0-job"}
    rows = taken(people(members__0__works="false"))["members"]
    assert isinstance(rows, list) and "job" not in rows[0]


def test_a_table_with_too_few_rows_says_so_at_its_head() -> None:
    form = people(members__rows="0")
    assert [(problem.text, problem.href) for problem in problems(form)] == [
        ("Những người cùng ở: cần ít nhất 1 thành viên. Bấm nút thêm rồi điền.", "#id_members")
    ]


def test_a_row_comes_and_goes_without_script_and_nothing_typed_is_lost() -> None:
    more = people(add_row="members", rooms="hai")
    assert (more.reshaped, more.is_valid(), dict(more.errors)) == (True, False, {})
    assert "members-2-full_name" in more.fields
    assert (more["rooms"].value(), more["members-0-full_name"].value()) == ("hai", "Lý Thị Hoa")
    less = people(drop_row="members-0", members__1__full_name="Lý Gia Bảo")
    assert less["members-0-full_name"].value() == "Lý Gia Bảo"
    assert "members-1-full_name" not in less.fields


@pytest.mark.parametrize("rows", ["99999999999", "4"])
def test_no_more_rows_come_than_a_table_takes(rows: str) -> None:
    assert len(people(members__rows=rows).fields["members"].rows) == 3  # type: ignore[attr-defined]  # a block
    full = people(members__rows="3", add_row="members")
    assert "members-3-full_name" not in full.fields and "Thêm thành viên" not in full.render()


@pytest.mark.parametrize("act", [{"add_row": "odd"}, {"drop_row": "members"}, {"drop_row": "odd-1"}])
def test_an_act_on_no_table_of_the_page_changes_nothing(act: dict[str, str]) -> None:
    assert not people(**act).reshaped


def test_a_group_stands_under_the_choice_that_calls_for_it() -> None:
    form = people(rents="true", owner_name="Ma Đức Long", owner_home_commune="Minh Xuân")
    assert taken(form)["owner_home"] == {
        "province": "tỉnh Tuyên Quang",
        "commune": "phường Minh Xuân",
        "detail": "",
    }
    assert people(rents="true").errors.keys() == {"owner_name", "owner_home_commune"}
    hidden = taken(people(owner_name="Ma Đức Long"))
    assert "owner_name" not in hidden and "owner_home" not in hidden


def test_a_field_that_hangs_on_a_figure_is_demanded_by_the_server() -> None:
    assert people(rooms="5").errors.keys() == {"why"}
    assert taken(people(rooms="5", why="Ba thế hệ"))["why"] == "Ba thế hệ"
    assert "why" not in taken(people(rooms="4,5", why="Ba thế hệ"))
    assert "data-show-if" in people().render()


def test_files_that_were_taken_stay_and_those_refused_are_told() -> None:
    form = django_forms.form_for(
        SCHEMA,
        "people",
        data=sent(PEOPLE),
        answers={"paper": [HELD]},
        refused={"paper": ["anh.exe: loại tệp này không nhận."]},
    )
    assert form.errors == {"paper": ["anh.exe: loại tệp này không nhận."]}
    assert "chung-sinh.pdf" in form.render()
    form = django_forms.form_for(SCHEMA, "people", data=sent(PEOPLE), answers={"paper": [HELD]})
    assert taken(form)["paper"] == [HELD]


def test_an_id_of_a_file_typed_by_hand_is_not_taken() -> None:
    assert taken(people(paper=HELD["id"]))["paper"] is None


def test_a_page_opens_with_the_rows_so_far_or_as_many_as_are_needed() -> None:
    fresh = django_forms.form_for(SCHEMA, "people")
    assert "members-0-full_name" in fresh.fields and "members-1-full_name" not in fresh.fields
    rows = [{"full_name": "Lý Thị Hoa"}, {"full_name": "Lý Gia Bảo", "born_on": "2026-11-05"}]
    form = django_forms.form_for(SCHEMA, "people", answers={"members": rows})
    assert form["members-1-full_name"].value() == "Lý Gia Bảo"
    assert 'value="2026"' in form["members-1-born_on"].as_field_group()
