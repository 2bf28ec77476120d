"""Rounds: the list, and one round with the progress of every agency."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.base.clock import now, today
from motcua.base.web.page import Request, page
from motcua.reform.scoring.models import ScoringRound
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.acts_shown import Link
from motcua.reform.scoring.pages.audiences import OFFICERS, RUNNERS
from motcua.reform.scoring.pages.frame import shown
from motcua.reform.scoring.pages.rows_shown import sheet_row
from motcua.reform.scoring.queries import relations, results
from motcua.reform.scoring.queries import rounds as rounds_read
from motcua.reform.scoring.queries import sheets as sheets_read
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.words import NOT_OFFICIAL, RoundKind, ScoringAct


@page(audience=RUNNERS)
def listing(request: Request) -> HttpResponse:
    """List the rounds of one's province."""
    rows = [round_line(one) for one in rounds_read.rounds_run_by(request.actor)]
    years = [row for row in rows if row[0].kind == RoundKind.YEAR]
    context = {"years": years, "months": [row for row in rows if row not in years], "runs": _runs(request)}
    return shown(request, "rounds.html", context)


def round_line(round_: ScoringRound) -> tuple[ScoringRound, str, str, str]:
    """Give a round for a list: its level, its period, and how many sheets stand where."""
    return round_, saying.LEVELS[round_.level], saying.round_name(round_), _progress(round_)


def _runs(request: Request) -> bool:
    return OFFICERS.admits(request.actor)


def _progress(round_: ScoringRound) -> str:
    told = rounds_read.progress_of(round_)
    return ", ".join(f"{saying.STATES[state][0].lower()} {count}" for state, count in told.items() if count)


@page(audience=RUNNERS)
def show(request: Request, round_id: UUID) -> HttpResponse:
    """Show one round: its stages, its appraisers, and how far every agency is."""
    round_ = round_of(request, round_id)
    reads = sheets_read.readings(list(sheets_read.sheets_of(round_)), at=now())
    decision = results.latest(round_, published=False)
    may_run = relations.why_not_round(request.actor, ScoringAct.RUN, round_) is None
    decides = relations.why_not_round(request.actor, ScoringAct.DECIDE, round_) is None
    context = {
        "round": round_,
        "title": round_title(round_),
        "official": round_.criteria.official,
        "not_official": NOT_OFFICIAL,
        "deadlines": [
            (saying.STATES[state][0], day, saying.left(day, today(), round_.owner_id))
            for state, day in rounds_read.deadlines_of(round_).items()
        ],
        "domains": [
            (node, rounds_read.allocation_of(round_).get(node.code, []))
            for node in criteria_of(round_.criteria).roots
        ],
        "rows": [sheet_row(read) for read in reads],
        "progress": [
            (saying.STATES[state], count) for state, count in rounds_read.progress_of(round_).items()
        ],
        "months": [(one, saying.round_name(one)) for one in round_.months.order_by("first")],
        "acts": _acts(round_) if may_run else [],
        "approve": decides and decision is None,
        "decisions": list(results.decisions_of(round_)),
        "may_run": may_run,
    }
    return shown(request, "round.html", context)


def round_of(request: Request, round_id: UUID) -> ScoringRound:
    """Give a round of one's own province. Raises Http404."""
    found = rounds_read.rounds_run_by(request.actor).filter(pk=round_id).first()
    if found is None:
        raise Http404
    return found


def round_title(round_: ScoringRound) -> str:
    """Return the name of a round."""
    return f"Đợt chấm điểm {saying.LEVELS[round_.level].lower()}, {saying.round_name(round_)}"


def _acts(round_: ScoringRound) -> list[Link]:
    found = [Link("Đổi hạn", reverse("desk:score-round-deadline", args=[round_.pk]))]
    found.append(Link("Đổi bộ tiêu chí", reverse("desk:score-round-move", args=[round_.pk])))
    if round_.kind == RoundKind.YEAR:
        found.append(Link("Mở tháng tạm tính", reverse("desk:score-round-month", args=[round_.pk])))
    return found
