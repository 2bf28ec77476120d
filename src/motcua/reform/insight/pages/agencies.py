"""Agencies beside each other: one measure of each, in their rank where there are enough cases to tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render

from motcua.base.clock import now
from motcua.base.clock.sentences import clock_time
from motcua.base.rooms import Better, Measure
from motcua.base.text import sort_key
from motcua.base.ui.charts import Figure
from motcua.base.web.page import Request, page
from motcua.casework.dossiers.queries.standing import Among, Loads, Where, loads_now
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.lines import ON_TIME, Line, load_figures, load_of, offered
from motcua.reform.insight.pages.look import Look, chooser, look_of
from motcua.reform.insight.queries.figures import Reading, measure_called, read
from motcua.reform.insight.queries.series import grouped
from motcua.reform.insight.queries.tree import Group, groups_below
from motcua.reform.insight.rules.ranking import LEAST_RANKED, Ranked, ranked
from motcua.reform.insight.words import By, Part

SIDES = (Part.NUMERATOR, Part.DENOMINATOR)


@dataclass(frozen=True)
class Beside:
    """What stands in the lines: a measure over a reading by group, ranks where it has them, what is open."""

    look: Look
    measure: Measure
    made: Reading
    ranks: Mapping[str, Ranked]
    loads: Loads

    def line(self, one: Group) -> Line:
        """Give the line of one agency."""
        here, figure = self.look.within(one), self.made.figure(self.measure, one.key)
        rank = self.ranks.get(one.key)
        sides = [told.counted(figure, side, here) for side in SIDES] if self.measure.denominator else []
        sure = [Figure(told.interval_words(rank.interval))] if rank else []
        load = load_figures(load_of(one.agencies, self.loads), here, (Among.OPEN, Among.LATE))
        return Line(
            one.agency.name,
            "" if one.alone else self.look.address("agency", one.agency.pk, co_quan=""),
            [told.shown(figure, here), *sides, *sure, *load],
            rank=_rank_words(rank),
        )

    def in_order(self, groups: Sequence[Group]) -> list[Group]:
        """Put ranked agencies in their order; where nothing is ranked the largest figure first."""
        if self.ranks:
            places = {key: place for place, key in enumerate(self.ranks)}
            return sorted(groups, key=lambda one: places.get(one.key, len(places)))
        values = {one.key: self.made.figure(self.measure, one.key).value for one in groups}
        return sorted(groups, key=lambda one: (-(values[one.key] or 0), sort_key(one.agency.name)))

    @property
    def columns(self) -> list[str]:
        """Give the heads of the figures."""
        sides = ["Được tính", "Trên tổng"] if self.measure.denominator else []
        sure = ["Độ chắc"] if self.ranks else []
        return [f"{self.measure.name}", *sides, *sure, "Đang giải quyết", "Đang quá hạn"]


@page(audience=FIGURES)
def agencies(request: Request) -> HttpResponse:
    """Show the agencies under a place with one measure."""
    look, at = look_of(request), now()
    measure = measure_called(request.GET.get("chi-tieu") or ON_TIME, look.period.last)
    if measure is None:
        raise Http404
    loads = loads_now(Where(look.scope.agencies), at)
    reading = read(look.scope, look.period, on=look.on, by=By.AGENCY)
    groups = [
        one
        for one in groups_below(look.agency, request.actor, look.allowed)
        if _says_something(one, reading, loads)
    ]
    made = grouped(reading, {one.key: [str(each) for each in one.agencies] for one in groups})
    beside = Beside(look, measure, made, _ranks(measure, made), loads)
    context = {
        **chooser(look),
        "measure": measure,
        "choices": offered(look),
        "standing": told.standing_words(reading),
        "columns": beside.columns,
        "lines": [beside.line(one) for one in beside.in_order(groups)],
        "ranked": bool(beside.ranks),
        "least": LEAST_RANKED,
        "looked": clock_time(at),
        "definition": look.address("measure", measure.code),
    }
    return render(request, "insight/agencies.html", context)


def _says_something(one: Group, reading: Reading, loads: Loads) -> bool:
    """Leave out counters, and a place of its own, that decided on nothing."""
    if not (one.alone or one.decides_nothing):
        return True
    return any(str(each) in reading.by_key or each in loads.by_agency for each in one.agencies)


def _ranks(measure: Measure, made: Reading) -> Mapping[str, Ranked]:
    """Rank a share of which more is better; other figures have no order that says anything."""
    if measure.unit != "%" or measure.better is not Better.MORE:
        return {}
    figures = {key: made.figure(measure, key) for key in made.keys}
    return {
        one.key: one
        for one in ranked({key: (one.numerator, one.denominator or 0) for key, one in figures.items()})
    }


def _rank_words(rank: Ranked | None) -> str:
    if rank is None:
        return ""
    return f"{rank.rank} trên {rank.among}" if rank.rank else "chưa xếp"
