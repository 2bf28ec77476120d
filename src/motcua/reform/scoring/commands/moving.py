"""A running round goes over to a new version of its criteria; nothing that was handed in is lost."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reform.scoring.commands.ground import held_round
from motcua.reform.scoring.models import CriteriaSet, DomainAllocation, LeafScore, ScoringRound, Sheet
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.rounds import preview_move
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.rules import figures
from motcua.reform.scoring.rules.criteria import Criteria
from motcua.reform.scoring.rules.given import Given
from motcua.reform.scoring.rules.rounds import source_of
from motcua.reform.scoring.words import LeafChange, LeafSource, LeafState, RoundWhy, ScoringAct


@command
def move_round(
    *, round_id: UUID, criteria_id: UUID, by: Actor, at: datetime, key: str = ""
) -> ScoringRound | Refusal:
    """Move a running round to other criteria of its level.

    Sheets still open go along and keep inputs, explanations and evidence by the code of the leaf. Figures
    that the new rule cannot take wait to be looked at; a leaf that is gone stays readable. A locked sheet
    keeps the version under which it was locked. `queries.rounds.preview_move` tells it all beforehand.
    """
    round_ = held_round(round_id)
    refused = relations.why_not_round(by, ScoringAct.RUN, round_)
    if refused is not None:
        return refused
    criteria = CriteriaSet.objects.get(pk=criteria_id)
    if criteria.pk == round_.criteria_id:
        return Refusal(RoundWhy.SAME_SET)
    if criteria.level != round_.level:
        return Refusal(RoundWhy.SET_OF_OTHER_LEVEL)
    told = preview_move(round_, criteria)
    held = Sheet.objects.select_for_update().filter(pk__in=[one.pk for one in told.moving])
    moving = list(held.order_by("pk"))
    old, new = criteria_of(round_.criteria), criteria_of(criteria)
    _keep_appraisers(round_, old, new)
    said = {
        "old": round_.criteria_id,
        "new": criteria.pk,
        "moved": [str(one.pk) for one in moving],
        "stayed": [str(one.pk) for one in told.staying],
        **{change.value: [leaf.code for leaf in told.of(change)] for change in LeafChange},
    }
    round_.criteria = criteria
    round_.save(update_fields=["criteria"])
    for sheet in moving:
        _move(sheet, criteria, new, at)
    journal.write("scoring_round.criteria_moved", about=round_, by=by, at=at, data=said)
    return round_


def _keep_appraisers(round_: ScoringRound, old: Criteria, new: Criteria) -> None:
    """Give a domain that is new to whoever runs the round; the others stay with whom they were."""
    known = set(DomainAllocation.objects.filter(round=round_).values_list("domain", flat=True))
    fresh = [node.code for node in new.roots if node.code not in known]
    office = round_.office_id or round_.owner_id
    DomainAllocation.objects.bulk_create(
        DomainAllocation(round=round_, domain=code, agency_id=office) for code in fresh
    )


def _move(sheet: Sheet, criteria: CriteriaSet, new: Criteria, at: datetime) -> None:
    sheet.criteria = criteria
    sheet.save(update_fields=["criteria"])
    for row in LeafScore.objects.filter(sheet=sheet).order_by("code"):
        node = new.by_code.get(row.code)
        if node is None or node.rule is None:
            continue
        source = source_of(node)
        given = figures.read(row.inputs, not_applicable=row.not_applicable)
        row.points, row.to_look_at = _scored_anew(row, given, node.rule.wrong(given, node.max) is None, new)
        if source.value != row.source:
            row.to_look_at, row.points = source is LeafSource.DECLARED, None
        row.source = source.value
        row.save(update_fields=["points", "to_look_at", "source"])


def _scored_anew(row: LeafScore, given: Given, fits: bool, new: Criteria) -> tuple[Decimal | None, bool]:
    """Score kept figures by the new rule; what it cannot take waits to be looked at."""
    node = new.by_code[row.code]
    assert node.rule is not None, "a leaf"
    if row.not_applicable or not row.inputs:
        return None, row.to_look_at
    if not fits:
        return None, True
    scored = node.rule.points(given, node.max)
    return (scored.points if scored.state is LeafState.SCORED else None), row.to_look_at
