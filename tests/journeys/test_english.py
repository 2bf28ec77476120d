"""The pages that can be read in English, looked at as every other page: axe, 320 px, a quiet console."""

import re
from collections.abc import Callable

import pytest

from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow

PAGES = (
    "/",
    "/thu-tuc/",
    "/thu-tuc/?q=khai+sinh",
    "/thu-tuc/?q=zzzz",
    "/thu-tuc/theo/linh-vuc/",
    "/thu-tuc/1.001193/",
    "/tra-cuu/",
    "/tra-cuu/?ma=H60.24-000000-0000",
)
SCREENS = (
    "/kiosk/",
    "/kiosk/tim/",
    "/kiosk/tim/?q=khai+sinh",
    "/kiosk/viec/",
    "/kiosk/ho-so/",
    "/kiosk/thu-tuc/1.001193/",
    "/kiosk/can-bo/",
)
# Letters that only Vietnamese has.
MARKED = re.compile(r"\w*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\w*", re.IGNORECASE)
# Every text of the page with the language that a reader speaks it in.
SPOKEN = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), told = [];
  while (walk.nextNode()) {
    const node = walk.currentNode, at = node.parentElement;
    if (node.data.trim() && !at.closest("script, style, noscript"))
      told.push([at.closest("[lang]").lang, node.data.trim()]);
  }
  return told;
}"""
NAME = "Một Cửa"


@pytest.mark.parametrize("path", [*PAGES, *SCREENS])
def test_a_page_in_english(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit(1280, scripted=True, name="english")
    told = visitor.inspect(_in_english(path))
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    # What is not there is answered so; the browser says it in its console.
    assert [one for one in told if "404" not in one] == []
    assert _misread(visitor) == []


def test_a_dossier_that_is_looked_up_in_english(visit: Callable[..., Visitor], house: House) -> None:
    code = house.run("officials", "some_code")
    visitor = visit(1280, scripted=True, name="english")
    assert visitor.inspect(_in_english(f"/tra-cuu/?ma={code}")) == []
    assert code in visitor.main()
    assert _misread(visitor) == []


def test_a_misread_text_is_noticed(visit: Callable[..., Visitor]) -> None:
    visitor = visit(1280, scripted=True, name="english")
    visitor.quietly(_in_english("/"))
    visitor.page.evaluate("document.querySelector('h1').textContent = 'Thủ tục'")
    assert _misread(visitor) == [["en", "Thủ tục"]]


def _in_english(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}ngon-ngu=en"


def _misread(visitor: Visitor) -> list[list[str]]:
    """Give the Vietnamese texts that a reader would speak as English."""
    spoken: list[list[str]] = visitor.page.evaluate(SPOKEN)
    return [one for one in spoken if one[0] == "en" and MARKED.search(one[1].replace(NAME, ""))]
