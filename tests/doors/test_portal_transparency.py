"""What everybody sees of how dossiers were settled."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from motcua.base.clock import ZONE
from motcua.base.clock.remaining import RemainingKind
from motcua.base.figures.masking import TOTAL
from motcua.casework.dossiers import commands
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.queries import shares
from motcua.doors.portal.readings.openness import Line, everything
from tests.doors.openness_scene import OCTOBER, TODAY, agencies, finished
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db
ON = TODAY.date()


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(TODAY, tick=False):
        yield
    cache.clear()


def province() -> World:
    """Write October: an agency with few late ones, one with many, one with none, one with hardly any."""
    built = build()
    committee, justice, construction, health = agencies(built)
    finished(built, committee, early=60, on_time=37, late=3)
    finished(built, justice, early=40, on_time=30, late=30)
    finished(built, construction, early=20, on_time=5)
    finished(built, health, on_time=2)
    return built


def justice() -> None:
    """Write October of two agencies with many of each kind."""
    built = build()
    committee, department, *_ = agencies(built)
    finished(built, committee, early=60, on_time=37, late=13)
    finished(built, department, early=40, on_time=30, late=30)


def lines() -> dict[str, Line]:
    return {line.code: line for line in everything(ON)}


def words(line: Line) -> list[str]:
    return [count.words for count in line.shown]


def test_a_small_group_is_hidden_with_what_would_give_it_back() -> None:
    province()
    told = lines()
    assert told["H60.24"].counts["late"].words == "dưới 5"
    assert [name for name, count in told["H60.24"].counts.items() if count.why == "hidden"] != []
    assert told["H60.08"].counts[TOTAL].words == "dưới 5"
    assert "2" not in words(told["H60.08"])


def test_the_page_and_every_file_never_say_a_hidden_number() -> None:
    province()
    client = Client()
    page = client.get("/cong-khai/").content.decode()
    assert "dưới 5" in page
    assert ">3<" not in page
    rows = list(csv.DictReader(io.StringIO(_file(client, "csv").decode("utf-8-sig"))))
    ward = next(row for row in rows if row["Mã cơ quan"] == "H60.24")
    assert ward["Trễ hạn"] == "dưới 5"
    told = json.loads(_file(client, "json"))["lines"]
    same = next(row for row in told if row["agency_code"] == "H60.24")
    assert (same["late"], same["withheld"]["late"]) == (None, "small")
    sheet = (
        CalamineWorkbook.from_filelike(io.BytesIO(_file(client, "xlsx"))).get_sheet_by_index(0).to_python()
    )
    assert ["dưới 5" if row[1] == "H60.24" else "" for row in sheet].count("dưới 5") == 1
    assert [row[1:3] for row in sheet[1:]] == [[row["Mã cơ quan"], row["Cơ quan"]] for row in rows]


def _file(client: Client, kind: str) -> bytes:
    answer = client.get(f"/cong-khai/giai-quyet-ho-so.{kind}")
    assert answer["Content-Disposition"].startswith("attachment")
    return b"".join(answer.streaming_content)


def test_a_share_says_how_sure_it_is() -> None:
    justice()
    told = lines()["H60.05"].in_time
    assert (told.words, told.sure) == ("70,0\xa0%", "60,4\xa0% đến 78,1\xa0%")


def test_a_share_over_a_small_number_of_late_ones_is_told_as_bounds() -> None:
    province()
    assert lines()["H60.24"].in_time.words in ("96,0\xa0% đến 99,0\xa0%", "che")


def test_no_share_rests_on_few_dossiers() -> None:
    built = build()
    finished(built, built.committee, on_time=19)
    assert lines()["H60.24"].in_time.words == "chưa đủ 20 hồ sơ"


def test_the_running_month_is_left_out() -> None:
    built = build()
    finished(built, built.committee, on_time=30, at=datetime(2026, 11, 13, 9, 0, tzinfo=ZONE))
    assert everything(ON) == []
    assert "Chưa có tháng nào kết thúc" in Client().get("/cong-khai/").content.decode()


def test_a_month_begins_at_midnight_in_viet_nam() -> None:
    built = build()
    finished(built, built.committee, on_time=30, at=datetime(2026, 11, 1, 0, 30, tzinfo=ZONE))
    finished(built, built.committee, on_time=40, at=datetime(2026, 10, 1, 0, 30, tzinfo=ZONE))
    assert [(one.month, one.on_time) for one in shares.tallies(ON) if one.on_time] == [
        (date(2026, 10, 1), 40)
    ]


@pytest.mark.parametrize(
    ("issued", "kind", "counts"),
    [
        (datetime(2026, 3, 5, 16, tzinfo=ZONE), RemainingKind.FINISHED_EARLY, (1, 0, 0)),
        (datetime(2026, 3, 9, 17, 20, tzinfo=ZONE), RemainingKind.ON_TIME, (0, 1, 0)),
        (datetime(2026, 3, 10, 8, tzinfo=ZONE), RemainingKind.FINISHED_LATE, (0, 0, 1)),
    ],
)
def test_what_is_counted_is_what_the_clock_of_the_dossier_says(
    issued: datetime, kind: RemainingKind, counts: tuple[int, int, int]
) -> None:
    built = build()
    made = built.approved()
    done: Dossier = ok(commands.issue_result(dossier_id=made.pk, by=built.son, at=issued))
    assert dossiers.time_of(done, TODAY).left.kind is kind
    (told,) = [one for one in shares.tallies(ON) if one.month == date(2026, 3, 1)]
    assert (told.early, told.on_time, told.late) == counts


def test_the_counting_takes_two_statements_and_only_once_a_day() -> None:
    province()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        shares.tallies(ON)
    statements = [one["sql"] for one in asked if "dossiers_dossier" in one["sql"]]
    assert len(statements) == 2
    with CaptureQueriesContext(connection) as again:
        shares.tallies(ON)
    assert [one for one in again if "dossiers_dossier" in one["sql"]] == []


def test_the_province_has_one_figure_only_when_enough_was_finished() -> None:
    built = build()
    finished(built, built.committee, early=50, on_time=40, late=10)
    share = shares.province(ON)
    assert share is not None
    assert (share.month, share.finished, share.share) == (date(2026, 10, 1), 100, 0.9)


def test_the_province_has_no_figure_over_few_or_tell_tale_dossiers() -> None:
    october = OCTOBER.date().replace(day=1)
    built = build()
    finished(built, built.committee, early=10, on_time=9)
    assert shares.province(ON) is None
    told = shares.tallies(ON)
    assert shares.share_of(october, told) is None
    more = replace(next(one for one in told if one.month == october), early=100, late=2)
    assert shares.share_of(october, [more]) is None
    assert shares.share_of(october, [replace(more, late=5)]) is not None


def test_an_address_that_names_nothing_shows_the_last_month_of_the_province() -> None:
    province()
    shown = Client().get("/cong-khai/", {"thang": "x'--", "co-quan": "<b>"}).content.decode()
    assert "Cả tỉnh, tháng 10/2026" in shown
    assert Client().get("/cong-khai/giai-quyet-ho-so.exe").status_code == 404


def test_one_agency_has_its_own_months() -> None:
    justice()
    shown = Client().get("/cong-khai/", {"co-quan": "H60.05"}).content.decode()
    assert "Sở Tư pháp, tháng 10/2026" in shown
    assert "60,4\xa0% đến 78,1\xa0%" in shown
