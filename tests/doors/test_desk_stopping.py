"""A stop at the desk, and what the owner reads of it."""

import pytest
from django.test import Client

from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import act, fields_of

pytestmark = pytest.mark.django_db
WORDS = {
    "ground": "legal_ground",
    "words": "Có bản án về cùng việc.",
    "legal_basis": "Luật Hộ tịch, Điều 16",
    "settlement": "nothing_due",
}


@pytest.mark.covers("E-7")
def test_a_leader_stops_and_everybody_concerned_reads_why() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    home, lan = f"/can-bo/ho-so/{dossier.pk}/", here.client("lan")
    said = act(lan, f"{home}dung/", **WORDS, returned=["Giấy báo tử hoặc giấy tờ thay thế"])
    assert "Đã dừng giải quyết. Thông báo M05 ở mục Phiếu." in said
    assert Dossier.objects.get(pk=dossier.pk).state == State.STOPPED
    page = here.client("trang").get(home).content.decode()
    assert "Theo quy định của pháp luật" in page
    assert "Có bản án về cùng việc." in page
    assert "Không còn tính hạn" in page
    assert "Xong sớm" not in page
    assert "Giấy báo tử hoặc giấy tờ thay thế" in page
    owner = Client(headers={"accept-language": "vi"})
    owner.force_login(here.citizen.account, "allauth.account.auth_backends.AuthenticationBackend")
    told = owner.get(f"/ho-so/{dossier.pk}/").content.decode()
    assert "Hồ sơ đã dừng xử lý." in told
    assert "Thông báo dừng giải quyết hồ sơ" in told
    assert "Cơ quan dừng giải quyết" in told


def test_a_stop_on_request_says_when_it_was_asked_for() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    lan, address = here.client("lan"), f"/can-bo/ho-so/{dossier.pk}/dung/"
    hidden = fields_of(lan.get(address).content.decode())
    answer = lan.post(address, {**hidden, **WORDS, "ground": "applicant_request"})
    assert answer.status_code == 422
    assert "Có bản án về cùng việc." in answer.content.decode()
    assert Dossier.objects.get(pk=dossier.pk).state == State.IN_PROCESS


def test_the_acts_of_ending_are_offered_to_the_leader_alone() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    home = f"/can-bo/ho-so/{dossier.pk}/"
    leaders = here.client("lan").get(home).content.decode()
    assert f"{home}dung/" in leaders
    assert f"{home}dung/" not in here.client("huy").get(home).content.decode()
    assert "Kết thúc vì không bổ sung" not in leaders
