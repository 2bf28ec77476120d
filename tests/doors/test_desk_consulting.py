"""Opinions at the desk: asked, found in the list of the unit asked, answered with a file."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.base.clock import now, today
from motcua.casework.dossiers.words import State
from motcua.reference.org import commands as org
from motcua.reference.org.models import Staff
from motcua.reference.org.words import Role, UnitKind
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import act

pytestmark = pytest.mark.django_db


def police(here: scene.Scene) -> Staff:
    """Set up another unit with an officer of its own."""
    do = {"by": scene.HOUSE, "at": now()}
    unit = org.set_up_unit(
        agency=here.agency, name="Công an phường", kind=UnitKind.OFFICE, valid_from=scene.SINCE, **do
    )
    position = org.make_position(unit=unit, title="Công an", roles=[Role.CASE_OFFICER], **do)
    staff = org.join(full_name="Ma Văn Chiến", login="chien", password=scene.PASSWORD, **do)
    org.appoint(staff=staff, position=position, valid_from=scene.SINCE, **do)
    here.staff["chien"] = staff
    return staff


@pytest.mark.covers("E-8")
def test_a_unit_finds_what_it_is_asked_and_answers_with_a_file() -> None:
    here = scene.ward()
    police(here)
    dossier = scene.in_process(here)
    home = f"/can-bo/ho-so/{dossier.pk}/"
    huy, chien = here.client("huy"), here.client("chien")
    assert chien.get(home).status_code == 403
    form = huy.get(f"{home}lay-y-kien/").content.decode()
    unit = re.search(r'<option value="([0-9a-f-]+)">[^<]*Công an phường', form)
    assert unit is not None
    words = {"unit": unit[1], "content": "Xác minh nơi cư trú cuối cùng.", **in_days(3)}
    assert "Đã gửi yêu cầu lấy ý kiến" in act(huy, f"{home}lay-y-kien/", **words)
    listed = chien.get("/can-bo/y-kien/").content.decode()
    assert "Xác minh nơi cư trú cuối cùng." in listed
    assert f"{home}tra-loi-y-kien/" in listed
    assert "Ý kiến" in chien.get(f"{home}tra-loi-y-kien/").content.decode()
    file = SimpleUploadedFile("y-kien.pdf", scene.a_pdf(), "application/pdf")
    answer = {"reply": "Cư trú tại tổ 12.", "attachment": file}
    assert "Đã gửi ý kiến về hồ sơ" in act(chien, f"{home}tra-loi-y-kien/", **answer)
    page = huy.get(home).content.decode()
    assert "Cư trú tại tổ 12." in page
    day = today() + timedelta(days=3)
    assert f"Lấy ý kiến Công an phường, trả lời trước {day:%d/%m/%Y}" in page
    reply = dossier.consultations.get()
    file_sent = huy.get(f"{home}y-kien/{reply.pk}/")
    assert b"".join(file_sent).startswith(b"%PDF")
    assert "Không có yêu cầu nào chờ đơn vị bạn" in chien.get("/can-bo/y-kien/").content.decode()


def test_a_question_is_taken_back_and_shares_are_given() -> None:
    here = scene.ward()
    unit = police(here).appointments.get().position.unit_id
    dossier = scene.in_process(here)
    home, huy = f"/can-bo/ho-so/{dossier.pk}/", here.client("huy")
    words = {"unit_1": unit, "content_1": "Xác minh.", "hours_1": "8", "own_hours": "0"}
    assert "Đã giao phần việc." in act(huy, f"{home}giao-lien-thong/", **words)
    asked = dossier.consultations.get()
    taken = {"asked": asked.pk, "reason": "Đã có trong cơ sở dữ liệu."}
    assert "Đã rút yêu cầu lấy ý kiến." in act(huy, f"{home}rut-y-kien/", **taken)
    dossier.refresh_from_db()
    assert dossier.state == State.IN_PROCESS


def in_days(days: int) -> dict[str, str]:
    day = today() + timedelta(days=days)
    return {"reply_due_day": str(day.day), "reply_due_month": str(day.month), "reply_due_year": str(day.year)}
