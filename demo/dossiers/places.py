"""Procedures, places and measures of the demo's dossiers."""

from datetime import timedelta

BIRTH, MARITAL, COPY, LAND = "1.001193", "1.004873", "2.000815", "1.013978"
BUSINESS, LAWYER, BADGE, VET = "1.001612", "1.002153", "2.002288", "1.001686"
MINH_XUAN, LUNG_CU, HA_GIANG, SON_DUONG, HOANG_SU_PHI = "H60.24", "H60.31", "H60.25", "H60.32", "H60.33"
JUSTICE, CONSTRUCTION, AGRICULTURE = "H60.05", "H60.06", "H60.07"

HOUR = 60
DAY = 8 * HOUR
QUARTER = timedelta(minutes=15)


# Who lives there files there; a department serves everybody.
COMMUNES = {
    MINH_XUAN: "phường Minh Xuân",
    LUNG_CU: "xã Lũng Cú",
    HA_GIANG: "phường Hà Giang 1",
    SON_DUONG: "xã Sơn Dương",
    HOANG_SU_PHI: "xã Hoàng Su Phì",
}


# A citizen with a draft, a result to fetch and a paper in the store: to look at without filing anything.
WELL_KNOWN, WRONG_PLACE = "Nông Thị Thêm", "Trần Đức Hiếu"
# The first to come in as: whose time began anew after a paper was asked for and came.
FIRST = "Lý Thị Hoài"
