"""The board of a head: its figures, their lists, and giving a dossier to somebody with one press."""

import re
from datetime import timedelta

import pytest

from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org import commands as org
from tests.doors import desk_scene as scene
from tests.doors.test_desk_list import rows_in, text
from tests.doors.test_desk_path import fields_of

pytestmark = pytest.mark.django_db

BOARD = "/can-bo/don-vi/"


@pytest.mark.parametrize("who", ["hanh", "mai", "lan"])
def test_every_figure_leads_to_exactly_that_many_rows(who: str) -> None:
    here = scene.ward()
    for make in (scene.submitted, scene.in_process, scene.in_process, scene.drafted, scene.issued):
        make(here)
    late, held = scene.in_process(here), scene.in_process(here)
    Dossier.objects.filter(pk=late.pk).update(due_at=now() - timedelta(days=3))
    commands.reassign(dossier_id=held.pk, to=here.staff["tuan"].pk, by=here.actor("hanh"), at=now())
    client = here.client(who)
    page = text(client, BOARD)
    figures = re.findall(r'<a href="(/can-bo/\?[^"]*)"(?: class="[^"]*")?>(\d+)</a>', page)
    assert len(figures) >= 6
    for address, amount in figures:
        assert rows_in(text(client, address.replace("&amp;", "&"))) == int(amount), address


def test_the_parts_of_a_person_add_up_and_the_steps_too() -> None:
    here = scene.ward()
    for _ in range(3):
        scene.in_process(here)
    board = queries.board_of(here.actor("hanh"), now())
    assert board.whole.total == board.waiting == sum(one.here for one in board.steps) == 3
    assert {one.name for one in board.people} == {"Nguyễn Quang Huy", "Hà Minh Tuấn", "Đỗ Thị Hạnh"}
    assert sum(one.load.total for one in board.people) == 0
    assert board.nobody.total == 3


def test_one_press_gives_a_dossier_to_the_person_beside_it() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    client = here.client("hanh")
    said = {"dossier": str(dossier.pk), "key": fields_of(text(client, BOARD))["key"]}
    refused = client.post(BOARD, {**said, "to": ""})
    assert refused.status_code == 422
    assert "Chọn người nhận hồ sơ." in refused.content.decode()
    to = str(here.staff["tuan"].pk)
    page = client.post(BOARD, {**said, "to": to}, follow=True).content.decode()
    assert f"Đã giao hồ sơ {dossier.code} cho Hà Minh Tuấn." in page
    assert "Không có hồ sơ nào chờ phân công" in page
    client.post(BOARD, {**said, "to": to})  # sent again: the same, nothing twice
    assert Dossier.objects.get(pk=dossier.pk).revision == dossier.revision + 1


def test_a_head_gives_nothing_of_another_unit() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)  # stands at the counter, not in the division
    said = {"dossier": str(dossier.pk), "to": str(here.staff["tuan"].pk), "key": "k"}
    assert here.client("hanh").post(BOARD, said).status_code == 422
    assert Dossier.objects.get(pk=dossier.pk).holder is None


def test_who_is_away_stands_with_whoever_stands_in() -> None:
    here = scene.ward()
    giver, taker = here.staff["huy"], here.staff["tuan"]
    lent = org.delegate(
        giver_id=giver.pk,
        taker_id=taker.pk,
        position_id=giver.appointments.get().position_id,
        valid_from=now().date(),
        valid_to=now().date(),
        document="Quyết định 7/QĐ-UBND",
        by=scene.HOUSE,
        at=now(),
    )
    assert not isinstance(lent, Refusal)
    assert "Hà Minh Tuấn thay" in text(here.client("hanh"), BOARD)


def test_only_heads_have_a_board() -> None:
    here = scene.ward()
    for who in ("trang", "huy", "bao"):
        assert here.client(who).get(BOARD).status_code == 403, who
