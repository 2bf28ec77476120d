"""Somebody in front of a browser. Every page they come to is looked at, not only passed through."""

import json
import os
import re
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pikepdf
from PIL import Image
from playwright.sync_api import ConsoleMessage, Locator, Page

from motcua.base.clock import now
from motcua.exchange.identity.simulator.totp import code_at, key_of
from tests.journeys.running import House
from tests.support.database import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = ROOT / "build" / "journeys"
PICTURES = bool(os.environ.get("MOTCUA_PICTURES"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Visitor:
    """One person with a browser of their own."""

    page: Page
    house: House
    scripted: bool
    name: str
    seen: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen for what the scripts of the pages complain about."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.errors.append(said.text)

    def go(self, path: str) -> None:
        """Open an address of the house."""
        self.page.goto(path if path.startswith("http") else f"{self.house.address}{path}")
        self.look()

    def quietly(self, path: str) -> None:
        """Open an address whose page is looked at elsewhere."""
        self.page.goto(f"{self.house.address}{path}")

    def enter(self, session: str) -> None:
        """Come in by a session that stands already."""
        self.page.context.add_cookies(
            [{"name": "motcua_session", "value": session, "url": self.house.address}]
        )

    def inspect(self, path: str) -> list[str]:
        """Look at one page at 1280, 360 and 320 (400 % zoom); give what is wrong, script errors too."""
        self.errors.clear()
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.quietly(path)
        wrong = self._heading() + self._axe()
        self._shoot("1280")
        for width in (360, 320):
            self.page.set_viewport_size({"width": width, "height": 900})
            over = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if over > 0:
                wrong.append(f"scrolls sideways by {over} px at {width}")
            if width == 360:
                wrong += self._axe()
                self._shoot("360", again=True)
        return wrong + self.errors

    def press(self, words: str | re.Pattern[str]) -> None:
        """Press a button or follow a link of the page by its words."""
        main = self.page.locator("main")
        button = main.get_by_role("button", name=words)
        link = main.get_by_role("link", name=words)
        target = button.first if button.count() else link.first
        with self.page.expect_navigation():
            target.click()
        self.look()

    def fill(self, label: str, value: str) -> None:
        """Write into a field by its label."""
        self.page.get_by_label(label).first.fill(value)

    def choose(self, label: str) -> None:
        """Choose a radio or checkbox by its label."""
        self.page.get_by_label(label, exact=True).first.check()

    def date(self, name: str, day: int, month: int, year: int) -> None:
        """Write a date into its three boxes."""
        for part, value in (("day", day), ("month", month), ("year", year)):
            self.page.locator(f"[name={name}_{part}]").fill(str(value))

    def main(self) -> str:
        """Give the words of the page."""
        return self.page.locator("main").inner_text()

    def row(self, words: str) -> Locator:
        """Give the table row with some words."""
        return self.page.locator("main tr", has_text=words).first

    def look(self) -> None:
        """Check what every page must keep: one h1 that is the title, no sideways scroll, nothing from axe."""
        self.page.wait_for_load_state()
        if not self.page.url.startswith(self.house.address):
            return
        assert self._heading() == [], self.page.url
        self._shoot()
        if self.scripted:
            width = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert width <= 0, f"{self.page.url} scrolls sideways by {width} px"
            assert self._axe() == [], self.page.url

    def _heading(self) -> list[str]:
        """What somebody searched for follows the heading in the title alone."""
        headings = self.page.locator("h1").all_inner_texts()
        heading = " ".join(" ".join(headings).split())
        title = self.page.title().removeprefix("Lỗi: ")
        told = title == f"{heading} – Một Cửa" or title.startswith(f"{heading}: ")
        return [] if told and len(headings) == 1 else [f"title {title}, headings {headings}"]

    def _axe(self) -> list[str]:
        if not AXE.exists():
            raise FileNotFoundError(f"{AXE}: run `make assets`")
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text())
        # Only what is violated is asked for, and no style sheet is fetched anew: most of its time went there.
        asked = {"runOnly": TAGS, "resultTypes": ["violations"], "preload": False}
        found = self.page.evaluate(
            f"axe.run(document, {json.dumps(asked)}).then(r => r.violations.map("
            "v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))"
        )
        assert isinstance(found, list), "axe answers with a list"
        return [str(one) for one in found]

    def _shoot(self, width: str = "", *, again: bool = False) -> None:
        """Keep a picture of each kind of page, when asked: half of the time of a journey goes there."""
        if not PICTURES:
            return
        path = urlsplit(self.page.url).path
        kind = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "id", path)
        if kind in self.seen and not again:
            return
        self.seen.append(kind)
        folder = SHOTS / self.name
        folder.mkdir(parents=True, exist_ok=True)
        slug = re.sub(r"[^a-z0-9]+", "-", f"{kind} {width}".lower()).strip("-") or "home"
        self.page.screenshot(path=str(folder / f"{slug}.png"), full_page=True)


def sign_in_citizen(visitor: Visitor, name: str) -> None:
    """Come in through the simulated e-identity, as one of the demo citizens."""
    visitor.page.get_by_role("button", name="Tiếp tục với VNeID").click()
    page = visitor.page
    page.get_by_label(name).check()
    page.get_by_role("button").first.click()
    with page.expect_navigation(url=f"{visitor.house.address}/**"):
        page.get_by_role("button", name="Đồng ý").click()
    visitor.look()


def sign_in_official(visitor: Visitor, login: str) -> None:
    """Come in with password and second factor, as one of the demo officials."""
    visitor.go("/can-bo/")
    key = visitor.house.key(login)
    visitor.page.locator("[name=login]").fill(login)
    visitor.page.locator("[name=password]").fill(key["password"])
    visitor.page.locator("main button[type=submit]").first.click()
    visitor.look()
    # A code counts once, and each wrong one brings the lock nearer: whoever was here within the same half
    # minute waits for the next one.
    tried = ""
    while visitor.page.locator("[name=code]").count():
        code = code_at(key_of(key["totp_secret"]), now().timestamp())
        if code == tried:
            visitor.page.wait_for_timeout(1_000)
            continue
        tried = code
        visitor.page.locator("[name=code]").fill(code)
        visitor.page.locator("main button[type=submit]").first.click()
        visitor.page.wait_for_load_state()
    visitor.look()


def photo(folder: Path, name: str, kilobytes: int) -> Path:
    """Make a photo of at least so many kilobytes."""
    side, out = 300, BytesIO()
    while out.tell() < kilobytes * 1024:
        side, out = side + 50, BytesIO()
        Image.effect_noise((side, side), 80).convert("RGB").save(out, "JPEG", quality=85)
    (folder / name).write_bytes(out.getvalue())
    return folder / name


def paper(folder: Path, name: str) -> Path:
    """Make a PDF or a photo to hand in."""
    place = folder / name
    if name.endswith(".pdf"):
        made = pikepdf.new()
        made.add_blank_page()
        made.save(place)
    else:
        Image.new("RGB", (640, 480), (200, 210, 190)).save(place)
    return place
