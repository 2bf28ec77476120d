"""The entrance of scoring: the rounds of one's agency, what waits for one, what else there is to read."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import now, today
from motcua.base.web.page import Request, page
from motcua.reference.org.words import Role
from motcua.reform.scoring.models import ScoringRound, Sheet
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.acts_shown import Link
from motcua.reform.scoring.pages.audiences import READERS
from motcua.reform.scoring.pages.frame import shown
from motcua.reform.scoring.pages.rounds import round_line, round_title
from motcua.reform.scoring.pages.rows_shown import sheet_row
from motcua.reform.scoring.pages.saying import sheet_line
from motcua.reform.scoring.queries import rounds as rounds_read
from motcua.reform.scoring.queries import sheets as sheets_read
from motcua.reform.scoring.queries.rounds import StageDue
from motcua.reform.scoring.words import NOT_OFFICIAL, RoundKind, SheetState

SHOWN = 14  # a year and its months, with one month of the year before


@page(audience=READERS)
def show(request: Request) -> HttpResponse:
    """Show what one has to do with scoring."""
    agency = _agency(request.actor)
    own = list(sheets_read.sheets_of_agency(agency)[:SHOWN]) if agency else []
    rows = [sheet_row(read) for read in sheets_read.readings(own, at=now())]
    open_rows = [
        row for row in rows if row.line.sheet.state in (SheetState.SELF_SCORING, SheetState.EXPLANATION)
    ]
    context = {
        "years": [row for row in rows if row.line.sheet.round.kind == RoundKind.YEAR],
        "months": [row for row in rows if row.line.sheet.round.kind == RoundKind.MONTH],
        "open": open_rows,
        "waiting": [sheet_line(one, today()) for one in _waiting(request.actor)],
        "running": _running(request.actor),
        "due": _due(request.actor),
        "links": list(links_of(request.actor)),
        "not_official": NOT_OFFICIAL if any(not row.official for row in rows) else "",
    }
    return shown(request, "home.html", context)


def _agency(actor: Actor) -> UUID | None:
    scores = actor.has(Role.SCORER, Role.AGENCY_LEADER, Role.UNIT_HEAD)
    return actor.agency if scores else None


def _waiting(actor: Actor) -> list[Sheet]:
    """Give the sheets that wait for somebody to judge them."""
    found = sheets_read.to_appraise(actor) if actor.has(Role.APPRAISER) else []
    if actor.has(Role.COUNCIL_MEMBER):
        rounds = rounds_read.rounds_run_by(actor)
        found += (
            sheets_read.sheets().filter(round__in=rounds, state=SheetState.COUNCIL).order_by("state_at", "pk")
        )
    return found


def _running(actor: Actor) -> list[tuple[ScoringRound, str, str, str]]:
    """Give the rounds under way to whoever runs or decides them."""
    if not actor.has(Role.REFORM_OFFICER) and not _decides(actor):
        return []
    rows = rounds_read.rounds_run_by(actor).filter(last__gte=today()).filter(kind=RoundKind.YEAR.value)
    return [round_line(one) for one in rows]


def _due(actor: Actor) -> list[tuple[StageDue, str, str]]:
    """Give the stages whose last day has come, to whoever runs the round."""
    if not actor.has(Role.REFORM_OFFICER):
        return []
    mine = set(rounds_read.rounds_run_by(actor).values_list("pk", flat=True))
    found = [one for one in rounds_read.stages_due(today()) if one.round.pk in mine]
    return [(one, saying.DEADLINES[one.state], round_title(one.round)) for one in found]


def links_of(actor: Actor) -> Iterable[Link]:
    """Give the other pages of scoring that somebody may come to."""
    if actor.has(Role.APPRAISER):
        yield Link("Chờ thẩm định", reverse("desk:score-queue"))
    if actor.has(Role.COUNCIL_MEMBER, Role.REFORM_OFFICER, Role.APPRAISER) or _decides(actor):
        yield Link("Các đợt chấm điểm", reverse("desk:score-rounds"))
    if actor.has(Role.REFORM_OFFICER):
        yield Link("Mở đợt chấm điểm", reverse("desk:score-round-open"))
    yield Link("Kết quả và xếp hạng", reverse("desk:score-results"))


def _decides(actor: Actor) -> bool:
    return actor.has(Role.AGENCY_LEADER) and rounds_read.rounds().filter(owner_id=actor.agency).exists()
