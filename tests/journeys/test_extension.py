"""An apology with a later day: proposed, signed in time, once; both days stay in sight."""

from collections.abc import Callable

import pytest

from tests.journeys.desks import A5, Begun, at_desk, day, day_words, dossier, opened, printed, shown
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
WORDS = "Hồ sơ phải xác minh thêm địa chỉ trụ sở."


@pytest.mark.covers("E-5")
def test_an_apology_with_a_later_day(visit: Callable[..., Visitor], house: House) -> None:
    officer = at_desk(visit, house, "hoai.hoangsuphi", "extension")
    leader = at_desk(visit, house, "su.hoangsuphi", "extension")
    early, near = dossier(house, "early"), dossier(house, "near")
    _proposes(officer, early)
    _signs(leader, early)
    _owner_sees_both_days(at_desk(visit, house, "owner", "extension", width=360), early)
    _only_once(leader, early)
    _too_near(leader, near)
    assert officer.inspect(near.page) == []


def _proposes(officer: Visitor, early: Begun) -> None:
    """Propose the next worked day; a day that is no later is refused."""
    officer.quietly(early.page)
    officer.press("Đề nghị gia hạn")
    assert f"Ngày hẹn đang có: {shown(early.due)}." in officer.main()
    officer.choose("Chưa xác minh xong")
    officer.fill("Giải thích cho người nộp", WORDS)
    officer.date("until", *day(early.due))
    officer.press("Trình lãnh đạo")
    assert f"Ngày hẹn mới phải sau ngày hẹn đang có ({shown(early.due)})." in officer.main()
    officer.date("until", *day(early.later))
    officer.press("Trình lãnh đạo")
    assert "Đã trình lãnh đạo đề nghị gia hạn." in officer.main()
    assert not officer.page.locator("main .mc-button", has_text="Đề nghị gia hạn").count()


def _signs(leader: Visitor, early: Begun) -> None:
    """Find the proposal in one's list, read it, sign it; the letter says both days."""
    leader.go("/can-bo/")
    leader.row(early.code).locator("[data-open]").click()
    leader.look()
    assert "Chờ lãnh đạo quyết định" in leader.main()
    leader.press("Xin lỗi, gia hạn")
    assert leader.page.get_by_label("Giải thích cho người nộp").input_value() == WORDS
    leader.press("Ký văn bản xin lỗi, gia hạn")
    assert f"Đã xin lỗi và hẹn lại ngày {shown(early.later)}." in leader.main()
    assert f"Hẹn lần đầu {shown(early.due)}" in leader.main()
    letter = opened(leader, leader.page.get_by_role("link", name="M04"), "m04")
    assert letter.sizes == [A5]
    for told in (day_words(early.due), day_words(early.later), WORDS):
        assert told in letter.text


def _owner_sees_both_days(owner: Visitor, early: Begun) -> None:
    """Read on a telephone until when it is promised now, until when it was, and why."""
    owner.go(f"/ho-so/{early.id}/")
    moved = f"ngày hẹn chuyển từ {shown(early.due)} sang {shown(early.later)}. Lý do: {WORDS}"
    assert moved in owner.main()
    letter = opened(owner, owner.page.get_by_role("link", name="Xin lỗi"), "m04-owner")
    assert letter.sizes == [A5]
    assert moved in printed(owner, "dossier").text


def _only_once(leader: Visitor, early: Begun) -> None:
    leader.go(f"{early.page}gia-han/")
    assert "Hồ sơ đã được gia hạn; quy định chỉ cho 1 lần." in leader.main()
    assert not leader.page.locator("main form").count()


def _too_near(leader: Visitor, near: Begun) -> None:
    """Be told on the page of the dossier until when it was possible, and what is left to do."""
    leader.go(near.page)
    assert "Xin lỗi, gia hạn chưa làm được: Đã quá ngày được xin lỗi, gia hạn (" in leader.main()
    leader.quietly(f"{near.page}gia-han/")
    assert "Giải quyết ngay và báo lãnh đạo." in leader.main()
