"""What others published, as leaders and the reform officer see it."""

import os
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from motcua.base.access.models import Account
from motcua.reference.org import commands as org
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind
from motcua.reform.scoring.published.commands import import_file
from motcua.reform.scoring.published.models import Batch, Figure
from tests.doors.rights.people import proved
from tests.support.kept import kept
from tests.support.world import BEGAN, MAKER

pytestmark = pytest.mark.django_db

HERE = "/dieu-hanh/chi-so/cong-bo/"
SEND = f"{HERE}nap/"
SHARED = Path(os.environ.get("MOTCUA_SHARED", "nowhere")) / "data"
HEAD = "index,year,unit,unit_kind,value,max,rank,of,status,source\n"
PAPI = "year,province," + ",".join(f"C0{at},C0{at}_n" for at in range(1, 9)) + ",sum_available\n"
FILES = {
    "chi-so.csv": HEAD
    + "PAR,2019,Tuyên Quang,province,82.82,100,,63,derived,Báo tỉnh\n"
    + "PAR,2020,Tuyên Quang,province,83.81,100,35,63,verified,Báo tỉnh\n"
    + "PAR,2021,Tuyên Quang,province,86.57,100,34,63,verified,Báo tỉnh\n"
    + "PAR,2021,Lào Cai,province,88.44,100,11,63,verified,Báo tỉnh\n"
    + "PAR,2025,Tuyên Quang,province,87,100,12,34,verified,Báo tỉnh\n"
    + "PAR_TARGET,2025,Tuyên Quang,province,86,100,,,verified,Đề án\n"
    + "PAR.mean,2021,63 provinces,national,86.37,100,,63,derived,Bộ Nội vụ\n"
    + "SIPAS,2020,Tuyên Quang,province,82.25,100,,63,verified,Báo tỉnh\n"
    + "SIPAS,2022,Tuyên Quang,province,80.1,100,,63,verified,Báo tỉnh\n"
    + "SIPAS,2024,Hà Nội,province,86.5,100,11,63,verified,Báo\n"
    + "SIPAS.policy,2024,Hà Nội,province,86.51,100,9,63,verified,Báo\n"
    + "SIPAS.service,2024,Hà Nội,province,86.49,100,13,63,verified,Báo\n"
    + "PAPI,2019,Lào Cai,province,45.04,80,13,63,verified,Báo\n"
    + "PAPI,2020,Lào Cai,province,42.96,80,27,63,verified,Báo\n",
    "papi.csv": PAPI
    + "2017,Lao Cai,5.1,4/4,5.1,3/4,5.1,3/3,5.1,4/4,5.1,4/4,5.1,4/4,,0/3,,0/3,30.6\n"
    + "2019,Lao Cai,5.635,4/4,5.630,4/4,5.630,3/3,5.630,4/4,5.630,4/4,5.630,4/4,5.635,3/3,5.635,3/3,45.055\n"
    + "2020,Lao Cai,5.368,4/4,5.368,4/4,5.368,3/3,5.369,4/4,5.369,4/4,5.369,4/4,5.369,3/3,5.369,3/3,42.951\n",
    "pci.csv": "year,province,pci,rank,source\n2022,Quảng Ninh,72.95,1,Bảng PCI\n",
    "tien-do.csv": "period,unit_code,unit_name,level,received_or_pending,on_time,overdue,"
    "avg_processing_days,on_time_pct_computed\n"
    "2026-08,H44,UBND tỉnh Phú Thọ,PARENT,200,150,40,7.05,75\n"
    "2026-08,H44.01,Văn phòng,PROVINCE,0,0,0,0.0,0\n",
}


@kept
def scene() -> dict[str, Account]:
    """Found the province with its officials, and take in some files."""
    agency = org.found_agency(
        name="UBND tỉnh Tuyên Quang",
        short_name="UBND tỉnh",
        kind=AgencyKind.PEOPLES_COMMITTEE,
        tier=Tier.PROVINCE,
        code="H60",
        province="tỉnh Tuyên Quang",
        place="Tuyên Quang",
        valid_from=BEGAN.date(),
        by=MAKER,
        at=BEGAN,
    )
    unit = org.set_up_unit(
        agency=agency, name="Phòng", kind=UnitKind.OFFICE, valid_from=BEGAN.date(), by=MAKER, at=BEGAN
    )
    found: dict[str, Account] = {}
    for role in (Role.REFORM_OFFICER, Role.AGENCY_LEADER, Role.SCORER, Role.CASE_OFFICER):
        position = org.make_position(unit=unit, title=role.value, roles=[role], by=MAKER, at=BEGAN)
        staff = org.join(full_name=role.value, login=role.value, password=None, by=MAKER, at=BEGAN)
        org.appoint(staff=staff, position=position, valid_from=BEGAN.date(), by=MAKER, at=BEGAN)
        found[role.value] = proved(staff.account)
    for name, text in FILES.items():
        done = import_file(file_name=name, content=text.encode(), by=MAKER, at=BEGAN)
        assert isinstance(done, Batch), done
    return found


@pytest.fixture
def accounts() -> dict[str, Account]:
    return scene()


def come(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\xa0", " ")


@pytest.fixture
def leader(accounts: dict[str, Account]) -> Client:
    return come(accounts[Role.AGENCY_LEADER])


@pytest.fixture
def officer(accounts: dict[str, Account]) -> Client:
    return come(accounts[Role.REFORM_OFFICER])


def figure(**about: object) -> Figure:
    return Figure.objects.get(**about)


def test_the_first_page_tells_where_the_province_stands(leader: Client) -> None:
    page = text(leader.get(HERE))
    assert "Tuyên Quang" in page and "87 %" in page and "12/34" in page and "86 % (2025)" in page
    assert "Nạp tệp số liệu" not in page
    other = text(leader.get(HERE, {"don-vi": "ha-noi"}))
    assert "86,5 %" in other and "Chưa có số liệu nào của tỉnh." in other


@pytest.mark.covers("R-10")
def test_the_first_page_names_the_surest_value_first_and_drops_none(leader: Client) -> None:
    page = text(leader.get(HERE, {"don-vi": "lao-cai"}))
    assert "2020 42,96 điểm 42,951 điểm số cộng lại, không phải số công bố" in page
    assert "−2,08 điểm 27/63" in page


@pytest.mark.covers("R-8")
def test_no_change_is_reckoned_across_the_new_provinces(leader: Client) -> None:
    par = next(row for row in leader.get(HERE).content.decode().split("<tr>") if "PAR Index" in row)
    assert "chưa so được" in par
    page = leader.get(f"{HERE}par/").content.decode()
    assert "Ngắt 1" in page and "34 tỉnh, thành phố thay cho 63" in page


def test_two_provinces_stand_side_by_side(leader: Client) -> None:
    page = text(leader.get(f"{HERE}par/", {"don-vi": "tuyen-quang", "so-voi": "lao-cai"}))
    assert "Lào Cai: từng số và nguồn" in page and "88,44 %" in page and "Báo tỉnh" in page


def test_an_address_of_nothing_is_not_found(leader: Client) -> None:
    assert leader.get(f"{HERE}tien-do-khac/").status_code == 404
    assert leader.get(f"{HERE}so-lieu/00000000-0000-7000-8000-000000000000/").status_code == 404
    assert leader.get(f"{SEND}00000000-0000-7000-8000-000000000000/").status_code == 404
    assert leader.get(f"{HERE}par/", {"don-vi": "../x", "so-voi": "y", "phan": "z"}).status_code == 200


@pytest.mark.covers("R-5")
def test_sipas_is_broken_in_2022_and_says_why(leader: Client) -> None:
    page = leader.get(f"{HERE}sipas/").content.decode()
    assert "Ngắt 1" in page and "SIPAS từ năm 2022" in page
    assert "<polyline" not in page


@pytest.mark.covers("R-6")
def test_papi_is_broken_in_2018_with_its_most(leader: Client) -> None:
    page = leader.get(f"{HERE}papi/", {"don-vi": "lao-cai"}).content.decode()
    assert "8 nội dung, tối đa 80 điểm" in page
    assert re.findall(r'data-label="Tối đa" class="mc-num">(\d+)<', page) == ["80"] * 4 + ["60"]


@pytest.mark.covers("R-2")
def test_a_published_sum_stays_beside_the_computed_one(leader: Client) -> None:
    one = figure(series__index="papi", series__component="", first__year=2020, source="Báo")
    page = text(leader.get(f"{HERE}so-lieu/{one.pk}/"))
    assert "42,96 điểm" in page and "42,949 điểm" in page and "Khác nhau." in page
    assert "Các nguồn nói khác nhau: 2 giá trị." in page and "42,951 điểm" in page
    checks = text(leader.get(f"{HERE}doi-chieu/"))
    assert "PAPI, Lào Cai 2020 42,96 điểm 42,949 điểm 42,96 điểm" in checks
    assert "PAPI, Lào Cai 2019 45,04 điểm 45,055 điểm" in checks


def test_the_mean_of_two_halves_agrees(leader: Client) -> None:
    page = text(leader.get(f"{HERE}doi-chieu/", {"loai": "equal"}))
    assert "SIPAS, Hà Nội 2024 86,5 % 86,5 %" in page


@pytest.mark.covers("R-11")
def test_a_rank_is_never_told_without_its_of(leader: Client) -> None:
    page = text(leader.get(f"{HERE}pci/", {"don-vi": "quang-ninh"}))
    assert "1, không rõ trên bao nhiêu" in page
    assert "35/63" in text(leader.get(f"{HERE}par/"))


def test_counts_of_units_stand_beside_what_they_give(leader: Client) -> None:
    page = text(leader.get(f"{HERE}tien-do/"))
    assert "75 % 78,9 %" in page and "không có hồ sơ" in page
    checks = text(leader.get(f"{HERE}doi-chieu/"))
    assert "Hồ sơ tiếp nhận hoặc đang xử lý 8/2026 200 hồ sơ 190 hồ sơ" in checks


def test_a_file_is_taken_in_and_shown(officer: Client) -> None:
    content = (HEAD + "PAR,2022,Huế,province,85,100,,63,verified,Báo\n").encode()
    done = officer.post(SEND, {"file": SimpleUploadedFile("hue.csv", content), "key": "k"})
    assert done.status_code == 302
    page = text(officer.get(done["Location"]))
    assert "Đã nạp." in page and "1 dòng, 1 số liệu" in page and "reform_officer" in page
    again = officer.post(SEND, {"file": SimpleUploadedFile("hue.csv", content), "key": "l"})
    assert again.status_code == 422 and "đã được nạp với tên hue.csv" in text(again)


def test_a_bad_file_is_told_by_row_and_column_and_nothing_is_taken_in(officer: Client) -> None:
    before = Figure.objects.count()
    content = (HEAD + "PAR,2022,Huế,province,185,100,,63,verified,Báo\n").encode()
    answer = officer.post(SEND, {"file": SimpleUploadedFile("hue.csv", content), "source": "Sở", "key": "k"})
    page = text(answer)
    assert answer.status_code == 422
    assert "Dòng 2, cột value: “185” lớn hơn mức cao nhất 100." in page
    assert 'value="Sở"' in answer.content.decode()
    assert Figure.objects.count() == before


def test_a_corrected_file_says_so_on_both(officer: Client) -> None:
    old = Batch.objects.get(file_name="pci.csv")
    content = FILES["pci.csv"].replace("72.95", "72.96").encode()
    done = officer.post(SEND, {"file": SimpleUploadedFile("pci.csv", content), "key": "k"})
    assert "Sửa cho" in text(officer.get(done["Location"]))
    assert "Số dưới đây là số cũ." in text(officer.get(f"{SEND}{old.pk}/"))
    assert "72,95 điểm" in text(officer.get(f"{SEND}{old.pk}/"))
    index = text(officer.get(f"{HERE}pci/", {"don-vi": "quang-ninh"}))
    assert "72,96" in index and "72,95" not in index


def test_the_same_sending_twice_gives_the_same_file(officer: Client) -> None:
    content = (HEAD + "PAR,2022,Huế,province,85,100,,63,verified,Báo\n").encode()
    first, second = (
        officer.post(SEND, {"file": SimpleUploadedFile("hue.csv", content), "key": "k"}) for _ in range(2)
    )
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]


def test_a_break_is_told_once_and_parts_the_line(officer: Client, leader: Client) -> None:
    before = leader.get(f"{HERE}par/").content.decode().count("mc-line__cutting")
    told = {
        "index": "par",
        "unit_key": "",
        "from_on_day": "1",
        "from_on_month": "1",
        "from_on_year": "2021",
        "changed": "Bộ tiêu chí mới.",
        "source": "Quyết định 1149/QĐ-BNV ngày 30/12/2020",
    }
    assert officer.post(f"{HERE}ngat/", {**told, "key": "k"}).status_code == 302
    page = leader.get(f"{HERE}par/").content.decode()
    assert page.count("mc-line__cutting") > before and "Bộ tiêu chí mới." in page
    again = officer.post(f"{HERE}ngat/", {**told, "key": "l"})
    assert again.status_code == 422
    assert "Chỗ ngắt từ ngày 01/01/2021 của chuỗi này đã được ghi." in text(again)
    assert 'value="Bộ tiêu chí mới."' in again.content.decode()
    assert "Bộ tiêu chí mới." in text(officer.get(f"{HERE}ngat/"))


def test_parts_on_which_files_agree_are_used_whatever_their_digits(leader: Client) -> None:
    other = FILES["papi.csv"].replace("5.630", "5.63").encode()
    assert isinstance(import_file(file_name="b.csv", content=other, by=MAKER, at=BEGAN), Batch)
    assert "PAPI, Lào Cai 2019 45,04 điểm 45,055 điểm" in text(leader.get(f"{HERE}doi-chieu/"))


@pytest.mark.parametrize(
    ("role", "read", "sent"),
    [(Role.SCORER, 200, 403), (Role.CASE_OFFICER, 403, 403), (Role.REFORM_OFFICER, 200, 200)],
)
def test_who_reads_and_who_takes_in(accounts: dict[str, Account], role: Role, read: int, sent: int) -> None:
    client = come(accounts[role])
    assert client.get(HERE).status_code == read
    assert client.get(SEND).status_code == sent
