"""What waits for a leader in the scoring of their own agency: points that nothing proves yet."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.clock.sentences import short_date
from motcua.base.money import format_number
from motcua.base.rooms import Concern, Said
from motcua.base.text import NBSP
from motcua.reference.org.words import Role
from motcua.reform.scoring.queries.rounds import deadlines_of
from motcua.reform.scoring.queries.sheets import reading, sheets_of_agency
from motcua.reform.scoring.words import Missing, RoundKind, SheetState


def concerns(actor: Actor, on: date) -> Sequence[Concern]:
    """Give the points of the year's sheet without evidence, and by when it is to be handed in."""
    if not actor.has(Role.AGENCY_LEADER) or actor.agency is None:
        return []
    open_ones = sheets_of_agency(actor.agency).filter(
        state=SheetState.SELF_SCORING, round__kind=RoundKind.YEAR, round__first__lte=on
    )
    sheet = open_ones.first()
    if sheet is None:
        return []
    bare = [leaf for leaf in reading(sheet, at=now()).missing if Missing.EVIDENCE in leaf.missing]
    points = sum((leaf.own.points for leaf in bare), Decimal())
    if points <= 0:
        return []
    until = deadlines_of(sheet.round).get(SheetState.SELF_SCORING)
    ends = f", hạn nộp {short_date(until)}." if until else "."
    words = f"{format_number(points, 2)}{NBSP}điểm"
    link = Said(words, reverse("desk:score-sheet", args=[sheet.pk]))
    return [Concern((Said("Còn "), link, Said(f" chỉ số CCHC chưa có minh chứng{ends}")), len(bare), until)]
