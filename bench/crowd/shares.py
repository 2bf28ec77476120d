"""How many dossiers each unit of a province received, had in hand and had late, as it published.

The file tells nine months and the last of them by itself. What a unit is busy with at once is what that
month has beyond the average month: the file counts received and pending together.
"""

import csv
import os
from dataclasses import dataclass
from pathlib import Path

FILE = Path("stats", "phu_tho_2026_progress.csv")
MONTHS = 8.87  # from 1 January to 26 September
PROVINCE = "PARENT"


class NoData(RuntimeError):
    """Raised when the published figures are not at hand."""


@dataclass(frozen=True)
class Share:
    """One unit: its part of the whole, what it had in hand at once, and the parts that were late."""

    part: float
    in_hand: int
    late: float
    late_in_hand: float
    days: float

    def of(self, size: int) -> int:
        """Give how many of so many dossiers are this unit's, at least one."""
        return max(1, round(self.part * size))

    def open_of(self, size: int, months_in: float) -> int:
        """Give how many of them are under way: what the unit had in hand, or its part of fewer months."""
        return min(self.of(size), max(1, round(self.in_hand * min(1.0, months_in))))


def shares() -> tuple[Share, ...]:
    """Give the units that received anything, the greatest first."""
    months, years = _figures()
    whole = sum(int(row["received_or_pending"]) for row in years.values())
    found = [_share(row, months[code], whole) for code, row in years.items()]
    return tuple(sorted((one for one in found if one.part), key=lambda one: -one.part))


def received() -> int:
    """Give how many dossiers the units received in the nine months."""
    return sum(int(row["received_or_pending"]) for row in _figures()[1].values())


def _figures() -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    shared = os.environ.get("MOTCUA_SHARED", "")
    path = Path(shared, "data", FILE)
    if not shared or not path.is_file():
        raise NoData(f"MOTCUA_SHARED names no folder with data/{FILE}")
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["level"] != PROVINCE]
    months = {row["unit_code"]: row for row in rows if ".." not in row["period"]}
    return months, {row["unit_code"]: row for row in rows if ".." in row["period"]}


def _share(year: dict[str, str], month: dict[str, str], whole: int) -> Share:
    received_, in_month = int(year["received_or_pending"]), int(month["received_or_pending"])
    return Share(
        part=received_ / whole,
        in_hand=max(1, round(in_month - received_ / MONTHS)),
        late=int(year["overdue"]) / max(1, received_),
        late_in_hand=int(month["overdue"]) / max(1, in_month),
        days=float(year["avg_processing_days"]),
    )
