"""The e-form that the tests of its pages share: every kind of field, and what somebody types into it."""

from html.parser import HTMLParser
from typing import Any

from django.http import QueryDict

from motcua.reference.forms import django_forms, rules
from motcua.reference.forms.django_forms import PageForm, clean_answers
from motcua.reference.forms.words import Answer

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


def people(**typed: Any) -> PageForm:
    return posted("people", PEOPLE | {name.replace("__", "-"): value for name, value in typed.items()})


def taken(form: PageForm) -> dict[str, Answer | None]:
    assert form.is_valid(), form.errors
    return clean_answers(SCHEMA, "people", form.cleaned_data)
