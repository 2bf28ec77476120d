"""Invented applicants: names put together from common words, numbers that nobody was given."""

import random
from dataclasses import dataclass
from uuid import UUID

from bench.crowd.load import Row
from motcua.base.database.ids import uuid7
from motcua.base.text import fold, name_sort_key

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hà", "Giàng", "Lò", "Quàng")
MIDDLES = ("Thị", "Văn", "Minh", "Thanh", "Đức", "Ngọc", "Thu", "Quang", "A", "Hữu")
GIVEN = (
    *("Hoa", "Tuấn", "Hạnh", "Lan", "Sơn", "Páo", "Sua", "Dũng", "Mai", "Hùng", "Linh", "Nga", "Phúc", "Yến"),
    *("Khánh", "Trang", "Thắng", "Quyên", "Ánh", "Đạt", "Huệ", "Kiên", "Loan", "Nhung", "Oanh", "Tâm"),
)
NAMES = tuple(
    (name, name_sort_key(name), fold(name))
    for surname in SURNAMES
    for middle in MIDDLES
    for given in GIVEN
    for name in [f"{surname} {middle} {given}"]
)
NEW = 0.4  # how many dossiers bring a person that the unit has not seen


@dataclass(frozen=True, slots=True)
class Known:
    """A person as their dossiers name them."""

    id: UUID
    name: str
    phone: str


class Hamlet:
    """The people of one unit, who come again and again."""

    def __init__(self, number: int, source: random.Random) -> None:
        self._number, self._source = number, source
        self._known: list[Known] = []

    def next(self, applicants: list[Row], persons: list[Row]) -> Known:
        """Give somebody who comes; a new person's rows go into the lists."""
        if self._known and self._source.random() > NEW:
            return self._source.choice(self._known)
        one = len(self._known)
        name, sort_key, folded = self._source.choice(NAMES)
        known = Known(uuid7(), name, f"09{self._number:02d}{one:06d}")
        self._known.append(known)
        applicants.append(
            {
                "id": known.id,
                "kind": "person",
                "identifier_kind": "personal_id",
                "identifier": f"08{self._number:03d}{one:07d}",
                "no_identifier": "",
                "full_name": name,
                "sort_key": sort_key,
                "folded_name": folded,
                "phone": known.phone,
                "email": "",
                "province": "tỉnh Tuyên Quang",
                "commune": f"Thử nghiệm {self._number}",
                "address_detail": "",
                "verified_at": None,
                "verified_by": "",
            }
        )
        persons.append({"applicant_ptr_id": known.id, "account_id": None, "birth_date": None, "gender": ""})
        return known
