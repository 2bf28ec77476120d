"""A series as a line: gaps where nothing is known, marks where values do not compare."""

from collections.abc import Sequence

from django.urls import reverse

from motcua.base.clock.periods import Period
from motcua.base.money import format_number
from motcua.base.ui.charts import FULL, Break, Figure, Line, Series, line
from motcua.reform.scoring.published.pages.shown import short_period
from motcua.reform.scoring.published.queries import History, Moment
from motcua.reform.scoring.published.rules.places import place_keyed
from motcua.reform.scoring.published.sentences import NOTHING, SHORT, component_name, group_name
from motcua.reform.scoring.published.words import Scale

UNITS = {Scale.PERCENT: "%", Scale.POINTS: "điểm", Scale.COUNT: "hồ sơ", Scale.DAYS: "ngày"}
MEANS = {"63-provinces": "Trung bình 63 tỉnh", "34-provinces": "Trung bình 34 tỉnh", "national": "Cả nước"}


def name_of(key: str) -> str:
    """Give the name of a province or of the mean of all."""
    found = place_keyed(key)
    return found[-1].name if found else MEANS.get(key, group_name(key))


def chart_of(histories: Sequence[History], target: Moment | None) -> Line:
    """Draw one to three series over the same periods; a break of any of them is a break of the drawing."""
    first = histories[0]
    by_period = [{one.period: one for one in each.moments} for each in histories]
    periods = sorted({period for each in by_period for period in each})
    names = [short_period(one) for one in periods]
    label = (
        f"{component_name(first.index, first.component)} ({SHORT[first.index]}) qua các năm: "
        + ", ".join(name_of(one.unit_key) for one in histories)
    )
    return line(
        label,
        names,
        [
            Series(
                name_of(each.unit_key),
                tuple(moments[one].value if one in moments else None for one in periods),
                tuple(_figure(moments.get(one)) for one in periods),
            )
            for each, moments in zip(histories, by_period, strict=True)
        ],
        unit=UNITS[first.scale],
        target=target.value if target else None,
        breaks=_breaks(periods, by_period),
        width=FULL,
    )


def _figure(moment: Moment | None) -> Figure:
    """Give a value as a link to all that was told of it; where sources differ, how many there are."""
    if moment is None or not moment.told:
        return Figure(NOTHING)
    standing = [one.figure for one in moment.told if one.figure.value == moment.value]
    one = standing[0] if standing and moment.value is not None else moment.told[0].figure
    href = reverse("command:published-figure", args=[one.pk])
    if moment.value is not None:
        return Figure(format_number(moment.value, one.places), href)
    values = {each.figure.value for each in moment.told if each.figure.value is not None}
    if len(values) > 1:
        return Figure(f"{len(values)} số khác nhau", href)
    return Figure("chưa đủ phần" if values else "không có số", href)


def _breaks(periods: Sequence[Period], series: Sequence[dict[Period, Moment]]) -> list[Break]:
    found = []
    for at, period in enumerate(periods):
        told = [mark.words for each in series if period in each for mark in each[period].breaks]
        if told and at:
            found.append(Break(at, " ".join(dict.fromkeys(told))))
    return found
