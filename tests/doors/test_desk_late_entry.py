"""Pages for what was taken in by hand: the outage on record, and each dossier with its real moment."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from motcua.base.clock import now
from motcua.casework.dossiers.models import Dossier, Outage
from tests.doors import desk_scene as scene
from tests.doors.test_desk_counter import words
from tests.doors.test_desk_list import text
from tests.doors.test_desk_path import fields_of

pytestmark = pytest.mark.django_db

PLACE = "/can-bo/su-co/"


def day(name: str, at: datetime) -> dict[str, str]:
    return {f"{name}_day": str(at.day), f"{name}_month": str(at.month), f"{name}_year": str(at.year)}


def told(here: scene.Scene, began: datetime, ended: datetime) -> dict[str, Any]:
    return {
        "counter": str(here.counter.pk),
        **day("began_on", began),
        "began_time": f"{began:%H:%M}",
        **day("ended_on", ended),
        "ended_time": f"{ended:%H}h{ended:%M}",
        **day("until", now() + timedelta(days=3)),
        "reason": "Mất điện toàn phường",
        "legal_basis": "Công văn 12/UBND-VP",
    }


def on_record(here: scene.Scene, client: Client) -> tuple[Outage, datetime]:
    """Put yesterday's outage on record."""
    began = (now() - timedelta(days=1)).replace(hour=8, minute=0, second=0, microsecond=0)
    said = told(here, began, began + timedelta(hours=6))
    page = client.post(PLACE, {**said, **fields_of(text(client, PLACE))}, follow=True).content.decode()
    assert "Đã ghi sự cố. Nhập được đến" in page, page[page.find("mc-errors") :][:600]
    return Outage.objects.get(), began


def test_the_head_puts_an_outage_on_record_and_the_counter_enters_what_was_taken_in() -> None:
    here = scene.ward()
    outage, began = on_record(here, here.client("mai"))
    counter = here.client("trang")
    assert f"{PLACE}{outage.pk}/" in text(counter, PLACE)
    address = f"{PLACE}{outage.pk}/{scene.CODE}/"
    assert address in text(counter, f"{PLACE}{outage.pk}/?q=khai+tu")
    said = {**words(here), **fields_of(text(counter, address)), **day("taken_in_on", began)}
    late = counter.post(address, {**said, "taken_in_time": "20:00"})
    assert late.status_code == 422
    assert "Lúc nhận phải nằm trong thời gian sự cố" in late.content.decode()
    assert not Dossier.objects.exists()
    page = counter.post(address, {**said, "taken_in_time": "9h15"}, follow=True).content.decode()
    dossier = Dossier.objects.get()
    assert dossier.submitted_at == began.replace(hour=9, minute=15)
    assert str(dossier.code) == f"H60.24-{began:%y%m%d}-0001"
    assert "Nhập sau sự cố." in page
    assert "Mất điện toàn phường. Đàm Thị Mai duyệt theo Công văn 12/UBND-VP." in page


@pytest.mark.parametrize("typed", ["", "9", "25:00", "09:75", "sáng"])
def test_a_time_that_is_none_is_told_with_its_cure(typed: str) -> None:
    here = scene.ward()
    outage, began = on_record(here, here.client("mai"))
    counter, address = here.client("trang"), f"{PLACE}{outage.pk}/{scene.CODE}/"
    answer = counter.post(address, {**words(here), **day("taken_in_on", began), "taken_in_time": typed})
    assert answer.status_code == 422
    assert "taken_in_time" in answer.content.decode()


def test_nobody_else_puts_one_on_record() -> None:
    here = scene.ward()
    counter = here.client("trang")
    assert "Ghi một sự cố" not in text(counter, PLACE)
    counter.post(PLACE, told(here, now() - timedelta(days=1), now() - timedelta(hours=20)))
    assert not Outage.objects.exists()
    assert here.client("huy").get(PLACE).status_code == 403


def test_when_its_time_is_over_nothing_is_entered() -> None:
    here = scene.ward()
    counter, mai = here.client("trang"), here.client("mai")
    outage, _ = on_record(here, mai)
    address = f"{PLACE}{outage.pk}/{scene.CODE}/"
    assert counter.get(address).status_code == 200
    other = f"{PLACE}{here.version.pk}/{scene.CODE}/"
    assert counter.get(other).status_code == 404
