"""Inspecting one dossier: a purpose first, then sentences, and the look itself is noted."""

import pytest

from motcua.base.journal.models import Entry
from motcua.base.journal.writing import commitment
from tests.doors import desk_scene as scene

pytestmark = pytest.mark.django_db

WHY = {"purpose": "plan", "words": "Kế hoạch 12/KH"}


def test_without_a_purpose_the_journal_stays_shut() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    auditor = here.client("ninh")
    assert auditor.get(f"/dieu-hanh/nhat-ky/{dossier.pk}/")["Location"] == "/dieu-hanh/nhat-ky/"
    answer = auditor.post("/dieu-hanh/nhat-ky/", {"code": dossier.code})
    assert answer.status_code == 422
    assert "Chọn mục đích." in answer.content.decode()
    assert not Entry.objects.filter(thing__startswith="reads:").exists()


def test_the_journal_reads_as_sentences_and_says_that_it_is_whole() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    auditor = here.client("ninh")
    page = auditor.post("/dieu-hanh/nhat-ky/", {"code": dossier.code, **WHY}, follow=True).content.decode()
    assert "Chuỗi còn nguyên." in page
    assert f"Tiếp nhận hồ sơ, cấp mã {dossier.code}" in page
    assert "Công chức, Trung tâm Phục vụ hành chính công phường Minh Xuân" in page
    assert "Đọc nhật ký. Mục đích: Kiểm tra theo kế hoạch" in page


def test_the_look_keeps_the_purpose_and_not_its_words() -> None:
    here = scene.ward()
    dossier = scene.accepted(here)
    here.client("ninh").post("/dieu-hanh/nhat-ky/", {"code": dossier.code, **WHY}, follow=True)
    payload = Entry.objects.get(thing__startswith="reads:").payload
    assert f"purpose:plan {commitment(WHY['words'])} 14" in payload
    assert "Kế hoạch" not in payload


def test_a_purpose_opens_one_dossier_alone() -> None:
    here = scene.ward()
    one, other = scene.accepted(here), scene.accepted(here)
    auditor = here.client("ninh")
    auditor.post("/dieu-hanh/nhat-ky/", {"code": one.code, **WHY})
    assert auditor.get(f"/dieu-hanh/nhat-ky/{one.pk}/").status_code == 200
    assert auditor.get(f"/dieu-hanh/nhat-ky/{other.pk}/").status_code == 302


def test_an_unknown_code_says_what_to_check() -> None:
    answer = scene.ward().client("ninh").post("/dieu-hanh/nhat-ky/", {"code": "H60.24-1", **WHY})
    assert answer.status_code == 422
    assert "Không có hồ sơ nào mang mã này." in answer.content.decode()
