"""How whoever decides about a dossier comes by its parts and its facts."""

from datetime import datetime
from uuid import UUID

from motcua.casework.dossiers import rules
from motcua.casework.dossiers.facts.parts import Parts
from motcua.casework.dossiers.facts.stored import StoredFacts
from motcua.casework.dossiers.models import Dossier


class Gathered(Parts):
    """The open parts of a dossier with the facts that the rules ask for."""

    def __init__(self, dossier: Dossier, at: datetime, *, took_part: frozenset[UUID] = frozenset()) -> None:
        super().__init__(dossier, at)
        self.facts: rules.Facts = StoredFacts(self, took_part)


def facts_of(dossier: Dossier, at: datetime, *, took_part: frozenset[UUID] = frozenset()) -> rules.Facts:
    """Give the facts of a dossier at a moment."""
    return Gathered(dossier, at, took_part=took_part).facts
