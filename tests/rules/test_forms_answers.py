"""Answers as a whole: hidden ones go, given ones stay, missing ones are named."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from motcua.reference.forms import rules
from motcua.reference.forms.rules import Condition, Field, Group, Option, Page, Row, Schema
from motcua.reference.forms.words import Answer, Comparison, FieldKind
from tests.rules.test_forms_schema import schemas

DAY = date(2026, 11, 25)
K = FieldKind

PLACE = Field(
    "place", K.CHOICE, "Nơi sinh", options=(Option("hospital", "Bệnh viện"), Option("home", "Tại nhà"))
)
CLINIC = Field("clinic", K.TEXT, "Tên cơ sở y tế", show_if=Condition("place", "hospital"))
WITNESSED = Field("witnessed", K.YES_NO, "Có người làm chứng không?", show_if=Condition("place", "home"))
WITNESS = Field("witness", K.PERSON_NAME, "Người làm chứng", show_if=Condition("witnessed", True))
TOLD = Field("told", K.NOTE, "Người làm chứng ký tại quầy.", show_if=Condition("place", "home"))
MOTHER = Field("mother", K.PERSON_NAME, "Họ tên mẹ", prefill="person.full_name")
MOTHER_ID = Field("mother_id", K.PERSONAL_ID, "Số định danh của mẹ", prefill="person.personal_id")
HOME = Field("home", K.ADDRESS, "Nơi cư trú", required=False, prefill="person.address")
COPIES_FEE = Field("fee", K.MONEY, "Phí bản sao", required=False)
BIRTH = Schema(
    "birth",
    "Tờ khai đăng ký khai sinh",
    (
        Page("where", "Trẻ sinh ở đâu?", (PLACE, CLINIC, WITNESSED, TOLD), caption="Nơi sinh của trẻ"),
        Page("witness", "Ai làm chứng?", (WITNESS,)),
        Page("mother", "Mẹ của trẻ", (MOTHER, MOTHER_ID, HOME, COPIES_FEE)),
    ),
)
FACTS = {
    "person.full_name": "Lý Thị Hoa",
    "person.personal_id": "008190004821",
    "person.address.province": "tỉnh Tuyên Quang",
    "person.address.commune": "phường Minh Xuân",
    "person.address.detail": "Tổ 12",
}
ADDRESS: Answer = {"province": "tỉnh Tuyên Quang", "commune": "phường Minh Xuân", "detail": "Tổ 12"}

plain_answers = st.sampled_from(["a", "b", "x", True, False, 3, None]) | st.just(["a"])
answers_of_names = st.dictionaries(st.from_regex(r"p[0-2]f[0-3]", fullmatch=True), plain_answers, max_size=12)


@given(schemas(), answers_of_names)
def test_no_kept_answer_belongs_to_a_hidden_field(schema: Schema, answers: dict[str, Answer | None]) -> None:
    left = rules.kept(schema, answers)
    assert all(rules.shown(field, left) for _, field in schema.asked() if field.name in left)
    assert rules.kept(schema, left) == left


def test_what_follows_from_a_dropped_answer_is_dropped_as_well() -> None:
    given_first: dict[str, Answer | None] = {"place": "home", "witnessed": True, "witness": "Giàng A Páo"}
    assert rules.merged(BIRTH, given_first, {"place": "hospital"}) == {"place": "hospital"}
    assert rules.merged(BIRTH, given_first, {"place": "home"}) == given_first


@given(schemas(), answers_of_names)
def test_a_prefilled_fact_never_overwrites_an_answer(
    schema: Schema, answers: dict[str, Answer | None]
) -> None:
    filled = rules.prefilled(schema, FACTS, answers, today=DAY)
    assert {name: filled[name] for name in answers} == answers


def test_known_facts_fill_what_was_not_asked_yet() -> None:
    filled = rules.prefilled(BIRTH, FACTS, {"mother": None}, today=DAY)
    assert filled == {"mother": None, "mother_id": "008190004821", "home": ADDRESS}


def test_a_fact_that_the_field_would_refuse_is_left_out() -> None:
    assert rules.prefilled(BIRTH, {"person.personal_id": "0081"}, today=DAY) == {}


@given(schemas(), answers_of_names)
def test_a_missing_field_is_shown_required_and_empty(
    schema: Schema, answers: dict[str, Answer | None]
) -> None:
    left = rules.kept(schema, answers)
    gaps = [field for _, field in rules.missing(schema, answers)]
    assume(gaps)
    assert all(rules.shown(field, left) for field in gaps)
    plain = [field for field in gaps if field.kind is not K.TABLE]
    assert all(field.required and not left.get(field.name) for field in plain)


def test_only_what_the_answers_call_for_is_missing() -> None:
    def names(answers: dict[str, Answer | None]) -> list[str]:
        return [field.name for _, field in rules.missing(BIRTH, answers)]

    assert names({}) == ["place", "mother", "mother_id"]
    assert names({"place": "hospital"}) == ["clinic", "mother", "mother_id"]
    assert names({"place": "home", "witnessed": False}) == ["mother", "mother_id"]


def test_a_page_with_nothing_to_show_is_passed_over() -> None:
    assert [page.code for page in rules.open_pages(BIRTH, {})] == ["where", "mother"]
    witnessed: dict[str, Answer | None] = {"place": "home", "witnessed": True}
    assert [page.code for page in rules.open_pages(BIRTH, witnessed)] == ["where", "witness", "mother"]


def test_answers_from_outside_are_cleaned_field_by_field() -> None:
    given_raw = {"place": "home", "clinic": "x", "mother": " Lý  Thị Hoa", "mother_id": "0081", "odd": 1}
    answers, wrong = rules.cleaned(BIRTH, given_raw, today=DAY)
    assert answers == {"place": "home", "mother": "Lý Thị Hoa"}
    assert [(each.page.code, each.field.name) for each in wrong] == [("mother", "mother_id")]


ANSWERED: dict[str, Answer | None] = {
    "place": "home",
    "clinic": "Bệnh viện cũ",
    "witnessed": False,
    "mother": "Lý Thị Hoa",
    "mother_id": "008190004821",
    "home": ADDRESS,
}


def test_answers_are_read_back_by_page_in_words() -> None:
    assert rules.as_rows(BIRTH, ANSWERED, origins={"mother": "Điền từ VNeID"}) == (
        Group(
            "Nơi sinh của trẻ",
            "where",
            (Row("Nơi sinh", "Tại nhà"), Row("Có người làm chứng không?", "Không")),
        ),
        Group(
            "Mẹ của trẻ",
            "mother",
            (
                Row("Họ tên mẹ", "Lý Thị Hoa", "Điền từ VNeID"),
                Row("Số định danh của mẹ", "008190004821"),
                Row("Nơi cư trú", "Tổ 12, phường Minh Xuân, tỉnh Tuyên Quang"),
                Row("Phí bản sao", "chưa có"),
            ),
        ),
    )


def test_masked_rows_show_only_the_last_digits_of_an_identity_number() -> None:
    told = str(rules.as_rows(BIRTH, ANSWERED, masked=True))
    assert "4821" in told and "008190004821" not in told
    assert "008190004821" in str(rules.as_rows(BIRTH, ANSWERED))


def test_figures_and_dates_are_read_the_vietnamese_way() -> None:
    assert rules.value_text(COPIES_FEE, 16000) == "16.000\u00a0₫"
    assert rules.value_text(Field("born", K.DATE, "Ngày sinh"), "2026-11-05") == "05/11/2026"
    assert rules.value_text(Field("area", K.NUMBER, "Diện tích"), 1200) == "1.200"
    many = Field("kinds", K.CHOICES, "Loại", options=PLACE.options)
    assert rules.value_text(many, ["hospital", "home"]) == "Bệnh viện; Tại nhà"


PEOPLE = Field(
    "people",
    K.TABLE,
    "Thành viên",
    row="Thành viên",
    min=2,
    fields=(
        Field("name", K.PERSON_NAME, "Họ tên"),
        Field("married", K.YES_NO, "Đã kết hôn?"),
        Field("spouse", K.PERSON_NAME, "Vợ hoặc chồng", show_if=Condition("married", True)),
        Field("old_id", K.PERSONAL_ID, "Số định danh", required=False, show_if=Condition("place", "home")),
    ),
)
PARENTS = Field(
    "parents",
    K.GROUP,
    "Mẹ",
    show_if=Condition("place", "home"),
    fields=(Field("mother_tax", K.TAX_CODE, "Mã số thuế"), Field("rooms", K.NUMBER, "Số phòng", places=1)),
)
WIDE = Field("wide", K.TEXT, "Vì sao nhiều phòng", show_if=Condition("rooms", 3, Comparison.AT_LEAST))
PAPER = Field("paper", K.FILE, "Giấy chứng sinh", max=2)
HOUSE = Schema("house", "Nhà ở", (Page("one", "Nhà", (PLACE, PARENTS, WIDE, PEOPLE, PAPER)),))
FILE = {"id": "018f2c5e-7b1a-7000-8000-000000000001", "name": "chung-sinh.pdf"}
AT_HOME: dict[str, Answer | None] = {
    "place": "home",
    "mother_tax": "0802600012",
    "rooms": 3.5,
    "wide": "Ba thế hệ",
    "people": [
        {"name": "Lý Thị Hoa", "married": True, "spouse": "Ma Đức Long", "old_id": "008190004821"},
        {"name": "Lý Gia Bảo", "married": False, "spouse": "Không ai", "old_id": None},
    ],
    "paper": [FILE],
}


def test_a_hidden_group_takes_its_members_and_what_hangs_on_them_away() -> None:
    assert rules.kept(HOUSE, {**AT_HOME, "place": "hospital"}).keys() == {"place", "people", "paper"}


def test_a_hidden_cell_is_dropped_by_an_answer_of_its_row_and_by_one_outside() -> None:
    kept = rules.kept(HOUSE, AT_HOME)["people"]
    assert isinstance(kept, list)
    assert "spouse" not in kept[1] and "spouse" in kept[0]
    away = rules.kept(HOUSE, {**AT_HOME, "place": "hospital"})["people"]
    assert isinstance(away, list) and all("old_id" not in row for row in away)


def test_a_table_is_missing_with_too_few_rows_or_an_unanswered_cell() -> None:
    def lacks(rows: object) -> bool:
        answers = {**AT_HOME, "people": rows}
        return "people" in [field.name for _, field in rules.missing(HOUSE, answers)]  # type: ignore[arg-type]  # hostile rows too

    assert not lacks(AT_HOME["people"])
    assert lacks(None) and lacks([]) and lacks([{"name": "Lý Thị Hoa", "married": False}])
    assert lacks([{"name": "Lý Thị Hoa", "married": True}, {"name": "Lý Gia Bảo", "married": False}])


def test_rows_and_groups_are_read_back_under_their_names() -> None:
    (group,) = rules.as_rows(HOUSE, AT_HOME, masked=True)
    assert [(row.label, row.value_text) for row in group.rows] == [
        ("Nơi sinh", "Tại nhà"),
        ("Mẹ: mã số thuế", "0802600012"),
        ("Mẹ: số phòng", "3,5"),
        ("Vì sao nhiều phòng", "Ba thế hệ"),
        (
            "Thành viên 1",
            "Họ tên: Lý Thị Hoa; Đã kết hôn?: Có; Vợ hoặc chồng: Ma Đức Long;"
            " Số định danh: ••••\u00a0••••\u00a04821",
        ),
        ("Thành viên 2", "Họ tên: Lý Gia Bảo; Đã kết hôn?: Không"),
        ("Giấy chứng sinh", "chung-sinh.pdf"),
    ]


def test_a_tax_code_whose_last_digit_does_not_fit_is_taken_with_a_word() -> None:
    def note(code: str) -> str:
        row = rules.as_rows(HOUSE, {**AT_HOME, "mother_tax": code})[0].rows[1]
        return row.note

    assert note("0802600012") == "Chữ số cuối không khớp cách tính mã số thuế. Đối chiếu lại với giấy tờ."
    assert note("0100109106") == note("0100109106-001") == note("008190004821") == ""


def test_files_of_a_form_are_named_while_their_question_is_shown() -> None:
    assert [one.id for one in rules.files_in(HOUSE, AT_HOME)] == [FILE["id"]]
    assert not list(rules.files_in(BIRTH, AT_HOME))


@pytest.mark.parametrize(
    ("test", "value", "given_answer", "holds"),
    [
        (Comparison.IS, "a", "a", True),
        (Comparison.IS, "a", ["b", "a"], True),
        (Comparison.IS_NOT, "a", "b", True),
        (Comparison.IS_NOT, "a", ["a"], False),
        (Comparison.IS_NOT, "a", None, False),
        (Comparison.FILLED, True, 0, True),
        (Comparison.FILLED, True, "", False),
        (Comparison.FILLED, True, False, True),
        (Comparison.AT_LEAST, 3, 3, True),
        (Comparison.AT_LEAST, 3, 2.9, False),
        (Comparison.AT_LEAST, 0, True, False),
        (Comparison.AT_MOST, 3, 4, False),
        (Comparison.AT_MOST, 3, None, False),
    ],
)
def test_a_condition_looks_at_an_answer_in_its_own_way(
    test: Comparison, value: str | int, given_answer: Answer | None, holds: bool
) -> None:
    assert rules.holds(Condition("asked", value, test), {"asked": given_answer}) is holds
