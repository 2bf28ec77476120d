"""Journeys: a running house and a real browser."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.running import House, running
from tests.journeys.visitor import Visitor

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """Give the whole house, started once for all journeys."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: on Debian, apt-get install chromium")
    with running() as house:
        yield house


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser; while one runs, Django believes itself inside a loop, so none outlives its module."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: on Debian, apt-get install chromium")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(house: House, browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Give `visit(width, scripted)`: a fresh visitor with a browser of their own."""
    contexts = []

    def come(width: int, *, scripted: bool, name: str) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripted,
            locale="vi-VN",
            bypass_csp=True,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Visitor(context.new_page(), house, scripted, name)

    yield come
    for context in contexts:
        context.close()
