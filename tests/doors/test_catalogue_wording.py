"""A controller keeps the wordbook of the search on its page."""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.base.access.models import Account
from motcua.reference.catalogue.models import WordingLine
from motcua.reference.catalogue.words import Wording
from motcua.reference.org.words import Role
from tests.doors.rights.people import proved
from tests.support.world import World, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build()


@pytest.fixture
def controller(world: World) -> Client:
    account = Account.objects.get(pk=world.staff[Role.PROCEDURE_CONTROLLER].account_id)
    client = Client()
    client.force_login(proved(account))
    return client


def text(client: Client, address: str, **told: str) -> str:
    answer = client.post(address, told) if told else client.get(address)
    return answer.content.decode()


LINE = "/can-bo/danh-muc/tu-ngu/saying/dong/"


@pytest.mark.parametrize("kind", list(Wording))
def test_every_kind_has_its_list_and_its_form(controller: Client, kind: Wording) -> None:
    assert controller.get(reverse("desk:wording-kind", args=[kind.value])).status_code == 200
    assert controller.get(reverse("desk:wording-line", args=[kind.value])).status_code == 200


def test_a_kind_that_there_is_not_is_not_found(controller: Client) -> None:
    assert controller.get("/can-bo/danh-muc/tu-ngu/khac/").status_code == 404


def test_the_list_is_searched_without_marks(controller: Client) -> None:
    shown = text(controller, "/can-bo/danh-muc/tu-ngu/?q=so do")
    assert "sổ đỏ" in shown
    assert "ngủ đông" not in shown


def test_a_line_of_the_program_opens_filled_in(controller: Client) -> None:
    shown = text(controller, f"{LINE}?tu=sổ đỏ")
    assert 'value="sổ đỏ"' in shown
    assert "có sẵn trong chương trình" in shown


def test_a_line_is_saved_and_shown_first(controller: Client) -> None:
    answer = controller.post(LINE, {"said": "ku tí", "meant": "khai sinh"}, follow=True)
    assert answer.redirect_chain[-1][0].endswith("/tu-ngu/saying/")
    assert WordingLine.objects.get().said == "ku tí"
    shown = answer.content.decode()
    assert "Tỉnh sửa" in shown and "Đã lưu." in shown


def test_what_cannot_be_used_comes_back_with_what_was_typed(controller: Client) -> None:
    answer = controller.post(LINE, {"said": "ku tí", "meant": "…"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Chưa có nghĩa." in shown and 'value="ku tí"' in shown
    assert not WordingLine.objects.exists()


def test_trying_shows_before_and_after_and_saves_nothing(controller: Client, world: World) -> None:
    shown = text(controller, LINE, said="ku tí", meant=world.version.title, question="ku tí", **{"try": "1"})
    before, after = shown.split("Sau khi lưu")
    assert "Không tìm thấy thủ tục nào." in before.split("Hiện nay")[1]
    assert world.version.procedure.code in after
    assert not WordingLine.objects.exists()
