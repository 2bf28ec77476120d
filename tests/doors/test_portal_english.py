"""The public pages in English: every word of theirs, none of the procedures'."""

import re
from pathlib import Path

import pytest
from django.test import Client

from motcua.base.ui.words import STATES, TRIAL
from motcua.doors.portal import frame, kiosk_frame, labels
from motcua.doors.portal.english import ENGLISH
from motcua.doors.portal.readings import kin, narrowing, results
from tests.doors.finding_scene import published

SOURCE = Path(frame.__file__).parents[2]
SAID = re.compile(r"""\{% say (?:"([^"]+)"|'([^']+)') %\}""")


def said() -> set[str]:
    """Give the texts that templates say in the language of the frame."""
    pages = [*SOURCE.glob("doors/portal/templates/**/*.html"), *SOURCE.glob("base/ui/templates/**/*.html")]
    return {one or other for page in pages for one, other in SAID.findall(page.read_text())}


def named() -> set[str]:
    """Give the texts that come to templates as values."""
    columns = frame._columns()
    sides = {side.title for side in narrowing.SIDES}
    values = {label for side in narrowing.SIDES for label in (side.labels or {}).values()}
    whom = set(labels.WHOM.values())
    ways = {label for label, _ in (*frame.MENU, frame.NOTICES)}
    menu = ways | {one.label for column in columns for one in column.entries}
    states = {look.word for look in STATES.values()}
    return {
        *sides,
        *values,
        *whom,
        *menu,
        *states,
        *results.ORDERS.values(),
        *kin.COLUMNS,
        frame.SIGN_IN,
        TRIAL,
    } | {
        *(frame.CALL, frame.HOURS),
        *(label for label, _ in frame.OWN),
        *(column.title for column in columns),
        *("Gọi cán bộ", kiosk_frame.AGAIN, kiosk_frame.CLEARER, kiosk_frame.PLAIN),  # the kiosk's own
    }


def test_every_text_that_can_be_said_has_its_english() -> None:
    assert said()
    assert {text for text in said() | named() if text not in ENGLISH} == set()


def test_no_english_is_left_over() -> None:
    assert set(ENGLISH) - said() - named() == {"Quay lại"}


@pytest.mark.django_db
def test_a_page_is_read_in_english_and_the_choice_stays() -> None:
    published("1.000001", "Đăng ký khai sinh")
    browser = Client()
    assert "Bạn cần làm thủ tục gì?" in browser.get("/").content.decode()
    chosen = browser.get("/?ngon-ngu=en")
    assert '<html lang="en"' in chosen.content.decode()
    kept = browser.get("/thu-tuc/").content.decode()
    assert "Find a procedure" in kept
    assert "Đăng ký khai sinh" in kept, "what a procedure says stays as published"
    assert 'lang="vi"' in kept
    back = browser.get("/?ngon-ngu=vi").content.decode()
    assert '<html lang="vi"' in back


@pytest.mark.django_db
def test_an_unknown_language_is_vietnamese_and_not_kept() -> None:
    answer = Client().get("/?ngon-ngu=xx")
    assert '<html lang="vi"' in answer.content.decode()
    assert "ngon-ngu" not in answer.cookies
