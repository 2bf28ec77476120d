"""Storage of scoring."""

from motcua.reform.scoring.models.results import PublishedScore, ResultDecision
from motcua.reform.scoring.models.rounds import DomainAllocation, RoundDeadline, ScoringRound
from motcua.reform.scoring.models.sets import CriteriaSet, CriterionNode
from motcua.reform.scoring.models.sheets import Evidence, LeafScore, LeafVerdict, Sheet, SheetLock

__all__ = [
    "CriteriaSet",
    "CriterionNode",
    "DomainAllocation",
    "Evidence",
    "LeafScore",
    "LeafVerdict",
    "PublishedScore",
    "ResultDecision",
    "RoundDeadline",
    "ScoringRound",
    "Sheet",
    "SheetLock",
]
