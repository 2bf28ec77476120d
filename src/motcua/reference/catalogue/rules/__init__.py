"""Decisions about the catalogue: what a version must fulfil, and how well it answers a search."""

from motcua.reference.catalogue.rules.publishing import fault, guaranteed_hours, route_fits
from motcua.reference.catalogue.rules.searching import Entry, Match, Question, question, weigh

__all__ = ["Entry", "Match", "Question", "fault", "guaranteed_hours", "question", "route_fits", "weigh"]
