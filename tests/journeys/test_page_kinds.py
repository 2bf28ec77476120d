"""Every kind of page, looked at: axe at 1280 and 360, no sideways scroll at 320, a quiet console."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory
from playwright.sync_api import Route

from motcua.base.ui import gallery
from motcua.reference.forms import gallery as eforms
from tests.doors.rights.addresses import routes
from tests.journeys.crawl import Crawl
from tests.journeys.running import House
from tests.journeys.visitor import Visitor, paper

pytestmark = pytest.mark.slow

CITIZEN, CONTROLLER, ADMINISTRATOR = "Nông Thị Thêm", "minh.vanphong", "quan.vanphong"
OFFICIALS = (
    *("hoa.minhxuan", "dung.minhxuan", "tuan.minhxuan", "lien.minhxuan", "khanh.minhxuan", "lan.minhxuan"),
    *("hanh.minhxuan", CONTROLLER, ADMINISTRATOR, "viet.thanhtra"),
)
STEERING = (
    *("duc.tinh", "thinh.noivu", "ngoc.noivu", "quyet.noivu", "khanh.minhxuan", "lan.minhxuan"),
    *("dung.minhxuan", "thao.sonduong", "hieu.sonduong", "viet.thanhtra", CONTROLLER),
)
STEERED = r"command:|desk:(scor|criteria)"
FIGURES = ["/dieu-hanh/", "/dieu-hanh/bao-cao-06/", "/dieu-hanh/chot-so/", "/dieu-hanh/chi-so/"]
SCORING = ["/can-bo/cham-diem/", "/can-bo/bo-tieu-chi/"]
PUBLIC = ["/", "/thu-tuc/?q=khai+sinh", "/tra-cuu/", "/dang-nhap/", "/kiosk/"]
ENTRANCES = ["/can-bo/dang-nhap/", "/can-bo/da-khoa/"]
ACCOUNT = ["/can-bo/tai-khoan/", "/can-bo/tai-khoan/ung-dung/", "/can-bo/tai-khoan/khoa/"]
GALLERIES = {one.name: one.callback for one in (*gallery.urlpatterns, *eforms.urlpatterns)}
# No pages: for programs, for monitors, for scripts of a page, on the way to the e-identity and back.
MACHINES = re.compile(r"api:|healthz|livez|openid_connect|portal:(communes|suggestions|upload)")
# Pages that nobody comes to by a link: who looks at them.
ELSEWHERE = {
    "mfa_authenticate": "test_one_dossier: between password and code",
    "command:dossier-journal": "test_one_dossier: after a purpose was given",
    "desk:catalogue-compare": "test_new_version: two versions",
    "forms:compare": "test_new_version: two versions",
    "portal:draft-photo": "test_files_line_cut: a photo turned and moved",
    "portal:kiosk-stay": "an act of the kiosk's script",
    # They come only with a file under way or a draft that was overtaken; read in tests/doors.
    "portal:answer-file": "test_files_answers",
    "portal:answer-photo": "test_files_answers",
    "portal:draft-renew": "test_portal_renewing",
    "portal:representation-file": "test_portal_right_document",
    "portal:representation-photo": "test_portal_right_document",
    # Nobody in the demo has these keys; the pages are read in tests/doors.
    "mfa_view_recovery_codes": "",
    "mfa_download_recovery_codes": "",
    "mfa_remove_webauthn": "",
    "mfa_reauthenticate_webauthn": "",
}


@pytest.fixture(scope="session")
def furniture(house: House) -> dict[str, Any]:
    told = house.run("furniture", "furnish", CONTROLLER, CITIZEN, *sorted({*OFFICIALS, *STEERING}))
    made: dict[str, Any] = json.loads(told)
    return made


def test_every_kind_of_page_for_citizens(visit: Callable[..., Visitor], furniture: dict[str, Any]) -> None:
    starts = {
        "citizen": ["/", "/ho-so/", "/kho-giay-to/", *furniture["citizen"]],
        "asked": furniture["asked"],
    }
    _looks_at_everything(visit, furniture, re.compile("portal:"), {"": PUBLIC, **starts})


def test_every_kind_of_page_for_officials(visit: Callable[..., Visitor], furniture: dict[str, Any]) -> None:
    more = furniture["by_login"]
    starts = {who: ["/can-bo/", *ACCOUNT, *furniture["desk"], *more.get(who, [])] for who in OFFICIALS}
    _looks_at_everything(visit, furniture, re.compile(f"(?!portal:|{STEERED})"), {"": ENTRANCES, **starts})


def test_every_kind_of_page_of_figures_and_scoring(
    visit: Callable[..., Visitor], furniture: dict[str, Any]
) -> None:
    more = furniture["by_login"]
    starts = {who: [*more.get(who, []), *FIGURES, *SCORING] for who in STEERING}
    starts["viet.thanhtra"].append("/dieu-hanh/so-nhat-ky/")
    _looks_at_everything(visit, furniture, re.compile(STEERED), starts)


def _looks_at_everything(
    visit: Callable[..., Visitor],
    furniture: dict[str, Any],
    side: re.Pattern[str],
    starts: dict[str, list[str]],
) -> None:
    crawl = Crawl(side)
    for who, addresses in starts.items():
        visitor = visit(1280, scripted=True, name="kinds")
        if who:
            visitor.enter(furniture["sessions"][who])
        crawl.walk(visitor, addresses)
    known = {*crawl.pages, *crawl.others, *ELSEWHERE}
    told = [
        *map(str, crawl.wrong),
        *(f"dead: {one}" for one in crawl.dead),
        *(
            f"unseen: {kind}"
            for kind in routes()
            if side.match(kind) and kind not in known and not MACHINES.match(kind)
        ),
    ]
    assert not told, "\n".join(sorted(told))


@pytest.mark.parametrize("name", GALLERIES)
def test_the_gallery(visit: Callable[..., Visitor], name: str) -> None:
    """Each component and each block of e-forms in each state, rendered here and dressed by the house."""
    visitor = visit(1280, scripted=True, name="gallery")
    visitor.page.route(f"**/{name}/", _shown_as(name))
    told = visitor.inspect(f"/{name}/")
    # It shows one part several times over: a real page has one of each.
    assert [one for one in told if not one.startswith("landmark-unique")] == []


def test_a_file_in_a_form_is_told_in_words_when_chosen_and_while_it_goes(
    visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    visitor = visit(360, scripted=True, name="gallery")
    visitor.page.route("**/forms-tep/", _shown_as("forms-tep"))
    visitor.quietly("/forms-tep/")
    visitor.page.locator("[name=nothing]").set_input_files(paper(tmp_path, "hop-dong.pdf"))
    visitor.page.get_by_text("KB, sẽ gửi cùng trang này").wait_for()
    # A sending that never ends: the page stays, as it does on a slow line.
    visitor.page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
    visitor.page.get_by_role("button", name="Lưu và tiếp tục").click()
    visitor.page.get_by_text("Đang gửi tệp.").wait_for()
    assert "hop-dong.pdf" in visitor.main()


def _shown_as(name: str) -> Callable[[Route], None]:
    """Answer with a page of a gallery."""
    body = GALLERIES[name](RequestFactory().get("/")).content.decode()
    return lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8")


def test_what_is_wrong_is_noticed(visit: Callable[..., Visitor]) -> None:
    visitor = visit(1280, scripted=True, name="spoilt")
    body = "<html><title>A</title><h1>B</h1><img src='/nothing.png'><p style='width:340px'>wide</p></html>"
    visitor.page.route("**/spoilt/", lambda route: route.fulfill(body=body, content_type="text/html"))
    told = " ".join(visitor.inspect("/spoilt/"))
    for one in ("headings ['B']", "image-alt", "sideways by", "at 320", "404"):
        assert one in told
