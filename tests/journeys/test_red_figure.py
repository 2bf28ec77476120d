"""The chairman of the province goes from the red figure to the late dossier, and down to one official."""

from collections.abc import Callable

import pytest

from tests.journeys.desks import printed
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
PAGE, CHAIRMAN = "/dieu-hanh/", "duc.tinh"
RED = ".mc-headline--late .mc-headline__figure a"
ROWS = "main tbody tr"
MOST_CLICKS = 3


def test_from_the_red_figure_to_the_late_dossier_in_three_clicks(
    visit: Callable[..., Visitor], house: House
) -> None:
    chairman = visit(1280, scripted=True, name="red-figure")
    chairman.enter(house.sessions(CHAIRMAN)[CHAIRMAN])
    chairman.go(PAGE)
    assert "việc cần quyết" in chairman.main()
    paper = printed(chairman, "leader").text
    assert "Đang quá hạn, theo bước" in paper and "Bấm vào số" not in paper
    clicks = Clicks(chairman)
    late = int(chairman.page.locator(RED).inner_text())
    clicks.on(RED)
    assert chairman.page.locator(ROWS).count() == late
    clicks.on(f"{ROWS} th a")
    assert "Quá hạn" in chairman.main()
    assert clicks.made <= MOST_CLICKS
    assert chairman.inspect(PAGE) == []


def test_from_the_province_to_the_list_of_an_official_in_three_clicks(
    visit: Callable[..., Visitor], house: House
) -> None:
    chairman = visit(1280, scripted=True, name="red-figure")
    chairman.enter(house.sessions(CHAIRMAN)[CHAIRMAN])
    chairman.go(PAGE)
    clicks = Clicks(chairman)
    clicks.on("main a[href*='/co-quan/?']")
    clicks.on("main th a:text('phường Minh Xuân')")
    name = chairman.page.locator("main th a[href*='/can-bo/']").first.inner_text()
    clicks.on("main th a[href*='/can-bo/']")
    assert name in chairman.page.locator("h1").inner_text()
    assert chairman.page.locator(ROWS).count() > 0
    assert clicks.made <= MOST_CLICKS


class Clicks:
    """Counts the clicks of somebody; each page they come to is looked at."""

    def __init__(self, visitor: Visitor) -> None:
        """Begin with none."""
        self.made, self._visitor = 0, visitor

    def on(self, what: str) -> None:
        """Follow the first link that is so."""
        with self._visitor.page.expect_navigation():
            self._visitor.page.locator(what).first.click()
        self.made += 1
        self._visitor.look()
