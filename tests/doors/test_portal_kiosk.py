"""The kiosk at a counter: large, short, forgetful, in two languages."""

import io
import re
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from motcua.doors.portal.english import ENGLISH
from motcua.doors.portal.readings import kiosk as readings
from tests.doors import portal_scene as scene
from tests.support.database import ROOT
from tests.support.world import CODE, build

pytestmark = pytest.mark.django_db

SCREENS = ("", "tim/", "viec/", "ho-so/", "can-bo/", "con-do/", f"thu-tuc/{CODE}/")
PRIVATE = ("Giàng", "Páo", "008190000001", "0912000001", "Giàng Thị Sua", "Đăng ký khai sinh")


def links(page: str) -> set[str]:
    return {address.partition("?")[0] for address in re.findall(r'<a [^>]*href="([^"]+)"', page)}


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_leads_out_of_the_kiosk(screen: str) -> None:
    build()
    page = Client().get(f"/kiosk/{screen}").content.decode()
    allowed = ("/kiosk/", "#", "?")
    assert [address for address in links(page) if address and not address.startswith(allowed)] == []
    assert "dang-nhap" not in page


def test_the_three_ways_at_the_bottom_are_help_a_clear_view_and_the_language() -> None:
    build()
    foot = Client().get("/kiosk/viec/").content.decode().partition("mc-kiosk-foot")[2]
    at = [foot.index(words) for words in ("Gọi cán bộ", "Chữ to, rõ", "English")]
    assert at == sorted(at)


def test_a_clear_view_lasts_for_the_visit_and_is_wiped_with_it() -> None:
    build()
    client = Client()
    assert "mc-kiosk--clear" not in client.get("/kiosk/viec/").content.decode()
    chosen = client.get("/kiosk/viec/", {"chu-ro": "1"})
    assert chosen.cookies["chu-ro"]["max-age"] == "", "gone when the browser closes"
    for screen in SCREENS:
        assert 'class="mc-kiosk mc-kiosk--clear"' in client.get(f"/kiosk/{screen}").content.decode()
    client.get("/kiosk/xong/")
    assert "mc-kiosk--clear" not in client.get("/kiosk/viec/").content.decode()


def test_a_clear_view_is_left_by_the_same_button() -> None:
    build()
    client = Client()
    page = client.get("/kiosk/tim/", {"q": "khai sinh", "chu-ro": "1"}).content.decode()
    assert 'href="/kiosk/tim/?q=khai+sinh&amp;chu-ro=0"' in page
    assert "Chữ thường" in page
    assert "mc-kiosk--clear" not in client.get("/kiosk/tim/", {"chu-ro": "0"}).content.decode()


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen not in ("", "con-do/")])
def test_every_screen_but_the_first_has_a_way_to_the_beginning_that_wipes(screen: str) -> None:
    build()
    top = Client().get(f"/kiosk/{screen}").content.decode().partition("<main")[0]
    assert re.search(r'href="/kiosk/xong/"[^>]*>.*Về đầu', top, re.DOTALL)


def test_answers_stand_on_a_screen_without_the_keys() -> None:
    scene.world()
    client = Client()
    assert "data-keypad" in client.get("/kiosk/tim/").content.decode()
    assert "data-keypad" not in client.get("/kiosk/tim/", {"q": "khai sinh"}).content.decode()


PAPERS = [(f"Giấy tờ {number} {'dài ' * 20}", "1 bản chính") for number in range(9)]


@given(
    st.lists(st.tuples(st.text(max_size=200), st.text(max_size=12))),
    st.sampled_from([readings.USUAL, readings.CLEARER]),
    st.integers(4, 10),
    st.integers(0, 8),
)
def test_screens_hold_every_paper_once_in_order(
    papers: list[tuple[str, str]], room: readings.Room, lines: int, taken: int
) -> None:
    screens = readings._screens(papers, room, lines, taken)
    assert [paper for screen in screens for paper in screen] == papers
    for screen in screens[1:]:
        assert screen and (len(screen) == 1 or sum(map(room.of, screen)) <= lines)


def test_a_long_list_of_papers_takes_screens_and_a_clear_one_takes_more() -> None:
    usual, clear = (
        readings._screens(PAPERS, room, room.lines, 3) for room in (readings.USUAL, readings.CLEARER)
    )
    assert 1 < len(usual) < len(clear)


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_is_kept_by_the_browser(screen: str) -> None:
    build()
    assert "no-store" in Client().get(f"/kiosk/{screen}")["Cache-Control"]


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen not in ("", "con-do/")])
def test_without_script_a_screen_asks_after_a_minute(screen: str) -> None:
    build()
    page = Client().get(f"/kiosk/{screen}").content.decode()
    assert '<noscript><meta http-equiv="refresh" content="60; url=/kiosk/con-do/?ve=%2Fkiosk%2F' in page


def test_the_question_wipes_twenty_seconds_later_and_leads_back_only_within_the_kiosk() -> None:
    build()
    client = Client()
    page = client.get("/kiosk/con-do/", {"ve": "/kiosk/viec/"}).content.decode()
    assert '<meta http-equiv="refresh" content="20; url=/kiosk/xong/">' in page
    assert 'href="/kiosk/viec/"' in page
    for elsewhere in ("https://evil.example/kiosk/", "//evil.example/kiosk/", "/ho-so/", "javascript:x"):
        told = client.get("/kiosk/con-do/", {"ve": elsewhere}).content.decode()
        assert "evil" not in told
        assert 'href="/ho-so/"' not in told
        assert "javascript" not in told.split("<main")[1]


def test_wiping_forgets_every_cookie_and_signs_out_of_this_browser() -> None:
    built = build()
    client = scene.as_pao(built)
    client.get("/kiosk/", {"ngon-ngu": "en"})
    assert client.get("/ho-so/").status_code == 200
    answer = client.get("/kiosk/xong/")
    assert answer["Location"] == "/kiosk/"
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert {name for name, one in client.cookies.items() if one.value} == set()
    assert client.get("/ho-so/").status_code == 302


@pytest.mark.parametrize("as_address", [False, True])
def test_a_reader_finds_the_progress_from_the_first_screen(as_address: bool) -> None:
    built = build()
    dossier = built.drafted()
    sent = f"http://127.0.0.1:8000/tra-cuu/?ma={dossier}" if as_address else f"{dossier}\r"
    page = Client().post("/kiosk/ho-so/", {"ma": sent}).content.decode()
    assert str(dossier) in page
    assert "Đang xử lý" in page


@pytest.mark.covers("T-44")
def test_the_kiosk_tells_progress_and_nothing_of_the_person() -> None:
    built = build()
    for dossier in (built.drafted(), built.issued()):
        answer = Client().post("/kiosk/ho-so/", {"ma": str(dossier)})
        said = f"{answer.headers}{answer.content.decode()}"
        assert [part for part in (*PRIVATE, str(dossier.pk)) if part in said] == []


def test_a_code_is_never_in_an_address_of_the_kiosk() -> None:
    built = build()
    dossier = built.accepted()
    assert str(dossier) not in Client().get("/kiosk/ho-so/", {"ma": str(dossier)}).content.decode()
    page = Client().post("/kiosk/ho-so/", {"ma": str(dossier)}).content.decode()
    assert [
        address for address in re.findall(r'(?:href|url=)"?([^"]+)', page) if str(dossier) in address
    ] == []


@pytest.mark.parametrize(
    ("typed", "status", "words"),
    [("", 422, "Chưa có mã hồ sơ."), ("H60.24-000000-0000", 404, "Không có hồ sơ nào mang mã này.")],
)
def test_a_wrong_code_gets_a_sentence(typed: str, status: int, words: str) -> None:
    build()
    answer = Client().post("/kiosk/ho-so/", {"ma": typed})
    assert (answer.status_code, words in answer.content.decode()) == (status, True)


def test_search_finds_and_leads_to_the_summary_and_its_slip() -> None:
    scene.world()
    client = Client()
    assert f'href="/kiosk/thu-tuc/{CODE}/"' in client.get("/kiosk/tim/", {"q": "khai sinh"}).content.decode()
    page = client.get(f"/kiosk/thu-tuc/{CODE}/").content.decode()
    assert "Giấy chứng sinh" in page
    assert "5 ngày làm việc" in page.replace("\xa0", " ")
    answer = client.get(f"/kiosk/thu-tuc/{CODE}/phieu/")
    raw = b"".join(answer.streaming_content)
    text = " ".join(PdfReader(io.BytesIO(raw)).pages[0].extract_text().split())
    assert "Đăng ký khai sinh" in text
    assert "Giấy chứng sinh" in text
    assert answer["Refresh"].endswith("url=/kiosk/")


@pytest.mark.parametrize("path", ["thu-tuc/9.999999/", "thu-tuc/9.999999/phieu/"])
def test_an_unknown_procedure_is_not_there(path: str) -> None:
    build()
    assert Client().get(f"/kiosk/{path}").status_code == 404


@pytest.mark.parametrize("query", [{"q": "zzz"}, {"viec": "<b>x</b>"}, {"trang": "²"}, {"trang": "-5"}])
def test_odd_questions_get_a_screen(query: dict[str, str]) -> None:
    build()
    assert Client().get("/kiosk/tim/", query).status_code == 200


def test_english_keeps_the_page_its_language_and_vietnamese_content() -> None:
    scene.world()
    client = Client()
    answer = client.get(f"/kiosk/thu-tuc/{CODE}/", {"ngon-ngu": "en"})
    page = answer.content.decode()
    assert answer.request["PATH_INFO"] == f"/kiosk/thu-tuc/{CODE}/"
    assert '<html lang="en"' in page
    assert "What to bring" in page
    assert '<div lang="vi">' in page
    assert '<html lang="en"' in client.get("/tra-cuu/").content.decode()
    client.get("/kiosk/xong/")
    assert '<html lang="vi"' in client.get("/kiosk/").content.decode()


def test_a_page_that_has_no_english_says_it_is_vietnamese() -> None:
    build()
    client = Client()
    client.get("/kiosk/", {"ngon-ngu": "en"})
    assert '<html lang="vi"' in client.get("/tro-giup/").content.decode()


def test_every_word_of_an_english_page_has_its_english() -> None:
    templates = [
        *(ROOT / "src/motcua/doors/portal/templates/portal/kiosk").glob("*.html"),
        ROOT / "src/motcua/doors/portal/templates/portal/look_up.html",
        *(ROOT / "src/motcua/base/ui/templates").rglob("*.html"),
    ]
    assert {words for template in templates for words in _said(template)} - set(ENGLISH) == set()


def _said(template: Path) -> set[str]:
    text = template.read_text(encoding="utf-8")
    return {words for _, words in re.findall(r"""{% say (["'])(.+?)\1 %}""", text)}


@pytest.mark.parametrize("screen", [*SCREENS[1:], ""])
def test_an_english_screen_has_no_vietnamese_outside_what_is_marked(screen: str) -> None:
    build()
    client = Client()
    client.get("/kiosk/", {"ngon-ngu": "en"})
    page = client.get(f"/kiosk/{screen}").content.decode().partition("<body")[2]
    unmarked = re.sub(r'<(ul|div|span|b)\b[^>]*lang="vi"[^>]*>.*?</\1>', "", page, flags=re.DOTALL)
    words = re.sub(r"<[^>]+>", " ", unmarked).replace("Một Cửa", "").replace("Tiếng Việt", "")
    if CODE not in screen:  # a procedure's own name is its heading
        assert re.findall(r"\w*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\w*", words) == []
