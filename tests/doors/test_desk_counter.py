"""Paper dossiers at the counter."""

from typing import Any

import pytest

from motcua.base.journal.models import Entry
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import fields_of

pytestmark = pytest.mark.django_db

ADDRESS = f"/can-bo/tiep-nhan/{scene.CODE}/"


def words(here: scene.Scene, **more: Any) -> dict[str, Any]:
    paper = here.version.components.get(code="GBT")
    said = {
        "agency": str(here.agency.pk),
        "channel": "direct",
        "personal_id": "008085000777",
        "full_name": "Hoàng Văn Páo",
        "commune": "xã Lũng Cú",
        "province": "tỉnh Tuyên Quang",
        "delivery": "one_stop",
        f"paper_{paper.pk}": "on",
    }
    for one in here.version.components.all():
        said |= {f"form_{one.pk}": "original", f"quantity_{one.pk}": "1"}
    return said | more


def test_a_procedure_is_found_without_diacritics_among_those_the_counter_serves() -> None:
    client = scene.ward().client("trang")
    assert ADDRESS in client.get("/can-bo/tiep-nhan/?q=khai+tu").content.decode()
    assert "Không có thủ tục nào khớp" in client.get("/can-bo/tiep-nhan/?q=lai+xe").content.decode()


def test_taking_in_gives_a_code_and_the_receipt_at_once() -> None:
    here = scene.ward()
    client = here.client("trang")
    said = words(here, **fields_of(client.get(ADDRESS).content.decode()))
    page = client.post(ADDRESS, said, follow=True).content.decode()
    dossier = Dossier.objects.get()
    assert dossier.state == State.ACCEPTED
    assert f"Đã tiếp nhận. Mã hồ sơ {dossier.code}" in page
    assert f"/phieu/{dossier.slips.get().pk}/" in page
    again = client.post(ADDRESS, said)
    assert again["Location"] == f"/can-bo/ho-so/{dossier.pk}/"
    assert Dossier.objects.count() == 1


def test_a_known_person_is_filled_in_by_number() -> None:
    here = scene.ward()
    client = here.client("trang")
    page = client.post(ADDRESS, {"personal_id": scene.HOA.personal_id, "find": "1"}).content.decode()
    assert 'value="Lý Thị Hoa"' in page
    assert 'value="phường Minh Xuân"' in page
    assert not Dossier.objects.exists()


def test_looking_a_person_up_is_noted_without_their_number() -> None:
    here = scene.ward()
    client = here.client("trang")
    for number in (scene.HOA.personal_id, "008000000099"):
        client.post(ADDRESS, {"personal_id": number, "find": "1"})
    noted = Entry.objects.get(verb="person.looked_up")
    assert (noted.about, noted.payload) == (f"person:{here.citizen.pk}", "{}")
    assert noted.actor == f"staff:{here.staff['trang'].pk}"


def test_an_unknown_number_is_no_error() -> None:
    client = scene.ward().client("trang")
    answer = client.post(ADDRESS, {"personal_id": "001001001001", "enter": "1"})
    assert answer.status_code == 200
    assert "Chưa có ai mang số này." in answer.content.decode()


def test_eleven_digits_and_a_missing_paper_are_told_and_the_rest_is_kept() -> None:
    here = scene.ward()
    paper = here.version.components.get(code="GBT")
    said = words(here, personal_id="00808500077")
    del said[f"paper_{paper.pk}"]
    answer = here.client("trang").post(ADDRESS, said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Số định danh có 12 chữ số. Bạn đã nhập 11. Nhập lại." in page
    assert "Giấy tờ này bắt buộc." in page
    assert 'value="Hoàng Văn Páo"' in page
    assert not Dossier.objects.exists()


def test_the_counter_is_for_counter_officers() -> None:
    assert scene.ward().client("huy").get(ADDRESS).status_code == 403
