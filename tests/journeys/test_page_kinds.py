"""Every kind of page of the house, looked at: axe at 1280 and 360, no sideways scroll at 320, no script error."""

import json
from collections.abc import Callable

import pytest
from django.test import RequestFactory
from playwright.sync_api import ConsoleMessage, Route

from motcua.base.ui import gallery
from tests.doors.rights import routes
from tests.journeys.crawl import Crawl
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow

CITIZEN, CONTROLLER = "Nông Thị Thêm", "minh.vanphong"
OFFICIALS = (
    *("hoa.minhxuan", "tuan.minhxuan", "lien.minhxuan", "khanh.minhxuan", "lan.minhxuan", "hanh.minhxuan"),
    *(CONTROLLER, "viet.thanhtra"),
)
PUBLIC = ["/", "/thu-tuc/?q=khai+sinh", "/tra-cuu/", "/dang-nhap/", "/can-bo/dang-nhap/"]
# Kinds that nobody comes to by a link, or that answer only to a form.
ELSEWHERE = {
    "mfa_authenticate": "between password and code: test_one_dossier",
}


@pytest.fixture(scope="session")
def furniture(house: House) -> dict[str, object]:
    told = house.run("furniture", "furnish", CONTROLLER, CITIZEN, *OFFICIALS)
    made: dict[str, object] = json.loads(told)
    return made


def test_every_kind_of_page(visit: Callable[..., Visitor], furniture: dict, house: House) -> None:
    crawl, wrong = Crawl(), []
    starts = {who: ["/can-bo/", "/can-bo/tai-khoan/"] for who in OFFICIALS}
    starts["viet.thanhtra"].append("/dieu-hanh/")
    starts["citizen"] = ["/", "/ho-so/", "/kho-giay-to/", *furniture["citizen"]]
    starts["asked"] = furniture["asked"]
    for who, addresses in {"": PUBLIC, **starts}.items():
        visitor = visit(1280, scripted=True, name="kinds")
        errors = _listening(visitor)
        if who:
            visitor.enter(furniture["sessions"][who])

        def found(kind: str, address: str, visitor=visitor, errors=errors) -> None:
            errors.clear()
            wrong.extend((kind, address, one) for one in visitor.inspect(address))
            wrong.extend((kind, address, one) for one in errors)

        crawl.walk(visitor, addresses, found)
    lacking = set(routes()) - set(crawl.pages) - crawl.others - set(ELSEWHERE)
    print("LACKING", sorted(lacking))
    print("DEAD", crawl.dead)
    print("OTHERS", sorted(crawl.others))
    for one in wrong:
        print("WRONG", one)
    assert (wrong, crawl.dead, lacking) == ([], [], set())


def _listening(visitor: Visitor) -> list[str]:
    errors: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error":
            errors.append(said.text)

    visitor.page.on("console", hear)
    visitor.page.on("pageerror", lambda error: errors.append(str(error)))
    return errors


@pytest.mark.parametrize("name", [one.name for one in gallery.urlpatterns])
def test_the_gallery(visit: Callable[..., Visitor], name: str) -> None:
    """Each component in each state, rendered here and dressed by the house."""
    view = next(one.callback for one in gallery.urlpatterns if one.name == name)
    body = view(RequestFactory().get("/")).content.decode()
    visitor = visit(1280, scripted=True, name="gallery")

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    visitor.page.route(f"**/{name}/", answer)
    assert visitor.inspect(f"/{name}/") == []
