"""Decisions about the catalogue: what a version must fulfil, its life."""

from motcua.reference.catalogue.rules.differences import CONTENT, Difference, differences
from motcua.reference.catalogue.rules.durations import figure, guaranteed_hours
from motcua.reference.catalogue.rules.life import Standing, decide
from motcua.reference.catalogue.rules.limits import Dates, Limit, Measure, measure
from motcua.reference.catalogue.rules.parts import OF_PART, with_part
from motcua.reference.catalogue.rules.publishing import (
    breakage,
    cut_percent,
    fault,
    faults,
    within_statutory,
)
from motcua.reference.catalogue.rules.wording import CODED, TOLD, wording_fault

__all__ = [
    "CODED",
    "CONTENT",
    "OF_PART",
    "TOLD",
    "Dates",
    "Difference",
    "Limit",
    "Measure",
    "Standing",
    "breakage",
    "cut_percent",
    "decide",
    "differences",
    "fault",
    "faults",
    "figure",
    "guaranteed_hours",
    "measure",
    "with_part",
    "within_statutory",
    "wording_fault",
]
