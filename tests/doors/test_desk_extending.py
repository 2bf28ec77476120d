"""A later date at the desk, and what the owner reads of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from motcua.base.clock import local
from motcua.casework.dossiers.models import Dossier
from tests.doors import desk_scene as scene
from tests.doors.test_desk_path import act, fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_monday() -> Iterator[None]:
    with time_machine.travel("2026-03-02T09:00:00+07:00", tick=False):
        yield


def later(dossier: Dossier, days: int) -> dict[str, str]:
    assert dossier.due_at is not None
    day = local(dossier.due_at).date() + timedelta(days=days)
    return {"until_day": str(day.day), "until_month": str(day.month), "until_year": str(day.year)}


@pytest.mark.covers("E-5")
def test_an_officer_proposes_a_leader_apologises_and_the_page_tells_both_dates() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    home = f"/can-bo/ho-so/{dossier.pk}/"
    words = {
        "reason": "unit_overload",
        "words": "Chờ xác minh.",
        "responsible": "UBND phường Minh Xuân",
        **later(dossier, 4),
    }
    huy, lan, trang = (here.client(who) for who in ("huy", "lan", "trang"))
    assert "Đã trình lãnh đạo đề nghị gia hạn." in act(huy, f"{home}de-nghi-gia-han/", **words)
    assert dossier.code is not None
    listed = lan.get("/can-bo/").content.decode()
    assert dossier.code in listed
    assert "Quyết định gia hạn" in listed, "the row says what the leader has to do"
    assert "Quyết định gia hạn" not in huy.get("/can-bo/").content.decode(), "the officer goes on meanwhile"
    assert f'mc-button--main" href="{home}gia-han/"' in lan.get(home).content.decode(), "it waits for her"
    opened = lan.get(f"{home}gia-han/").content.decode()
    assert "Nguyễn Quang Huy đã đề nghị như dưới đây." in opened
    assert "Chờ xác minh." in opened
    assert "Được xin lỗi, gia hạn đến hết ngày 06/03/2026." in opened
    said = act(lan, f"{home}gia-han/", **words)
    assert "Đã xin lỗi và hẹn lại ngày 13/03/2026." in said
    page = trang.get(home).content.decode()
    assert "Hẹn lần đầu 09/03/2026" in page
    assert "09/03/2026 chuyển sang 13/03/2026" in page
    assert "M04 Xin lỗi, gia hạn" in page
    assert "hạn hẹn trước, đã xin lỗi và gia hạn" in page
    slip = dossier.slips.get(form="M04")
    assert trang.get(f"{home}phieu/{slip.pk}/")["Content-Type"] == "application/pdf"


def test_a_day_off_is_refused_and_the_words_are_kept() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    lan, address = here.client("lan"), f"/can-bo/ho-so/{dossier.pk}/gia-han/"
    words = {"reason": "other", "words": "Vì mưa lũ.", "responsible": "UBND", **later(dossier, 5)}
    answer = lan.post(address, {**fields_of(lan.get(address).content.decode()), **words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "14/03/2026 không phải ngày làm việc. Chọn một ngày làm việc." in page
    assert "Vì mưa lũ." in page


def test_the_owner_reads_the_apology_and_why_the_day_moved() -> None:
    here = scene.ward()
    dossier = scene.in_process(here)
    words = {
        "reason": "other",
        "words": "Mưa lũ làm mất liên lạc.",
        "responsible": "UBND phường Minh Xuân",
        **later(dossier, 4),
    }
    act(here.client("lan"), f"/can-bo/ho-so/{dossier.pk}/gia-han/", **words)
    page = _owners(here).get(f"/ho-so/{dossier.pk}/").content.decode()
    assert "Cơ quan xin lỗi và gia hạn, hẹn trả 13/03/2026" in page
    assert "nên ngày hẹn chuyển từ 09/03/2026 sang 13/03/2026" in page
    assert "Mưa lũ làm mất liên lạc." in page
    assert "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết" in page
    assert "Thời hạn của thủ tục là 5" in page.replace("\N{NO-BREAK SPACE}", " ")


def _owners(here: scene.Scene) -> Client:
    client = Client(headers={"accept-language": "vi"})
    client.force_login(here.citizen.account, "allauth.account.auth_backends.AuthenticationBackend")
    return client
