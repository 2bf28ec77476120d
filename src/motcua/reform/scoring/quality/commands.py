"""Closing the index of a period, after its counts."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock.periods import Period
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reform.insight.commands import remade as counts_remade
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.insight.queries.frozen import digest_of
from motcua.reform.scoring.quality.models import QualityClosing
from motcua.reform.scoring.quality.queries.facts import facts
from motcua.reform.scoring.quality.queries.frozen import facts_of, text_of
from motcua.reform.scoring.quality.words import Why


@command
def close_quality(*, period_id: UUID, by: Actor, at: datetime, key: str = "") -> QualityClosing | Refusal:
    """Close the index of a period whose counts are closed, with the catalogue as it stood on the last day.

    Once for each closing of the counts: closing them anew, with a reason, brings a new one.
    """
    counts = ClosedPeriod.objects.filter(pk=period_id).first()
    if counts is None:
        return Refusal(Why.COUNTS_OPEN)
    if QualityClosing.objects.filter(period=counts).exists():
        return Refusal(Why.CLOSED_ALREADY)
    known = facts(Period(counts.first, counts.last), on=counts.last)
    text = text_of(counts.figures, counts.last, known, at)
    closing = QualityClosing.objects.create(
        period=counts, snapshot_at=at, figures=text, digest=digest_of(text), closed_by_id=by.person
    )
    data = {"code": counts.code, "number": counts.number, "digest": closing.digest}
    journal.write("quality.closed", about=closing, by=by, at=at, data=data)
    return closing


def remade(closing: QualityClosing) -> str:
    """Make the index of a closed period again: dossiers from the journal, the catalogue as it was kept."""
    counts = counts_remade(closing.period)
    return text_of(counts, closing.period.last, facts_of(closing), closing.snapshot_at)
