"""Who lives there, as the identity simulator vouches for them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Citizen:
    """A citizen whom the identity simulator vouches for; `subject` says nothing about them."""

    subject: str
    name: str
    birthdate: date
    gender: str
    personal_id: str
    phone: str
    commune: str
    detail: str
    province: str = "tỉnh Tuyên Quang"


_MINH_XUAN, _LUNG_CU = "phường Minh Xuân", "xã Lũng Cú"
_HA_GIANG, _SON_DUONG, _HOANG_SU_PHI = "phường Hà Giang 1", "xã Sơn Dương", "xã Hoàng Su Phì"
CITIZENS = (
    Citizen(
        "tq-7f3a1c",
        "Sùng A Páo",
        date(1992, 3, 14),
        "male",
        "008000000001",
        "0912000001",
        _LUNG_CU,
        "Thôn Lô Lô Chải",
    ),
    Citizen(
        "tq-b82e40",
        "Giàng Thị Mai",
        date(1995, 8, 2),
        "female",
        "008000000002",
        "0912000002",
        _LUNG_CU,
        "Thôn Séo Lủng",
    ),
    Citizen(
        "tq-19d6f7",
        "Lý Thị Hoài",
        date(1990, 11, 25),
        "female",
        "008000000003",
        "0912000003",
        _MINH_XUAN,
        "Số 12, tổ dân phố 4",
    ),
    Citizen(
        "tq-e5502b",
        "Ma Văn Thắng",
        date(1988, 1, 9),
        "male",
        "008000000004",
        "0912000004",
        _MINH_XUAN,
        "Số 7, tổ dân phố 9",
    ),
    Citizen(
        "tq-3c97aa",
        "Nguyễn Thị Bích Ngọc",
        date(1985, 6, 30),
        "female",
        "008000000005",
        "0912000005",
        _MINH_XUAN,
        "Số 31, tổ dân phố 2",
    ),
    Citizen(
        "tq-64f01d",
        "Bàn Văn Phúc",
        date(1979, 4, 18),
        "male",
        "008000000006",
        "0912000006",
        _MINH_XUAN,
        "Số 5, tổ dân phố 15",
    ),
    Citizen(
        "tq-a0e83c",
        "Nông Thị Thêm",
        date(1999, 12, 7),
        "female",
        "008000000007",
        "0912000007",
        _MINH_XUAN,
        "Số 44, tổ dân phố 6",
    ),
    Citizen(
        "tq-5db219",
        "Trần Đức Hiếu",
        date(1997, 2, 21),
        "male",
        "008000000008",
        "0912000008",
        _MINH_XUAN,
        "Số 18, tổ dân phố 11",
    ),
    Citizen(
        "tq-f7716e",
        "Vàng Mí Sình",
        date(1968, 9, 3),
        "male",
        "008000000009",
        "0912000009",
        _LUNG_CU,
        "Thôn Cẳng Tằng",
    ),
    Citizen(
        "tq-08c4b5",
        "Triệu Mùi Pham",
        date(1993, 5, 27),
        "female",
        "008000000010",
        "0912000010",
        _MINH_XUAN,
        "Số 2, tổ dân phố 8",
    ),
    Citizen(
        "tq-c21f98",
        "Hoàng Thị Kim Oanh",
        date(1982, 10, 12),
        "female",
        "008000000011",
        "0912000011",
        _MINH_XUAN,
        "Số 60, tổ dân phố 1",
    ),
    Citizen(
        "tq-9ae65d",
        "Lê Quang Vinh",
        date(1974, 7, 16),
        "male",
        "008000000012",
        "0912000012",
        _MINH_XUAN,
        "Số 23, tổ dân phố 13",
    ),
    Citizen(
        "tq-41bd77",
        "Hoàng Thị Lan Anh",
        date(1994, 4, 11),
        "female",
        "008000000013",
        "0912000013",
        _HA_GIANG,
        "Số 9, tổ dân phố 3",
    ),
    Citizen(
        "tq-d2075e",
        "Lèng Văn Chức",
        date(1986, 12, 1),
        "male",
        "008000000014",
        "0912000014",
        _HA_GIANG,
        "Số 71, tổ dân phố 10",
    ),
    Citizen(
        "tq-8b6c13",
        "Nguyễn Thị Phương Thảo Nguyên",
        date(1998, 7, 8),
        "female",
        "008000000015",
        "0912000015",
        _SON_DUONG,
        "Thôn Quyết Thắng",
    ),
    Citizen(
        "tq-e79a20",
        "Hứa Văn Điềm",
        date(1971, 2, 19),
        "male",
        "008000000016",
        "0912000016",
        _SON_DUONG,
        "Thôn Tân Kỳ",
    ),
    Citizen(
        "tq-5f18c4",
        "Phàn Mùi Khe",
        date(1996, 10, 30),
        "female",
        "008000000017",
        "0912000017",
        _HOANG_SU_PHI,
        "Thôn Tả Chải",
    ),
    Citizen(
        "tq-0c93da",
        "Vương Văn Pảo",
        date(1983, 6, 5),
        "male",
        "008000000018",
        "0912000018",
        _HOANG_SU_PHI,
        "Thôn Nậm Dịch",
    ),
)
