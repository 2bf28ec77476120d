"""The facts that decisions about one dossier need; no locks, no writing."""

from motcua.casework.dossiers.facts.gathered import Gathered, facts_of
from motcua.casework.dossiers.facts.parts import route_of

__all__ = ["Gathered", "facts_of", "route_of"]
