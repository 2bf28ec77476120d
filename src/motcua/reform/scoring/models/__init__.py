"""Storage of scoring."""

from motcua.reform.scoring.models.sets import CriteriaSet, CriterionNode

__all__ = ["CriteriaSet", "CriterionNode"]
