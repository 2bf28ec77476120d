"""Report 06 on the handling of procedures: to read, to print, to save."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.clock.sentences import full_moment, period_words, short_date
from motcua.base.print.workbook import XLSX
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import Problem
from motcua.base.web.downloads import send
from motcua.base.web.page import Request, page
from motcua.reference.org import queries as org
from motcua.reform.insight.pages.audiences import CLOSERS, FIGURES
from motcua.reform.insight.pages.report.asked import Asked, agencies, asked_of, periods
from motcua.reform.insight.pages.report.book import book
from motcua.reform.insight.pages.report.shown import COLUMNS, late_lines, named, numbers
from motcua.reform.insight.queries.report import Report, report_06
from motcua.reform.insight.queries.scope import narrowed
from motcua.reform.insight.words import By

UNPROCESSABLE = 422
SPLITS = {By.AGENCY: "Cơ quan", By.FIELD: "Lĩnh vực"}


@page(audience=FIGURES)
def show(request: Request) -> HttpResponse:
    """Show the report of a period that is over; say why of one that is not."""
    asked, refusal = asked_of(request)
    made = None if refusal else _made(request, asked)
    return _page(request, asked, made, refusal)


@page(audience=FIGURES)
def save(request: Request) -> HttpResponseBase:
    """Send the report as a workbook."""
    asked, refusal = asked_of(request)
    if refusal:
        return _page(request, asked, None, refusal)
    name = f"bao-cao-06-{asked.period.code}.xlsx"
    return send(book(_made(request, asked), asked, _whose(asked)), name=name, media_type=XLSX, save=True)


def _made(request: Request, asked: Asked) -> Report:
    scope = narrowed(request.actor, asked.scope)
    assert scope is not None, "what is not theirs was refused"
    return report_06(scope, asked.period, by=asked.by, on=today())


def _whose(asked: Asked) -> str:
    named_ = org.names_of_agencies([asked.agency] if asked.agency else [])
    return next(iter(named_.values()), "Toàn tỉnh")


def _page(request: Request, asked: Asked, made: Report | None, refusal: Refusal | None) -> HttpResponse:
    context: dict[str, Any] = {
        "title": f"Báo cáo 06, {period_words(asked.period)}",
        "problems": [Problem(refusal_sentence(refusal), "#ky")] if refusal else [],
        "asked": asked,
        "first": short_date(asked.period.first),
        "last": short_date(asked.period.last),
        "whose": _whose(asked),
        "periods": periods(today(), asked.period),
        "agencies": agencies(request.actor),
        "splits": [(one.value, words) for one, words in SPLITS.items()],
        "split": SPLITS[asked.by],
    }
    if made is not None:
        context |= _told(made, asked) | {"may_close": made.closed is None and CLOSERS.admits(request.actor)}
    return render(request, "insight/report.html", context, status=UNPROCESSABLE if refusal else 200)


def _told(made: Report, asked: Asked) -> dict[str, Any]:
    return {
        "made": made,
        "columns": COLUMNS,
        "lines": [(name, numbers(line, asked)) for name, line in named(made, asked.by)],
        "whole": numbers(made.whole, asked),
        "late": late_lines(made.late),
        "until": full_moment(made.until) if made.until else "",
        "save": f"{reverse('command:report-06-save')}?{asked.query}",
    }
