"""Others judge a sheet here: appraisers of another agency twice, people who are asked, the council last."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean_lines
from motcua.reform.scoring.commands.ground import for_leaf, go_on, held, row_of
from motcua.reform.scoring.commands.locking import put_lock
from motcua.reform.scoring.models import LeafScore, LeafVerdict, Sheet, SheetLock
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sheets import LeafReading, reading
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.judging import fits
from motcua.reform.scoring.rules.rounds import APPRAISAL_LOCKS, STAGES, plain, source_of
from motcua.reform.scoring.words import (
    LeafSource,
    LockKind,
    RoundWhy,
    ScoringAct,
    SheetMove,
    SheetState,
    VerdictStage,
)


@command
def begin_appraisal(*, sheet_id: UUID, by: Actor, at: datetime, key: str = "") -> Sheet | Refusal:
    """Take up a locked sheet for the first appraisal."""
    sheet = held(sheet_id)
    refused = relations.why_not(by, ScoringAct.APPRAISE, sheet, at=at)
    return refused or go_on(sheet, SheetMove.TAKE_UP, by=by, at=at)


@command
def appraise(
    *,
    sheet_id: UUID,
    code: str,
    points: Decimal | None,
    not_applicable: bool = False,
    note: str = "",
    asks: bool = False,
    by: Actor,
    at: datetime,
    key: str = "",
) -> LeafVerdict | Refusal:
    """Judge one leaf of another agency in the appraisal that is under way.

    Points lie between 0 and the leaf's maximum; none with `not_applicable`. A note is required where the
    verdict differs from the agency's own points and where the agency is asked to explain (`asks`, first
    appraisal only). In the second appraisal only leaves that were asked about are judged. What the house
    counts and what people answer is not judged here.
    """
    found = for_leaf(sheet_id, code, ScoringAct.APPRAISE, by=by, at=at)
    if isinstance(found, Refusal):
        return found
    sheet, _, node = found
    stage = STAGES.get(SheetState(sheet.state))
    if stage is None:
        return Refusal(RoundWhy.NOT_OPEN_FOR)
    source = source_of(node)
    if source is not LeafSource.DECLARED:
        computed = source is LeafSource.COMPUTED
        return Refusal(RoundWhy.LEAF_COMPUTED if computed else RoundWhy.LEAF_SURVEYED)
    row = row_of(sheet, node)
    if stage is VerdictStage.APPRAISAL_2 and not row.verdicts.filter(asks=True).exists():
        return Refusal(RoundWhy.NOT_ASKED)
    same = (row.points, row.not_applicable) == (points, not_applicable)
    said = Said(points, not_applicable, clean_lines(note), asks and stage is VerdictStage.APPRAISAL_1)
    refused = said.wrong(node, needs_note=not same)
    return refused or judge(row, stage, said, by=by, at=at)


class Said:
    """A verdict as it is given."""

    def __init__(self, points: Decimal | None, not_applicable: bool, note: str, asks: bool = False) -> None:
        """Take it apart from who gives it."""
        self.points = None if not_applicable else points
        self.not_applicable, self.note, self.asks = not_applicable, note, asks

    def wrong(self, node: Node, *, needs_note: bool) -> Refusal | None:
        """Tell why it cannot stand."""
        if not self.not_applicable and (self.points is None or not fits(self.points, node)):
            return Refusal(RoundWhy.POINTS_OUT_OF_RANGE, {"most": plain(node.max).replace(".", ",")})
        return Refusal(RoundWhy.NOTE_MISSING) if (needs_note or self.asks) and not self.note else None


def judge(row: LeafScore, stage: VerdictStage, said: Said, *, by: Actor, at: datetime) -> LeafVerdict:
    """Write a verdict down, with the points that it replaces."""
    before = _before(row, stage)
    made, _ = LeafVerdict.objects.update_or_create(
        leaf=row,
        stage=stage.value,
        defaults={
            "points": said.points,
            "not_applicable": said.not_applicable,
            "note": said.note,
            "asks": said.asks,
            "given_at": at,
            "given_by_id": by.person,
        },
    )
    told_ = {
        "code": row.code,
        "sheet": row.sheet_id,
        "stage": stage.value,
        "old": before,
        "new": None if said.points is None else plain(said.points),
        "asks": said.asks,
    }
    journal.write("leaf_verdict.given", about=made, by=by, at=at, data=told_)
    return made


def _before(row: LeafScore, stage: VerdictStage) -> str | None:
    """Give the points that a verdict replaces."""
    old = row.verdicts.filter(stage=stage.value).first()
    return None if old is None or old.points is None else plain(old.points)


@command
def close_appraisal(
    *, sheet_id: UUID, words: str, by: Actor, at: datetime, key: str = ""
) -> SheetLock | Refusal:
    """Close the appraisal under way: to the agency where it is asked to explain, else to the council.

    Refused while a leaf of any domain waits for its verdict (NOT_APPRAISED).
    """
    sheet = held(sheet_id)
    refused = relations.why_not(by, ScoringAct.APPRAISE, sheet, at=at)
    if refused is not None:
        return refused
    kind = APPRAISAL_LOCKS.get(SheetState(sheet.state))
    if kind is None:
        return Refusal(RoundWhy.NOT_OPEN_FOR)
    if not clean_lines(words):
        return Refusal(RoundWhy.NO_WORDS)
    waiting = unjudged(sheet, VerdictStage(kind.value), at=at)
    if waiting:
        facts = {"count": str(len(waiting)), "code": waiting[0].node.code}
        return Refusal(RoundWhy.NOT_APPRAISED, facts)
    asks = kind is LockKind.APPRAISAL_1 and sheet.leaves.filter(verdicts__asks=True).exists()
    made = put_lock(sheet, kind, words, by=by, at=at)
    moved = go_on(sheet, SheetMove.ASK if asks else SheetMove.HAND_ON, by=by, at=at)
    return moved if isinstance(moved, Refusal) else made


def unjudged(sheet: Sheet, stage: VerdictStage, *, at: datetime) -> list[LeafReading]:
    """Give the leaves that wait for a verdict in an appraisal: in the second those that were asked about."""
    leaves = reading(sheet, at=at).leaves.values()
    judged = [leaf for leaf in leaves if leaf.source is LeafSource.DECLARED and stage not in leaf.verdicts]
    return judged if stage is VerdictStage.APPRAISAL_1 else [leaf for leaf in judged if leaf.asked]
