"""At the desks of officials: who comes, what has begun, the papers that are opened, pages on paper."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from playwright.sync_api import Locator
from pypdf import PdfReader

from motcua.casework.dossiers.papers import wording
from tests.journeys.running import House
from tests.journeys.visitor import SHOTS, Visitor

A5 = (420, 595)  # points, upright


@dataclass(frozen=True)
class Begun:
    """A dossier that stands at the beginning of a day."""

    id: str
    code: str
    due: str
    later: str

    @property
    def page(self) -> str:
        """Give its address at the desk."""
        return f"/can-bo/ho-so/{self.id}/"


@dataclass(frozen=True)
class Sheets:
    """A PDF: the size of its pages, and what it says."""

    sizes: list[tuple[int, int]]
    text: str


@cache
def begun(house: House) -> dict[str, Any]:
    """Let the days begin, once for all journeys of a house."""
    told: dict[str, Any] = json.loads(house.run("days", "begin"))
    return told


def dossier(house: House, name: str) -> Begun:
    """Give a dossier that `days` made."""
    return Begun(**begun(house)["dossiers"][name])


def at_desk(
    visit: Callable[..., Visitor], house: House, login: str, name: str, *, width: int = 1280
) -> Visitor:
    """Let somebody come in who has a session already."""
    visitor = visit(width, scripted=True, name=name)
    visitor.enter(begun(house)["sessions"][login])
    return visitor


def opened(visitor: Visitor, link: Locator, name: str) -> Sheets:
    """Open the PDF behind a link; it is kept beside the pictures, to be judged by people."""
    href = link.first.get_attribute("href")
    answer = visitor.page.request.get(f"{visitor.house.address}{href}")
    assert answer.headers["content-type"] == "application/pdf", answer.headers
    return _kept(visitor, name, answer.body())


def printed(visitor: Visitor, name: str) -> Sheets:
    """Print the page that is open on A4, as a browser does."""
    return _kept(visitor, f"print-{name}", visitor.page.pdf(format="A4", prefer_css_page_size=True))


def day(iso: str) -> tuple[int, int, int]:
    """Give day, month, year of a date, as three boxes ask for them."""
    told = date.fromisoformat(iso)
    return told.day, told.month, told.year


def shown(iso: str) -> str:
    """Write a date as pages do."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def day_words(iso: str) -> str:
    """Write a date as official papers do."""
    return wording.day_words(date.fromisoformat(iso))


def _kept(visitor: Visitor, name: str, content: bytes) -> Sheets:
    folder = SHOTS / visitor.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.pdf").write_bytes(content)
    pages = PdfReader(BytesIO(content)).pages
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages]
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    return Sheets(sizes, text)
