"""What nobody sends by hand: a NUL, a key without end, more than a page may carry."""

import random

import pytest
from django.db import DataError, OperationalError, transaction
from django.test import Client

from motcua.base.clock import now
from motcua.base.journal.models import RetryKey
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from tests.doors import desk_scene as scene
from tests.doors import portal_scene
from tests.doors.test_desk_path import fields_of

pytestmark = pytest.mark.django_db

NUL = "a\0b"
ENDLESS = "".join(random.Random(1).choices("0123456789abcdef", k=40_000))


def test_the_database_itself_takes_neither() -> None:
    for key, fault in ((NUL, DataError), (ENDLESS, OperationalError)):
        with pytest.raises(fault), transaction.atomic():
            RetryKey.objects.create(key=key, command="", digest="", made_at=now())


@pytest.mark.parametrize("key", [NUL, ENDLESS], ids=["nul", "endless"])
def test_any_key_of_an_official_s_page_does_its_act_once(key: str) -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    scene.judge(here, dossier, "trang")
    client, address = here.client("trang"), f"/can-bo/ho-so/{dossier.pk}/tiep-nhan/"
    words = {**fields_of(client.get(address).content.decode()), "key": key}
    for _ in range(2):
        assert client.post(address, words).status_code in (302, 422)
    dossier.refresh_from_db()
    assert dossier.state == (State.ACCEPTED if key == ENDLESS else State.SUBMITTED)


@pytest.mark.parametrize("key", [NUL, ENDLESS], ids=["nul", "endless"])
def test_any_key_of_a_citizen_s_page_opens_one_draft(key: str) -> None:
    built = portal_scene.world()
    client = portal_scene.as_pao(built)
    for _ in range(2):
        answer = client.post(portal_scene.START, {"agency": str(built.committee.pk), "key": key})
        assert answer.status_code == 302
    assert Dossier.objects.count() == 1


def test_an_address_with_a_nul_is_not_found() -> None:
    clerk = scene.ward().client("trang")
    assert Client().get("/thu-tuc/%00/").status_code == 404
    assert clerk.get("/can-bo/tiep-nhan/%00/").status_code == 404
    assert clerk.get("/can-bo/?linh-vuc=%00").status_code == 200


def test_a_nul_in_a_number_to_be_looked_up_is_left_out() -> None:
    client = scene.ward().client("trang")
    answer = client.post(
        f"/can-bo/tiep-nhan/{scene.CODE}/", {"personal_id": f"{scene.HOA.personal_id}\0", "find": "1"}
    )
    assert 'value="Lý Thị Hoa"' in answer.content.decode()


@pytest.mark.parametrize("words", [{"q": "a" * 3_000_000}, {f"x{n}": "" for n in range(1200)}])
def test_more_than_a_page_may_carry_gets_a_sentence_of_ours(words: dict[str, str]) -> None:
    sent = "&".join(f"{name}={value}" for name, value in words.items())
    answer = Client().post("/can-bo/dang-nhap/", sent, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400
    assert "Chưa nhận được trang bạn gửi" in answer.content.decode()


def test_a_host_that_is_not_ours_gets_the_same_sentence() -> None:
    answer = Client().get("/", headers={"host": "xau.example"})
    assert answer.status_code == 400
    assert "xau.example" not in answer.content.decode()
    assert "<b>1022</b>" in answer.content.decode()
