"""What people answered and what the council found: entered and closed here."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean, clean_lines
from motcua.reform.scoring.commands.appraising import Said, judge
from motcua.reform.scoring.commands.ground import for_leaf, held, row_of
from motcua.reform.scoring.commands.locking import put_lock
from motcua.reform.scoring.models import LeafScore, LeafVerdict, SheetLock
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sheets import points_by, reading
from motcua.reform.scoring.rules import figures
from motcua.reform.scoring.rules.inputs import given_of, told
from motcua.reform.scoring.rules.rounds import plain, source_of
from motcua.reform.scoring.rules.rule import Wrong
from motcua.reform.scoring.words import (
    LeafSource,
    LeafState,
    LockKind,
    RoundWhy,
    ScoringAct,
    VerdictStage,
)


@command
def enter_survey(
    *, sheet_id: UUID, code: str, declared: Mapping[str, Any], by: Actor, at: datetime, key: str = ""
) -> LeafScore | Refusal:
    """Enter what people who were asked answered: the reform officer does, never the agency."""
    found = for_leaf(sheet_id, code, ScoringAct.SURVEY, by=by, at=at)
    if isinstance(found, Refusal):
        return found
    sheet, _, node = found
    if source_of(node) is not LeafSource.SURVEYED:
        return Refusal(RoundWhy.LEAF_NOT_SURVEYED)
    if sheet.locks.filter(kind=LockKind.COUNCIL.value).exists():
        return Refusal(RoundWhy.COUNCIL_CLOSED)
    given = given_of(declared, node)
    if isinstance(given, Wrong):
        return Refusal(RoundWhy.INPUT_WRONG, {"says": told(given), "field": given.name, "code": code})
    assert node.rule is not None, "a leaf has a rule"
    row, scored = row_of(sheet, node), node.rule.points(given, node.max)
    before = None if row.points is None else plain(row.points)
    row.inputs, row.declared_at, row.declared_by_id = figures.stored(given), at, by.person
    row.points = scored.points if scored.state is LeafState.SCORED else None
    row.save(update_fields=["inputs", "points", "declared_at", "declared_by"])
    after = None if row.points is None else plain(row.points)
    said = {"code": code, "sheet": sheet.pk, "old": before, "new": after, "inputs": dict(row.inputs)}
    journal.write("leaf_score.surveyed", about=row, by=by, at=at, data=said)
    return row


@command
def record_council(
    *,
    sheet_id: UUID,
    code: str,
    points: Decimal | None,
    not_applicable: bool = False,
    note: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> LeafVerdict | Refusal:
    """Record what the council gives a leaf where it departs from the appraisal; always with a note.

    A leaf that the house could not count may be given points here, and only here.
    """
    found = for_leaf(sheet_id, code, ScoringAct.COUNCIL, by=by, at=at)
    if isinstance(found, Refusal):
        return found
    sheet, _, node = found
    if sheet.locks.filter(kind=LockKind.COUNCIL.value).exists():
        return Refusal(RoundWhy.COUNCIL_CLOSED)
    source = source_of(node)
    if source is LeafSource.SURVEYED:
        return Refusal(RoundWhy.LEAF_SURVEYED)
    row = row_of(sheet, node)
    if source is LeafSource.COMPUTED and row.points is not None:
        return Refusal(RoundWhy.LEAF_COMPUTED)
    said = Said(points, not_applicable, clean_lines(note))
    refused = said.wrong(node, needs_note=True)
    return refused or judge(row, VerdictStage.COUNCIL, said, by=by, at=at)


@command
def close_council(
    *,
    sheet_id: UUID,
    minutes_number: str,
    minutes_on: date,
    words: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> SheetLock | Refusal:
    """Close a sheet for the council with the number and day of its minutes: its final points stand."""
    sheet = held(sheet_id)
    refused = relations.why_not(by, ScoringAct.COUNCIL, sheet, at=at)
    if refused is not None:
        return refused
    if sheet.locks.filter(kind=LockKind.COUNCIL.value).exists():
        return Refusal(RoundWhy.COUNCIL_CLOSED)
    if not clean(minutes_number):
        return Refusal(RoundWhy.NO_DECISION_NUMBER)
    if not clean_lines(words):
        return Refusal(RoundWhy.NO_WORDS)
    for leaf in reading(sheet, at=at).leaves.values():
        found, row = points_by(leaf), row_of(sheet, leaf.node)
        row.final = None if found.not_applicable else found.points or Decimal(0)
        row.save(update_fields=["final"])
    minutes = (clean(minutes_number), minutes_on)
    return put_lock(sheet, LockKind.COUNCIL, words, by=by, at=at, minutes=minutes)
