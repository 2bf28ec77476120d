"""The rules of scoring written out slowly, in fractions, to hold the engine against; and sets to score by."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from motcua.reform.scoring.rules.criteria import Criteria, Node, SetMeta
from motcua.reform.scoring.rules.kinds import rule_of
from motcua.reform.scoring.words import NodeKind, NodeLevel, SetLevel

META = SetMeta("THU", "Bộ tiêu chí thử", SetLevel.COMMUNE, 2026, total=Decimal(10))
WORTH = {"A": 100, "B": 60, "C": 20, "D": 0}


def exact(number: Any) -> Fraction:
    return Fraction(str(number))


def slow_points(rule: Mapping[str, Any], most: Any, told: Mapping[str, Any]) -> Fraction | None:
    """Give the points; None where the leaf does not apply, 0 without input."""
    if rule["type"] in ("ratio", "ratio_bands") and told.get("denominator", 1) == 0:
        zero = {"max": exact(most), "not_applicable": None}
        return zero.get(rule.get("when_a_is_zero") or "", Fraction(0))
    if not any(told.values()) and rule["type"] not in ("ladder", "deduct"):
        return Fraction(0)
    return WRITTEN_OUT[rule["type"]](rule, exact(most), told) if told else Fraction(0)


def _ladder(rule: Mapping[str, Any], top: Fraction, told: Mapping[str, Any]) -> Fraction:
    return exact(rule["steps"][told["step"]]["points"])


def _share(told: Mapping[str, Any]) -> Fraction:
    return exact(told["numerator"]) / exact(told["denominator"])


def _ratio(rule: Mapping[str, Any], top: Fraction, told: Mapping[str, Any]) -> Fraction:
    if _share(told) < exact(rule.get("floor", 0)):
        return exact(rule.get("below_floor", 0))
    return min(_share(told), exact(rule.get("cap", 1))) * top


def _survey(rule: Mapping[str, Any], top: Fraction, told: Mapping[str, Any]) -> Fraction:
    each = [WORTH[option] for option, count in told["answers"].items() for _ in range(count)]
    return Fraction(sum(each), len(each)) / 100 * top if each else Fraction(0)


def _index(rule: Mapping[str, Any], top: Fraction, told: Mapping[str, Any]) -> Fraction:
    return exact(told["index"]) / 100 * top


def _deduct(rule: Mapping[str, Any], top: Fraction, told: Mapping[str, Any]) -> Fraction:
    return max(top - exact(rule["per_violation"]) * told["violations"], exact(rule.get("floor", 0)))


def _manual(rule: Mapping[str, Any], top: Fraction, told: Mapping[str, Any]) -> Fraction:
    return exact(told["points"])


def _banded(rule: Mapping[str, Any], top: Fraction, told: Mapping[str, Any]) -> Fraction:
    share = _share(told)
    for step in rule["steps"]:
        bound = exact(step["min_pct"]) / 100
        if share > bound or (share == bound and not step.get("exclusive")):
            return min(share, Fraction(1)) * top if step["points"] == "prorata" else exact(step["points"])
    return exact(rule.get("else", 0))


WRITTEN_OUT: dict[str, Callable[[Mapping[str, Any], Fraction, Mapping[str, Any]], Fraction]] = {
    "ladder": _ladder,
    "ratio": _ratio,
    "ratio_bands": _banded,
    "survey_mean": _survey,
    "external_index": _index,
    "deduct": _deduct,
    "manual": _manual,
}


def slow_index(criteria: Criteria, told: Mapping[str, Mapping[str, Any]]) -> Fraction | None:
    """Give the percentage of points over what applies."""
    earned = most = Fraction(0)
    for leaf in criteria.leaves:
        assert leaf.rule is not None
        given = told.get(leaf.code, {})
        points = None if given.get("not_applicable") else slow_points(leaf.rule.raw, leaf.max, given)
        if points is not None:
            earned, most = earned + points, most + exact(leaf.max)
    return earned / most * 100 if most else None


def leaf(code: str, most: str, rule: Mapping[str, Any], **more: Any) -> Node:
    parent = code.rpartition(".")[0]
    return Node(code, parent, NodeLevel.COMPONENT, f"Tiêu chí {code}", Decimal(most), rule_of(rule), **more)


def branch(code: str, most: str, **more: Any) -> Node:
    parent = code.rpartition(".")[0]
    return Node(code, parent, NodeLevel.CRITERION, f"Mục {code}", Decimal(most), **more)


MANUAL = {"type": "manual"}
RATIO = {"type": "ratio", "numerator": "hồ sơ đúng hạn", "floor": 0.8, "when_a_is_zero": "not_applicable"}


def tree(nodes: Sequence[Node], **meta: Any) -> Criteria:
    total = sum((node.max for node in nodes if not node.parent and node.kind is NodeKind.POINTS), Decimal(0))
    told = {**{name: getattr(META, name) for name in ("id", "name", "level", "year")}, "total": total, **meta}
    return Criteria(SetMeta(**told), tuple(nodes))


def on_73() -> Criteria:
    """Give a set like one whose domain 3 and criterion 7.3 do not apply to some units: 100 − 20 − 7."""
    return tree(
        [
            *(leaf("1", "20", MANUAL), leaf("2", "10", MANUAL)),
            *(branch("3", "20"), leaf("3.1", "12", RATIO), leaf("3.2", "8", MANUAL)),
            *(leaf("4", "10", MANUAL), leaf("5", "10", MANUAL), leaf("6", "10", MANUAL)),
            *(branch("7", "20"), leaf("7.1", "8", MANUAL), leaf("7.2", "5", MANUAL)),
            *(branch("7.3", "7"), leaf("7.3.1", "4", RATIO), leaf("7.3.2", "3", MANUAL)),
        ]
    )
