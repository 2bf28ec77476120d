"""The index of Decision 766 on its pages: every number equals a count and leads to what it counts."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from python_calamine import CalamineWorkbook

from motcua.base.database.ids import uuid7
from motcua.base.rooms import News
from motcua.casework.dossiers.models import Dossier
from motcua.reform.insight import commands as insight
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.scoring.quality import jobs
from motcua.reform.scoring.quality.models import QualityClosing
from tests.doors import command_scene as scene

pytestmark = pytest.mark.django_db
PAGE, MARCH = "/dieu-hanh/chi-so/766/", "ky=2026-03"
ROW = re.compile(r'<th scope="row"><a href="[^"]*">([\d.]+\w?) .*?</tr>', re.DOTALL)
CELL = re.compile(r'<td class="mc-num" data-label="(Tử số|Mẫu số)">(.*?)</td>', re.DOTALL)
LINK = re.compile(r'<a href="([^"]*)"[^>]*>\s*([^<]+?)\s*</a>')


@pytest.fixture
def here() -> Iterator[scene.Province]:
    with time_machine.travel(scene.NOON, tick=False):
        yield scene.province()


@pytest.fixture
def chairman(here: scene.Province) -> Client:
    return here.client(here.chairman)


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, (address, answer.status_code)
    return unescape(answer.content.decode())


def sides(page: str, id_: str) -> dict[str, tuple[str, str]]:
    """Give numerator and denominator of a row: the address behind each, and its words."""
    found = next(match[0] for match in ROW.finditer(page) if match[1] == id_)
    told = {}
    for name, cell in CELL.findall(found):
        link = LINK.search(cell)
        told[name] = (link[1], link[2]) if link else ("", re.sub(r"<[^>]*>", "", cell).strip())
    return told


def test_numbers_of_dossiers_equal_counts_and_lead_to_as_many(here: scene.Province, chairman: Client) -> None:
    page = text(chairman, f"{PAGE}?{MARCH}")
    accepted = Dossier.objects.filter(accepted_at__isnull=False).count()
    told = sides(page, "4.5b")
    assert told["Mẫu số"][1] == str(accepted)
    listed = text(chairman, told["Mẫu số"][0])
    assert f"{accepted} hồ sơ" in listed.replace("\xa0", " ")


def test_numbers_of_procedures_lead_to_the_procedures(here: scene.Province, chairman: Client) -> None:
    told = sides(text(chairman, f"{PAGE}?{MARCH}"), "3.1")
    assert told["Tử số"][1] == told["Mẫu số"][1] == "1"
    listed = text(chairman, told["Tử số"][0])
    assert here.near.version.procedure.code in listed
    assert "Không có thủ tục nào" in text(chairman, f"{PAGE}3.1/danh-sach/?{MARCH}&phan=rest")
    text(chairman, f"{PAGE}2.1/danh-sach/?{MARCH}", status=404)


@pytest.mark.covers("T-61")
def test_rows_without_a_source_say_so_and_show_no_number(chairman: Client) -> None:
    page = text(chairman, f"{PAGE}?{MARCH}")
    assert sides(page, "5.2") == {"Tử số": ("", "chưa có"), "Mẫu số": ("", "chưa có")}
    assert "Chưa có nguồn số liệu" in page
    assert "Mức độ hài lòng: chưa có / 18" in page


def test_a_live_index_says_until_when_and_a_closed_one_that_it_is(chairman: Client) -> None:
    assert "chưa chốt" in text(chairman, f"{PAGE}?{MARCH}")
    over = scene.NOON.replace(month=4)
    closed = insight.close_period(code="2026-03", by=jobs.WORKER, at=over)
    assert isinstance(closed, ClosedPeriod), closed
    for _ in range(2):  # news may come twice
        jobs.close_with_counts(News(uuid7(), "period.closed", f"closed_period:{closed.pk}", over, {}))
    assert QualityClosing.objects.get().period == closed
    assert "Số đã chốt của tháng 3/2026" in text(chairman, f"{PAGE}?{MARCH}")
    assert "kỳ này đã chốt theo bản 1" in text(chairman, f"{PAGE}2.1/?{MARCH}")


def test_what_if_all_in_time_were_done_today_is_told_with_its_rows(chairman: Client) -> None:
    page = text(chairman, f"{PAGE}?{MARCH}&neu=within")
    assert re.search(r"Nếu \d+ hồ sơ đang giải quyết còn hạn xong hôm nay, có kết quả điện tử: [+−0]", page)
    past = text(chairman, f"{PAGE}?ky=2026-02&neu=within")
    assert "xong hôm nay" not in past
    assert "neu=late" not in past


def test_so_many_more_are_reckoned_and_a_wrong_number_is_told(chairman: Client) -> None:
    page = text(chairman, f"{PAGE}4.2/?{MARCH}&them=2")
    assert re.search(r"Thêm 2 hồ sơ: \+\d,\d\d điểm", page)
    wrong = text(chairman, f"{PAGE}4.2/?{MARCH}&them=hai", status=422)
    assert "“hai” không phải là số" in wrong
    assert 'value="hai"' in wrong
    assert "số nguyên" in text(chairman, f"{PAGE}4.2/?{MARCH}&them=1,5", status=422)


def test_a_row_says_how_it_is_made_and_an_unknown_one_is_not_found(
    here: scene.Province, chairman: Client
) -> None:
    page = text(chairman, f"{PAGE}4.2/?{MARCH}")
    assert "Từ 80 % được điểm tối đa" in page
    assert "Bản 1, áp dụng từ 23/06/2022" in page
    text(chairman, f"{PAGE}9.9/?{MARCH}", status=404)
    code = here.near.version.procedure.code
    assert "ngày lịch, trên" in text(chairman, f"{PAGE}2.2/?{MARCH}&thu-tuc={code}")


def test_units_stand_side_by_side_and_each_sees_its_own(here: scene.Province, chairman: Client) -> None:
    page = text(chairman, f"{PAGE}don-vi/?{MARCH}")
    assert here.near.committee.name in page
    assert here.far.committee.name in page
    own = here.client(here.far.lan)
    assert here.near.committee.name not in text(own, f"{PAGE}don-vi/?{MARCH}")
    text(own, f"{PAGE}?{MARCH}&co-quan={here.near.committee.pk}", status=404)


def test_the_workbook_holds_every_row_with_its_formula(chairman: Client) -> None:
    answer = chairman.get(f"{PAGE}tai-ve/?{MARCH}")
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    rows = book.get_sheet_by_name("Chỉ tiêu").to_python()[4:]
    assert len(rows) == 24
    assert all(row[11] for row in rows)
    assert rows[0][0] in ("1.1", 1.1)
