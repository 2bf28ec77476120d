"""Decisions about the catalogue: what a version must fulfil, its life, how well it answers a search."""

from motcua.reference.catalogue.rules.life import Standing, decide
from motcua.reference.catalogue.rules.publishing import (
    cut_percent,
    fault,
    faults,
    guaranteed_hours,
    route_fits,
    within_statutory,
)
from motcua.reference.catalogue.rules.searching import Entry, Match, Question, question, weigh

__all__ = [
    "Entry",
    "Match",
    "Question",
    "Standing",
    "cut_percent",
    "decide",
    "fault",
    "faults",
    "guaranteed_hours",
    "question",
    "route_fits",
    "weigh",
    "within_statutory",
]
