"""Which agencies decide: national records name several of them in one line, each spelled in many ways."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from motcua.base.text import fold

# The word that begins the name of an agency, or of whoever decides for one.
_BEGINNINGS = (
    *("Bộ", "Tổng cục", "Cục", "Chi cục", "Chi Cục", "Vụ", "Viện", "Sở", "Phòng", "Ban", "Đội", "Chi nhánh"),
    *("Thủ tướng", "Chính phủ", "Văn phòng", "Ủy ban", "Uỷ ban", "UBND", "Chủ tịch", "Hội đồng", "Giám đốc"),
    *("Công an", "Quân khu", "Biên phòng", "Hải quan", "Thuế", "Kho bạc", "Ngân hàng", "Bảo hiểm xã hội"),
    *("Cảng vụ", "Khu Quản lý", "Trung tâm", "Tòa án", "Viện kiểm sát", "Thi hành án", "Công đoàn"),
    *("Cơ quan", "Các cơ quan", "Cơ sở", "Đơn vị", "Tổ chức", "Người đứng đầu"),
)
# A comma parts two agencies only before such a word: "Sở Văn hóa, Thể thao và Du lịch" is one.
_PARTING = re.compile(rf"\s*[,;]\s*(?=(?:{'|'.join(_BEGINNINGS)})\b)")
_SHORT = (("ubnd", "uy ban nhan dan"), ("bo nn va mt", "bo nong nghiep va moi truong"))


@lru_cache(maxsize=4096)
def agencies_in(said: str) -> tuple[str, ...]:
    """Give the agencies that a line names, each once, in its order; what cannot be parted stays whole.

    A line that begins small is a piece of a sentence, not a list of names.
    """
    names = _PARTING.split(said) if said[:1].isupper() else [said]
    found: dict[str, str] = {}
    for part in (name.strip(" .,;") for name in names):
        if part:
            found.setdefault(same_agency(part), part)
    return tuple(found.values())


@lru_cache(maxsize=8192)
def same_agency(name: str) -> str:
    """Give what two spellings of one agency share: no diacritics, no case, no short forms, no stops."""
    words = " ".join(re.findall(r"[^\W_]+", fold(name)))
    for short, whole in _SHORT:
        words = re.sub(rf"\b{short}\b", whole, words)
    return words


def spellings(lines: Iterable[str]) -> Mapping[str, str]:
    """Give, for each agency by what its spellings share, the one spelling under which all are shown.

    The most frequent spelling is taken; of equals the longer, which shortens less, then small letters before
    capitals.
    """
    counts = Counter(name for line in lines for name in agencies_in(line))
    chosen: dict[str, str] = {}
    for name in sorted(counts, key=lambda one: (-counts[one], -len(one), one.swapcase())):
        chosen.setdefault(same_agency(name), name)
    return chosen
