"""Results are decided, published and corrected here; a decision never changes, it is followed by another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean, clean_lines
from motcua.reform.scoring.commands.ground import go_on, held_round
from motcua.reform.scoring.models import (
    LeafScore,
    PublishedScore,
    ResultDecision,
    ScoringRound,
    Sheet,
    SheetLock,
)
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.queries.sheets import criteria_for
from motcua.reform.scoring.rules.bands import Band, band_of
from motcua.reform.scoring.rules.computing import Outcome, rounded
from motcua.reform.scoring.rules.judging import Judged, fits, judged
from motcua.reform.scoring.rules.ranking import ranked
from motcua.reform.scoring.rules.rounds import plain
from motcua.reform.scoring.words import (
    LockKind,
    ResultKind,
    RoundWhy,
    ScoringAct,
    SheetMove,
    SheetState,
)

Finals = Mapping[str, Decimal | None]


@command
def approve_round(
    *, round_id: UUID, number: str, decided_on: date, by: Actor, at: datetime, key: str = ""
) -> ResultDecision | Refusal:
    """Approve the results of a round by a decision: the leader of the committee, once the council has closed
    every sheet (SHEETS_BEHIND with how many have not come so far)."""
    round_ = held_round(round_id)
    refused = relations.why_not_round(by, ScoringAct.DECIDE, round_)
    if refused is not None:
        return refused
    if not clean(number):
        return Refusal(RoundWhy.NO_DECISION_NUMBER)
    if ResultDecision.objects.filter(round=round_).exists():
        return Refusal(RoundWhy.DECISION_STANDS)
    rows = Sheet.objects.select_for_update(of=("self",)).filter(round=round_)
    sheets = list(rows.select_related("agency", "criteria", "round").order_by("agency__sort_key", "pk"))
    closed = SheetLock.objects.filter(sheet__round=round_, kind=LockKind.COUNCIL.value)
    behind = {sheet.pk for sheet in sheets} - set(closed.values_list("sheet_id", flat=True))
    if behind or not sheets:
        return Refusal(RoundWhy.SHEETS_BEHIND, {"count": str(len(behind))})
    bands = criteria_of(round_.criteria).meta.bands
    made = decide(round_, ResultKind.ROUND, clean(number), decided_on, bands, by=by, at=at)
    _write_results(made, sheets, _finals(sheets), bands)
    for sheet in sheets:
        moved = go_on(sheet, SheetMove.APPROVE, by=by, at=at)
        if isinstance(moved, Refusal):
            return moved
    said = {"round": round_.pk, "number": made.number, "sheets": len(sheets)}
    journal.write("result_decision.approved", about=made, by=by, at=at, data=said)
    return made


def _finals(sheets: Sequence[Sheet]) -> dict[UUID, dict[str, Decimal | None]]:
    """Give the final points of each sheet by leaf, of the leaves that its criteria have."""
    found: dict[UUID, dict[str, Decimal | None]] = {sheet.pk: {} for sheet in sheets}
    rows = LeafScore.objects.filter(sheet__in=sheets).values_list("sheet_id", "code", "final")
    for sheet_id, code, final in rows:
        found[sheet_id][code] = final
    return found


def decide(
    round_: ScoringRound,
    kind: ResultKind,
    number: str,
    decided_on: date,
    bands: Sequence[Band],
    *,
    by: Actor,
    at: datetime,
    **more: Any,
) -> ResultDecision:
    """Write down a decision with the bands that hold on its day."""
    told = [{"name": band.name, "least": plain(band.least), "inclusive": band.inclusive} for band in bands]
    return ResultDecision.objects.create(
        round=round_,
        kind=kind.value,
        number=number,
        decided_on=decided_on,
        bands=told,
        approved_at=at,
        approved_by_id=by.person,
        **more,
    )


def _write_results(
    decision: ResultDecision, sheets: Sequence[Sheet], finals: Mapping[UUID, Finals], bands: Sequence[Band]
) -> None:
    outcomes: dict[UUID, Outcome] = {}
    for sheet in sheets:
        criteria = criteria_for(sheet)
        known = {code: points for code, points in finals[sheet.pk].items() if code in criteria.by_code}
        given = {code: Judged(points, not_applicable=points is None) for code, points in known.items()}
        outcomes[sheet.pk] = judged(criteria, given)
    places = ranked({pk: outcome.exact for pk, outcome in outcomes.items()})
    PublishedScore.objects.bulk_create(
        PublishedScore(
            decision=decision,
            agency=sheet.agency,
            sheet=sheet,
            earned=outcomes[sheet.pk].earned,
            applicable_max=outcomes[sheet.pk].applicable_max,
            computed=exact,
            index=rounded(exact),
            rank=places[sheet.pk].rank,
            of=places[sheet.pk].of,
            band=named_band(exact, bands),
            leaves={
                code: None if points is None else plain(points) for code, points in finals[sheet.pk].items()
            },
        )
        for sheet in sheets
        if (exact := outcomes[sheet.pk].exact) is not None
    )


def named_band(value: Decimal, bands: Sequence[Band]) -> str:
    """Give the name of the band that a percentage reaches."""
    band = band_of(value, bands)
    return band.name if band else ""


@command
def publish(*, decision_id: UUID, by: Actor, at: datetime, key: str = "") -> ResultDecision | Refusal:
    """Publish a decision; what it says of every agency can be read by all from now on."""
    found = ResultDecision.objects.values_list("round_id", flat=True).get(pk=decision_id)
    round_ = held_round(found)
    decision = ResultDecision.objects.get(pk=decision_id)
    refused = relations.why_not_round(by, ScoringAct.DECIDE, round_)
    if refused is not None:
        return refused
    if decision.published_at is not None:
        return Refusal(RoundWhy.DECISION_PUBLISHED)
    decision.published_at, decision.published_by_id = at, by.person
    decision.save(update_fields=["published_at", "published_by"])
    waiting = Sheet.objects.select_for_update(of=("self",)).filter(
        round=round_, state=SheetState.APPROVED.value
    )
    for sheet in waiting.select_related("round").order_by("pk"):
        moved = go_on(sheet, SheetMove.PUBLISH, by=by, at=at)
        if isinstance(moved, Refusal):
            return moved
    said = {"round": round_.pk, "number": decision.number}
    journal.write("result_decision.published", about=decision, by=by, at=at, data=said)
    return decision


@dataclass(frozen=True)
class Correction:
    """New points of one leaf of one sheet; none: it does not apply."""

    sheet_id: UUID
    code: str
    points: Decimal | None


@command
def correct(
    *,
    decision_id: UUID,
    corrections: Sequence[Correction],
    number: str,
    decided_on: date,
    reason: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> ResultDecision | Refusal:
    """Correct published results by a new decision beside the old one, which stays as it was.

    Every agency of the round is ranked anew. The new decision holds once it is published.
    """
    old = ResultDecision.objects.select_related("round").get(pk=decision_id)
    round_ = held_round(old.round_id)
    refused = relations.why_not_round(by, ScoringAct.DECIDE, round_) or _not_correctable(old)
    if refused is not None:
        return refused
    if not clean(number):
        return Refusal(RoundWhy.NO_DECISION_NUMBER)
    if not clean_lines(reason):
        return Refusal(RoundWhy.REASON_MISSING)
    scores = {
        row.sheet_id: row
        for row in old.scores.select_related("sheet__agency", "sheet__criteria", "sheet__round")
        if row.sheet_id is not None
    }
    finals = {pk: {code: _read(points) for code, points in row.leaves.items()} for pk, row in scores.items()}
    changes = _changed(finals, corrections, {pk: row.sheet for pk, row in scores.items() if row.sheet})
    if isinstance(changes, Refusal):
        return changes
    bands = tuple(Band(one["name"], Decimal(one["least"]), bool(one["inclusive"])) for one in old.bands)
    more = {"replaces": old, "reason": clean_lines(reason), "changes": changes}
    made = decide(round_, ResultKind.CORRECTION, clean(number), decided_on, bands, by=by, at=at, **more)
    sheets = [row.sheet for row in scores.values() if row.sheet is not None]
    _write_results(made, sheets, finals, bands)
    said = {"round": round_.pk, "replaces": old.pk, "number": made.number, "changes": changes}
    journal.write("result_decision.corrected", about=made, by=by, at=at, data=said)
    return made


def _not_correctable(old: ResultDecision) -> Refusal | None:
    if old.published_at is None:
        return Refusal(RoundWhy.DECISION_NOT_PUBLISHED)
    if ResultDecision.objects.filter(replaces=old).exists() or old.kind == ResultKind.PAST:
        return Refusal(RoundWhy.DECISION_REPLACED)
    return None


def _read(points: str | None) -> Decimal | None:
    return None if points is None else Decimal(points)


def _changed(
    finals: dict[UUID, dict[str, Decimal | None]],
    corrections: Sequence[Correction],
    sheets: Mapping[UUID, Sheet],
) -> list[dict[str, Any]] | Refusal:
    """Put the corrections into the final points; give each with its old points."""
    changes = []
    for one in corrections:
        sheet = sheets.get(one.sheet_id)
        node = criteria_for(sheet).by_code.get(one.code) if sheet else None
        if sheet is None or node is None or node.rule is None:
            return Refusal(RoundWhy.LEAF_UNKNOWN, {"code": one.code})
        if one.points is not None and not fits(one.points, node):
            return Refusal(RoundWhy.POINTS_OUT_OF_RANGE, {"most": plain(node.max).replace(".", ",")})
        old = finals[sheet.pk].get(one.code)
        if old != one.points:
            finals[sheet.pk][one.code] = one.points
            told = {"old": None if old is None else plain(old)}
            told["new"] = None if one.points is None else plain(one.points)
            changes.append({"sheet": str(sheet.pk), "code": one.code, **told})
    return changes or Refusal(RoundWhy.NOTHING_CORRECTED)
