"""The life of a version: drafted, checked by another, signed, published."""

from dataclasses import dataclass
from uuid import UUID

from motcua.base.rooms import Refusal
from motcua.reference.catalogue.words import VersionMove, VersionState, Why

_MOVES = {
    (VersionState.DRAFT, VersionMove.EDIT): VersionState.DRAFT,
    (VersionState.DRAFT, VersionMove.DISCARD): VersionState.DRAFT,
    (VersionState.DRAFT, VersionMove.SUBMIT): VersionState.IN_CHECK,
    (VersionState.IN_CHECK, VersionMove.SEND_BACK): VersionState.DRAFT,
    (VersionState.IN_CHECK, VersionMove.CONFIRM): VersionState.IN_CHECK,
    (VersionState.IN_CHECK, VersionMove.SIGN): VersionState.SIGNED,
    (VersionState.SIGNED, VersionMove.PUBLISH): VersionState.PUBLISHED,
}
_TOO_LATE = {VersionState.PUBLISHED, VersionState.WITHDRAWN}


@dataclass(frozen=True)
class Standing:
    """How far a version has come: who drafted it and who checked it, by account."""

    state: VersionState
    number: int
    drafted_by: UUID | None
    checked: bool


def decide(standing: Standing, move: VersionMove, *, by: UUID | None) -> VersionState | Refusal:
    """Give the state after a move of somebody.

    The house itself (no account) publishes what was checked and signed elsewhere.
    """
    facts = {"number": str(standing.number)}
    if move is VersionMove.PUBLISH and by is None and standing.state is VersionState.DRAFT:
        return VersionState.PUBLISHED
    after = _MOVES.get((standing.state, move))
    if after is None:
        return Refusal(Why.ALREADY_PUBLISHED if standing.state in _TOO_LATE else Why.NOT_ITS_TURN, facts)
    if move in (VersionMove.CONFIRM, VersionMove.SEND_BACK) and by is not None and by == standing.drafted_by:
        return Refusal(Why.OWN_DRAFT, facts)
    if move is VersionMove.CONFIRM and standing.checked:
        return Refusal(Why.NOT_ITS_TURN, facts)
    if move is VersionMove.SIGN and not standing.checked:
        return Refusal(Why.NOT_CHECKED, facts)
    return after
