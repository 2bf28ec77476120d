"""The seven rule kinds, and how each is read from its settings."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from motcua.reform.scoring.rules.kinds.deduct import Deduct
from motcua.reform.scoring.rules.kinds.external_index import ExternalIndex
from motcua.reform.scoring.rules.kinds.ladder import Ladder
from motcua.reform.scoring.rules.kinds.manual import Manual
from motcua.reform.scoring.rules.kinds.ratio import Ratio
from motcua.reform.scoring.rules.kinds.ratio_bands import RatioBands
from motcua.reform.scoring.rules.kinds.settings import Settings
from motcua.reform.scoring.rules.kinds.survey_mean import SurveyMean
from motcua.reform.scoring.rules.kinds.unread import Unread
from motcua.reform.scoring.rules.rule import Flaw, Rule
from motcua.reform.scoring.words import Fault, RuleKind

__all__ = [
    "Deduct",
    "ExternalIndex",
    "Ladder",
    "Manual",
    "Ratio",
    "RatioBands",
    "SurveyMean",
    "Unread",
    "rule_of",
]

READERS: Mapping[str, Callable[[Settings], Rule]] = {
    RuleKind.LADDER: Ladder.read,
    RuleKind.RATIO: Ratio.read,
    RuleKind.RATIO_BANDS: RatioBands.read,
    RuleKind.SURVEY_MEAN: SurveyMean.read,
    RuleKind.EXTERNAL_INDEX: ExternalIndex.read,
    RuleKind.DEDUCT: Deduct.read,
    RuleKind.MANUAL: Manual.read,
}


def rule_of(raw: object) -> Rule:
    """Read a rule from its settings (`{"type": "ratio", "floor": 0.8, …}`).

    What cannot be read becomes a rule that scores nothing and tells its flaws, so that a check of the whole
    set finds it beside all the others.
    """
    if not isinstance(raw, Mapping):
        return Unread({}, (Flaw(Fault.WRONG_TYPE, "rule"),))
    settings: Mapping[str, Any] = {str(name): _exact(value) for name, value in raw.items()}
    kind = settings.get("type")
    read = READERS.get(kind) if isinstance(kind, str) else None
    if read is None:
        known = ", ".join(RuleKind)
        return Unread(settings, (Flaw(Fault.UNKNOWN_RULE, "type", {"said": str(kind)[:40], "known": known}),))
    return read(Settings(settings))


def _exact(value: Any) -> Any:
    """Give settings without binary fractions: what a store gave back equals what a file said."""
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, Mapping):
        return {str(name): _exact(one) for name, one in value.items()}
    return [_exact(one) for one in value] if isinstance(value, list | tuple) else value
