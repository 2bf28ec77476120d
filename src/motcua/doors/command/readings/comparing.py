"""Two periods or two places side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from motcua.base.clock.months import add_months
from motcua.base.clock.periods import Period, period_coded
from motcua.base.clock.sentences import period_words
from motcua.base.money import format_number
from motcua.base.rooms import Measure
from motcua.base.text import NBSP
from motcua.base.ui.charts import Figure
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.lines import offered
from motcua.reform.insight.pages.look import Choices, Look, agency_asked
from motcua.reform.insight.queries.figures import Figure as Counted
from motcua.reform.insight.queries.figures import Reading, read


@dataclass(frozen=True)
class Compared:
    """One measure on both sides, and by how much they differ."""

    name: str
    href: str
    here: Figure
    there: Figure
    difference: str


@dataclass(frozen=True)
class Beside:
    """Two looks side by side: what each is called, how the other's figures stand, and the lines."""

    here: str
    there: str
    standing: str
    lines: Sequence[Compared]


def beside(look: Look, reading: Reading, asked: str) -> Beside | None:
    """Lay another period or place beside what is looked at; None where nothing is asked."""
    other = other_of(look, asked)
    if other is None:
        return None
    there = read(other.scope, other.period, on=look.on)
    same_place = other.scope.agencies == look.scope.agencies
    return Beside(
        period_words(look.period) if same_place else look.whose,
        period_words(other.period) if same_place else other.whose,
        told.standing_words(there),
        [_line(one, (reading, look), (there, other)) for one in offered(look)],
    )


def other_of(look: Look, asked: str) -> Look | None:
    """Read what is laid beside: a period that has begun, else an agency."""
    if not asked:
        return None
    period = period_coded(asked)
    if period is not None:
        return look.over(period) if period.first <= look.on else None
    return look.at(agency_asked(asked))


def offers(look: Look, places: Sequence[Choices]) -> list[Choices]:
    """Give what may be laid beside: the period before, the same one a year ago, other agencies."""
    earlier = [look.period.before, _year_before(look.period)]
    periods = [(one.code, period_words(one)) for one in dict.fromkeys(earlier)]
    own = str(look.agency.pk) if look.agency else ""
    others = [(tier, [one for one in known if one[0] != own]) for tier, known in places]
    return [
        ("Kỳ khác", periods),
        *((f"Cơ quan khác, {_small(tier)}", found) for tier, found in others if found),
    ]


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _year_before(period: Period) -> Period:
    code = period.code
    before = period_coded(f"{int(code[:4]) - 1}{code[4:]}") if "_" not in code else None
    return before or Period(_earlier(period.first), _earlier(period.last))


def _earlier(day: date) -> date:
    """Give the same day a year before; 29 February becomes the 28th."""
    return add_months(day, -12)


def _line(measure: Measure, here: tuple[Reading, Look], there: tuple[Reading, Look]) -> Compared:
    one, other = here[0].figure(measure), there[0].figure(measure)
    href = here[1].address("measure", measure.code)
    shown = told.shown(one, here[1]), told.shown(other, there[1])
    return Compared(measure.name, href, *shown, _difference(one, other))


def _difference(here: Counted, there: Counted) -> str:
    """Tell by how much the first is more or less."""
    one, other = here.value, there.value
    if one is None or other is None:
        return told.NO_DATA
    share = here.measure.unit == "%"
    places = 1 if here.measure.denominator else 0
    words = format_number(one - other, places)
    sign = "+" if one > other else ""
    return f"{sign}{words}{NBSP}điểm phần trăm" if share else f"{sign}{words}"
