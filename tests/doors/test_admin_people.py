"""Administrators found agencies, give places, let people move and leave; who stands in works in the place."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from motcua.casework.dossiers import commands as dossiers
from motcua.reference.org.models import Agency, Delegation, Position, Staff, Unit
from tests.doors.desk_scene import Scene, in_process, ward
from tests.doors.test_admin_calendar import day

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)
AGENCY = {
    "name": "UBND xã Lũng Cú",
    "short_name": "UBND xã Lũng Cú",
    "kind": "peoples_committee",
    "tier": "commune",
    "code": "H60.31",
    "old_code": "000.00.31.H60",
    "province": "tỉnh Tuyên Quang",
    "place": "Lũng Cú",
    **day(TODAY, "valid_from"),
}


@pytest.fixture
def scene() -> Iterator[Scene]:
    with time_machine.travel("2026-11-25T14:20:00+07:00", tick=False):
        yield ward()


@pytest.fixture
def quan(scene: Scene) -> Client:
    return scene.client("quan")


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def go(name: str, *ids: object) -> str:
    return reverse(f"desk:admin-{name}", args=ids)


def position_of(staff: Staff) -> Position:
    return staff.appointments.get().position


def test_an_administrator_begins_at_administration(quan: Client) -> None:
    answer = quan.get("/can-bo/", follow=True)
    assert answer.request["PATH_INFO"] == "/can-bo/quan-tri/"
    assert "Quản trị" in text(answer)


def test_an_agency_grows_from_founding_to_somebody_at_work(quan: Client) -> None:
    assert quan.post(go("agency-new"), AGENCY).status_code == 302
    agency = Agency.objects.get(code="H60.31")
    unit = {"name": "Quầy tiếp nhận", "kind": "counter", "code": "H60.31", **day(TODAY, "valid_from")}
    assert quan.post(go("unit-new", agency.pk), unit).status_code == 302
    made = Unit.objects.get(code="H60.31")
    place = {"title": "Công chức tiếp nhận", "roles": ["reception_officer"]}
    assert quan.post(go("position-new", made.pk), place).status_code == 302
    person = {"full_name": "Vàng Thị Mỷ", "login": "my.lungcu", "password": "mot-cau-dai-va-la"}
    assert quan.post(go("person-new"), person).status_code == 302
    staff = Staff.objects.get(account__login="my.lungcu")
    asked = {"position_id": str(made.positions.get().pk), **day(TODAY, "valid_from")}
    answer = quan.post(f"{go('person-appoint', staff.pk)}?co-quan={agency.pk}", asked)
    assert answer.status_code == 302, text(answer)
    seen = text(quan.get(go("agency", agency.pk)))
    assert "Vàng Thị Mỷ" in seen
    assert "Tiếp nhận, trả kết quả" in seen
    assert "000.00.31.H60" in seen


@pytest.mark.parametrize(
    ("said", "cure"),
    [
        ({"code": "H60.24"}, "Mã H60.24 đang được dùng."),
        ({"code": "h60"}, "Nhập mã như H60.24"),
        ({"old_code": "H22"}, "Nhập mã cũ như 000.00.01.H22."),
    ],
)
def test_an_agency_with_a_wrong_code_is_refused(quan: Client, said: dict[str, str], cure: str) -> None:
    answer = quan.post(go("agency-new"), {**AGENCY, **said})
    assert answer.status_code == 422
    assert cure in text(answer)
    assert "UBND xã Lũng Cú" in answer.content.decode()


@pytest.mark.covers("T-06")
def test_an_ended_agency_keeps_its_name_and_names_its_heir(scene: Scene, quan: Client) -> None:
    quan.post(go("agency-new"), AGENCY)
    heir = Agency.objects.get(code="H60.31")
    said = {"successor": str(heir.pk), **day(date(2026, 11, 24), "last_day")}
    assert quan.post(go("agency-end", scene.agency.pk), said).status_code == 302
    seen = text(quan.get(go("agencies"), {"xem": "da-ket-thuc"}))
    assert "UBND phường Minh Xuân" in seen
    assert "Kế thừa: UBND xã Lũng Cú" in seen


def test_a_weak_password_and_a_taken_login_are_refused(quan: Client) -> None:
    said = {"full_name": "Ai đó", "login": "huy", "password": "mot-cau-dai-va-la"}
    taken = quan.post(go("person-new"), said)
    weak = quan.post(go("person-new"), {**said, "login": "ai.do", "password": "123"})
    assert (taken.status_code, weak.status_code) == (422, 422)
    assert "Tên đăng nhập huy đã có người dùng." in text(taken)
    assert not Staff.objects.filter(account__login="ai.do").exists()


def test_people_are_found_by_name_without_marks_and_by_agency(scene: Scene, quan: Client) -> None:
    found = text(quan.get(go("people"), {"q": "nguyen quang"}))
    assert "Nguyễn Quang Huy" in found
    assert "Đỗ Thị Hạnh" not in found
    assert "Đỗ Thị Hạnh" in text(quan.get(go("people"), {"co-quan": str(scene.agency.pk)}))
    assert "Không có ai khớp" in text(quan.get(go("people"), {"q": "zzz"}))


def test_somebody_moves(scene: Scene, quan: Client) -> None:
    huy, place = scene.staff["huy"], position_of(scene.staff["hanh"])
    said = {"position_id": str(place.pk), **day(TODAY, "valid_from")}
    assert quan.post(go("person-move", huy.pk), said).status_code == 302
    seen = text(quan.get(go("person", huy.pk)))
    assert "Đã hết" in seen
    assert "25/11/2026 trở đi" in seen


def test_who_leaves_loses_access_at_once_and_what_they_hold_is_listed(scene: Scene, quan: Client) -> None:
    dossier = in_process(scene)
    huy, client = scene.staff["huy"], scene.client("huy")
    done = dossiers.assign(dossier_id=dossier.pk, to=huy.pk, by=scene.actor("hanh"), at=dossier.step_since)
    assert done.holder_id == huy.pk
    assert client.get(reverse("desk:dossier", args=[dossier.pk])).status_code == 200
    assert quan.post(go("person-leave", huy.pk), day(TODAY, "last_day")).status_code == 302
    seen = text(quan.get(go("person-leave", huy.pk)))
    assert dossier.code in seen
    assert "Đỗ Thị Hạnh" in seen  # who can give it to another
    assert client.get(reverse("desk:dossier", args=[dossier.pk])).status_code in (302, 403)


def lent(scene: Scene, quan: Client, first: date = TODAY, last: date = TODAY) -> Delegation:
    """Let the clerk stand in for the case officer."""
    huy = scene.staff["huy"]
    said = {
        "position_id": str(position_of(huy).pk),
        "taker_id": str(scene.staff["bao"].pk),
        "document": "Quyết định 7/QĐ-UBND",
        **day(first, "valid_from"),
        **day(last, "valid_to"),
    }
    answer = quan.post(go("person-delegate", huy.pk), said)
    assert answer.status_code == 302, text(answer)
    return Delegation.objects.get()


def test_who_stands_in_opens_what_the_place_opens_and_says_so(scene: Scene, quan: Client) -> None:
    dossier, made = in_process(scene), lent(scene, quan)
    bao, page = scene.client("bao"), reverse("desk:dossier", args=[dossier.pk])
    assert bao.get(page).status_code in (403, 404)
    seen = text(bao.get(reverse("desk:standing-in")))
    assert "Thay Nguyễn Quang Huy" in seen
    assert bao.post(reverse("desk:standing-in"), {"place": str(made.pk)}).status_code == 302
    opened = bao.get(page)
    assert opened.status_code == 200
    assert "Nịnh Văn Bảo, thay Nguyễn Quang Huy" in text(opened)
    bao.post(reverse("desk:standing-in"), {"place": "own"})
    assert bao.get(page).status_code in (403, 404)


@pytest.mark.parametrize(
    "days", [(date(2026, 11, 26), date(2026, 11, 27)), (date(2026, 11, 23), date(2026, 11, 24))]
)
def test_a_delegation_of_other_days_cannot_be_chosen(
    scene: Scene, quan: Client, days: tuple[date, date]
) -> None:
    made = lent(scene, quan, *days)
    bao = scene.client("bao")
    assert "Hôm nay bạn không làm thay ai" in text(bao.get(reverse("desk:standing-in")))
    assert bao.post(reverse("desk:standing-in"), {"place": str(made.pk)}).status_code == 422


def test_a_delegation_taken_back_ends_at_once(scene: Scene, quan: Client) -> None:
    dossier, made = in_process(scene), lent(scene, quan)
    bao, page = scene.client("bao"), reverse("desk:dossier", args=[dossier.pk])
    bao.post(reverse("desk:standing-in"), {"place": str(made.pk)})
    assert bao.get(page).status_code == 200
    assert quan.post(go("delegation-end", made.pk), {}).status_code == 302
    assert bao.get(page).status_code in (403, 404)
    assert "Đã thôi" in text(quan.get(go("delegations")))
    again = quan.post(go("delegation-end", made.pk), {"key": "other"})
    assert again.status_code == 422


def test_only_administrators_come_here(scene: Scene) -> None:
    for who in ("huy", "lan", "ninh"):
        assert scene.client(who).get(go("people")).status_code == 403
