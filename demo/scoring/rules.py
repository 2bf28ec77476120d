"""What the criteria of the demo are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

IN_TIME, ONLINE = "dossiers.in_time_share", "dossiers.online_share"


@dataclass(frozen=True)
class Leaf:
    """A criterion that is scored: `due` is its month, `kind` says bonus or penalty."""

    code: str
    name: str
    most: float
    rule: Mapping[str, Any]
    evidence: str = ""
    measure: str = ""
    due: int | None = None
    kind: str = ""


def steps(most: float, *words: str) -> dict[str, Any]:
    """Give a ladder from the maximum down to nothing in equal steps."""
    last = len(words) - 1
    return {
        "type": "ladder",
        "steps": [{"when": word, "points": most * (last - at) / last} for at, word in enumerate(words)],
    }


def share(done: str, whole: str, floor: float = 0.7, zero: str = "max") -> dict[str, Any]:
    """Give a share of the whole; below the floor it counts nothing."""
    return {
        "type": "ratio",
        "numerator": done,
        "denominator": whole,
        "floor": floor,
        "below_floor": 0,
        "cap": 1,
        "when_a_is_zero": zero,
    }


def bands(*steps: tuple[float, float | str], zero: str = "max") -> dict[str, Any]:
    """Give bands from the best down."""
    told = [{"min_pct": least, "points": points} for least, points in steps]
    return {"type": "ratio_bands", "steps": told, "else": 0, "when_a_is_zero": zero}


def less(step: float, what: str) -> dict[str, Any]:
    """Take points away for each fault."""
    return {"type": "deduct", "per_violation": step, "floor": 0, "desc": what}


BY_HAND = {"type": "manual", "desc": "xem tại chỗ theo phiếu kiểm tra"}
ONLINE_SHARE = share("hồ sơ trực tuyến", "hồ sơ", 0.3, "not_applicable")
INDEX = {"type": "external_index", "index": "SIPAS"}
PENALTY = {
    "type": "ladder",
    "steps": [
        {"when": "bị phê bình từ hai lần", "points": 3},
        {"when": "bị phê bình một lần", "points": 1},
        {"when": "không bị phê bình", "points": 0},
    ],
}
BONUS = Leaf("T", "Điểm thưởng: có cách làm mới được tỉnh công nhận", 2, BY_HAND, kind="bonus")
MINUS = Leaf("X", "Điểm trừ: bị cấp trên phê bình bằng văn bản", 3, PENALTY, kind="penalty")
