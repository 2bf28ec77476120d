"""The year of scoring as a table: how a sheet goes on, what is still to come, what a lock signs."""

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from motcua.base.rooms.refusal import Refusal
from motcua.reform.scoring.rules.criteria import Criteria, Node
from motcua.reform.scoring.words import (
    LeafSource,
    LockKind,
    RoundWhy,
    ScoringAct,
    SetLevel,
    SheetMove,
    SheetState,
    VerdictStage,
)

MOVES: Mapping[tuple[SheetState, SheetMove], SheetState] = MappingProxyType(
    {
        (SheetState.NOT_OPEN, SheetMove.OPEN): SheetState.SELF_SCORING,
        (SheetState.SELF_SCORING, SheetMove.LOCK): SheetState.LOCKED,
        (SheetState.LOCKED, SheetMove.TAKE_UP): SheetState.APPRAISAL_1,
        (SheetState.APPRAISAL_1, SheetMove.ASK): SheetState.EXPLANATION,
        (SheetState.APPRAISAL_1, SheetMove.HAND_ON): SheetState.COUNCIL,
        (SheetState.EXPLANATION, SheetMove.ANSWER): SheetState.APPRAISAL_2,
        (SheetState.APPRAISAL_2, SheetMove.HAND_ON): SheetState.COUNCIL,
        (SheetState.COUNCIL, SheetMove.APPROVE): SheetState.APPROVED,
        (SheetState.APPROVED, SheetMove.PUBLISH): SheetState.PUBLISHED,
    }
)
ORDER = tuple(SheetState)
OPEN_STATES = ORDER[: ORDER.index(SheetState.APPROVED)]

# In which states each act may be done at all; what is not named may be done in any.
WHEN: Mapping[ScoringAct, frozenset[SheetState]] = MappingProxyType(
    {
        ScoringAct.SCORE: frozenset({SheetState.SELF_SCORING}),
        ScoringAct.LOCK: frozenset({SheetState.SELF_SCORING}),
        ScoringAct.APPRAISE: frozenset({SheetState.LOCKED, SheetState.APPRAISAL_1, SheetState.APPRAISAL_2}),
        ScoringAct.EXPLAIN: frozenset({SheetState.EXPLANATION}),
        ScoringAct.LOCK_EXPLANATION: frozenset({SheetState.EXPLANATION}),
        # People who are asked may answer while the sheet is scored and appraised; the council needs it.
        ScoringAct.SURVEY: frozenset(ORDER[1:-2]),
        ScoringAct.COUNCIL: frozenset({SheetState.COUNCIL}),
    }
)
STAGES: Mapping[SheetState, VerdictStage] = MappingProxyType(
    {
        SheetState.APPRAISAL_1: VerdictStage.APPRAISAL_1,
        SheetState.APPRAISAL_2: VerdictStage.APPRAISAL_2,
        SheetState.COUNCIL: VerdictStage.COUNCIL,
    }
)
APPRAISAL_LOCKS: Mapping[SheetState, LockKind] = MappingProxyType(
    {SheetState.APPRAISAL_1: LockKind.APPRAISAL_1, SheetState.APPRAISAL_2: LockKind.APPRAISAL_2}
)

# Where the superior above the province scores, its own sheet ends here when its leader has locked it.
SCORED_ABOVE = frozenset({SetLevel.PROVINCE})


def after(state: SheetState, move: SheetMove, level: SetLevel) -> SheetState | Refusal:
    """Give the state that a move leads to.

    Refuses a move that the table does not have (NOT_OPEN_FOR), and every appraisal of a sheet that the
    ministry appraises (APPRAISED_ELSEWHERE).
    """
    if level in SCORED_ABOVE and ORDER.index(state) >= ORDER.index(SheetState.LOCKED):
        return Refusal(RoundWhy.APPRAISED_ELSEWHERE)
    found = MOVES.get((state, move))
    return found if found is not None else Refusal(RoundWhy.NOT_OPEN_FOR)


def open_for(act: ScoringAct, state: SheetState) -> bool:
    """Tell whether an act may be done on a sheet in a state, whoever does it."""
    return act not in WHEN or state in WHEN[act]


def deadlines_rise(deadlines: Mapping[SheetState, date]) -> bool:
    """Tell whether no later state is due before an earlier one."""
    days = [deadlines[state] for state in ORDER if state in deadlines]
    return days == sorted(days)


def source_of(leaf: Node) -> LeafSource:
    """Tell who gives a leaf its value: a measure goes before a survey, a survey before the agency."""
    if leaf.measure:
        return LeafSource.COMPUTED
    return LeafSource.SURVEYED if leaf.is_survey else LeafSource.DECLARED


def not_due(criteria: Criteria, on: date) -> Collection[str]:
    """Give the leaves whose month is not over on a day; without a month a leaf falls due with its year."""
    reached = (criteria.meta.year, 0) if on.year < criteria.meta.year else (on.year, on.month)
    return {leaf.code for leaf in criteria.leaves if (criteria.meta.year, leaf.due_month or 12) >= reached}


def canonical(content: Mapping[str, Any]) -> str:
    """Give the one text of a content: sorted keys, no spaces, points without needless zeros."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def digest_of(content: Mapping[str, Any]) -> str:
    """Give the SHA-256 of a content's one text, in hexadecimal."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a lock signs no {type(value).__name__}")


def plain(value: Decimal) -> str:
    """Write a number the one way in which it is kept: 2.50 and 2.5 are the same."""
    return format(value.normalize(), "f") if value else "0"
