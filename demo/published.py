"""What others published about the province and its neighbours: true figures, each with its source."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from motcua.base.clock import local
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff
from motcua.reform.scoring.published.commands import import_file

OFFICER = "thinh.noivu"
Cell = str | int
_TALK = "Bài về cải cách hành chính tỉnh Tuyên Quang, ngày 12/10/2021"
_FOREIGN = "Sở Ngoại vụ Tuyên Quang (dofa.tuyenquang.gov.vn), mục cải cách hành chính"
_TELEVISION = "Đài PT-TH Tuyên Quang (tuyenquangtv.vn), tháng 4/2021"
_LAO_CAI = "Ban quản lý khu kinh tế Lào Cai (bqlkkt.laocai.gov.vn), bài về PAPI 2020"
_BRAND = "thuonghieucongluan.com.vn, bài về PAPI 2021 của Lào Cai"
_NEWS = "baotintuc.vn, ngày 27/05/2022"
_SON_LA = "Sở Văn hóa, Thể thao và Du lịch Sơn La, kết quả năm 2024"
_GIA_LAI = "Báo Gia Lai, bài về SIPAS 2023"
_NINH_THUAN = "Sở Nội vụ Ninh Thuận (sonv.ninhthuan.gov.vn), kết quả năm 2022"
_ENVIRONMENT = "moitruong.net.vn, SIPAS 2020"
_AGENCY = "VietnamPlus, bài về SIPAS 2023"
_CAPITAL = "Báo chí Hà Nội (vjs.vietnam.vn), SIPAS 2024"
_PAPER = "Báo Tuyên Quang (baotuyenquang.com.vn)"
_LAM_DONG = "Trang tra cứu hành chính của Lâm Đồng, ngày 27/11/2025"

INDICES: Sequence[Sequence[Cell]] = (
    ("PAR", 2012, "Tuyên Quang", "province", "68,90", 100, 55, 63, "derived", _TALK),
    ("PAR", 2019, "Tuyên Quang", "province", "82,82", 100, "", 63, "derived", _TALK),
    ("PAR", 2020, "Tuyên Quang", "province", "83,81", 100, 35, 63, "verified", _TALK),
    ("PAR", 2021, "Tuyên Quang", "province", "86,57", 100, 34, 63, "verified", _FOREIGN),
    ("PAR_TARGET", 2025, "Tuyên Quang", "province", "86", 100, "", "", "verified", _TALK),
    ("PAR", 2021, "Lào Cai", "province", "88,44", 100, 11, 63, "verified", _NEWS),
    ("PAR", 2023, "Sơn La", "province", "88,66", 100, 13, 63, "derived", _SON_LA),
    ("PAR", 2024, "Sơn La", "province", "90,02", 100, 12, 63, "verified", _SON_LA),
    ("PAR.mean", 2021, "63 provinces", "national", "86,37", 100, "", 63, "derived", _NINH_THUAN),
    ("PAR.mean", 2022, "63 provinces", "national", "84,79", 100, "", 63, "derived", _GIA_LAI),
    ("PAR.mean", 2023, "63 provinces", "national", "86,98", 100, "", 63, "verified", _GIA_LAI),
    ("PAR.mean", 2024, "63 provinces", "national", "88,37", 100, "", 63, "verified", _SON_LA),
    ("SIPAS", 2014, "Tuyên Quang", "province", "61,52", 100, "", "", "derived", _TALK),
    ("SIPAS", 2020, "Tuyên Quang", "province", "82,25", 100, "", 63, "verified", _TALK),
    ("SIPAS", 2024, "Hà Nội", "province", "86,50", 100, 11, 63, "verified", _CAPITAL),
    ("SIPAS.policy", 2024, "Hà Nội", "province", "86,51", 100, 9, 63, "verified", _CAPITAL),
    ("SIPAS.service", 2024, "Hà Nội", "province", "86,49", 100, 13, 63, "verified", _CAPITAL),
    ("SIPAS.mean", 2019, "national", "national", "84,45", 100, "", "", "verified", _ENVIRONMENT),
    ("SIPAS.mean", 2020, "national", "national", "85,48", 100, "", "", "verified", _ENVIRONMENT),
    ("SIPAS.mean", 2022, "national", "national", "80,08", 100, "", "", "verified", _AGENCY),
    ("SIPAS.mean", 2023, "national", "national", "82,66", 100, "", "", "verified", _AGENCY),
    ("SIPAS.mean", 2024, "national", "national", "83,94", 100, "", "", "verified", _CAPITAL),
    ("PAPI", 2020, "Tuyên Quang", "province", "44,396", 80, 12, 63, "verified", _TELEVISION),
    ("PAPI", 2019, "Lào Cai", "province", "45,04", 80, 13, 63, "verified", _LAO_CAI),
    ("PAPI", 2020, "Lào Cai", "province", "42,96", 80, 27, 63, "verified", _LAO_CAI),
    ("PAPI", 2021, "Lào Cai", "province", "40,151", 80, 48, 63, "verified", _BRAND),
    ("KPI766", "2025-11-27", "Lâm Đồng", "province", "90,09", 100, 11, 34, "verified", _LAM_DONG),
)
# Year, province, the dimensions in their order, the sum as whoever collected the table gives it.
PAPI: Sequence[tuple[int, str, str, str]] = (
    (2016, "Tuyên Quang", "5.585 5.628 5.017 5.690 7.377 7.259", "36.556"),
    (2017, "Tuyên Quang", "5.688 6.134 5.389 6.188 7.039 7.058", "37.497"),
    (2018, "Tuyên Quang", "5.780 5.375 5.139 6.248 7.341 7.184 4.370 3.473", "44.910"),
    (2019, "Tuyên Quang", "5.239 5.568 5.036 6.419 7.374 7.257 3.203 2.875", "42.971"),
    (2020, "Tuyên Quang", "5.311 5.849 4.919 7.341 7.638 7.052 3.292 2.995", "44.396"),
    (2021, "Tuyên Quang", "4.937 5.615 4.388 7.083 7.127 7.782 3.729 2.742", "43.402"),
    (2019, "Lào Cai", "5.312 5.459 4.980 6.765 7.461 7.284 3.574 4.220", "45.055"),
    (2020, "Lào Cai", "5.149 5.609 4.979 6.715 7.565 6.741 3.357 2.834", "42.951"),
    (2021, "Lào Cai", "4.364 5.213 4.065 5.955 7.088 7.412 3.229 2.826", "40.151"),
)
PARTS: Sequence[Sequence[Cell]] = (
    ("Ninh Thuận", 2022, "appraised", "54,20", "61,5", "verified", _NINH_THUAN),
    ("Ninh Thuận", 2022, "impact", "31,59", "38,5", "verified", _NINH_THUAN),
    ("Ninh Thuận", 2022, "impact: SIPAS", "8,23", "10", "verified", _NINH_THUAN),
    ("Ninh Thuận", 2022, "impact: leaders survey", "18,05", "22", "verified", _NINH_THUAN),
    ("Ninh Thuận", 2022, "impact: socio-economic", "5,31", "6,5", "verified", _NINH_THUAN),
    ("Ninh Thuận", 2022, "TOTAL as published", "85,78", "100", "verified", _NINH_THUAN),
)
LOCAL: Sequence[Sequence[Cell]] = (
    ("Tuyên Quang", 2022, "Sở Tư pháp", "department", "62,62", "94,49", 1, "", "verified", _PAPER),
    (
        "Tuyên Quang",
        2022,
        "UBND thành phố Tuyên Quang",
        "district",
        "54,14",
        "82,96",
        1,
        "",
        "verified",
        _PAPER,
    ),
    ("Tuyên Quang", 2025, "Sở Tư pháp", "department", "", "91,21", 1, "", "verified", _PAPER),
    ("Tuyên Quang", 2025, "Văn phòng UBND tỉnh", "department", "", "90,84", 2, "", "verified", _PAPER),
    ("Tuyên Quang", 2025, "Sở Nội vụ", "department", "", "90,81", 3, "", "verified", _PAPER),
    ("Tuyên Quang", 2025, "Xã Quang Bình", "commune", "", "85,10", 1, "", "verified", _PAPER),
    ("Tuyên Quang", 2025, "Xã Yên Phú", "commune", "", "85,07", 2, "", "verified", _PAPER),
    ("Tuyên Quang", 2025, "Xã Du Già", "commune", "", "84,36", 3, "", "verified", _PAPER),
)
PROGRESS: Sequence[Sequence[Cell]] = (
    ("2026-08", "H44", "UBND tỉnh Phú Thọ", "PARENT", 184513, 144625, 39888, "7,05", "78,38"),
    ("2026-08", "H44.01", "Văn phòng UBND tỉnh", "PROVINCE", 0, 0, 0, "0,0", "0"),
    ("2026-08", "H44.07", "Sở Công Thương", "PROVINCE", 482, 332, 150, "15,15", "68,88"),
    ("2026-08", "H44.100", "UBND phường Việt Trì", "COMMUNE", 2971, 2348, 623, "5,60", "79,03"),
    ("2026-08", "H44.101", "UBND phường Nông Trang", "COMMUNE", 1780, 1415, 365, "5,36", "79,49"),
)
_DIMENSIONS = tuple(f"C{number:02}" for number in range(1, 9))
_LOCAL = "province year unit unit_kind points index_pct rank class status source"
_PROGRESS = "period unit_code unit_name level received_or_pending on_time overdue avg_processing_days"


def load(staff: Mapping[str, Staff], *, at: datetime) -> None:
    """Take the figures in as the reform officer does, file by file."""
    by = org.actor_of(staff[OFFICER], local(at).date())
    assert by is not None, "the reform officer holds a position"
    for name, (content, source) in _files().items():
        done = import_file(file_name=name, content=content, source=source, by=by, at=at)
        if isinstance(done, Refusal):
            raise ValueError(refusal_sentence(done))


def _files() -> dict[str, tuple[bytes, str]]:
    papi = "Bảng số liệu PAPI 2011–2024 theo tỉnh (hnks-gh/ml-mcdm)"
    progress = "Cổng dịch vụ công của tỉnh Phú Thọ, tháng 8/2026"
    return {
        "chi-so-cac-nam.csv": (
            _table("index year unit unit_kind value max rank of status source", INDICES),
            "",
        ),
        "papi-theo-noi-dung.csv": (_table(_papi_head(), map(_papi_row, PAPI)), papi),
        "par-cac-phan.csv": (_table("province year component earned max status source", PARTS), ""),
        "par-trong-tinh.csv": (_table(_LOCAL, LOCAL), ""),
        "tien-do-thang-8.csv": (_table(f"{_PROGRESS} on_time_pct_computed", PROGRESS), progress),
    }


def _papi_head() -> str:
    return " ".join(("year province", *(f"{one} {one}_n" for one in _DIMENSIONS), "sum_available"))


def _papi_row(row: tuple[int, str, str, str]) -> list[Cell]:
    year, province, dimensions, total = row
    known = dimensions.split()
    cells = [*known, *[""] * (len(_DIMENSIONS) - len(known))]
    return [year, province, *(one for cell in cells for one in (cell, "")), total]


def _table(head: str, rows: Iterable[Sequence[Cell]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head.split())
    writer.writerows(rows)
    return out.getvalue().encode()
