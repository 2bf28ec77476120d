"""What the acts on a sheet share: its lock, its criteria, its rows."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.rooms import Refusal
from motcua.reform.scoring.models import LeafScore, ScoringRound, Sheet
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sheets import criteria_for
from motcua.reform.scoring.rules.criteria import Criteria, Node
from motcua.reform.scoring.rules.rounds import after, source_of
from motcua.reform.scoring.words import RoundWhy, ScoringAct, SetLevel, SheetMove, SheetState


def held(sheet_id: UUID) -> Sheet:
    """Give a sheet that nobody else changes until this act is over."""
    rows = Sheet.objects.select_related("round__owner", "round__office", "round__criteria", "criteria")
    return rows.select_related("agency").select_for_update(of=("self",)).get(pk=sheet_id)


def held_round(round_id: UUID) -> ScoringRound:
    """Give a round that nobody else changes until this act is over."""
    rows = ScoringRound.objects.select_related("owner", "office", "criteria")
    return rows.select_for_update(of=("self",)).get(pk=round_id)


def for_leaf(
    sheet_id: UUID, code: str, act: ScoringAct, *, by: Actor, at: datetime
) -> tuple[Sheet, Criteria, Node] | Refusal:
    """Give a held sheet with one of its leaves to whoever may do an act on it now.

    LEAF_UNKNOWN where the criteria have no such leaf; else what `relations.why_not` says.
    """
    sheet = held(sheet_id)
    criteria = criteria_for(sheet)
    node = criteria.by_code.get(code)
    if node is None or criteria.children(code):
        return Refusal(RoundWhy.LEAF_UNKNOWN, {"code": code})
    refused = relations.why_not(by, act, sheet, domain=criteria.domain(code).code, at=at)
    return refused or (sheet, criteria, node)


def row_of(sheet: Sheet, node: Node) -> LeafScore:
    """Give the row of a leaf, made where there is none yet; the sheet is held."""
    found = LeafScore.objects.filter(sheet=sheet, code=node.code).first()
    return found or LeafScore.objects.create(sheet=sheet, code=node.code, source=source_of(node).value)


def go_on(sheet: Sheet, move: SheetMove, *, by: Actor, at: datetime) -> Sheet | Refusal:
    """Carry a held sheet to the state that a move leads to, and write it down."""
    before = SheetState(sheet.state)
    state = after(before, move, SetLevel(sheet.round.level))
    if isinstance(state, Refusal):
        return state
    sheet.state, sheet.state_at = state.value, at
    sheet.save(update_fields=["state", "state_at"])
    said = {"from": before.value, "to": state.value}
    journal.write("score_sheet.moved", about=sheet, by=by, at=at, data=said)
    return sheet
