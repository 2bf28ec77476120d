"""Published figures as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from motcua.base.clock.periods import Period
from motcua.base.clock.sentences import period_words, short_date
from motcua.base.clock.terms import Grain
from motcua.base.money import format_number
from motcua.reform.scoring.published.models import Figure
from motcua.reform.scoring.published.queries import Told
from motcua.reform.scoring.published.rules.places import place_keyed
from motcua.reform.scoring.published.sentences import (
    CAUTIONS,
    HOWS,
    NOTHING,
    SCOPES,
    STANDINGS,
    VERDICTS,
    component_name,
    group_name,
    rank_words,
    value_words,
)
from motcua.reform.scoring.published.words import How, Index, Scale, Scope, Standing

MOST_PLACES = 4


@dataclass(frozen=True)
class Shown:
    """One figure in words: what was published, and beside it what its parts give."""

    href: str
    name: str
    unit: str
    period: str
    value: str
    bare: str
    caution: str
    most: str
    rank: str
    grade: str
    standing: tuple[str, str]
    source: str
    missing: str
    computed: str
    rounded: str
    how: str
    verdict: tuple[str, str]


def shown(told: Told) -> Shown:
    """Give a figure in words."""
    one = told.figure
    scale, beside = Scale(one.series.scale), told.beside
    return Shown(
        href=reverse("command:published-figure", args=[one.pk]),
        name=component_name(Index(one.series.index), one.series.component),
        unit=unit_words(one),
        period=short_period(one.period),
        value=value_words(one.value, one.places, scale, one.printed),
        bare=NOTHING if one.value is None else format_number(one.value, one.places),
        caution=CAUTIONS.get(Standing(one.standing), ""),
        most=amount_words(one.max),
        rank=rank_words(one.rank, one.of, one.rank_printed),
        grade=one.grade,
        standing=STANDINGS[Standing(one.standing)],
        source=one.source,
        missing=missing_words(one),
        computed=_computed(told),
        rounded=computed_words(beside.rounded, scale) if beside and beside.rounded is not None else "",
        how=HOWS[told.how] if told.how and beside else "",
        verdict=VERDICTS[told.verdict] if beside else ("", ""),
    )


def _computed(told: Told) -> str:
    """Give what the parts give: a share with one digit more than its source printed, a sum as it is."""
    if told.beside is None:
        return ""
    scale = Scale(told.figure.series.scale)
    if told.how in (How.SHARE, How.SCORE):
        return value_words(told.beside.exact, told.figure.places + 1, scale)
    return computed_words(told.beside.exact, scale)


def all_shown(told: Iterable[Told]) -> list[Shown]:
    """Give figures in words."""
    return [shown(one) for one in told]


def unit_words(one: Figure) -> str:
    """Give the name of a unit: of a province as the list of provinces has it, of others as printed."""
    if one.series.scope == Scope.PROVINCE:
        return place_keyed(one.unit_key)[-1].name
    return group_name(one.unit_name)


def scope_words(one: Figure) -> str:
    """Give what kind of unit it is."""
    return SCOPES[Scope(one.series.scope)]


def short_period(period: Period) -> str:
    """Give a period as tables head it: `2020`, `8/2026`, `27/11/2025`, `01/01–26/09/2026`."""
    match period.grain:
        case Grain.YEAR:
            return f"{period.first:%Y}"
        case Grain.MONTH:
            return f"{period.first.month}/{period.first.year}"
        case Grain.DAY:
            return short_date(period.first)
        case Grain.SPAN:
            same = period.first.year == period.last.year
            first = f"{period.first:%d/%m}" if same else short_date(period.first)
            return f"{first}–{short_date(period.last)}"
    return period_words(period)


def amount_words(value: Decimal | None) -> str:
    """Give a number with no more digits than it needs; empty for none."""
    if value is None:
        return ""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int), "a stored number is finite"
    return format_number(value, min(MOST_PLACES, max(0, -exponent)))


def computed_words(value: Decimal, scale: Scale) -> str:
    """Give what was computed here, with the digits it has but at most four."""
    cut = round(value, MOST_PLACES).normalize()
    exponent = cut.as_tuple().exponent
    assert isinstance(exponent, int), "a computed number is finite"
    return value_words(cut, max(0, -exponent), scale)


def missing_words(one: Figure) -> str:
    """Say which part of a figure is known, where some is missing; empty for a whole one."""
    if one.whole or one.parts_known is None:
        return ""
    if not one.parts_known:
        return "Nguồn bỏ trống"
    return f"Thiếu: chỉ có {one.parts_known} trên {one.parts_of} phần"
