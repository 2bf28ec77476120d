"""One row of the index: its definition, its numbers, what more would give, and the procedures behind it."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.clock.sentences import period_words, short_date
from motcua.base.money import format_number
from motcua.base.text import NumberWhy, number_sentence, read_decimal
from motcua.base.ui.forms import Problem
from motcua.base.web.page import Request, page
from motcua.reference.catalogue import queries as catalogue
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.look import Look, chooser, look_of
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.words import Part
from motcua.reform.scoring.quality.pages import shown
from motcua.reform.scoring.quality.pages.whole import index_of
from motcua.reform.scoring.quality.queries import Index, behind_row, decided_behind, mean_time
from motcua.reform.scoring.quality.queries.frozen import versions_of
from motcua.reform.scoring.quality.rules.gaining import Chance, chances, gain_of, left_of
from motcua.reform.scoring.quality.rules.rows import ROWS
from motcua.reform.scoring.quality.rules.scoring import Scored
from motcua.reform.scoring.quality.rules.things import KEPT
from motcua.reform.scoring.quality.sentences import REMEDIES, THINGS, TIMINGS
from motcua.reform.scoring.quality.words import FiguresFrom, Remedy

A_PAGE = 50
MOST_THINGS = 1_000_000
UNPROCESSABLE = 422


@dataclass(frozen=True)
class More:
    """What some more things would give."""

    things: str
    points: str
    gain: str


@page(audience=FIGURES)
def row(request: Request, row_id: str) -> HttpResponse:
    """Show one row."""
    look = look_of(request)
    found = index_of(look)
    here = _row(found, row_id)
    held, before = here.definition, index_of(look.over(look.period.before)).row(row_id)
    more, problem = _more(request.GET.get("them", ""), here)
    best = chances([here], shown.STEP)
    context = {
        **chooser(look),
        "held": held,
        "row": shown.row_of(here, before, look),
        "before": period_words(look.period.before),
        "standing": shown.standing_words(found),
        "timing": TIMINGS[held.timing],
        "things": THINGS[held.subject],
        "threshold": format_number(held.threshold * 100) if held.threshold is not None else "",
        "most": shown.most_words(held.most),
        "since": short_date(held.since),
        "kept_version": versions_of(found.closing).get(held.id) if found.closing else None,
        "older": [one for one in ROWS if one.id == held.id and one.version != held.version],
        "remedy": REMEDIES[held.remedy].format(things=THINGS[held.subject]),
        "may_more": held.remedy is not Remedy.NONE and held.scored and here.points is not None,
        "asked": request.GET.get("them", ""),
        "more": more,
        "problems": [problem] if problem else None,
        "best": _best(best, here, look),
        "mean": _mean(look) if held.origin is FiguresFrom.MEAN else None,
        "back": look.address("quality"),
        "units": look.address("quality-units"),
    }
    return render(request, "quality/row.html", context, status=UNPROCESSABLE if problem else 200)


@page(audience=FIGURES)
def things(request: Request, row_id: str) -> HttpResponse:
    """Show the procedures that a row counts."""
    look = look_of(request)
    found = index_of(look)
    here, behind = _row(found, row_id), behind_row(found, row_id)
    if behind is None:
        raise Http404
    part = request.GET.get("phan", "")
    codes = {
        Part.DENOMINATOR.value: behind.denominator,
        Part.REST.value: behind.denominator - behind.numerator,
    }.get(part, behind.numerator)
    made = Paginator(sorted(codes), A_PAGE).get_page(request.GET.get("trang"))
    titles = catalogue.titles_by_code(made.object_list)
    context = {
        "look": look,
        "held": here.definition,
        "part": part,
        "total": len(codes),
        "page": made,
        "lines": [(code, titles.get(code, ""), code in behind.numerator) for code in made.object_list],
        "decisions": [
            (
                one.decision.number,
                one.decision.summary,
                short_date(one.decision.signed_on) if one.decision.signed_on else "",
                format_number(one.procedures),
                one.kept == KEPT,
            )
            for one in decided_behind(found, here.definition.code)
        ],
        "standing": shown.standing_words(found),
        "back": look.address("quality-row", row_id),
        "parts": [
            ("Được tính", len(behind.numerator), look.address("quality-things", row_id), part == ""),
            (
                "Chưa được tính",
                len(behind.denominator - behind.numerator),
                look.address("quality-things", row_id, phan=Part.REST.value),
                part == Part.REST.value,
            ),
            (
                "Tất cả",
                len(behind.denominator),
                look.address("quality-things", row_id, phan=Part.DENOMINATOR.value),
                part == Part.DENOMINATOR.value,
            ),
        ],
    }
    return render(request, "quality/things.html", context)


def _row(found: Index, row_id: str) -> Scored:
    here = found.row(row_id)
    if here is None:
        raise Http404
    return here


def _more(typed: str, here: Scored) -> tuple[More | None, Problem | None]:
    """Give what so many more would give, or what is wrong with the number."""
    if not typed:
        return None, None
    amount = read_decimal(typed)
    if isinstance(amount, NumberWhy):
        return None, Problem(number_sentence(amount, typed), "#them")
    if amount != amount.to_integral_value() or not 0 < amount <= MOST_THINGS:
        return None, Problem("Số này phải là số nguyên từ 1 đến 1.000.000. Ghi lại số.", "#them")
    gain, counted = gain_of(here, int(amount)), here.counted
    assert counted is not None or here.points is None, "what has points has numbers"
    points = None if here.points is None else here.points + gain
    return More(format_number(amount), shown.points_words(points), shown.signed(gain)), None


def _best(best: list[Chance], here: Scored, look: Look) -> tuple[str, str, str] | None:
    """Give the fewest things for the next step, and how many are left."""
    if not best:
        return None
    told = shown.chance_of(best[0], look)
    left = left_of(here)
    return told.things, told.gain, "" if left is None else format_number(left)


def _mean(look: Look) -> dict[str, str] | None:
    """Give how long the chosen procedure takes."""
    told = mean_time(Scope(look.scope.agencies, procedure=look.scope.procedure), look.period, on=look.on)
    if told is None:
        return None
    days = "chưa có" if told.days is None else f"{format_number(told.days, 1)} ngày"
    return {"code": look.scope.procedure, "days": days, "dossiers": format_number(told.dossiers)}
