"""The desk by few keys: a known citizen at the counter, and the list from end to end without a mouse."""

from collections.abc import Callable

import pytest
from demo.people import CITIZENS

from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
MOST_KEYS = 12
KNOWN = next(one for one in CITIZENS if one.name == "Lý Thị Hoài")


class Hands:
    """Two hands on a keyboard: what is typed as an answer is not counted, every other key is."""

    def __init__(self, visitor: Visitor) -> None:
        self.page, self.pressed = visitor.page, 0

    def press(self, key: str, *, opens: bool = False) -> None:
        """Press one key that is no answer; `opens` waits for the page to which it leads."""
        self.pressed += 1
        if opens:
            with self.page.expect_navigation():
                self.page.keyboard.press(key)
        else:
            self.page.keyboard.press(key)

    def answer(self, words: str) -> None:
        """Type an answer."""
        self.page.keyboard.type(words)


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no-script"])
def test_a_known_citizen_is_taken_in_by_twelve_keys_beyond_the_answers(
    visit: Callable[..., Visitor], house: House, scripted: bool
) -> None:
    counter = visit(1280, scripted=scripted, name="few-keys")
    counter.enter(house.sessions("hoa.minhxuan")["hoa.minhxuan"])
    counter.go("/can-bo/tiep-nhan/")
    hands = Hands(counter)
    hands.answer("dang ky khai sinh")
    hands.press("Enter", opens=True)
    hands.press("Enter", opens=True)  # the first that was found has the focus
    assert counter.page.locator("#id_personal_id").evaluate("one => one === document.activeElement")
    hands.answer(KNOWN.personal_id)
    hands.press("Enter", opens=True)
    assert counter.page.locator("#id_full_name").input_value() == KNOWN.name
    # The caret stands on the first paper that the store has not, or on the button when it has them all.
    if counter.page.evaluate("document.activeElement.type") == "checkbox":
        hands.answer(" ")
    hands.press("Enter", opens=True)
    counter.look()
    assert "Đã tiếp nhận. Mã hồ sơ H60.24-" in counter.main()
    assert hands.pressed <= MOST_KEYS, hands.pressed


def test_the_list_is_worked_off_without_a_mouse(visit: Callable[..., Visitor], house: House) -> None:
    counter = visit(1280, scripted=True, name="list-keys")
    counter.enter(house.sessions("hoa.minhxuan")["hoa.minhxuan"])
    counter.go("/can-bo/")
    page = counter.page
    focused = "document.activeElement.closest('tr')?.rowIndex"
    for key in "jj":
        page.keyboard.press(key)
    second = page.evaluate(focused)
    page.keyboard.press("k")
    assert page.evaluate(focused) < second
    assert not page.locator("[data-chosen]").is_visible()
    page.keyboard.press("x")
    assert "Đã chọn 1 hồ sơ:" in page.locator("[data-chosen]").inner_text()
    page.keyboard.press("/")
    page.keyboard.type("jxk?")  # while somebody types, these are letters
    assert page.locator("[data-find]").input_value() == "jxk?"
    assert page.locator(".mc-tick:checked").count() == 1
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("?")
    page.get_by_role("button", name="Tắt phím tắt").press("Enter")
    page.keyboard.press("Escape")
    before = page.evaluate(focused)
    page.keyboard.press("j")
    assert page.evaluate(focused) == before
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate(focused) is None  # off stays off
    page.keyboard.press("?")
    page.get_by_role("button", name="Bật phím tắt").press("Enter")
    page.keyboard.press("Escape")
    # A closing dialog gives the focus back when it is gone, and not before.
    page.wait_for_function("!document.querySelector('dialog[open]')")
    page.keyboard.press("j")
    page.wait_for_function(f"{focused} != null")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/can-bo/ho-so/" in page.url
