"""Parts of a sheet are locked here, for good: its own figures, its explanations."""

from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean_lines
from motcua.reform.scoring.commands.ground import go_on, held, row_of
from motcua.reform.scoring.models import LeafVerdict, Sheet, SheetLock
from motcua.reform.scoring.queries import relations
from motcua.reform.scoring.queries.sealing import content_of
from motcua.reform.scoring.queries.sheets import counted_now, criteria_for, given_by, reading
from motcua.reform.scoring.rules import figures
from motcua.reform.scoring.rules.rounds import digest_of
from motcua.reform.scoring.words import LeafState, LockKind, RoundWhy, ScoringAct, SheetMove, VerdictStage


def put_lock(
    sheet: Sheet,
    kind: LockKind,
    words: str,
    *,
    by: Actor,
    at: datetime,
    minutes: tuple[str, date] | None = None,
) -> SheetLock:
    """Lock a part of a held sheet: the digest of its content, the words that were signed, who and when."""
    number, on = minutes or ("", None)
    made = SheetLock.objects.create(
        sheet=sheet,
        kind=kind.value,
        digest=digest_of(content_of(sheet, kind)),
        words=clean_lines(words),
        minutes_number=number,
        minutes_on=on,
        locked_at=at,
        locked_by_id=by.person,
    )
    said = {"sheet": sheet.pk, "kind": kind.value, "digest": made.digest}
    journal.write("sheet_lock.made", about=made, by=by, at=at, data=said)
    return made


@command
def lock_sheet(*, sheet_id: UUID, words: str, by: Actor, at: datetime, key: str = "") -> SheetLock | Refusal:
    """Lock a sheet for its agency: its leader signs, the measures are frozen, nothing changes any more.

    Refused while a leaf lacks its value, or evidence and explanation both (NOT_READY, how many and the first
    of them in the facts).
    """
    sheet = held(sheet_id)
    refused = relations.why_not(by, ScoringAct.LOCK, sheet, at=at)
    if refused is not None:
        return refused
    if not clean_lines(words):
        return Refusal(RoundWhy.NO_WORDS)
    missing = reading(sheet, at=at).missing
    if missing:
        return Refusal(RoundWhy.NOT_READY, {"count": str(len(missing)), "code": missing[0].node.code})
    _freeze(sheet, at)
    made = put_lock(sheet, LockKind.SELF, words, by=by, at=at)
    moved = go_on(sheet, SheetMove.LOCK, by=by, at=at)
    return moved if isinstance(moved, Refusal) else made


def _freeze(sheet: Sheet, at: datetime) -> None:
    """Write down what the house counted, as it stood when the leader signed."""
    criteria = criteria_for(sheet)
    for code, value in counted_now(sheet, criteria, local(at).date()).items():
        node, given = criteria.by_code[code], given_by(value)
        assert node.rule is not None, "a leaf has a rule"
        scored = node.rule.points(given, node.max)
        row = row_of(sheet, node)
        row.inputs, row.declared_at = figures.stored(given), at
        row.points = scored.points if scored.state is LeafState.SCORED else None
        row.save(update_fields=["inputs", "points", "declared_at"])


@command
def explain(
    *, sheet_id: UUID, code: str, text: str, by: Actor, at: datetime, key: str = ""
) -> LeafVerdict | Refusal:
    """Explain one leaf about which the appraisers asked; gives the verdict that asked."""
    sheet = held(sheet_id)
    refused = relations.why_not(by, ScoringAct.EXPLAIN, sheet, at=at)
    if refused is not None:
        return refused
    asked = LeafVerdict.objects.select_related("leaf").filter(
        leaf__sheet=sheet, leaf__code=code, stage=VerdictStage.APPRAISAL_1.value, asks=True
    )
    verdict = asked.first()
    if verdict is None:
        return Refusal(RoundWhy.NOT_ASKED)
    if not clean_lines(text):
        return Refusal(RoundWhy.NOTE_MISSING)
    row = verdict.leaf
    row.reply, row.replied_at, row.replied_by_id = clean_lines(text), at, by.person
    row.save(update_fields=["reply", "replied_at", "replied_by"])
    journal.write("leaf_score.explained", about=row, by=by, at=at, data={"code": code, "sheet": sheet.pk})
    return verdict


@command
def lock_explanation(
    *, sheet_id: UUID, words: str, by: Actor, at: datetime, key: str = ""
) -> SheetLock | Refusal:
    """Lock the explanations: the leader signs, and the second appraisal begins."""
    sheet = held(sheet_id)
    refused = relations.why_not(by, ScoringAct.LOCK_EXPLANATION, sheet, at=at)
    if refused is not None:
        return refused
    if not clean_lines(words):
        return Refusal(RoundWhy.NO_WORDS)
    silent = sheet.leaves.filter(verdicts__asks=True, reply="").order_by("code")
    first = silent.first()
    if first is not None:
        return Refusal(RoundWhy.NOT_EXPLAINED, {"count": str(silent.count()), "code": first.code})
    made = put_lock(sheet, LockKind.EXPLANATION, words, by=by, at=at)
    moved = go_on(sheet, SheetMove.ANSWER, by=by, at=at)
    return moved if isinstance(moved, Refusal) else made
