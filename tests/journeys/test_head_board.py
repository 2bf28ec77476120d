"""A head looks at the unit: who carries what, every figure with its cases, work given to somebody."""

import re
from collections.abc import Callable

import pytest

from tests.journeys.desks import Begun, at_desk, dossier, printed
from tests.journeys.running import House
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.slow
BOARD = "/can-bo/don-vi/"
FIGURES = ".mc-big-figure a, .mc-table--board tbody tr:first-child .mc-num a"
ROWS = "main tbody tr:not(.mc-table__group)"
TUAN, LIEN = "Hà Minh Tuấn", "Quan Thị Liên"


def test_a_head_sees_the_unit_and_gives_work(visit: Callable[..., Visitor], house: House) -> None:
    head = at_desk(visit, house, "khanh.minhxuan", "head-board")
    lien = at_desk(visit, house, "lien.minhxuan", "head-board")
    head.go(BOARD)
    assert TUAN in printed(head, "board").text
    _figures_open_to_their_cases(head)
    _gives(head, dossier(house, "nobodys"))
    _moves(head, dossier(house, "held"))
    lien.go("/can-bo/?xem=unopened")
    for one in ("nobodys", "held"):
        assert lien.row(dossier(house, one).code).count(), "the new holder sees it among what is new"
    tuan = at_desk(visit, house, "tuan.minhxuan", "head-board")
    tuan.quietly("/can-bo/")
    assert dossier(house, "held").code not in tuan.main()
    tuan.go(dossier(house, "held").page)
    assert LIEN in tuan.main()
    assert head.inspect(BOARD) == []


def _figures_open_to_their_cases(head: Visitor) -> None:
    """Open the figures one by one: the list behind has exactly that many rows."""
    figures = [(one.inner_text(), one.get_attribute("href")) for one in head.page.locator(FIGURES).all()]
    assert len(figures) >= 3, figures
    for amount, address in figures:
        assert address is not None
        head.quietly(address)
        assert head.page.locator(ROWS).count() == int(amount), address


def _gives(head: Visitor, late: Begun) -> None:
    """Give what nobody holds to somebody: one choice, one press."""
    head.quietly(BOARD)
    row = head.row(late.code)
    row.get_by_role("combobox").select_option(label=LIEN)
    head.press(f"Giao hồ sơ {late.code}")
    assert f"Đã giao hồ sơ {late.code} cho {LIEN}." in head.main()


def _moves(head: Visitor, held: Begun) -> None:
    """Take a dossier from one person and give it to another."""
    head.row(TUAN).get_by_role("link", name="Giao lại").click()
    head.look()
    head.row(held.code).get_by_role("checkbox").check()
    head.press(re.compile("^Giao lại$"))
    head.page.get_by_label("Người xử lý").select_option(label=LIEN)
    head.press("Giao lại 1 hồ sơ")
    assert "Đã giao 1 hồ sơ." in head.main()
