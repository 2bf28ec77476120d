"""The terms of the wordbook."""

from enum import StrEnum


class Wording(StrEnum):
    """What a line of the wordbook does.

    A saying is a thing in other words, an intent an act in other words; a name is an everyday name of single
    procedures; a filler says nothing about the matter; an aside is a circumstance that only who names it asks
    for; field and demand say how often people come.
    """

    SAYING = "saying"
    INTENT = "intent"
    NAME = "name"
    ABBREVIATION = "abbreviation"
    FILLER = "filler"
    ASIDE = "aside"
    FIELD = "field"
    DEMAND = "demand"
