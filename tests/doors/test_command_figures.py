"""Behind the figures: agencies, one agency, one official, definitions, closings; each within one's rights."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.db.models import Q

from motcua.base.access import Actor
from motcua.base.clock import ZONE
from motcua.base.journal.models import Entry
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org.words import Role
from motcua.reform.insight import commands as insight
from motcua.reform.insight.models import ClosedPeriod
from tests.doors import command_scene as scene
from tests.doors.test_command_leader import MARCH, OPEN, amounts, late, text
from tests.support.world import MAKER

pytestmark = pytest.mark.django_db
PAGE = "/dieu-hanh/"
APRIL = datetime(2026, 4, 2, 9, tzinfo=ZONE)


@pytest.fixture
def here() -> Iterator[scene.Province]:
    with time_machine.travel(scene.NOON, tick=False):
        yield scene.province()


def row_of(page: str, name: str) -> str:
    """Give the row of a table that is called so."""
    found = re.search(rf"<tr>\s*<th[^>]*>(?:<[^>]+>)*{re.escape(name)}<(.*?)</tr>", page, re.DOTALL)
    assert found, name
    return found[1]


def status(here: scene.Province, who: Actor, address: str) -> int:
    return here.client(who).get(address).status_code


def test_agencies_stand_with_counts_that_equal_the_dossiers_and_small_ones_have_no_rank(
    here: scene.Province,
) -> None:
    page = text(here.client(here.chairman), f"{PAGE}co-quan/?{MARCH}")
    for world in (here.near, here.far):
        row = row_of(page, world.committee.name)
        own = Dossier.objects.filter(competent_agency=world.committee)
        done = own.exclude(resolved_at=None)
        good = [one for one in done if one.resolved_at and one.due_at and one.resolved_at <= one.due_at]
        assert amounts(row)[-4:][:2] == [len(good), done.count()] or amounts(row)[:2] == [
            len(good),
            done.count(),
        ]
        assert "chưa xếp" in row and "–" in row, "too few for a rank, and it says how sure it is"
        assert own.filter(OPEN).count() in amounts(row)


def test_a_measure_that_is_no_share_has_no_ranks(here: scene.Province) -> None:
    page = text(here.client(here.chairman), f"{PAGE}co-quan/?{MARCH}&chi-tieu=dossiers.accepted")
    assert "Hạng" not in page and "Độ chắc" not in page
    assert here.client(here.chairman).get(f"{PAGE}co-quan/?chi-tieu=nothing").status_code == 404


def test_one_agency_is_split_by_procedure_field_channel_and_person(here: scene.Province) -> None:
    near = here.near.committee
    page = text(here.client(here.chairman), f"{PAGE}co-quan/{near.pk}/?{MARCH}")
    own = Dossier.objects.filter(competent_agency=near)
    for name in ("Đăng ký khai sinh", "Hộ tịch", "Trực tuyến"):
        assert amounts(row_of(page, name))[0] == own.exclude(accepted_at=None).count()
    tuan = here.near.staff[Role.CASE_OFFICER]
    held = own.filter(OPEN, holder=tuan)
    told = [held.count(), len(late(held)), held.filter(state=5).count()]
    assert amounts(row_of(page, tuan.full_name)) == [one for one in told if one]


def test_three_steps_lead_from_the_province_to_the_list_of_an_official(here: scene.Province) -> None:
    client, near = here.client(here.chairman), here.near.committee
    tuan = here.near.staff[Role.CASE_OFFICER]
    agencies = re.search(rf'href="({PAGE}co-quan/\?[^"]*)"', client.get(PAGE).content.decode())
    assert agencies
    agency = re.search(
        rf'href="({PAGE}co-quan/{near.pk}/[^"]*)"', text(client, agencies[1].replace("&amp;", "&"))
    )
    assert agency
    officer = re.search(rf'href="({PAGE}can-bo/{tuan.pk}/[^"]*)"', text(client, agency[1]))
    assert officer
    listed = text(client, officer[1])
    held = Dossier.objects.filter(OPEN, holder=tuan)
    assert held.exists() and all(str(one.code) in listed for one in held)
    assert "Hồ sơ của Hà Minh Tuấn" in listed


def test_a_list_names_no_applicant_and_leads_to_dossiers_that_one_may_open(here: scene.Province) -> None:
    address = f"{PAGE}dang-giai-quyet/?xem=late"
    for who, opens in ((here.chairman, True), (here.near.lan, True), (here.reformer, False)):
        page = text(here.client(who), address)
        assert here.near.citizen.full_name not in page
        assert ("/can-bo/ho-so/" in page) is opens
    found = late(Dossier.objects.all())[0]
    assert status(here, here.chairman, f"/can-bo/ho-so/{found.pk}/") == 200
    assert Entry.objects.filter(verb="dossier.page_opened", thing__startswith="reads:").exists()


@pytest.mark.parametrize(
    "path",
    ["", "co-quan/", "danh-sach/", "dang-giai-quyet/", "chi-tieu/dossiers.open/", "tai-ve/", "chot-so/"],
)
def test_heads_officers_and_counters_have_no_figures_of_others(here: scene.Province, path: str) -> None:
    for who in (here.near.hanh, here.near.tuan, here.near.hoa, here.near.son):
        assert status(here, who, f"{PAGE}{path}") == 403
    assert status(here, here.near.lan, f"{PAGE}{path}") == 200


@pytest.mark.parametrize(
    "path",
    [
        "?co-quan={near}",
        "co-quan/{near}/",
        "co-quan/?co-quan={near}",
        "can-bo/{tuan}/",
        "danh-sach/?chi-tieu=dossiers.accepted&co-quan={near}",
        "danh-sach/tai-ve/?chi-tieu=dossiers.accepted&co-quan={near}",
        "dang-giai-quyet/?co-quan={near}",
        "dang-giai-quyet/tai-ve/?co-quan={near}",
        "chi-tieu/dossiers.open/?co-quan={near}",
        "tai-ve/?co-quan={near}",
        "?so-voi={near}",
    ],
)
def test_the_leader_of_a_commune_never_sees_another_commune(here: scene.Province, path: str) -> None:
    names = {"near": here.near.committee.pk, "tuan": here.near.staff[Role.CASE_OFFICER].pk}
    address = f"{PAGE}{path.format(**names)}"
    assert status(here, here.far.lan, address) == 404
    assert status(here, here.chairman, address) == 200, "the one above sees it: the address is a real one"


def test_without_an_agency_a_commune_sees_its_own_alone(here: scene.Province) -> None:
    page = text(here.client(here.far.lan), f"{PAGE}dang-giai-quyet/")
    mine = Dossier.objects.filter(OPEN, competent_agency=here.far.committee)
    others = Dossier.objects.filter(OPEN).exclude(competent_agency=here.far.committee)
    assert all(str(one.code) in page for one in mine)
    assert not [one.code for one in others if str(one.code) in page]


def test_the_definition_says_both_sides_since_when_and_how_it_stands(here: scene.Province) -> None:
    page = text(here.client(here.chairman), f"{PAGE}chi-tieu/dossiers.in_time_share/?{MARCH}")
    for words in (
        "Tử số",
        "hồ sơ có kết quả trước hạn",
        "Mẫu số",
        "Bản 1, áp dụng từ 01/07/2025",
        "Chưa chốt",
    ):
        assert words in page
    assert status(here, here.chairman, f"{PAGE}chi-tieu/nothing/") == 404


@pytest.mark.parametrize("path", ["?ky=mai", "?ky=2031-01", "danh-sach/?ky=2026-13", "?so-voi=2031"])
def test_a_period_that_is_none_or_to_come_shows_the_present_one(here: scene.Province, path: str) -> None:
    assert "tháng 3/2026" in text(here.client(here.chairman), f"{PAGE}{path}").replace("\xa0", " ")


@pytest.mark.parametrize(
    "path", ["?co-quan=1", "danh-sach/?phan=half", "dang-giai-quyet/?nguoi=1", "?so-voi=mai"]
)
def test_an_address_of_nothing_is_not_found(here: scene.Province, path: str) -> None:
    assert status(here, here.chairman, f"{PAGE}{path}") == 404


def test_a_closed_month_is_made_again_and_found_the_same_or_not(here: scene.Province) -> None:
    with time_machine.travel(APRIL, tick=False):
        closed = insight.close_period(code="2026-03", by=MAKER, at=APRIL)
        assert isinstance(closed, ClosedPeriod)
        client, address = here.client(here.reformer), f"{PAGE}chot-so/{closed.pk}/doi-chieu/"
        assert closed.digest in text(client, address)
        rows = Entry.objects.count()
        assert "Giống hệt." in client.post(address).content.decode()
        assert Entry.objects.count() == rows, "to compare is no act"
        ClosedPeriod.objects.filter(pk=closed.pk).update(digest="0" * 64)
        assert "Không giống." in client.post(address).content.decode()


def test_a_month_is_closed_anew_by_who_may_with_a_reason(here: scene.Province) -> None:
    with time_machine.travel(APRIL, tick=False):
        client, address = here.client(here.reformer), f"{PAGE}chot-so/chot/"
        first = client.post(address, {"period": "2026-03", "key": "one"})
        assert first.status_code == 302
        client.post(address, {"period": "2026-03", "key": "one"})
        assert ClosedPeriod.objects.count() == 1, "sent again: the same, nothing twice"
        refused = client.post(address, {"period": "2026-03", "key": "two"})
        assert refused.status_code == 422 and "Ghi lý do nếu phải chốt lại" in refused.content.decode()
        client.post(address, {"period": "2026-03", "reason": "Nhập bù hồ sơ mất mạng", "key": "three"})
        assert list(ClosedPeriod.objects.order_by("number").values_list("number", "reason")) == [
            (1, ""),
            (2, "Nhập bù hồ sơ mất mạng"),
        ]
        assert "Nhập bù hồ sơ mất mạng" in text(client, f"{PAGE}chot-so/")
        assert status(here, here.chairman, address) == 403
        assert Entry.objects.filter(verb="period.closed").count() == 2


def test_waiting_for_papers_is_not_late(here: scene.Province) -> None:
    waiting = Dossier.objects.filter(Q(state=5)).get()
    page = text(here.client(here.chairman), f"{PAGE}dang-giai-quyet/?xem=late")
    assert str(waiting.code) not in page
    assert str(waiting.code) in text(here.client(here.chairman), f"{PAGE}dang-giai-quyet/?xem=waiting")
