"""How ratings are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock import today
from motcua.base.clock.periods import Period, period_coded, period_of
from motcua.base.clock.sentences import full_moment, period_words
from motcua.base.clock.terms import Grain
from motcua.base.money import format_number
from motcua.base.ui.charts import Figure
from motcua.reference.catalogue.words import Channel
from motcua.reference.org.models import Unit
from motcua.reference.org.words import Role
from motcua.reform.insight.pages.audiences import FIGURES
from motcua.reform.insight.pages.links import behind
from motcua.reform.scoring.rating.queries import Found, Rated, rated_units
from motcua.reform.scoring.rating.rules.rulesets import IndicatorRule
from motcua.reform.scoring.rating.sentences import ASKED, CLASSES, NUMBERS
from motcua.reform.scoring.rating.words import Basis, Indicator, RatingClass

QUARTERS = 6
NO_DATA = "chưa có"
KINDS = {
    RatingClass.EXCELLENT: "good",
    RatingClass.GOOD: "good",
    RatingClass.FAIR: "action",
    RatingClass.AVERAGE: "warn",
    RatingClass.WEAK: "error",
}
# The measures behind two points, one, none, where dossiers are counted one by one.
MEASURES = {
    Indicator.WHOLE_TIME: ("dossiers.early", "dossiers.on_time", "dossiers.late"),
    Indicator.CONTACTS: ("rating.no_contact", "rating.one_contact", "rating.more_contacts"),
}
# The measures behind numbers of dossiers, and the channel that narrows them.
NUMBERED = {
    "dossiers": ("dossiers.accepted", ""),
    "online_dossiers": ("dossiers.accepted", Channel.ONLINE.value),
}


@dataclass(frozen=True)
class IndicatorShown:
    """One indicator: its score and everything that it was made from."""

    number: str
    name: str
    score: str
    how: str
    parts: Sequence[tuple[str, Figure]]
    scale: Sequence[tuple[int, str]]
    source: str
    declared: str
    declare: str
    missing: str


def quarter_of(said: str) -> Period:
    """Give the quarter of an address, the present one without; Http404 for anything else or ahead."""
    if not said:
        return period_of(today(), Grain.QUARTER)
    found = period_coded(said)
    if found is None or found.grain is not Grain.QUARTER or found.first > today():
        raise Http404
    return found


def quarters(chosen: Period) -> list[tuple[str, str, bool]]:
    """Give the quarters to choose from: code, words, whether it is the one shown."""
    found = [period_of(today(), Grain.QUARTER)]
    while len(found) < QUARTERS:
        found.append(found[-1].before)
    if chosen not in found:
        found.append(chosen)
    return [(one.code, _quarter_words(one), one == chosen) for one in found]


def _quarter_words(one: Period) -> str:
    words = period_words(one)
    return f"{words[0].upper()}{words[1:]}{', đến hôm nay' if today() in one else ''}"


def unit_of(actor: Actor, unit_id: Any) -> Unit:
    """Give a one-stop unit that somebody may see. Raises Http404 for any other."""
    found = next((one for one in rated_units(actor, today()) if one.pk == unit_id), None)
    if found is None:
        raise Http404
    return found


def score_words(score: Decimal | None) -> str:
    """Tell a score with its one decimal."""
    return NO_DATA if score is None else format_number(score, 1)


def total_of(found: Rated) -> dict[str, str]:
    """Tell the total, the most there can be, and the class with its look."""
    rating = found.rating
    return {
        "total": score_words(rating.total if rating.applicable else None),
        "applicable": str(rating.applicable),
        "most": str(rating.rules.most),
        "scaled": "" if rating.scaled is None else format_number(rating.scaled, 2),
        "class": CLASSES[rating.class_] if rating.class_ else NO_DATA,
        "kind": KINDS[rating.class_] if rating.class_ else "mute",
    }


def standing_words(found: Rated) -> str:
    """Tell how the dossiers are counted."""
    if found.closed:
        return "Hồ sơ theo số đã chốt"
    return f"Hồ sơ tính đến {full_moment(found.until)}" if found.until else "Hồ sơ chưa đếm lần nào"


def classes_of(found: Rated) -> list[tuple[str, str]]:
    """Give the classes with the lowest total of each."""
    return [(CLASSES[name], format_number(lowest)) for name, lowest in found.rating.rules.classes]


def indicators_of(found: Rated, actor: Actor) -> list[IndicatorShown]:
    """Give the nine indicators."""
    return [_indicator(one, found, actor) for one in found.found]


def _indicator(one: Found, found: Rated, actor: Actor) -> IndicatorShown:
    rule = found.rating.rules.rule(one.score.indicator)
    said = one.declaration
    by = f", {said.declared_by.full_name}" if said and said.declared_by else ""
    return IndicatorShown(
        rule.indicator.value,
        rule.name,
        score_words(one.score.value),
        rule.reading,
        _parts(one, rule, found, actor),
        [(2, rule.two), (1, rule.one), (0, rule.none)],
        said.source if said else "",
        f"{full_moment(said.declared_at)}{by}, lần {said.number}" if said else "",
        _declare(rule, found, actor),
        _missing(one, rule),
    )


def _missing(one: Found, rule: IndicatorRule) -> str:
    if one.score.value is not None:
        return ""
    if rule.basis is not Basis.COMPUTED and one.declaration is None:
        return "Chưa kê khai, không tính vào mức tối đa."
    return "Quý này chưa có gì để chấm, không tính vào mức tối đa."


def _parts(one: Found, rule: IndicatorRule, found: Rated, actor: Actor) -> list[tuple[str, Figure]]:
    told: list[tuple[str, Figure]] = []
    if one.tally is not None:
        amounts = (one.tally.two, one.tally.one, one.tally.none)
        codes = MEASURES.get(rule.indicator, ("", "", ""))
        for points, amount, code in zip((2, 1, 0), amounts, codes, strict=True):
            told.append((f"{points} điểm", Figure(format_number(amount), _href(code, amount, found, actor))))
    names = {**ASKED.get(rule.indicator, {}), **NUMBERS}
    for name, number in (one.numbers or {}).items():
        code, channel = NUMBERED.get(name, ("", ""))
        href = _href(code, number, found, actor, channel)
        told.append((names[name], Figure(format_number(number), href)))
    return told


def _href(code: str, amount: int, found: Rated, actor: Actor, channel: str = "") -> str:
    """Give the list behind a number: of a unit that receives for one agency, to whoever may see figures."""
    if not code or not amount or len(found.agencies) != 1 or not FIGURES.admits(actor):
        return ""
    return behind(code, found.quarter, agency=next(iter(found.agencies)), alone=True, channel=channel)


def _declare(rule: IndicatorRule, found: Rated, actor: Actor) -> str:
    if not rule.asked or not actor.has(Role.ONE_STOP_HEAD) or actor.unit != found.unit.pk:
        return ""
    path = reverse("command:rating-declare", args=[found.unit.pk, int(rule.indicator.value)])
    return f"{path}?ky={found.quarter.code}"
