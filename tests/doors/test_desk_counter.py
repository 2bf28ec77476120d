"""Paper dossiers at the counter."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from motcua.base.clock import now
from motcua.base.journal.models import Entry
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.printing import slip_bytes
from motcua.casework.dossiers.words import PaperForm, PaperSource, State
from motcua.reference.people import commands as people
from motcua.reference.people.models import PaperUse
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


def of_hoa(here: scene.Scene, **more: Any) -> dict[str, Any]:
    """Give what is typed for somebody who is known, with no paper handed in."""
    paper = here.version.components.get(code="GBT")
    said = words(here, personal_id=scene.HOA.personal_id, full_name=scene.HOA.full_name) | more
    return {name: value for name, value in said.items() if name != f"paper_{paper.pk}"}


def test_what_the_store_has_is_shown_as_held_and_not_asked() -> None:
    here = scene.ward()
    scene.hold(here)
    client = here.client("trang")
    page = client.post(ADDRESS, {"personal_id": scene.HOA.personal_id, "find": "1"}).content.decode()
    assert "Đã có trong kho, dùng lại. Số 45/2026, Trạm Y tế phường Minh Xuân cấp, ngày 21/02/2026." in page
    assert "Nhận bản mới" in page
    paper = here.version.components.get(code="GBT")
    assert f'name="paper_{paper.pk}"' in page.partition("Không phải nộp")[2]


def test_before_anybody_is_found_nothing_of_a_store_is_shown() -> None:
    here = scene.ward()
    scene.hold(here)
    client = here.client("trang")
    other = client.post(ADDRESS, {"personal_id": "008000000099", "find": "1"})
    for answer in (client.get(ADDRESS), other):
        assert "Đã có trong kho" not in answer.content.decode()


def test_what_a_database_replaces_is_never_asked() -> None:
    here = scene.ward()
    page = here.client("trang").get(ADDRESS).content.decode()
    assert f"Tra cứu trong {scene.POPULATION}." in page
    assert f"paper_{here.version.components.get(code='CC').pk}" not in page


def test_a_held_paper_is_used_again_and_counted_once() -> None:
    here = scene.ward()
    held = scene.hold(here)
    page = here.client("trang").post(ADDRESS, of_hoa(here), follow=True).content.decode()
    assert "Dùng lại 1 giấy tờ trong kho." in page
    paper = Dossier.objects.get().papers.get()
    assert (paper.source, paper.held_id, paper.number) == (PaperSource.STORE, held.pk, "45/2026")
    assert PaperUse.objects.get().paper == held


def test_the_receipt_says_that_the_state_had_the_paper() -> None:
    here = scene.ward()
    scene.hold(here)
    here.client("trang").post(ADDRESS, of_hoa(here))
    page = PdfReader(BytesIO(slip_bytes(Dossier.objects.get().slips.get()))).pages[0]
    said = " ".join(page.extract_text().split())
    assert "Từ kho giấy tờ" in said
    assert "0912 345 318" in said
    assert said.count("MINH XUÂN") == 1, "the line above says the place already"


def test_an_optional_paper_of_the_store_is_used_again_too() -> None:
    here = scene.ward()
    scene.hold(here)
    scene.hold(here, "UQ")
    here.client("trang").post(ADDRESS, of_hoa(here))
    assert set(Paper.objects.values_list("requirement__code", "source")) == {
        ("GBT", "store"),
        ("UQ", "store"),
    }


def test_a_new_copy_may_be_taken_instead_of_the_one_held() -> None:
    here = scene.ward()
    scene.hold(here)
    paper = here.version.components.get(code="GBT")
    here.client("trang").post(ADDRESS, of_hoa(here) | {f"paper_{paper.pk}": "on"})
    taken = Dossier.objects.get().papers.get()
    assert (taken.source, taken.form) == (PaperSource.COUNTER, PaperForm.ORIGINAL)
    assert not PaperUse.objects.exists()


def test_a_held_paper_that_ended_is_asked_for() -> None:
    here = scene.ward()
    held = scene.hold(here)
    people.revoke_paper(paper_id=held.pk, by=scene.HOUSE, at=now())
    answer = here.client("trang").post(ADDRESS, of_hoa(here))
    assert answer.status_code == 422
    assert "Giấy tờ này bắt buộc." in answer.content.decode()


def test_seeing_a_store_in_a_form_with_mistakes_is_noted() -> None:
    here = scene.ward()
    scene.hold(here)
    answer = here.client("trang").post(ADDRESS, of_hoa(here, full_name=""))
    assert answer.status_code == 422
    assert "Đã có trong kho, dùng lại." in answer.content.decode()
    assert Entry.objects.filter(verb="person.looked_up", about=f"person:{here.citizen.pk}").count() == 1


def test_the_counter_is_for_counter_officers() -> None:
    assert scene.ward().client("huy").get(ADDRESS).status_code == 403
