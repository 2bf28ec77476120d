"""Report 06: read, saved, made again; and what it says when it cannot be made."""

from datetime import datetime, timedelta
from html import unescape
from io import BytesIO

import pytest
import time_machine
from django.http import FileResponse
from django.test import Client
from python_calamine import CalamineWorkbook

from motcua.base.access import system
from motcua.base.clock import ZONE
from motcua.casework.dossiers import commands as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import State
from motcua.reference.org.words import Role
from motcua.reform.insight import commands
from motcua.reform.insight.models import ClosedPeriod
from tests.doors.rights.people import proved
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db
APRIL = datetime(2026, 4, 6, 9, tzinfo=ZONE)
ADDRESS = "/dieu-hanh/bao-cao-06/"


@pytest.fixture
def world() -> World:
    """Build a ward in March: one in time, one late, one withdrawn, one still open and late."""
    made = build()
    made.issued()
    ok(dossiers.withdraw(dossier_id=made.accepted().pk, reason="", by=made.member, at=made.at))
    made.received()
    late = made.approved()
    made.at += timedelta(days=15)
    ok(dossiers.issue_result(dossier_id=late.pk, by=made.son, at=made.at))
    commands.follow()
    return made


def reader(world: World, role: Role = Role.AGENCY_LEADER) -> Client:
    client = Client()
    client.force_login(proved(world.staff[role].account))
    return client


def text(response: object) -> str:
    content = getattr(response, "content", b"")
    return unescape(content.decode())


def saved(response: object) -> bytes:
    assert isinstance(response, FileResponse)
    return b"".join(response.streaming_content)  # type: ignore[arg-type]  # Django's own iterator of bytes


def rows_of(book: bytes, sheet: str) -> list[list[object]]:
    opened = CalamineWorkbook.from_filelike(BytesIO(book))
    return [list(row) for row in opened.get_sheet_by_name(sheet).to_python()]


@time_machine.travel(APRIL, tick=False)
def test_the_report_says_what_the_dossiers_say(world: World) -> None:
    book = saved(reader(world).get(f"{ADDRESS}tai-ve/?ky=2026-03"))
    head, line, whole = rows_of(book, "Báo cáo 06")[3:6]
    told = dict(zip(head[1:], line[1:], strict=True))
    assert whole[1:] == line[1:]
    dossiers_ = Dossier.objects.exclude(accepted_at=None)
    assert told["Tổng số"] == dossiers_.count() == 4
    assert told["Trực tuyến"] == dossiers_.filter(channel="online").count()
    assert told["Trực tiếp, bưu chính"] == dossiers_.exclude(channel="online").count()
    assert told["Đã giải quyết"] == dossiers_.exclude(resolved_at=None).count() == 2
    assert (told["Dừng, rút"], told["Đang giải quyết"], told["Chờ bổ sung"]) == (1, 1, 0)
    late = rows_of(book, "Hồ sơ quá hạn")[2:]
    by_hand = {
        one.code
        for one in dossiers_.filter(state__in=[State.ACCEPTED, State.RESOLVED])
        if one.due_at and (one.resolved_at or APRIL) > one.due_at
    }
    assert {row[0] for row in late} == by_hand


@pytest.mark.covers("E-16")
def test_a_closed_month_reported_again_is_the_same_to_the_byte(world: World) -> None:
    with time_machine.travel(APRIL, tick=False):
        commands.close_period(code="2026-03", by=system("tests"), at=APRIL)
        first = saved(reader(world).get(f"{ADDRESS}tai-ve/?ky=2026-03"))
    # One of March is entered afterwards: what is closed does not know it.
    world.at = datetime(2026, 3, 31, 15, tzinfo=ZONE)
    world.accepted()
    commands.follow()
    with time_machine.travel(APRIL + timedelta(days=40), tick=False):
        client = Client()
        client.force_login(world.staff[Role.AGENCY_LEADER].account)
        assert saved(client.get(f"{ADDRESS}tai-ve/?ky=2026-03")) == first
        ClosedPeriod.objects.all().delete()
        # Without the closing the same report is another.
        assert saved(client.get(f"{ADDRESS}tai-ve/?ky=2026-03")) != first


@time_machine.travel(APRIL, tick=False)
@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("2026-04", "Chưa hết tháng 4/2026 nên chưa có báo cáo. Xem số tạm tính ở trang Điều hành"),
        ("2026", "Chưa hết năm 2026 nên chưa có báo cáo."),
        ("thang-3", "Không có kỳ “thang-3”. Viết năm (2026)"),
    ],
)
def test_what_cannot_be_reported_is_told_with_what_to_do(world: World, asked: str, says: str) -> None:
    client = reader(world)
    shown = client.get(ADDRESS, {"ky": asked})
    assert shown.status_code == 422
    assert says in text(shown)
    assert client.get(f"{ADDRESS}tai-ve/", {"ky": asked}).status_code == 422


@time_machine.travel(APRIL, tick=False)
def test_every_number_of_the_report_opens_as_many_dossiers(world: World) -> None:
    client = reader(world)
    page = client.get(ADDRESS, {"ky": "2026-03"})
    numbers = [one for _, line in page.context["lines"] for one in line if one.href]
    assert len(numbers) >= 6
    for number in numbers:
        opened = client.get(number.href)
        assert opened.status_code == 200, number
        assert f"{number.amount} hồ sơ" in text(opened).replace("\u00a0", " "), number


@time_machine.travel(APRIL, tick=False)
def test_the_period_of_the_third_quarter_report_is_offered_with_its_days(world: World) -> None:
    assert "15/06/2025–14/09/2025" in text(reader(world).get(ADDRESS))
