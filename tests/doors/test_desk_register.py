"""The register and the control slip at the desk."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from pypdf import PdfReader
from pytest_django.fixtures import Settings

from motcua.base.journal.models import Entry
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Register
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import fields_of

pytestmark = pytest.mark.django_db
HOME = "/can-bo/so-theo-doi/"


@pytest.fixture
def here(settings: Settings, tmp_path: Path) -> Iterator[scene.Scene]:
    settings.FILES_DIR = tmp_path / "files"
    with time_machine.travel("2026-11-25T14:20:00+07:00", tick=False):
        yield scene.ward()


def text_of(answer: object) -> str:
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file that is sent
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def looked(verb: str) -> int:
    return Entry.objects.filter(verb=verb).count()


def test_a_year_without_dossiers_says_how_they_come(here: scene.Scene) -> None:
    page = here.client("trang").get(HOME).content.decode()
    assert "Sổ năm 2026 chưa có hồ sơ nào" in page
    assert "Hồ sơ tự vào sổ khi được tiếp nhận" in page


def test_an_accepted_dossier_stands_in_the_register_with_its_dates(here: scene.Scene) -> None:
    dossier = scene.in_process(here)
    page = here.client("trang").get(HOME).content.decode()
    assert "Sổ theo dõi hồ sơ năm 2026" in page
    assert dossier.code in page
    assert "Lý Thị Hoa" in page
    assert "0912345318" not in page
    assert f"/can-bo/ho-so/{dossier.pk}/" in page
    assert looked("dossier.register_opened") == 0


def test_filters_stand_in_the_address_and_in_the_links(here: scene.Scene) -> None:
    scene.in_process(here)
    client = here.client("trang")
    page = client.get(HOME, {"nam": "2026", "thang": "3"}).content.decode()
    assert "Không có hồ sơ nào khớp bộ lọc" in page
    assert "Bỏ lọc để xem 1 hồ sơ" in page
    page = client.get(HOME, {"thang": "11", "xem": "chua-tra"}).content.decode()
    assert "/2026/in/?thang=11&amp;xem=chua-tra" in page
    assert client.get(HOME, {"thang": "x", "xem": "y", "nam": "z"}).status_code == 200


def test_a_printed_register_is_noted_for_each_dossier_and_names_what_it_leaves_out(here: scene.Scene) -> None:
    dossier = scene.in_process(here)
    text = text_of(here.client("trang").get(f"{HOME}2026/in/", {"thang": "11"}))
    assert "trích: tháng 11" in text
    assert dossier.code in text
    assert looked("dossier.register_opened") == 1


def test_a_saved_register_is_a_workbook_and_noted(here: scene.Scene) -> None:
    scene.in_process(here)
    answer = here.client("trang").get(f"{HOME}2026/tai-ve/")
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert "attachment" in answer["Content-Disposition"]
    assert looked("dossier.register_opened") == 1


def test_another_year_and_another_counter_have_no_register(here: scene.Scene) -> None:
    scene.in_process(here)
    assert here.client("trang").get(f"{HOME}2025/in/").status_code == 404
    assert here.client("huy").get(HOME).status_code == 403


def test_only_the_head_of_the_counter_is_offered_volumes_and_closing(here: scene.Scene) -> None:
    scene.in_process(here)
    trang, mai = here.client("trang"), here.client("mai")
    assert "Mở quyển mới" not in trang.get(HOME).content.decode()
    assert trang.post(f"{HOME}2026/quyen/").status_code == 403
    page = mai.get(HOME).content.decode()
    assert "Mở quyển mới" in page
    assert "Khóa sổ năm 2026" not in page
    answer = mai.post(f"{HOME}2026/quyen/", {"key": "a"}, follow=True)
    assert "Đã mở quyển số 02" in answer.content.decode()
    again = mai.post(f"{HOME}2026/quyen/", {"key": "b"})
    assert again.status_code == 422
    assert "Quyển số 2 chưa có hồ sơ nào" in again.content.decode()


def test_a_year_is_closed_once_and_then_prints_its_kept_bytes(here: scene.Scene) -> None:
    dossier = scene.in_process(here)
    mai = here.client("mai")
    address = f"{HOME}2026/khoa/"
    early = mai.post(address, {**fields_of(mai.get(address).content.decode()), "sure": "on"})
    assert early.status_code == 422
    assert "Năm 2026 chưa hết" in early.content.decode()
    with time_machine.travel("2027-01-04T08:00:00+07:00", tick=False):
        mai = here.client("mai", second_factor=False)  # it is there since last year
        unsure = mai.post(address, fields_of(mai.get(address).content.decode()))
        assert unsure.status_code == 422
        fields = {**fields_of(mai.get(address).content.decode()), "sure": "on"}
        done = mai.post(address, fields, follow=True).content.decode()
        assert "Đã khóa sổ năm 2026: 1 hồ sơ, 1 trang." in done
        assert "Đàm Thị Mai ký" in done
        assert mai.post(address, fields).status_code == 302
        first = b"".join(mai.get(f"{HOME}2026/in/").streaming_content)
        told = {"dossier_id": dossier.pk, "reason": "Đổi ý", "by": here.actor("hoa")}
        commands.withdraw(at=Register.objects.get().closed_at, **told)
        assert b"".join(mai.get(f"{HOME}2026/in/").streaming_content) == first
    assert Register.objects.get().count == 1


def test_the_control_slip_is_read_and_printed_within_ones_rights(here: scene.Scene) -> None:
    dossier = scene.in_process(here)
    address = f"/can-bo/ho-so/{dossier.pk}/kiem-soat/"
    client = here.client("trang")
    page = client.get(address).content.decode()
    assert "Người nộp hồ sơ, Lý Thị Hoa" in page
    assert "Phòng Tư pháp, chưa phân công" in page
    assert address in client.get(f"/can-bo/ho-so/{dossier.pk}/").content.decode()
    text = text_of(client.get(f"{address}in/"))
    assert "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ" in text
    assert dossier.code in text
    across = PdfReader(io.BytesIO(b"".join(client.get(f"{address}in/?kho=a4").streaming_content)))
    assert round(float(across.pages[0].mediabox.width)) == 595
    assert looked("dossier.slip_opened") == 2
    assert here.client("bao").get(address).status_code == 403


def test_before_reception_there_is_no_control_slip_to_print(here: scene.Scene) -> None:
    dossier = scene.submitted(here)
    client = here.client("trang")
    assert (
        "Chưa có lần giao, nhận nào" in client.get(f"/can-bo/ho-so/{dossier.pk}/kiem-soat/").content.decode()
    )
    assert client.get(f"/can-bo/ho-so/{dossier.pk}/kiem-soat/in/").status_code == 404
