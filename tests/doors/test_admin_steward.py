"""Administrators see what went wrong behind the pages and how the house stands, and have work done again."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings as house
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings

from motcua.base.clock import now
from motcua.base.journal import checking, roots
from motcua.base.journal.verifier import Fault, Report
from motcua.base.queue.models import Rerun
from tests.doors.desk_scene import HOUSE, Scene, submitted, ward
from tests.rooms.test_queue_failures import failed

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Iterator[Scene]:
    with time_machine.travel("2026-09-25T14:20:00+07:00", tick=False):
        yield ward()


@pytest.fixture
def quan(scene: Scene) -> Client:
    return scene.client("quan")


JOBS, HEALTH = "desk:admin-jobs", "desk:admin-health"


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def keys(answer: HttpResponse) -> list[str]:
    return re.findall(r'name="key" value="([^"]+)"', answer.content.decode())


# --- work that went wrong ---


def test_nothing_wrong_is_said_so(quan: Client) -> None:
    assert "Không có việc nào hỏng" in text(quan.get(reverse(JOBS)))
    assert "chờ bạn" not in text(quan.get(reverse("desk:admin")))


def test_what_went_wrong_is_told_in_words_without_what_the_error_said(scene: Scene, quan: Client) -> None:
    submitted(scene)
    (delivery,) = deliveries("dossier_notices.dossier.submitted")
    failed("journal.deliver", delivery=delivery)
    seen = text(quan.get(reverse(JOBS)))
    assert "Báo việc vừa ghi trong nhật ký cho các phần cần biết" in seen
    assert "báo cho phần Thông báo về hồ sơ" in seen
    assert "Chương trình gặp lỗi chưa lường trước" in seen and "ValueError, base.journal.delivery:" in seen
    assert "Đã ngừng thử" in seen and "Lý Thị Hoa" not in seen
    assert "1 việc chờ bạn" in text(quan.get(reverse("desk:admin")))


def deliveries(subscriber: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM journal_delivery WHERE subscriber = %s", [subscriber])
        return [str(one) for (one,) in cursor.fetchall()]


def test_one_is_done_again_and_the_page_says_how_it_stands(quan: Client) -> None:
    first, second = failed("notices.send", notice="a"), failed("notices.send", notice="b")
    page = quan.get(reverse(JOBS))
    assert len(set(keys(page))) == 3, "one for each job, one for all of the kind"
    said = {"task": "notices.send", "job": str(first), "key": f"k-{first}"}
    done = quan.post(reverse(JOBS), said, follow=True)
    assert "Đã xếp lại vào hàng chờ." in text(done)
    assert "Sẽ tự chạy lại" in text(done) and "Đã ngừng thử" in text(done)
    assert dict(ProcrastinateJob.objects.values_list("pk", "status")) == {first: "todo", second: "failed"}
    assert quan.post(reverse(JOBS), said).status_code == 302
    assert Rerun.objects.count() == 1


def test_all_of_a_kind_are_done_again_and_no_other_kind(quan: Client) -> None:
    mine = [failed("notices.send", notice=one) for one in "abc"]
    other = failed("dossiers.alarm_unit", unit="01890000-0000-7000-8000-000000000001")
    seen = quan.get(reverse(JOBS))
    assert "Chạy lại cả 3 việc" in text(seen)
    assert quan.post(reverse(JOBS), {"task": "notices.send", "key": "k"}).status_code == 302
    found = dict(ProcrastinateJob.objects.values_list("pk", "status"))
    assert found == {**dict.fromkeys(mine, "todo"), other: "failed"}


def test_what_is_no_longer_wrong_is_refused_on_the_same_page(quan: Client) -> None:
    answer = quan.post(reverse(JOBS), {"task": "notices.send", "job": "1", "key": "k"})
    assert answer.status_code == 422
    assert "Việc này không còn hỏng" in text(answer)
    assert not Rerun.objects.exists()


@pytest.mark.parametrize("who", ["trang", "huy", "lan", "ninh"])
def test_others_neither_see_nor_do_it(scene: Scene, who: str) -> None:
    job = failed("notices.send", notice="a")
    client = scene.client(who)
    assert client.get(reverse(JOBS)).status_code == client.get(reverse(HEALTH)).status_code == 403
    assert client.post(reverse(JOBS), {"task": "notices.send", "job": str(job)}).status_code == 403
    assert ProcrastinateJob.objects.get(pk=job).status == "failed"


# --- how the house stands ---


def lines(client: Client) -> dict[str, tuple[str, str]]:
    """Give each part of the page of health: its grade, and everything said about it."""
    rows = re.findall(
        r"<tr>\s*<th scope=\"row\">(.*?)</th>(.*?)</tr>", client.get(reverse(HEALTH)).content.decode(), re.S
    )
    found = {}
    for name, rest in rows:
        said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", rest)).strip()
        grade = next(one for one in ("Tốt", "Xem lại", "Hỏng") if said.startswith(one))
        found[name] = (grade, said.removeprefix(grade).strip())
    return found


def beat(ago: timedelta = timedelta()) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (%s)", [now() - ago])


def test_a_house_in_which_nothing_works_by_itself_is_told_with_what_to_do(quan: Client) -> None:
    found = lines(quan)
    assert found["Cơ sở dữ liệu"][0] == "Tốt"
    assert found["Tiến trình làm việc nền"][0] == "Hỏng"
    assert "motcua worker" in found["Tiến trình làm việc nền"][1]
    assert found["Dấu niêm của nhật ký"] == (
        "Xem lại",
        "Chưa kiểm tra lần nào. Việc kiểm tra tự chạy lúc 01:30 mỗi đêm; ngày mai xem lại.",
    )
    assert "Có phần hỏng." in text(quan.get(reverse(HEALTH)))


def test_a_worker_that_beats_and_a_whole_journal_are_well(scene: Scene, quan: Client) -> None:
    beat()
    checking.verify_nightly(timestamp=0)
    roots.take_root(margin=timedelta(0))
    found = lines(quan)
    for name in ("Tiến trình làm việc nền", "Dấu niêm của nhật ký", "Hàng chờ việc nền", "Lịch làm việc"):
        assert found[name][0] == "Tốt", found[name]
    assert "Nguyên vẹn khi kiểm tra lúc 14:20, 25/09/2026" in found["Dấu niêm của nhật ký"][1]
    assert "Không có" in found["Dấu niêm của nhật ký"][1], "nothing is to be done"


def test_a_worker_that_fell_silent_is_broken(quan: Client) -> None:
    beat(timedelta(minutes=2))
    assert lines(quan)["Tiến trình làm việc nền"][0] == "Hỏng"


def test_a_journal_that_is_not_whole_is_broken_until_a_check_finds_it_whole(quan: Client) -> None:
    report = Report(rows=3, chains=1, faults=[Fault("dossier:1", 2, "was altered")])
    checking.note_check(report=report, by=HOUSE, at=now())
    grade, said = lines(quan)["Dấu niêm của nhật ký"]
    assert grade == "Hỏng" and "Đừng sửa gì." in said
    checking.note_check(report=Report(rows=3, chains=1), by=HOUSE, at=now())
    assert lines(quan)["Dấu niêm của nhật ký"][0] == "Tốt"


def test_failed_work_leads_to_its_page(quan: Client) -> None:
    failed("notices.send", notice="a")
    grade, said = lines(quan)["Hàng chờ việc nền"]
    assert grade == "Xem lại" and "1 việc đã hỏng" in said
    assert reverse(JOBS) in quan.get(reverse(HEALTH)).content.decode()


def test_late_in_the_year_the_next_years_days_off_are_asked_for(scene: Scene, quan: Client) -> None:
    assert lines(quan)["Lịch làm việc"][0] == "Tốt"
    with time_machine.travel("2026-11-25T14:20:00+07:00", tick=False):
        grade, said = lines(scene.client("quan", second_factor=False))["Lịch làm việc"]
    assert grade == "Xem lại" and "năm 2027 mới ước theo luật" in said


def test_a_store_that_cannot_be_reached_is_broken(quan: Client, settings: Settings) -> None:
    settings.STORAGES = {**house.STORAGES, "files": {"BACKEND": f"{__name__}.AwayStorage"}}
    assert lines(quan)["Kho tệp"][0] == "Hỏng"


class AwayStorage:
    """Answers nothing."""

    def exists(self, name: str) -> bool:
        raise ConnectionError("s3.bucket.internal refused AKIA-SECRET")


def test_the_page_names_no_secret_and_no_place(quan: Client, settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path / "kho-rieng"
    settings.SMTP_URL = "smtp://ten:matkhau@may-gui.noi-bo:25"
    seen = quan.get(reverse(HEALTH)).content.decode()
    secrets = (
        *(house.SECRET_KEY, house.COMMITMENT_KEY, house.FILE_KEYS, "matkhau", "may-gui", "kho-rieng"),
        str(house.DATABASES["default"].get("PASSWORD") or "motcua_app"),
    )
    assert [one for one in secrets if one in seen] == []
