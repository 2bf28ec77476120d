"""What a figure means: its sentence, its two sides, since when, from where, and how it stands."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.clock.sentences import full_moment, short_date
from motcua.base.money import format_number
from motcua.base.rooms import Better, Measure
from motcua.base.web.page import Request, page
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.look import chooser, look_of
from motcua.reform.insight.queries.figures import measure_called, read, versions_of
from motcua.reform.insight.queries.frozen import definitions_of
from motcua.reform.insight.words import Part

BETTER = {
    Better.MORE: "Càng cao càng tốt",
    Better.LESS: "Càng thấp càng tốt",
    Better.NEITHER: "Chỉ cho biết nhiều hay ít",
}
NO_SOURCE = "Cách đếm của tỉnh, không dẫn từ văn bản"


@page(audience=FIGURES)
def measure(request: Request, measure_code: str) -> HttpResponse:
    """Show a figure with everything that makes it."""
    look = look_of(request)
    found = measure_called(measure_code, look.period.last)
    if found is None:
        raise Http404
    reading = read(look.scope, look.period, on=look.on)
    figure = reading.figure(found)
    parts = list(Part) if found.denominator else [Part.NUMERATOR]
    closed = reading.closed
    context = {
        **chooser(look),
        "measure": found,
        "value": told.value_words(figure),
        "standing": told.standing_words(reading),
        "sides": {one.value: told.counted(figure, one, look) for one in parts},
        "amounts": {one.value: format_number(told.amount_of(figure, one)) for one in parts},
        "numerator": told.terms_words(found.numerator),
        "denominator": told.terms_words(found.denominator),
        "factor": format_number(found.factor) if found.factor == int(found.factor) else "",
        "better": BETTER[found.better],
        "source": found.source or NO_SOURCE,
        "since": short_date(found.since),
        "until": full_moment(reading.until) if reading.until else "chưa đếm lần nào",
        "closed": closed,
        "closed_version": definitions_of(closed).get(found.code) if closed else None,
        "older": [_older(one) for one in versions_of(found.code) if one.version != found.version],
        "agencies": look.address("agencies", chi_tieu=found.code),
    }
    return render(request, "insight/measure.html", context)


def _older(one: Measure) -> dict[str, str]:
    return {
        "version": str(one.version),
        "since": short_date(one.since),
        "says": one.says,
        "source": one.source,
    }
