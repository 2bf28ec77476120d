"""An agency scores itself here: figures, evidence, explanations; then its leader locks the sheet."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean, clean_lines
from motcua.reference.org.models import Unit
from motcua.reform.scoring.commands.ground import for_leaf, held, row_of
from motcua.reform.scoring.models import Evidence, LeafScore, Sheet
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sheets import Proposal, criteria_for, proposals
from motcua.reform.scoring.rules import figures
from motcua.reform.scoring.rules.criteria import Node
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.inputs import given_of, told
from motcua.reform.scoring.rules.rounds import plain, source_of
from motcua.reform.scoring.rules.rule import Wrong
from motcua.reform.scoring.words import (
    EvidenceFor,
    LeafSource,
    LeafState,
    RoundWhy,
    ScoringAct,
)

_NOT_TYPED = {
    LeafSource.COMPUTED: RoundWhy.LEAF_COMPUTED,
    LeafSource.SURVEYED: RoundWhy.LEAF_SURVEYED,
}


@command
def declare(
    *,
    sheet_id: UUID,
    code: str,
    declared: Mapping[str, Any],
    explanation: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
) -> LeafScore | Refusal:
    """Declare the figures of a leaf, or only explain it; the rule gives the points.

    `declared` is what the rule needs (`{"numerator": "9", "denominator": "10"}`, `{"step": 0}`, …), empty to
    take a declaration back. Refuses leaves that the house counts or that people are asked about, and figures
    that the rule cannot take (INPUT_WRONG, its sentence under `says`, its field under `field`).
    """
    found = _own_leaf(sheet_id, code, by=by, at=at)
    if isinstance(found, Refusal):
        return found
    sheet, node = found
    given = given_of(declared, node)
    if isinstance(given, Wrong):
        return Refusal(RoundWhy.INPUT_WRONG, {"says": told(given), "field": given.name, "code": code})
    if given.not_applicable:
        return Refusal(RoundWhy.REASON_MISSING)
    return _write(sheet, node, given, clean_lines(explanation), by=by, at=at)


@command
def rule_out(
    *, sheet_id: UUID, code: str, reason: str, by: Actor, at: datetime, key: str = ""
) -> LeafScore | Refusal:
    """Say with a reason that a leaf does not apply to the agency; appraisers judge whether that is so."""
    found = _own_leaf(sheet_id, code, by=by, at=at)
    if isinstance(found, Refusal):
        return found
    if not clean(reason):
        return Refusal(RoundWhy.REASON_MISSING)
    sheet, node = found
    row = row_of(sheet, node)
    before = _said(row)
    row.inputs, row.points, row.not_applicable, row.to_look_at = {}, None, True, False
    row.reason = clean_lines(reason)
    return _signed(row, before, ["inputs", "points", "not_applicable", "reason", "to_look_at"], by=by, at=at)


def _own_leaf(sheet_id: UUID, code: str, *, by: Actor, at: datetime) -> tuple[Sheet, Node] | Refusal:
    found = for_leaf(sheet_id, code, ScoringAct.SCORE, by=by, at=at)
    if isinstance(found, Refusal):
        return found
    sheet, _, node = found
    source = source_of(node)
    return Refusal(_NOT_TYPED[source]) if source in _NOT_TYPED else (sheet, node)


def _write(sheet: Sheet, node: Node, given: Given, explanation: str, *, by: Actor, at: datetime) -> LeafScore:
    assert node.rule is not None, "a leaf has a rule"
    row = row_of(sheet, node)
    before = _said(row)
    scored = node.rule.points(given, node.max)
    row.inputs = figures.stored(given)
    row.points = scored.points if scored.state is LeafState.SCORED else None
    row.not_applicable, row.reason, row.to_look_at = False, "", False
    row.explanation = explanation
    fields = ["inputs", "points", "not_applicable", "reason", "explanation", "to_look_at"]
    return _signed(row, before, fields, by=by, at=at)


def _signed(
    row: LeafScore, before: Mapping[str, Any], fields: Sequence[str], *, by: Actor, at: datetime
) -> LeafScore:
    row.declared_at, row.declared_by_id = at, by.person
    row.save(update_fields=[*fields, "declared_at", "declared_by"])
    said = {"code": row.code, "sheet": row.sheet_id, "old": before, "new": _said(row)}
    journal.write("leaf_score.declared", about=row, by=by, at=at, data=said)
    return row


def _said(row: LeafScore) -> dict[str, Any]:
    """Give what the journal keeps of a leaf: figures and points, never its prose."""
    points = None if row.points is None else plain(row.points)
    return {"inputs": dict(row.inputs), "points": points, "not_applicable": row.not_applicable}


@command
def give_leaf(
    *, sheet_id: UUID, code: str, unit_id: UUID, by: Actor, at: datetime, key: str = ""
) -> LeafScore | Refusal:
    """Say which unit of the agency answers for a leaf, whoever gives its value."""
    found = for_leaf(sheet_id, code, ScoringAct.SCORE, by=by, at=at)
    if isinstance(found, Refusal):
        return found
    sheet, _, node = found
    unit = Unit.objects.filter(pk=unit_id, agency_id=sheet.agency_id).first()
    if unit is None:
        return Refusal(RoundWhy.NOT_YOURS)
    row = row_of(sheet, node)
    before, row.owner = row.owner_id, unit
    row.save(update_fields=["owner"])
    said = {"code": code, "sheet": sheet.pk, "old": before, "new": unit.pk}
    journal.write("leaf_score.given", about=row, by=by, at=at, data=said)
    return row


@command
def take_over(
    *, sheet_id: UUID, codes: Sequence[str] = (), by: Actor, at: datetime, key: str = ""
) -> Sheet | Refusal:
    """Take over what the month before says of leaves that this month says nothing of: all, or those named.

    Figures, explanation and evidence come along; figures that the rule no longer takes are left behind.
    """
    sheet = held(sheet_id)
    refused = relations.why_not(by, ScoringAct.SCORE, sheet, at=at)
    if refused is not None:
        return refused
    criteria, carried = criteria_for(sheet), []
    for code, proposal in proposals(sheet).items():
        node = criteria.by_code.get(code)
        wanted = not codes or code in codes
        if wanted and node is not None and source_of(node) is LeafSource.DECLARED:
            carried += [code] if _carry(sheet, node, proposal, by=by, at=at) else []
    if not carried:
        return Refusal(RoundWhy.NOTHING_CARRIED)
    journal.write("score_sheet.taken_over", about=sheet, by=by, at=at, data={"codes": carried})
    return sheet


def _carry(sheet: Sheet, node: Node, proposal: Proposal, *, by: Actor, at: datetime) -> bool:
    old = proposal.leaf
    given = figures.read(old.inputs, not_applicable=old.not_applicable)
    if node.rule is None or old.to_look_at or node.rule.wrong(given, node.max) is not None:
        return False
    if old.not_applicable:
        row = row_of(sheet, node)
        before, row.not_applicable, row.reason = _said(row), True, old.reason
        _signed(row, before, ["not_applicable", "reason"], by=by, at=at)
    else:
        row = _write(sheet, node, given, old.explanation, by=by, at=at)
    row.owner = old.owner
    row.save(update_fields=["owner"])
    Evidence.objects.bulk_create(_again(one, row, by, at) for one in proposal.evidence)
    return True


def _again(one: Evidence, row: LeafScore, by: Actor, at: datetime) -> Evidence:
    return Evidence(
        leaf=row,
        purpose=EvidenceFor.SELF.value,
        file_id=one.file_id,
        issuer=one.issuer,
        number=one.number,
        issued_on=one.issued_on,
        section=one.section,
        page=one.page,
        added_at=at,
        added_by_id=by.person,
    )
