"""What may happen to a dossier, who does it, and what stands in the way."""

from motcua.casework.dossiers.rules.facts import Facts
from motcua.casework.dossiers.rules.parties import is_party
from motcua.casework.dossiers.rules.rights import RIGHTS, may, relations
from motcua.casework.dossiers.rules.sharing import Share, check_shares
from motcua.casework.dossiers.rules.table import (
    ENDED,
    TABLE,
    Transition,
    complete_for_acceptance,
    decide,
    moves_open,
)

__all__ = [
    "ENDED",
    "RIGHTS",
    "TABLE",
    "Facts",
    "Share",
    "Transition",
    "check_shares",
    "complete_for_acceptance",
    "decide",
    "is_party",
    "may",
    "moves_open",
    "relations",
]
