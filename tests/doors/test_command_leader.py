"""The leader's page: every number on it equals a count made straight from the dossiers."""

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from html import unescape
from io import BytesIO
from statistics import median

import pytest
import time_machine
from django.db.models import Q, QuerySet
from django.test import Client
from python_calamine import CalamineWorkbook

from motcua.base.clock import ZONE
from motcua.casework.dossiers.models import Consultation, Dossier, Extension
from motcua.reference.org import queries as offices
from motcua.reform.insight import commands as insight
from tests.doors import command_scene as scene
from tests.support.world import MAKER

pytestmark = pytest.mark.django_db
PAGE = "/dieu-hanh/"
MARCH = "ky=2026-03"
BEGINS, OVER = datetime(2026, 3, 1, tzinfo=ZONE), datetime(2026, 4, 1, tzinfo=ZONE)
OPEN = Q(accepted_at__isnull=False, resolved_at=None, state__in=[2, 4, 5, 6])
LINK = re.compile(r'<a href="([^"]*)"[^>]*>\s*([^<]+?)\s*</a>')


@pytest.fixture
def here() -> Iterator[scene.Province]:
    with time_machine.travel(scene.NOON, tick=False):
        yield scene.province()


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return unescape(answer.content.decode())


def section(page: str, head: str) -> str:
    """Give the part of a page under a heading."""
    found = re.search(rf"<h2>{re.escape(head)}[^<]*</h2>(.*?)</section>", page, re.DOTALL)
    assert found, head
    return found[1]


def amounts(part: str) -> list[int]:
    """Give the whole numbers that are links, in their order."""
    words = [words.split("\xa0")[0].replace(".", "") for _, words in LINK.findall(part)]
    return [int(one) for one in words if one.isdigit()]


def late(rows: QuerySet[Dossier]) -> list[Dossier]:
    """Give what is past its day while its clock runs, seen at noon."""
    today = datetime.combine(scene.NOON.date(), time.min, ZONE)
    running = rows.filter(OPEN, paused_since=None).exclude(state=5)
    return [one for one in running if one.due_at and one.due_at < today]


def resolved(rows: QuerySet[Dossier]) -> list[Dossier]:
    return list(rows.filter(resolved_at__gte=BEGINS, resolved_at__lt=OVER))


def in_time(one: Dossier) -> bool:
    assert one.resolved_at and one.due_at
    return one.resolved_at.astimezone(ZONE).date() <= one.due_at.astimezone(ZONE).date()


WHO = {"chairman": None, "near": "H60.24", "far": "H60.31"}


def seen_by(here: scene.Province, who: str) -> tuple[Client, QuerySet[Dossier]]:
    actor = {"chairman": here.chairman, "near": here.near.lan, "far": here.far.lan}[who]
    rows = Dossier.objects.all()
    code = WHO[who]
    return here.client(actor), rows.filter(competent_agency__code=code) if code else rows


def test_the_scene_has_every_kind_of_end_and_of_standing(here: scene.Province) -> None:
    every = Dossier.objects.all()
    done = resolved(every)
    assert {in_time(one) for one in done} == {True, False}
    assert late(every) and every.filter(state=5).exists() and every.filter(state=7).exists()
    assert every.filter(OPEN, competent_agency=here.far.committee).exists()


@pytest.mark.parametrize("who", WHO)
def test_the_share_in_time_equals_the_dossiers(here: scene.Province, who: str) -> None:
    client, rows = seen_by(here, who)
    part = section(text(client, f"{PAGE}?{MARCH}"), "Đúng hạn")
    done = resolved(rows)
    good = [one for one in done if in_time(one)]
    numbers = [len(good), len(done)] + ([len(done) - len(good)] if len(done) > len(good) else [])
    assert amounts(part)[: len(numbers)] == numbers
    share = f"{100 * len(good) / len(done):.1f}".replace(".", ",")
    assert f">{share}\xa0%<" in part
    missing = -(-98 * len(done) // 100) - len(good)
    assert "Mục tiêu 98\xa0%, " in part
    assert (f"còn thiếu {missing}\xa0hồ sơ đúng hạn" if missing > 0 else "đã đạt") in part


@pytest.mark.parametrize("who", WHO)
def test_what_is_late_now_equals_the_dossiers_by_step_and_in_length(here: scene.Province, who: str) -> None:
    client, rows = seen_by(here, who)
    part = section(text(client, f"{PAGE}?{MARCH}"), "Đang quá hạn, theo bước")
    found = late(rows)
    by_step: dict[str, list[int]] = {}
    for one in found:
        step = one.step_runs.get(ended_at=None).name
        by_step.setdefault(step, []).append(working_days_late(one))
    if not found:
        assert "Không có hồ sơ nào đang quá hạn" in part
        return
    assert amounts(part)[:2] == [len(found), rows.filter(OPEN).count()]
    for step, days in by_step.items():
        row = re.search(rf">{re.escape(step)}</th>(.*?)</tr>", part, re.DOTALL)
        assert row and amounts(row[1]) == [len(days)]
        told = f"{median(days):g}".replace(".", ",")
        assert f"{told}\xa0ngày" in row[1]


def working_days_late(one: Dossier) -> int:
    """Count the working days after the day of the date one by one."""
    assert one.due_at
    calendar = offices.calendar_for(one.competent_agency_id, one.calendar_number)
    day, count = one.due_at.astimezone(ZONE).date(), 0
    while day < scene.NOON.date():
        day += timedelta(days=1)
        count += calendar.is_working(day)
    return count


def test_what_was_late_when_yesterday_ended_equals_the_dossiers(here: scene.Province) -> None:
    client, rows = seen_by(here, "chairman")
    part = section(text(client, f"{PAGE}?{MARCH}"), "Đang quá hạn, theo bước")
    yesterday = scene.NOON.date() - timedelta(days=1)
    running = rows.filter(OPEN, paused_since=None).exclude(state=5)
    was = [one for one in running if one.due_at and one.due_at.astimezone(ZONE).date() < yesterday]
    assert amounts(part)[2] == len(was)


def test_the_load_of_agencies_equals_the_dossiers(here: scene.Province) -> None:
    client, rows = seen_by(here, "chairman")
    part = section(text(client, f"{PAGE}?{MARCH}"), "Đang giải quyết, theo cơ quan")
    for world in (here.near, here.far):
        own = rows.filter(competent_agency=world.committee)
        row = re.search(rf">{re.escape(world.committee.name)}</a>(.*?)</tr>", part, re.DOTALL)
        assert row
        expected = [own.filter(OPEN).count(), len(late(own))]
        assert amounts(row[1])[:2] == [one for one in expected if one]


def test_what_is_to_decide_is_told_from_what_stands(here: scene.Province) -> None:
    client, rows = seen_by(here, "chairman")
    page = text(client, f"{PAGE}?{MARCH}")
    part = page[page.index('class="mc-deciding"') : page.index("</ol>")]
    asked = Consultation.objects.filter(state="open", reply_due__lt=scene.NOON.date())
    assert f">{asked.values('dossier').distinct().count()}\xa0hồ sơ</a>, đã quá ngày phải trả lời" in part
    proposals = Extension.objects.filter(state="proposed").count()
    assert f">{proposals}\xa0đề nghị gia hạn</a>" in part
    sticking = max(
        (sum(one.step_runs.get(ended_at=None).name == step for one in late(rows)), step)
        for step in {one.step_runs.get(ended_at=None).name for one in late(rows)}
    )
    assert f">{sticking[0]}\xa0hồ sơ</a> quá hạn đang nằm ở bước" in part


def test_every_number_that_is_a_link_opens_exactly_that_many_rows(here: scene.Province) -> None:
    client, _ = seen_by(here, "chairman")
    page = text(client, f"{PAGE}?{MARCH}")
    counted = [
        (address, words)
        for address, words in LINK.findall(page)
        if "/danh-sach/" in address or "/dang-giai-quyet/" in address
    ]
    assert len(counted) >= 10
    for address, words in counted:
        number = words.split("\xa0")[0]
        if number.isdigit():
            behind = text(client, address)
            rows = len(re.findall(r'<th scope="row">', behind[behind.index("<h1") :]))
            assert rows == int(number), (address, words)


def test_a_month_without_results_says_so_and_nothing_is_made_up(here: scene.Province) -> None:
    client, _ = seen_by(here, "chairman")
    part = section(text(client, f"{PAGE}?ky=2025-09"), "Đúng hạn")
    assert "chưa có" in part and "0\xa0%" not in part.replace("98\xa0%", "")
    assert "Chưa có phiếu tự chấm nào" in text(client, PAGE)


def test_the_points_of_decision_766_are_those_of_its_own_page(here: scene.Province) -> None:
    client, _ = seen_by(here, "chairman")
    part = section(text(client, f"{PAGE}?{MARCH}"), "Chất lượng phục vụ (Quyết định 766)")
    href, points = LINK.findall(part)[1]
    assert "/chat-luong/" in href and re.fullmatch(r"\d+,\d", points)
    assert f"{points}" in text(client, href), "rounded alike"


def test_two_periods_and_two_agencies_stand_side_by_side(here: scene.Province) -> None:
    client, rows = seen_by(here, "chairman")
    months = section(text(client, f"{PAGE}?{MARCH}&so-voi=2026-02"), "So sánh")
    assert "Tháng 3/2026" in months and "tháng 2/2026" in months
    row = re.search(r">Tiếp nhận trong kỳ</a></th>(.*?)</tr>", months, re.DOTALL)
    taken = rows.filter(accepted_at__gte=BEGINS, accepted_at__lt=OVER).count()
    assert row and amounts(row[1]) == [taken] and f"+{taken}" in row[1]
    near, far = here.near.committee, here.far.committee
    places = section(text(client, f"{PAGE}?{MARCH}&co-quan={near.pk}&so-voi={far.pk}"), "So sánh")
    row = re.search(r">Tiếp nhận trong kỳ</a></th>(.*?)</tr>", places, re.DOTALL)
    assert row and amounts(row[1]) == [
        rows.filter(competent_agency=one, accepted_at__gte=BEGINS).count() for one in (near, far)
    ]


def test_a_closed_month_keeps_its_figures_and_the_list_says_what_changed(here: scene.Province) -> None:
    with time_machine.travel(datetime(2026, 4, 2, 9, tzinfo=ZONE), tick=False):
        insight.close_period(code="2026-03", by=MAKER, at=datetime(2026, 4, 2, 8, tzinfo=ZONE))
        here.near.at = datetime(2026, 3, 30, 9, tzinfo=ZONE)
        here.near.accepted()
        insight.follow()
        client, rows = seen_by(here, "chairman")
        assert "Số đã chốt của tháng 3/2026" in text(client, f"{PAGE}?{MARCH}")
        behind = text(client, f"{PAGE}danh-sach/?{MARCH}&chi-tieu=dossiers.accepted").replace("\xa0", " ")
        taken = rows.exclude(accepted_at=None).count()
        assert f"Số đã chốt {taken - 1}; danh sách hiện có {taken} hồ sơ, chênh 1" in behind


def test_the_workbook_has_the_same_figures_and_what_they_mean(here: scene.Province) -> None:
    client, rows = seen_by(here, "chairman")
    answer = client.get(f"{PAGE}tai-ve/?{MARCH}&so-voi=2026-02")
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]  # a file answer streams
    assert book.sheet_names[-1] == "Cách tính" and "So sánh" in book.sheet_names
    told = {row[0]: row[1] for row in book.get_sheet_by_name("Điều hành").to_python()}
    assert told["Tiếp nhận trong kỳ"] == rows.filter(accepted_at__gte=BEGINS).count()
    assert told["Giải quyết quá hạn"] == sum(not in_time(one) for one in resolved(rows))


def test_a_name_that_looks_like_a_formula_stays_text(here: scene.Province) -> None:
    Agency = type(here.top)
    Agency.objects.filter(pk=here.near.committee.pk).update(name="=cmd|'/c calc'!A0")
    client, _ = seen_by(here, "chairman")
    answer = client.get(f"{PAGE}danh-sach/tai-ve/?{MARCH}&chi-tieu=dossiers.accepted")
    raw = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file answer streams
    assert raw.startswith(b"PK")
    book = CalamineWorkbook.from_filelike(BytesIO(raw))
    cells = [cell for row in book.get_sheet_by_index(0).to_python() for cell in row]
    assert "=cmd|'/c calc'!A0" in cells
    assert formulas(raw) == 0


def formulas(raw: bytes) -> int:
    """Count the formulas of a workbook."""
    with zipfile.ZipFile(BytesIO(raw)) as whole:
        return sum(whole.read(one).count(b"<f>") for one in whole.namelist() if "sheet" in one)


def test_the_page_asks_the_database_a_bounded_number_of_times(
    here: scene.Province, django_assert_max_num_queries: object
) -> None:
    client, _ = seen_by(here, "chairman")
    text(client, f"{PAGE}?{MARCH}")  # calendars and routes are read once a process
    with django_assert_max_num_queries(60):  # type: ignore[operator]  # a fixture of pytest-django
        text(client, f"{PAGE}?{MARCH}")
