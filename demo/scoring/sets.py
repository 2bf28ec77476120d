"""Two small sets of criteria for the demo, in words of their own: neither is anybody's official set."""

import json
from collections.abc import Sequence
from typing import Any

from demo.scoring import communes, departments
from demo.scoring.rules import Leaf
from motcua.reform.scoring.words import SetLevel

BANDS = (
    {"name": "Tốt", "min": 90},
    {"name": "Khá", "min": 80},
    {"name": "Trung bình", "min": 65},
    {"name": "Yếu", "min": 0},
)
STATUS = "Bộ tiêu chí của bản chạy thử, không phải bộ tiêu chí đã ban hành"
NAMES = {
    SetLevel.COMMUNE: "Bộ tiêu chí chấm xã, phường",
    SetLevel.DEPARTMENT: "Bộ tiêu chí chấm sở, ngành",
    SetLevel.PROVINCE: "Bộ tiêu chí tỉnh tự chấm",
}
PARTS = {
    SetLevel.COMMUNE: (communes.GROUPS, communes.LEAVES),
    SetLevel.DEPARTMENT: (departments.GROUPS, departments.LEAVES),
    # The province scores itself by the same leaves; its own set is the ministry's.
    SetLevel.PROVINCE: (departments.GROUPS, departments.LEAVES),
}


def file_of(level: SetLevel, year: int) -> bytes:
    """Give a set as the file that a reform officer would bring."""
    groups, leaves = PARTS[level]
    meta = {
        "id": f"THU-{level.value.upper()}-{year}",
        "name": f"{NAMES[level]} năm {year}",
        "level": level.value,
        "year": year,
        "status": STATUS,
        "bonus_cap": 2,
        "penalty_cap": 3,
        "bands": BANDS,
        "official": False,
    }
    rows = [_group(code, name, leaves) for code, name in groups.items()]
    rows += [_leaf(leaf) for leaf in leaves]
    return json.dumps({"meta": meta, "rows": rows}, ensure_ascii=False).encode()


def _group(code: str, name: str, leaves: Sequence[Leaf]) -> dict[str, Any]:
    most = sum(leaf.most for leaf in leaves if leaf.code.startswith(f"{code}."))
    return {"code": code, "parent": code.rpartition(".")[0], "name_vi": name, "max_points": most}


def _leaf(leaf: Leaf) -> dict[str, Any]:
    told = {
        "code": leaf.code,
        "parent": leaf.code.rpartition(".")[0],
        "name_vi": leaf.name,
        "max_points": leaf.most,
        "rule": leaf.rule,
        "evidence": leaf.evidence,
        "measure": leaf.measure,
        "due_month": leaf.due,
        "kind": leaf.kind,
    }
    return {name: value for name, value in told.items() if value not in ("", None)}
