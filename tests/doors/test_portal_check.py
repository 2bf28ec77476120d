"""The check before signing in: it asks what matters, shows exactly what one needs, and keeps nothing."""

from dataclasses import replace

import pytest
from django.test import Client

from motcua.base.journal.models import Entry
from motcua.reference.catalogue.words import Case, Channel, Charge, DurationUnit, FeeKind, Paper, Terms
from tests.doors.finding_scene import national, published, text
from tests.doors.portal_scene import world
from tests.support.moments import frozen
from tests.support.world import CODE

pytestmark = pytest.mark.django_db

HERE = "/thu-tuc/1.000001/kiem-tra/"
CASES = (Case("one", "Một mình"), Case("two", "Cả nhà"))
ONLINE = Terms(Channel.ONLINE, 3, DurationUnit.WORKING_DAY)
COUNTER = Terms(Channel.DIRECT, 3, DurationUnit.WORKING_DAY)
SLOW = replace(COUNTER, value=5)


def card(**more: object) -> None:
    """Publish the procedure that the check is about."""
    published("1.000001", "Cấp thẻ", **more)


def test_what_is_the_same_for_everybody_is_shown_without_a_question() -> None:
    card(channels=(ONLINE, COUNTER), cases=CASES, papers=(Paper("photo", "Ảnh thẻ", originals=2),))
    shown = text(HERE)
    assert "giống nhau với mọi người" in shown
    assert "Ảnh thẻ, 2 bản chính" in shown


def test_only_the_questions_that_change_something_are_asked() -> None:
    card(channels=(ONLINE, SLOW), cases=CASES)
    shown = text(HERE)
    assert "Bạn muốn nộp bằng cách nào?" in shown
    assert "Bạn ở trường hợp nào?" not in shown


def test_the_case_is_asked_first_and_alone() -> None:
    paper = Paper("consent", "Giấy đồng ý", originals=1, case="two")
    card(channels=(ONLINE, SLOW), cases=CASES, papers=(paper,))
    first = text(HERE)
    assert "Bạn ở trường hợp nào?" in first
    assert "Bạn muốn nộp bằng cách nào?" not in first
    assert 'name="gui" value="truong-hop"' in first
    second = text(f"{HERE}?gui=truong-hop&truong-hop=two")
    assert "Bạn muốn nộp bằng cách nào?" in second
    assert "Chọn cách nộp." not in second, "nobody is told off for a page that they have not seen"


def test_the_answers_give_exactly_ones_own_papers_time_and_fee() -> None:
    card(
        channels=(ONLINE, SLOW),
        cases=CASES,
        papers=(
            Paper("photo", "Ảnh thẻ", originals=2),
            Paper("consent", "Giấy đồng ý", originals=1, case="two"),
            Paper("power", "Văn bản ủy quyền", originals=1, required=False, condition="Người khác nộp thay"),
            Paper("id", "Căn cước", required=False, data_source="Cơ sở dữ liệu quốc gia về dân cư"),
        ),
        fees=(Charge(FeeKind.SERVICE_FEE, "Phí cấp bản sao", 8000, per="bản"),),
    )
    shown = text(f"{HERE}?truong-hop=one&cach=direct&ban=3&xong=1&co=1")
    for told in (
        "Ảnh thẻ, 2 bản chính",
        "Văn bản ủy quyền",
        "5 ngày làm việc",
        "24.000 ₫",
        "Không phải nộp: căn cước",
    ):
        assert told in shown
    for left_out in ("Giấy đồng ý", "3 ngày làm việc"):
        assert left_out not in shown
    nobody_else = text(f"{HERE}?truong-hop=two&cach=online&ban=1&xong=1")
    assert "Giấy đồng ý" in nobody_else
    assert "Văn bản ủy quyền" not in nobody_else


def test_a_question_left_open_is_asked_again_with_a_sentence() -> None:
    card(channels=(ONLINE, SLOW))
    shown = text(f"{HERE}?gui=con-lai", 422)
    assert "Chọn cách nộp." in shown
    assert "<title>Lỗi: " in shown


def test_an_answer_that_nobody_can_give_is_as_if_not_given() -> None:
    card(channels=(ONLINE, SLOW))
    assert "Bạn muốn nộp bằng cách nào?" in text(f"{HERE}?cach=bay&noi=x&truong-hop=%00")


def test_the_due_date_is_reckoned_as_if_filed_now() -> None:
    world()
    with frozen("2026-03-02 09:00"):  # Monday; five working days later is the Monday after
        assert "Thứ Hai, 09/03/2026" in text(f"/thu-tuc/{CODE}/kiem-tra/?cach=online")


def test_a_limit_without_unit_promises_no_day() -> None:
    national(
        "1.000001",
        "Cấp thẻ",
        channels=(Terms(Channel.DIRECT, note="Nguồn không ghi đơn vị của thời hạn 5."),),
    )
    shown = text(HERE)
    assert "Nguồn không ghi đơn vị" in shown
    assert "hẹn trả" not in shown
    assert "Chưa nộp được thủ tục này trên trang này" in shown


def test_filing_begins_with_the_answers_kept() -> None:
    built = world()
    shown = text(f"/thu-tuc/{CODE}/kiem-tra/?cach=online&noi=H60.24")
    assert f'href="/thu-tuc/{CODE}/nop/?noi={built.committee.pk}"' in shown


def test_the_check_keeps_nothing_about_anybody() -> None:
    card(channels=(ONLINE, SLOW))
    before = Entry.objects.count()
    answer = Client().get(f"{HERE}?cach=online")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer
    assert Entry.objects.count() == before


def test_every_answer_can_be_given_again() -> None:
    card(channels=(ONLINE, SLOW))
    shown = text(f"{HERE}?cach=online")
    assert 'href="?"' in shown
    assert "Bạn muốn nộp bằng cách nào?" in text(f"{HERE}?")
