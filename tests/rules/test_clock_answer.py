import json
from datetime import date

import pytest

from motcua.base.clock.answer import answer, answer_batch
from motcua.base.clock.calendar import Calendar, DayException, DayKind

ASKED = {"from": "2026-03-02T09:00", "amount": 5, "unit": "working_day"}


def test_days_and_months_are_answered_with_a_day():
    assert answer(ASKED)["due"] == "2026-03-09"
    assert answer({"from": "2026-01-31", "amount": "1", "unit": "month"})["due"] == "2026-03-02"


def test_hours_are_answered_with_an_instant():
    asked = {"from": "2026-03-02T15:30", "amount": 4, "unit": "working_hour"}
    assert answer(asked)["due"] == "2026-03-03T09:30:00+07:00"


def test_an_answer_opens_to_its_reckoning():
    explained = answer({"from": "2026-01-07T09:00", "amount": 3, "unit": "working_day"})["explanation"]
    assert "Thứ Bảy 10/01/2026: làm bù, tính" in explained


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ({"amount": "-20", "from": "2026-07-01T00:00"}, "2026-06-03"),
        ({"amount": 10, "pauses": ["2026-03-05T17:30/2026-03-12T09:00"]}, "2026-03-23"),
        ({"amount": 10, "pauses": ["2026-03-06/2026-03-12"]}, "2026-03-23"),
        ({"amount": 10, "pauses": ()}, "2026-03-16"),
        ({"amount": 10, "pauses": ["2026-03-05T09:00/2026-03-05T09:00"]}, "2026-03-16"),
        ({"from": "2026-03-01T20:00+00:00"}, "2026-03-09"),
        ({"from": "2026-03-02T02:00:00Z"}, "2026-03-09"),
        ({"unit": "day", "amount": 10, "from": "2026-04-20T09:00"}, "2026-05-04"),
    ],
)
def test_options_may_be_written_as_the_command_line_gives_them(given, due):
    assert answer({**ASKED, **given})["due"] == due


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"from": None}, "Thời điểm bắt đầu còn thiếu. Ghi ngày giờ như 2026-03-02T09:00."),
        ({"from": 5}, "Thời điểm bắt đầu còn thiếu. Ghi ngày giờ như 2026-03-02T09:00."),
        (
            {"from": "02/03/2026"},
            "Thời điểm bắt đầu “02/03/2026” không đọc được. Ghi ngày giờ như 2026-03-02T09:00.",
        ),
        (
            {"from": "2026-02-30"},
            "Thời điểm bắt đầu “2026-02-30” không đọc được. Ghi ngày giờ như 2026-03-02T09:00.",
        ),
        *[
            ({"amount": odd}, "Thời hạn là một số nguyên, như 5 hoặc -20.")
            for odd in (None, 2.5, "2,5", True, "", [])
        ],
        ({"unit": "hour"}, "Đơn vị là một trong: working_hour, working_day, day, month."),
        ({"unit": None}, "Đơn vị là một trong: working_hour, working_day, day, month."),
        (
            {"pauses": "2026-03-05"},
            'Các lượt tạm dừng là một danh sách, như ["2026-03-05T17:30/2026-03-12T09:00"].',
        ),
        (
            {"pauses": ["2026-03-05"]},
            "Lượt tạm dừng “2026-03-05” cần hai mốc, như 2026-03-05T17:30/2026-03-12T09:00.",
        ),
        (
            {"pauses": [5]},
            "Lượt tạm dừng “5” cần hai mốc, như 2026-03-05T17:30/2026-03-12T09:00.",
        ),
        ({"pauses": ["/2026-03-05"]}, "Lúc bắt đầu tạm dừng còn thiếu. Ghi ngày giờ như 2026-03-02T09:00."),
        (
            {"from": "2061-01-01"},
            "Lịch làm việc chỉ có từ 01/01/2000 đến 31/12/2060. Ghi ngày hoặc thời hạn trong khoảng đó.",
        ),
        ({"pauses": ["2026-03-05/"]}, "Lúc kết thúc tạm dừng còn thiếu. Ghi ngày giờ như 2026-03-02T09:00."),
        (
            {"pauses": ["2026-03-05/2026-03-01"]},
            "Lượt tạm dừng “2026-03-05/2026-03-01” kết thúc trước khi bắt đầu.",
        ),
        ({"until": 1}, "Không có lựa chọn “until”."),
    ],
)
def test_bad_input_gets_one_sentence(given, sentence):
    with pytest.raises(ValueError, match=r"\.") as refused:
        answer({**ASKED, **given})
    assert str(refused.value) == sentence


@pytest.mark.parametrize("unit", ["working_hour", "working_day", "day", "month"])
@pytest.mark.parametrize(
    "given",
    [{"amount": 10**30}, {"amount": -(10**30)}, {"from": "1999-12-31"}, {"from": "9999-12-31T23:00-05:00"}],
)
def test_a_time_that_no_calendar_knows_gets_a_sentence_too(unit, given):
    with pytest.raises(ValueError, match=r"^(Lịch làm việc|Thời điểm bắt đầu) .*\.$"):
        answer({**ASKED, "unit": unit, **given})


def test_a_batch_answers_line_by_line_and_goes_on_after_a_bad_one():
    lines = [
        json.dumps(ASKED),
        "",
        "{",
        "[]",
        json.dumps({**ASKED, "unit": "week"}),
        json.dumps({**ASKED, "amount": 4}),
    ]
    answers = [json.loads(line) for line in answer_batch(lines)]
    assert [found.get("due") for found in answers] == ["2026-03-09", None, None, None, "2026-03-06"]
    assert [found.get("error") for found in answers] == [
        None,
        "Dòng này không phải JSON.",
        'Mỗi dòng là một đối tượng JSON, như {"from": …, "amount": …, "unit": …}.',
        "Đơn vị là một trong: working_hour, working_day, day, month.",
        None,
    ]


def test_a_batch_is_written_in_vietnamese_letters_and_reckons_with_the_calendar_it_is_given():
    feast = Calendar({date(2026, 3, 4): DayException(DayKind.LOCAL_OFF, "Ngày hội")})
    (line,) = answer_batch([json.dumps(ASKED)], feast)
    assert json.loads(line)["due"] == answer(ASKED, feast)["due"] == "2026-03-10"
    assert "Thứ Tư 04/03/2026: nghỉ theo quyết định của địa phương (Ngày hội), không tính" in line


def test_an_answer_and_a_batch_say_their_lines_as_they_are_told_to():
    said = ["02", "03", "04", "05", "06", "07", "08", "09", "09"]

    def day_alone(line):
        return f"{line.day:%d}"

    assert answer(ASKED, say=day_alone)["explanation"] == said
    (line,) = answer_batch([json.dumps(ASKED)], say=day_alone)
    assert json.loads(line)["explanation"] == said


def test_a_batch_is_read_as_it_comes():
    def lines():
        yield json.dumps(ASKED)
        pytest.fail("the second line was read before the first was answered")

    assert json.loads(next(answer_batch(lines())))["due"] == "2026-03-09"
