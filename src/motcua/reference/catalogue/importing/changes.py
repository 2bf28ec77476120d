"""What a newer record says otherwise, in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from motcua.reference.catalogue.importing import columns
from motcua.reference.catalogue.importing.columns import Sheet

# Where a record came from and how it was read may change without the procedure.
ABOUT_THE_SOURCE = frozenset({"as_of", "source", "quality_flags", "detail", "portal_url"})
SHOWN = 60
_TABLES: dict[str, tuple[str, Sheet]] = {
    "methods": ("Cách thực hiện", columns.METHODS),
    "components": ("Thành phần hồ sơ", columns.COMPONENTS),
    "results": ("Kết quả", columns.RESULTS),
    "legal_basis": ("Căn cứ pháp lý", columns.LEGAL_BASIS),
}
_HEADINGS = {column.part: column.heading for column in columns.PROCEDURES.columns}


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """Give one line for each part that differs; absent and empty are the same."""
    parts = [*_HEADINGS, *_TABLES, *sorted((old.keys() | new.keys()) - _HEADINGS.keys() - _TABLES.keys())]
    return tuple(line for part in parts for line in _change(part, old.get(part), new.get(part)))


def same_procedure(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Tell whether two records say the same of a procedure, wherever they come from."""
    parts = (old.keys() | new.keys()) - ABOUT_THE_SOURCE
    return all((old.get(part) or None) == (new.get(part) or None) for part in parts)


def _change(part: str, old: Any, new: Any) -> Iterator[str]:
    if (old or None) == (new or None):
        return
    if part in _TABLES and isinstance(old or [], list) and isinstance(new or [], list):
        yield f"{_TABLES[part][0]}: {_counted(old or [], new or [])}"
    else:
        yield f"{_HEADINGS.get(part, part)}: {_shown(old)} → {_shown(new)}"


def _counted(old: Sequence[Any], new: Sequence[Any]) -> str:
    added = sum(one not in old for one in new)
    gone = sum(one not in new for one in old)
    changed = min(added, gone)
    told = [
        f"thêm {added - changed}" * (added > changed),
        f"bỏ {gone - changed}" * (gone > changed),
        f"sửa {changed}" * (changed > 0),
    ]
    return ", ".join(text for text in told if text) or "đổi thứ tự"


def _shown(value: Any) -> str:
    if value is None or value in ("", []):
        return "(trống)"
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = " ".join(text.split())
    return f"“{text if len(text) <= SHOWN else text[:SHOWN].rstrip() + '…'}”"
