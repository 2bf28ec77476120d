"""Provinces by whatever name a source prints, as they were at the time.

A code alone names nobody: 15 was Yên Bái and is Lào Cai since 1 July 2025, when 63 provinces became 34.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from motcua.base.clock.periods import Period
from motcua.base.text import fold

LAST_OF_63 = date(2025, 6, 30)
LAST_OF_HA_TAY = date(2008, 7, 31)
HA_TAY = "Hà Tây"

# Code and name until 30 June 2025; behind `>` the name of the province that took it in.
_BEFORE = """
01 Hà Nội
02 Hà Giang > Tuyên Quang
04 Cao Bằng
06 Bắc Kạn > Thái Nguyên
08 Tuyên Quang
10 Lào Cai
11 Điện Biên
12 Lai Châu
14 Sơn La
15 Yên Bái > Lào Cai
17 Hòa Bình > Phú Thọ
19 Thái Nguyên
20 Lạng Sơn
22 Quảng Ninh
24 Bắc Giang > Bắc Ninh
25 Phú Thọ
26 Vĩnh Phúc > Phú Thọ
27 Bắc Ninh
28 Hà Tây > Hà Nội
30 Hải Dương > Hải Phòng
31 Hải Phòng
33 Hưng Yên
34 Thái Bình > Hưng Yên
35 Hà Nam > Ninh Bình
36 Nam Định > Ninh Bình
37 Ninh Bình
38 Thanh Hóa
40 Nghệ An
42 Hà Tĩnh
44 Quảng Bình > Quảng Trị
45 Quảng Trị
46 Huế
48 Đà Nẵng
49 Quảng Nam > Đà Nẵng
51 Quảng Ngãi
52 Bình Định > Gia Lai
54 Phú Yên > Đắk Lắk
56 Khánh Hòa
58 Ninh Thuận > Khánh Hòa
60 Bình Thuận > Lâm Đồng
62 Kon Tum > Quảng Ngãi
64 Gia Lai
66 Đắk Lắk
67 Đắk Nông > Lâm Đồng
68 Lâm Đồng
70 Bình Phước > Đồng Nai
72 Tây Ninh
74 Bình Dương > TP. Hồ Chí Minh
75 Đồng Nai
77 Bà Rịa - Vũng Tàu > TP. Hồ Chí Minh
79 TP. Hồ Chí Minh
80 Long An > Tây Ninh
82 Tiền Giang > Đồng Tháp
83 Bến Tre > Vĩnh Long
84 Trà Vinh > Vĩnh Long
86 Vĩnh Long
87 Đồng Tháp
89 An Giang
91 Kiên Giang > An Giang
92 Cần Thơ
93 Hậu Giang > Cần Thơ
94 Sóc Trăng > Cần Thơ
95 Bạc Liêu > Cà Mau
96 Cà Mau
"""
# Whose code is another since 1 July 2025; the others kept theirs.
_CODES_SINCE = {
    "Lào Cai": "15",
    "Bắc Ninh": "24",
    "Quảng Trị": "44",
    "Gia Lai": "52",
    "Tây Ninh": "80",
    "Đồng Tháp": "82",
    "An Giang": "91",
}
_ALIASES = {
    "Huế": ("Thừa Thiên Huế", "TT-Huế", "T.T. Huế"),
    "Bà Rịa - Vũng Tàu": ("BRVT", "Vũng Tàu - Bà Rịa"),
    "TP. Hồ Chí Minh": ("Ho Chi Minh City", "TP.HCM", "HCMC", "HCM"),
    "Đắk Lắk": ("Đắc Lắc",),
    "Đắk Nông": ("Đắc Nông",),
    "Bắc Kạn": ("Bắc Cạn",),
}
_KINDS = ("uy ban nhan dan", "ubnd", "thanh pho", "tinh", "tp")


@dataclass(frozen=True)
class Place:
    """A province as it was up to a day: `until` None for one of today, `heir` names what took it in."""

    code: str
    name: str
    until: date | None = None
    heir: str = ""

    @property
    def key(self) -> str:
        """Give the name as addresses write it, the same before and after 1 July 2025."""
        return "-".join(fold(self.name).replace(".", " ").replace("-", " ").split())


@cache
def places() -> tuple[Place, ...]:
    """Give every province, those of before first."""
    before = tuple(_read_before())
    since = (Place(_CODES_SINCE.get(one.name, one.code), one.name) for one in before if not one.heir)
    return (*before, *since)


def place_called(name: str, period: Period) -> Place | None:
    """Give the province that a printed name means in a period; None when none of that time bears it.

    Of two that fit, the later one: a year that ends after 1 July 2025 is told for the province of then.
    """
    known = [
        one for one in _by_name().get(_letters(name), ()) if one.until is None or one.until >= period.first
    ]
    fitting = [one for one in known if one.until is not None or period.last > LAST_OF_63]
    return fitting[-1] if fitting else None


def place_known(name: str) -> Place | None:
    """Give the newest province that bears a name, whether or not it still stands."""
    return next(iter(_by_name().get(_letters(name), ())[::-1]), None)


def place_keyed(key: str) -> tuple[Place, ...]:
    """Give the province of an address as it was and as it is, the earlier first."""
    return tuple(one for one in places() if one.key == key)


@cache
def _by_name() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for one in places():
        for name in (one.name, *_ALIASES.get(one.name, ())):
            found.setdefault(_letters(name), []).append(one)
    return found


def _letters(name: str) -> str:
    """Give what stays of a name however it is written: its letters, without the kind of place before."""
    plain = fold(name).replace(".", " ")
    for kind in _KINDS:
        plain = plain.removeprefix(f"{kind} ").strip()
    return "".join(char for char in plain if char.isalnum())


def _read_before() -> Iterator[Place]:
    for line in _BEFORE.strip().splitlines():
        told, _, heir = line.partition(" > ")
        code, name = told.split(" ", 1)
        yield Place(code, name, LAST_OF_HA_TAY if name == HA_TAY else LAST_OF_63, heir)
