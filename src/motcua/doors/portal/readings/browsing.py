"""Indexes of the catalogue: every field, agency, level, life event, kind of applicant, with how many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from urllib.parse import urlencode

from motcua.base.text import fold
from motcua.doors.portal.readings.catalogue import EVENT_ICONS
from motcua.doors.portal.readings.letters import Letter, by_letter
from motcua.doors.portal.readings.listing import rows
from motcua.doors.portal.readings.narrowing import SIDES, Side


@dataclass(frozen=True)
class Entry:
    """One entry of an index; its list has as many procedures as `count` says."""

    name: str
    count: int
    query: str
    icon: str = ""


@dataclass(frozen=True)
class Index:
    """One index of the catalogue; a long one has letters, a short one entries alone."""

    kind: str
    title: str
    lead: str
    entries: tuple[Entry, ...]
    letters: Sequence[Letter]
    unsaid: int


TITLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "viec": ("Thủ tục theo việc trong đời", "Chọn việc bạn đang gặp."),
        "linh-vuc": ("Thủ tục theo lĩnh vực", "Lĩnh vực là tên chuyên ngành mà Nhà nước xếp thủ tục vào."),
        "co-quan": ("Thủ tục theo cơ quan giải quyết", "Tên cơ quan ghi như trong quyết định công bố."),
        "cap": ("Thủ tục theo cấp giải quyết", "Một thủ tục có thể do nhiều cấp giải quyết."),
        "ai": ("Thủ tục theo người thực hiện", "Một thủ tục có thể dành cho nhiều đối tượng."),
    }
)
LETTERS_FROM = 25


def index(kind: str, on: date) -> Index | None:
    """Give one index, None when there is none of that kind."""
    if kind not in TITLES:
        return None
    side = next(one for one in SIDES if one.name == kind)
    found = rows(on)
    counts = Counter(value for row in found for value in dict.fromkeys(side.values(row)))
    entries = tuple(_entry(side, value, counts[value]) for value in sorted(counts, key=side.order))
    title, lead = TITLES[kind]
    unsaid = sum(not side.values(row) for row in found)
    return Index(
        kind, title, lead, entries, by_letter(entries) if len(entries) >= LETTERS_FROM else (), unsaid
    )


def others(kind: str) -> list[tuple[str, str]]:
    """Give the kinds of the other indexes with their titles."""
    return [(name, title) for name, (title, _) in TITLES.items() if name != kind]


def _entry(side: Side, value: str, count: int) -> Entry:
    icon = EVENT_ICONS.get(fold(value), "file-text") if side.name == "viec" else ""
    return Entry(side.label(value), count, urlencode({side.name: value}), icon)
