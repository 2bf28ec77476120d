"""The entrance of scoring: the rounds of one's agency, what waits for one, what else there is to read."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import now
from motcua.base.web.page import Request, page
from motcua.reference.org.words import Role
from motcua.reform.scoring.pages.acts_shown import Link
from motcua.reform.scoring.pages.audiences import READERS
from motcua.reform.scoring.pages.frame import shown
from motcua.reform.scoring.pages.rows_shown import sheet_row
from motcua.reform.scoring.queries import rounds as rounds_read
from motcua.reform.scoring.queries import sheets as sheets_read
from motcua.reform.scoring.words import NOT_OFFICIAL, RoundKind, SheetState

SHOWN = 14  # a year and its months, with one month of the year before


@page(audience=READERS)
def show(request: Request) -> HttpResponse:
    """Show what one has to do with scoring."""
    own = list(sheets_read.sheets_of_agency(_agency(request.actor))[:SHOWN]) if _agency(request.actor) else []
    rows = [sheet_row(read) for read in sheets_read.readings(own, at=now())]
    open_rows = [
        row for row in rows if row.line.sheet.state in (SheetState.SELF_SCORING, SheetState.EXPLANATION)
    ]
    context = {
        "years": [row for row in rows if row.line.sheet.round.kind == RoundKind.YEAR],
        "months": [row for row in rows if row.line.sheet.round.kind == RoundKind.MONTH],
        "open": open_rows,
        "links": list(links_of(request.actor)),
        "not_official": NOT_OFFICIAL if any(not row.official for row in rows) else "",
    }
    return shown(request, "home.html", context)


def _agency(actor: Actor) -> UUID | None:
    scores = actor.has(Role.SCORER, Role.AGENCY_LEADER, Role.UNIT_HEAD)
    return actor.agency if scores else None


def links_of(actor: Actor) -> Iterable[Link]:
    """Give the other pages of scoring that somebody may come to."""
    if actor.has(Role.APPRAISER):
        waiting = len(sheets_read.to_appraise(actor))
        yield Link(f"Chờ thẩm định: {waiting} bảng điểm", reverse("desk:score-queue"))
    if actor.has(Role.COUNCIL_MEMBER, Role.REFORM_OFFICER, Role.APPRAISER) or _decides(actor):
        yield Link("Các đợt chấm điểm", reverse("desk:score-rounds"))
    if actor.has(Role.REFORM_OFFICER):
        yield Link("Mở đợt chấm điểm", reverse("desk:score-round-open"))
    yield Link("Kết quả và xếp hạng", reverse("desk:score-results"))


def _decides(actor: Actor) -> bool:
    return actor.has(Role.AGENCY_LEADER) and rounds_read.rounds().filter(owner_id=actor.agency).exists()
