"""One agency with its figures and officials, and what one official holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.clock import now
from motcua.base.clock.sentences import clock_time
from motcua.base.ui.charts import Figure
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.queries import NOBODY
from motcua.casework.dossiers.queries.standing import (
    Among,
    Held,
    Where,
    holders_now,
    ids_now,
    loads_now,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.sentences import CHANNELS
from motcua.reference.org import queries as org
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.lines import LOADS, ON_TIME, Line, load_figures, offered
from motcua.reform.insight.pages.look import Look, chooser, look_of
from motcua.reform.insight.pages.rows import page_of
from motcua.reform.insight.queries.figures import Reading, measure_called, read
from motcua.reform.insight.words import By, Part

SPLIT = ("dossiers.accepted", "dossiers.resolved", "dossiers.late", ON_TIME)
SPLITS = {By.PROCEDURE: "Theo thủ tục", By.FIELD: "Theo lĩnh vực", By.CHANNEL: "Theo cách nộp"}
MOST_LINES = 15


@page(audience=FIGURES)
def agency(request: Request, agency_id: UUID) -> HttpResponse:
    """Show one agency with those below it: figures, their splits, and who holds what now."""
    found = org.agency_called(str(agency_id))
    if found is None:
        raise Http404
    look, at = look_of(request).at(found), now()
    reading = read(look.scope, look.period, on=look.on)
    where = Where(look.scope.agencies)
    context = {
        **chooser(look),
        "agency": found,
        "standing": told.standing_words(reading),
        "share": share_of(reading, look),
        "figures": [
            (one, look.address("measure", one.code), told.shown(reading.figure(one), look))
            for one in offered(look)
        ],
        "splits": [_split(look, by) for by in SPLITS],
        "load": list(zip(LOADS.values(), load_figures(loads_now(where, at).whole, look), strict=True)),
        "loads": list(LOADS.values()),
        "people": [_person(one, look) for one in holders_now(where, at)],
        "below": look.address("agencies") if len(org.with_those_below(found.pk)) > 1 else "",
        "looked": clock_time(at),
    }
    return render(request, "insight/agency.html", context)


def share_of(reading: Reading, look: Look) -> Mapping[str, Figure]:
    """Give the share in time with its sides: in time, judged, and late."""
    measure = measure_called(ON_TIME, look.period.last)
    assert measure is not None, "the dossiers' card declares it"
    figure = reading.figure(measure)
    return {"value": told.shown(figure, look), **{one.value: told.counted(figure, one, look) for one in Part}}


def _split(look: Look, by: By) -> dict[str, Any]:
    """Split the figures of a place, the lines with most results first."""
    shown = [one for one in (measure_called(code, look.period.last) for code in SPLIT) if one]
    reading = read(look.scope, look.period, on=look.on, by=by)
    amounts = {key: [reading.figure(one, key) for one in shown] for key in reading.keys}
    keys = sorted(
        (key for key, figures in amounts.items() if any(one.numerator for one in figures)),
        key=lambda key: (-amounts[key][1].numerator, -amounts[key][0].numerator, key),
    )
    names = _names(by, keys[:MOST_LINES])
    return {
        "title": SPLITS[by],
        "columns": [one.name for one in shown],
        "lines": [
            Line(names.get(key, key), "", [told.shown(one, _narrowed(look, by, key)) for one in amounts[key]])
            for key in keys[:MOST_LINES]
        ],
        "more": max(0, len(keys) - MOST_LINES),
    }


def _names(by: By, keys: Sequence[str]) -> Mapping[str, str]:
    if by is By.PROCEDURE:
        return catalogue.titles_by_code(keys)
    return {one.value: words for one, words in CHANNELS.items()} if by is By.CHANNEL else {}


def _narrowed(look: Look, by: By, key: str) -> Look:
    scope = look.scope
    match by:
        case By.PROCEDURE:
            scope = replace(scope, procedure=key)
        case By.FIELD:
            scope = replace(scope, field=key)
        case _:
            scope = replace(scope, channel=key)
    return replace(look, scope=scope)


def _person(one: Held, look: Look) -> Line:
    if one.id is None:
        return Line("Chưa có người giữ", "", load_figures(one.load, look, nguoi=NOBODY))
    href = look.address("officer", one.id, ky="")
    return Line(one.name, href, load_figures(one.load, look, nguoi=one.id))


@page(audience=FIGURES)
def officer(request: Request, staff_id: UUID) -> HttpResponse:
    """Show what one official holds of the places that may be seen."""
    look, at = look_of(request), now()
    where = Where(look.scope.agencies, holder=staff_id)
    ids = ids_now(Among.OPEN, where, at)
    person, posts = org.person(staff_id), org.posts_of([staff_id], look.on)[staff_id]
    here = [one for one in posts if look.scope.agencies is None or one.agency_id in look.scope.agencies]
    if person is None or not (ids or here):
        raise Http404
    load = load_figures(loads_now(where, at).whole, look, nguoi=staff_id)
    context = {
        "look": look,
        "name": person.full_name,
        "posts": [f"{one.title}, {one.agency.name}" for one in here],
        "load": list(zip(LOADS.values(), load, strict=True)),
        "looked": clock_time(at),
        **page_of(request, ids),
    }
    return render(request, "insight/officer.html", context)
