"""The share in time against its target, and month by month."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from motcua.base.clock.periods import Period
from motcua.base.clock.sentences import period_words
from motcua.base.money import format_number
from motcua.base.text import NBSP
from motcua.base.ui.charts import Figure, Line, Series, line
from motcua.reference.org import queries as org
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.agency import share_of
from motcua.reform.insight.pages.lines import ON_TIME
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.queries.figures import Figure as Counted
from motcua.reform.insight.queries.figures import Reading, measure_called
from motcua.reform.insight.queries.series import Month, months

TARGET = "on_time_target"


@dataclass(frozen=True)
class Target:
    """The share aimed at, its basis, and how many more in time it takes; None where none are judged."""

    percent: int
    basis: str
    missing: int | None

    @property
    def words(self) -> str:
        """Tell how far it is (`còn thiếu 814 hồ sơ`)."""
        if self.missing is None:
            return "chưa có hồ sơ để so"
        return f"còn thiếu {format_number(self.missing)}{NBSP}hồ sơ đúng hạn" if self.missing else "đã đạt"


@dataclass(frozen=True)
class OnTime:
    """The share with its sides, the target where one is set, and twelve months as a line."""

    value: Figure
    part: Figure
    whole: Figure
    rest: Figure
    target: Target | None
    chart: Line | None


def on_time(look: Look, reading: Reading) -> OnTime:
    """Read the share in time of a place and period."""
    measure = measure_called(ON_TIME, look.period.last)
    assert measure is not None, "the dossiers' card declares it"
    share = share_of(reading, look)
    target = _target(look, reading.figure(measure))
    last = min(look.period.last, look.on)
    lived = _known(months(measure, look.scope, last, on=look.on))
    return OnTime(
        share["value"],
        share["numerator"],
        share["denominator"],
        share["rest"],
        target,
        _chart(lived, look, target) if lived else None,
    )


def _known(lived: list[Month]) -> list[Month]:
    """Leave out the months before the first of which something is known."""
    while lived and lived[0].figure.value is None:
        lived = lived[1:]
    return lived


def _target(look: Look, figure: Counted) -> Target | None:
    rule = org.regulation(TARGET, min(look.period.last, look.on))
    if rule is None:
        return None
    return Target(rule.value, rule.legal_basis, _missing(figure, rule.value))


def _missing(figure: Counted, percent: int) -> int | None:
    """Give how many of those judged would have to be in time besides, for the target to be kept."""
    if not figure.denominator:
        return None
    wanted = (Decimal(figure.denominator) * percent / 100).to_integral_value(ROUND_CEILING)
    return max(0, int(wanted) - figure.numerator)


def _chart(lived: list[Month], look: Look, target: Target | None) -> Line:
    first, last = period_words(lived[0].period), period_words(lived[-1].period)
    latest = told.value_words(lived[-1].figure)
    return line(
        f"Tỷ lệ đúng hạn từng tháng, {first} đến {last}. Tháng gần nhất: {latest}.",
        [_name(one.period, at) for at, one in enumerate(lived)],
        [
            Series(
                "Tỷ lệ đúng hạn",
                tuple(one.figure.value for one in lived),
                tuple(_value(one, look) for one in lived),
            )
        ],
        target=target.percent if target else None,
    )


def _name(month: Period, at: int) -> str:
    """Name a month, with its year where a year begins or the line does."""
    number = month.first.month
    return f"{number}/{month.first:%y}" if at == 0 or number == 1 else str(number)


def _value(one: Month, look: Look) -> Figure:
    value = one.figure.value
    if value is None:
        return Figure(told.NO_DATA)
    return Figure(format_number(value, 1), look.over(one.period).address("measure", ON_TIME))
