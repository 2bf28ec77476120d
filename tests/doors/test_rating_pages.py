"""The rating on its pages: who sees it, who declares, what a wrong number gets."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
import time_machine
from django.test import Client

from motcua.reference.org import commands as org
from motcua.reference.org.models import Staff
from motcua.reference.org.queries import actor_of
from motcua.reference.org.words import Role
from motcua.reform.scoring.rating.models import RatingDeclaration
from tests.doors import command_scene as scene
from tests.support.world import BEGAN, MAKER

pytestmark = pytest.mark.django_db
PAGE, QUARTER = "/dieu-hanh/chi-so/mot-cua/", "ky=2026-Q1"
TYPED = {"none": "1", "one": "1", "more": "0", "source": "Sổ theo dõi quý I", "key": "k1"}


@pytest.fixture
def here() -> Iterator[scene.Province]:
    with time_machine.travel(scene.NOON, tick=False):
        yield scene.province()


@pytest.fixture
def head(here: scene.Province) -> Client:
    """Sign in whoever leads the one-stop unit."""
    with_dates = {"by": MAKER, "at": BEGAN}
    position = org.make_position(
        unit=here.near.counter, title="Trưởng Bộ phận Một cửa", roles=[Role.ONE_STOP_HEAD], **with_dates
    )
    staff = org.join(full_name="Đàm Thị Mai", login="mai", password=None, **with_dates)
    assert isinstance(staff, Staff)
    org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), **with_dates)
    actor = actor_of(staff)
    assert actor is not None
    return here.client(actor)


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return unescape(answer.content.decode())


def test_a_unit_shows_nine_indicators_with_what_they_are_made_of(here: scene.Province) -> None:
    client = here.client(here.chairman)
    assert here.near.counter.name in text(client, f"{PAGE}?{QUARTER}")
    page = text(client, f"{PAGE}{here.near.counter.pk}/?{QUARTER}")
    assert page.count('data-label="Điểm"') == 9
    assert page.count("Chưa kê khai, không tính vào mức tối đa.") == 3
    assert "trên 12 điểm chấm được" in page
    assert "Kê khai</a>" not in page
    led = re.findall(r'<a href="(/dieu-hanh/danh-sach/[^"]*)" class="mc-tap[^"]*">(\d+)</a>', page)
    assert {one for href, _ in led for one in re.findall(r"chi-tieu=([\w.]+)", href)} >= {
        "dossiers.early",
        "dossiers.late",
        "rating.no_contact",
        "dossiers.accepted",
    }
    for href, amount in led:
        assert f"{amount} hồ sơ" in text(client, href).replace("\xa0", " "), href


def test_the_head_declares_and_the_score_follows(here: scene.Province, head: Client) -> None:
    address = f"{PAGE}{here.near.counter.pk}/4/?{QUARTER}"
    assert 'name="key"' in text(head, address)
    answer = head.post(address, TYPED, follow=True)
    page = unescape(answer.content.decode())
    assert answer.status_code == 200
    assert "Đã kê khai chỉ số 4." in page
    assert "Nguồn: Sổ theo dõi quý I" in page
    assert "trên 14 điểm chấm được" in page
    assert RatingDeclaration.objects.get().numbers == {"none": 1, "one": 1, "more": 0}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"none": "900"}, "Số đã ghi nhiều hơn số hiện có"),
        ({"none": ""}, "Nhập hồ sơ"),
        ({"source": ""}, "Nhập nguồn"),
        ({"one": "-1"}, "Hồ sơ phải liên hệ 1 cơ quan"),
    ],
)
def test_a_wrong_declaration_keeps_what_was_typed(
    here: scene.Province, head: Client, typed: dict[str, str], told: str
) -> None:
    answer = head.post(f"{PAGE}{here.near.counter.pk}/4/?{QUARTER}", TYPED | typed)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert told in page
    assert 'value="1"' in page
    assert not RatingDeclaration.objects.exists()


def test_nobody_declares_for_another_nor_what_is_computed(here: scene.Province, head: Client) -> None:
    text(head, f"{PAGE}{here.far.counter.pk}/4/?{QUARTER}", status=404)
    text(head, f"{PAGE}{here.near.counter.pk}/1/?{QUARTER}", status=404)
    text(head, f"{PAGE}{here.near.counter.pk}/12/?{QUARTER}", status=404)
    text(here.client(here.near.lan), f"{PAGE}{here.near.counter.pk}/4/?{QUARTER}", status=403)


def test_a_leader_sees_their_own_units_and_nobody_a_quarter_ahead(here: scene.Province) -> None:
    own = here.client(here.far.lan)
    text(own, f"{PAGE}{here.near.counter.pk}/?{QUARTER}", status=404)
    for code in ("2026-Q2", "2026-03", "abc"):
        text(own, f"{PAGE}?ky={code}", status=404)
    assert "chưa có quy định đánh giá" in text(own, f"{PAGE}?ky=2018-Q4")
