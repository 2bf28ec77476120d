"""What each kind of field takes, and the sentence with which it refuses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.base.rooms import Refusal
from motcua.reference.forms import rules, sentences
from motcua.reference.forms.rules import Field, Option
from motcua.reference.forms.words import TODAY, FieldKind

K = FieldKind
DAY = date(2026, 11, 25)
PLACES = (Option("hospital", "Bệnh viện"), Option("home", "Tại nhà"), Option("other", "Nơi khác"))
ADDRESS = {"province": "tỉnh Tuyên Quang", "commune": "phường Minh Xuân", "detail": "Tổ 12"}

SENT = {"id": "018f2c5e-7b1a-7000-8000-000000000001", "name": "giay.pdf"}
OTHER = {"id": "018f2c5e-7b1a-7000-8000-000000000002", "name": "anh.jpg"}


def field(kind: FieldKind, **more: object) -> Field:
    return Field("asked", kind, "Câu hỏi", **more)  # type: ignore[arg-type]  # tables of cases


PEOPLE = field(
    K.TABLE,
    row="Con",
    max=3,
    fields=(Field("who", K.PERSON_NAME, "Họ tên"), Field("age", K.NUMBER, "Tuổi", required=False)),
)


def told(asked: Field, answer: object) -> object:
    outcome = rules.check(asked, answer, today=DAY)
    return sentences.refusal(outcome) if isinstance(outcome, Refusal) else outcome


@pytest.mark.parametrize(
    ("asked", "answer", "stored"),
    [
        (field(K.TEXT), "  Bệnh   viện\u200b Đa khoa ", "Bệnh viện Đa khoa"),
        (field(K.LONG_TEXT), "Dòng một\r\n\r\n\r\n\r\nDòng  hai ", "Dòng một\n\nDòng hai"),
        (field(K.NUMBER), "1.200", 1200),
        (field(K.NUMBER), 0, 0),
        (field(K.NUMBER, min=-10), "-5", -5),
        (field(K.MONEY), "150.000 đ", 150000),
        (field(K.MONEY), 16000, 16000),
        (field(K.DATE, max=TODAY), "2026-11-25", "2026-11-25"),
        (field(K.CHOICE, options=PLACES), "home", "home"),
        (field(K.CHOICES, options=PLACES), ["other", "hospital", "other"], ["hospital", "other"]),
        (field(K.YES_NO), False, False),
        (field(K.PERSONAL_ID), "008 099-004.821", "008099004821"),
        (field(K.NUMBER, places=2), "1.240,5", 1240.5),
        (field(K.NUMBER, places=2), "240.5", 240.5),
        (field(K.NUMBER, places=2), "240,00", 240),
        (field(K.NUMBER, places=3), 1.234, 1.234),
        (field(K.TAX_CODE), "0100109106", "0100109106"),
        (field(K.TAX_CODE), "0100109106001", "0100109106-001"),
        (field(K.TAX_CODE), "0100 109 106-001", "0100109106-001"),
        (field(K.TAX_CODE), "008099004821", "008099004821"),
        (field(K.ADDRESS), {**ADDRESS, "province": "Hà Giang", "commune": "minh xuan"}, ADDRESS),
        (field(K.ADDRESS), {**ADDRESS, "commune": "P. Minh Xuân"}, ADDRESS),
        (field(K.FILE, max=2), [SENT, SENT], [SENT]),
        (PEOPLE, [{"who": " Lý  Thị Hoa", "age": "7"}, {"who": ""}], [{"who": "Lý Thị Hoa", "age": 7}]),
        (PEOPLE, [{"who": " "}], None),
        (field(K.PHONE), "+84 912 345 678", "0912345678"),
        (field(K.PHONE), "(0207) 3822 123", "02073822123"),
        (field(K.PHONE), "+49 30 1234567", "+49301234567"),
        (field(K.EMAIL), "hoa@tinh.example.vn ", "hoa@tinh.example.vn"),
        (field(K.PERSON_NAME), "Hờ Y-Ban H'Hen  Niê", "Hờ Y-Ban H'Hen Niê"),
        (field(K.ADDRESS), ADDRESS, ADDRESS),
        (field(K.ADDRESS), {**ADDRESS, "detail": None}, {**ADDRESS, "detail": ""}),
    ],
)
def test_an_answer_is_stored_in_one_plain_form(asked: Field, answer: object, stored: object) -> None:
    assert told(asked, answer) == stored


@pytest.mark.parametrize(
    ("asked", "answer", "sentence"),
    [
        (field(K.TEXT, max_length=5), "Tuyên Quang", "Rút ngắn còn tối đa 5 ký tự. Bạn đã nhập 11."),
        (field(K.TEXT), "x" * 1201, "Rút ngắn còn tối đa 200 ký tự. Bạn đã nhập 1.201."),
        (field(K.LONG_TEXT), "x" * 4001, "Rút ngắn còn tối đa 4.000 ký tự. Bạn đã nhập 4.001."),
        (field(K.NUMBER), "hai", "Ô này nhận số nguyên. Nhập bằng chữ số, ví dụ 12."),
        (field(K.NUMBER), "1,5", "Ô này nhận số nguyên. Nhập bằng chữ số, ví dụ 12."),
        (field(K.NUMBER), True, "Ô này nhận số nguyên. Nhập bằng chữ số, ví dụ 12."),
        (field(K.NUMBER), "-1", "Nhập số từ 0 trở lên. Bạn đã nhập -1."),
        (field(K.NUMBER, min=1, max=20), "21", "Nhập số không lớn hơn 20. Bạn đã nhập 21."),
        (field(K.MONEY), "-8.000", "Số tiền không được âm. Nhập lại, ví dụ 150.000."),
        (field(K.MONEY), -8000, "Số tiền không được âm. Nhập lại, ví dụ 150.000."),
        (
            field(K.MONEY),
            "8,5",
            "Số tiền là số đồng nguyên, nhóm ba chữ số, ví dụ 150.000. Nhập lại.",
        ),
        (
            field(K.MONEY, min=10000),
            "8000",
            "Nhập số tiền từ 10.000\u00a0₫ trở lên. Bạn đã nhập 8.000\u00a0₫.",
        ),
        (
            field(K.MONEY, max=10000),
            "12000",
            "Nhập số tiền không lớn hơn 10.000\u00a0₫. Bạn đã nhập 12.000\u00a0₫.",
        ),
        (
            field(K.DATE),
            "31/11/2026",
            "Ngày viết theo năm, tháng, ngày, ví dụ 2026-11-05. Nhập lại ngày.",
        ),
        (
            field(K.DATE),
            "2026-11-31",
            "Ngày viết theo năm, tháng, ngày, ví dụ 2026-11-05. Nhập lại ngày.",
        ),
        (field(K.DATE, max=TODAY), "2026-11-26", "Nhập ngày không muộn hơn 25/11/2026."),
        (field(K.DATE, min="2016-01-01"), "2015-12-31", "Nhập ngày từ 01/01/2016 trở đi."),
        (field(K.CHOICE, options=PLACES), "school", "Chọn trong danh sách."),
        (field(K.CHOICES, options=PLACES), ["home", "school"], "Chọn trong danh sách."),
        (field(K.CHOICES, options=PLACES), "home", "Chọn trong danh sách."),
        (field(K.YES_NO), "yes", "Chọn Có hoặc Không."),
        (field(K.PERSONAL_ID), "00809900482", "Số định danh có 12 chữ số. Bạn đã nhập 11."),
        (field(K.PERSONAL_ID), "0080990048211", "Số định danh có 12 chữ số. Bạn đã nhập 13."),
        (field(K.PERSONAL_ID), "00809900482l", "Số định danh chỉ có chữ số. Bỏ “l” rồi nhập lại."),
        (field(K.PERSONAL_ID), "٠٠٨٠٩٩٠٠٤٨٢١", "Số định danh chỉ có chữ số. Bỏ “٠٨٩” rồi nhập lại."),
        (field(K.PHONE), "091234567", "Số điện thoại di động có 10 chữ số. Bạn đã nhập 9."),
        (
            field(K.PHONE),
            "0207382212",
            "Số điện thoại bàn có 11 chữ số kể cả mã vùng. Bạn đã nhập 10.",
        ),
        (field(K.PHONE), "0912 345 67x", "Số điện thoại chỉ có chữ số. Bỏ “x” rồi nhập lại."),
        (
            field(K.PHONE),
            "912345678",
            "Số điện thoại bắt đầu bằng 02, 03, 05, 07, 08 hoặc 09. Nhập lại, ví dụ 0912 345 678.",
        ),
        (
            field(K.PHONE),
            "+491",
            "Số điện thoại nước ngoài có dấu + rồi từ 8 đến 15 chữ số. Bạn đã nhập 3.",
        ),
        (field(K.EMAIL), "hoa.example.vn", "Địa chỉ thư điện tử có dạng ten@example.vn. Nhập lại."),
        (field(K.EMAIL), "hoa@example", "Địa chỉ thư điện tử có dạng ten@example.vn. Nhập lại."),
        (field(K.PERSON_NAME), "Lý Thị Hoa 2", "Họ tên không có chữ số. Nhập như trên giấy tờ."),
        (field(K.PERSON_NAME), "Lý <Hoa>", "Họ tên không có ký tự “<>”. Nhập như trên giấy tờ."),
        (field(K.PERSON_NAME), "-", "Họ tên không có ký tự “-”. Nhập như trên giấy tờ."),
        (
            field(K.ADDRESS),
            {**ADDRESS, "commune": " "},
            "Địa chỉ thiếu xã, phường hoặc đặc khu. Nhập tên xã, phường hoặc đặc khu.",
        ),
        (
            field(K.ADDRESS),
            {**ADDRESS, "province": ""},
            "Địa chỉ thiếu tỉnh, thành phố. Nhập tên tỉnh, thành phố.",
        ),
        (
            field(K.ADDRESS),
            {**ADDRESS, "detail": "x" * 201},
            "Rút ngắn còn tối đa 200 ký tự. Bạn đã nhập 201.",
        ),
        (
            field(K.ADDRESS),
            {"street": "Tổ 12"},
            "Câu trả lời không đúng kiểu của ô này. Nhập lại.",
        ),
        (
            field(K.NUMBER, places=2),
            "hai",
            "Ô này nhận số. Nhập bằng chữ số, phần lẻ sau dấu phẩy, ví dụ 120,5.",
        ),
        (
            field(K.NUMBER, places=2),
            float("nan"),
            "Ô này nhận số. Nhập bằng chữ số, phần lẻ sau dấu phẩy, ví dụ 120,5.",
        ),
        (field(K.NUMBER, places=2), "1,234", "Nhập tối đa 2 chữ số sau dấu phẩy."),
        (field(K.NUMBER, places=1, max=2.5), "2,6", "Nhập số không lớn hơn 2,5. Bạn đã nhập 2,6."),
        (
            field(K.TAX_CODE),
            "010010910",
            "Mã số thuế có 10 chữ số, 10 chữ số rồi gạch và 3 chữ số, hoặc 12 chữ số của cá nhân."
            " Bạn đã nhập 9.",
        ),
        (
            field(K.TAX_CODE),
            "008099004821-001",
            "Mã số thuế có 10 chữ số, 10 chữ số rồi gạch và 3 chữ số, hoặc 12 chữ số của cá nhân."
            " Bạn đã nhập 15.",
        ),
        (
            field(K.TAX_CODE),
            "MST0100109106",
            "Mã số thuế chỉ có chữ số và một dấu gạch. Bỏ “MST” rồi nhập lại.",
        ),
        (
            field(K.ADDRESS),
            {**ADDRESS, "province": "tỉnh Đông Đô"},
            "Không có tỉnh, thành phố nào tên “tỉnh Đông Đô”. Chọn trong danh sách.",
        ),
        (
            field(K.ADDRESS),
            {**ADDRESS, "commune": "phường Tân Quang"},
            "“phường Tân Quang” nay là phường Minh Xuân. Nhập tên hiện nay.",
        ),
        (
            field(K.ADDRESS),
            {**ADDRESS, "commune": "Nông Tiếp"},
            "Tỉnh Tuyên Quang không có “Nông Tiếp”. Tên gần giống: phường Nông Tiến.",
        ),
        (
            field(K.ADDRESS),
            {**ADDRESS, "commune": "xxxxxx"},
            "Không có xã, phường, đặc khu nào tên “xxxxxx” ở tỉnh Tuyên Quang. Nhập tên hiện nay.",
        ),
        (
            field(K.ADDRESS),
            {"province": "tỉnh Thái Nguyên", "commune": "van lang", "detail": ""},
            "Tỉnh Thái Nguyên có nhiều nơi tên như thế: xã Văn Lang, xã Văn Lăng. Nhập đủ cả tên.",
        ),
        (field(K.FILE), [SENT, OTHER], "Ô này nhận tối đa 1 tệp. Bỏ bớt tệp. Đang có 2."),
        (field(K.FILE), [{**SENT, "id": "../x"}], "Câu trả lời không đúng kiểu của ô này. Nhập lại."),
        (field(K.FILE), ["/etc/passwd"], "Câu trả lời không đúng kiểu của ô này. Nhập lại."),
        (PEOPLE, {"who": "Hoa"}, "Câu trả lời không đúng kiểu của ô này. Nhập lại."),
        (PEOPLE, [{"odd": "Hoa"}], "Câu trả lời không đúng kiểu của ô này. Nhập lại."),
        (PEOPLE, [{"who": "Hoa"}] * 4, "Tối đa 3 dòng. Đang có 4, bỏ bớt rồi gửi lại."),
        (
            PEOPLE,
            [{"who": "Hoa"}, {"who": "An", "age": "bảy"}],
            "Con 2, Tuổi: Ô này nhận số nguyên. Nhập bằng chữ số, ví dụ 12.",
        ),
        (field(K.GROUP), "trả lời", "Câu trả lời không đúng kiểu của ô này. Nhập lại."),
        (field(K.TEXT), 7, "Câu trả lời không đúng kiểu của ô này. Nhập lại."),
        (field(K.NOTE), "trả lời", "Câu trả lời không đúng kiểu của ô này. Nhập lại."),
    ],
)
def test_a_refusal_says_how_to_mend_the_answer(asked: Field, answer: object, sentence: str) -> None:
    assert told(asked, answer) == sentence


@pytest.mark.parametrize("kind", FieldKind)
@pytest.mark.parametrize("nothing", [None, "", " \u00a0\u200b"])
def test_nothing_is_no_answer_and_no_mistake(kind: FieldKind, nothing: object) -> None:
    assert rules.check(field(kind), nothing, today=DAY) is None


def test_the_province_alone_is_no_address() -> None:
    assert rules.check(field(K.ADDRESS), {"province": "tỉnh Tuyên Quang"}, today=DAY) is None


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.from_regex(r"[+\d .,-]*"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(list(FieldKind)), anything)
def test_whatever_comes_is_stored_or_refused_with_a_whole_sentence(kind: FieldKind, answer: object) -> None:
    asked = PEOPLE if kind is K.TABLE else field(kind, options=PLACES)
    outcome = rules.check(asked, answer, today=DAY)
    if isinstance(outcome, Refusal):
        sentence = sentences.refusal(outcome)
        assert sentence.endswith(".") and "(chưa rõ)" not in sentence
    else:
        assert rules.check(asked, outcome, today=DAY) == outcome
