"""One dossier through the desk, page by page, each act by whoever makes it."""

import re
from typing import Any

import pytest
from django.test import Client

from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from tests.doors import desk_scene as scene

pytestmark = pytest.mark.django_db


def fields_of(page: str) -> dict[str, str]:
    """Read the hidden fields of a page."""
    return {
        name: value
        for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
        if name in ("key", "seen")
    }


def act(client: Client, address: str, **words: Any) -> str:
    """Open an act, send its form, and give what the page after it says."""
    opened = client.get(address)
    assert opened.status_code == 200, opened.status_code
    sent = client.post(address, {**fields_of(opened.content.decode()), **words}, follow=True)
    page = sent.content.decode()
    assert sent.status_code == 200, page[page.find("mc-errors") :][:600]
    return page


def test_a_dossier_goes_from_counter_to_result_through_the_pages() -> None:
    here = scene.ward()
    dossier = scene.submitted(here)
    home = f"/can-bo/ho-so/{dossier.pk}/"
    trang, huy, lan, bao = (here.client(who) for who in ("trang", "huy", "lan", "bao"))
    assert "Kiểm tra giấy tờ" in trang.get("/can-bo/").content.decode()
    opened = trang.get(home).content.decode()
    verdicts = dict.fromkeys(re.findall(r'name="(verdict_[0-9a-f-]+)"', opened), "passed")
    judged = trang.post(f"{home}giay-to/", {**fields_of(opened), **verdicts}, follow=True)
    assert "Đã ghi kết luận: 2 đạt." in judged.content.decode()
    assert "Đã tiếp nhận. Mã hồ sơ H60.24-" in act(trang, f"{home}tiep-nhan/")
    assert "sang bước “Kiểm tra hồ sơ”" in act(trang, f"{home}chuyen/", note="Hồ sơ đủ.")
    assert "“Hồ sơ đủ.”" in huy.get(home).content.decode()
    kind = here.version.results.get()
    draft = {
        "outcome": "granted",
        "result_type": kind.pk,
        "title": "Trích lục khai tử",
        "content": "Đã ghi sổ.",
    }
    assert "Đã lưu dự thảo" in act(huy, f"{home}soan-ket-qua/", **draft)
    assert huy.get(f"{home}ket-qua/")["Content-Type"] == "application/pdf"
    assert "sang bước “Ký kết quả”" in act(huy, f"{home}chuyen/")
    assert "Chuyển sang bước “Ký kết quả”" in huy.get(home).content.decode()
    assert "Đã duyệt kết quả" in act(lan, f"{home}duyet-ket-qua/")
    assert "Đã phát hành số 1/KQ-UBND" in act(bao, f"{home}phat-hanh/")
    handed = {"relation": "owner", "recipient": "Lý Thị Hoa", "identity": "Căn cước"}
    assert "Đã trả kết quả cho Lý Thị Hoa." in act(trang, f"{home}tra-ket-qua/", **handed)
    assert Dossier.objects.get(pk=dossier.pk).state == State.RESULT_RETURNED
