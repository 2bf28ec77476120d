"""Decisions about the catalogue: what a version must fulfil, its life."""

from motcua.reference.catalogue.rules.differences import CONTENT, Difference, differences
from motcua.reference.catalogue.rules.life import Standing, decide
from motcua.reference.catalogue.rules.limits import Dates, Limit, Measure, measure
from motcua.reference.catalogue.rules.parts import OF_PART, with_part
from motcua.reference.catalogue.rules.publishing import (
    breakage,
    cut_percent,
    fault,
    faults,
    guaranteed_hours,
    route_fits,
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
    "guaranteed_hours",
    "measure",
    "route_fits",
    "with_part",
    "within_statutory",
    "wording_fault",
]
