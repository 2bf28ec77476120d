"""The leader's page: what to decide, the share in time, what is late where, what comes, the scores."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from motcua.base.clock import now
from motcua.base.clock.sentences import clock_time
from motcua.base.print.workbook import XLSX
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.doors.command.book import book
from motcua.doors.command.readings import comparing, open_now, scores
from motcua.doors.command.readings.deciding import deciding
from motcua.doors.command.readings.on_time import on_time
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.look import Look, chooser, look_of
from motcua.reform.insight.queries.ahead import ahead
from motcua.reform.insight.queries.figures import read

BESIDE = "so-voi"


@page(audience=FIGURES)
def leader(request: Request) -> HttpResponse:
    """Show how a place stands, with what is to decide first."""
    look = look_of(request)
    return render(request, "command/leader.html", _told(request, look))


@page(audience=FIGURES)
def save(request: Request) -> HttpResponseBase:
    """Send the same figures as a workbook, with their definitions."""
    look = look_of(request)
    name = f"dieu-hanh-{look.period.code}.xlsx"
    return send(book(look, _told(request, look)), name=name, media_type=XLSX, save=True)


def _told(request: Request, look: Look) -> dict[str, Any]:
    at, actor = now(), request.actor
    reading, loads = read(look.scope, look.period, on=look.on), open_now.loads_of(look, at)
    seen, late = ahead(look.scope, at), open_now.late_now(look, loads, at)
    offered, asked = chooser(look), request.GET.get(BESIDE, "")
    return {
        **offered,
        "reading": reading,
        "standing": told.standing_words(reading),
        "looked": clock_time(at),
        "deciding": deciding(look, actor, late.steps, seen),
        "on_time": on_time(look, reading),
        "late": late,
        "load": open_now.load_now(look, actor, loads, at),
        "likely": open_now.likely_late(look, seen, actor),
        "quality": scores.quality(look),
        "par": scores.par(look, actor, at),
        "beside": comparing.beside(look, reading, asked),
        "offers": comparing.offers(look, offered["places"]),
        "asked": asked,
        "agencies": look.address("agencies"),
        "late_agencies": look.address("agencies", chi_tieu=open_now.OPEN_LATE),
        "save": look.address("leader-export", so_voi=asked),
    }
