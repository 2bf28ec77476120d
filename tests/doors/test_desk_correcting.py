"""An error of the authority at the desk, and the apology that the owner reads."""

import pytest
from django.test import Client

from motcua.base.clock import now
from motcua.casework.dossiers import commands
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import act

pytestmark = pytest.mark.django_db


def test_a_wrong_result_is_replaced_by_officer_leader_clerk_and_counter() -> None:
    here = scene.ward()
    dossier = scene.issued(here)
    handed = {"relation": "owner", "recipient": "Lý Thị Hoa", "identity": "Căn cước"}
    home = f"/can-bo/ho-so/{dossier.pk}/"
    huy, lan, bao, trang = (here.client(who) for who in ("huy", "lan", "bao", "trang"))
    act(trang, f"{home}tra-ket-qua/", **handed)
    words = {"error": "Ghi sai ngày mất.", "title": "Trích lục khai tử", "content": "Mất ngày 21/02/2026."}
    assert "Đã lưu bản đính chính." in act(huy, f"{home}soan-dinh-chinh/", **words)
    opened = lan.get(f"{home}duyet-dinh-chinh/").content.decode()
    assert "Ghi sai ngày mất." in opened
    assert "1/KQ-UBND" in opened
    act(lan, f"{home}duyet-dinh-chinh/")
    assert "Đã phát hành số 2/KQ-UBND thay bản cũ." in act(bao, f"{home}phat-hanh-dinh-chinh/")
    owner = Client(headers={"accept-language": "vi"})
    owner.force_login(here.citizen.account, "allauth.account.auth_backends.AuthenticationBackend")
    told = owner.get(f"/ho-so/{dossier.pk}/").content.decode()
    assert "Cơ quan xin lỗi vì kết quả đã trả có sai sót và cấp bản thay, không thu phí." in told
    assert "Cơ quan xin lỗi và cấp lại kết quả vì có sai sót, số 2/KQ-UBND" in told
    assert "Đã trả kết quả cho Lý Thị Hoa." in act(trang, f"{home}tra-ket-qua/", **handed)
    page = trang.get(home).content.decode()
    assert "Đính chính kết quả" in page
    assert "đã được thay" in page
    for one in dossier.results.all():
        answer = trang.get(f"{home}ket-qua/{one.pk}/")
        assert answer["Content-Type"] == "application/pdf"


def test_a_result_of_another_dossier_is_not_shown() -> None:
    here = scene.ward()
    mine, other = scene.issued(here), scene.issued(here)
    address = f"/can-bo/ho-so/{mine.pk}/ket-qua/{other.results.get().pk}/"
    assert here.client("trang").get(address).status_code == 404


def test_nothing_to_hand_over_is_no_button() -> None:
    here = scene.ward()
    dossier = scene.issued(here)
    by = here.actor("trang")
    commands.hand_over_result(
        dossier_id=dossier.pk, recipient="Lý Thị Hoa", relation="Chủ hồ sơ", by=by, at=now()
    )
    page = here.client("trang").get(f"/can-bo/ho-so/{dossier.pk}/").content.decode()
    assert "tra-ket-qua" not in page
    assert "chưa làm được" not in page
