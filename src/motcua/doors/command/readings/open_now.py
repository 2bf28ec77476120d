"""What stands open at this moment: late by step, load by agency, and what will likely be late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.base.access import Actor
from motcua.base.clock.periods import Period
from motcua.base.clock.sentences import short_date
from motcua.base.money import format_number
from motcua.base.ui.charts import Bar, Bars, Figure, bars
from motcua.casework.dossiers.queries.standing import (
    Among,
    Loads,
    Stuck,
    Where,
    loads_now,
    stuck_now,
)
from motcua.reform.insight.pages import told
from motcua.reform.insight.pages.foretelling import why_late
from motcua.reform.insight.pages.lines import load_figures, load_of, now_address
from motcua.reform.insight.pages.listing import LIKELY
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.pages.rows import Row, rows_of
from motcua.reform.insight.queries.ahead import Ahead
from motcua.reform.insight.queries.figures import measure_called, read
from motcua.reform.insight.queries.tree import groups_below
from motcua.reform.insight.words import Part

MOST = 8  # steps and agencies on the page; their lists have the rest
FEW = 5
NOT_AT_A_STEP = "Chưa vào bước nào"
OPEN_LATE = "dossiers.open_late"


@dataclass(frozen=True)
class LateNow:
    """What is late now of what is open, what was late when yesterday ended, and at which steps it sticks."""

    late: Figure
    whole: Figure
    yesterday: Figure
    steps: Sequence[Stuck]
    chart: Bars | None
    more: Figure | None


@dataclass(frozen=True)
class LikelyLate:
    """What will likely be late by the end of a day: how many, and the first of them."""

    until: str
    amount: Figure
    rows: Sequence[Row]


def late_now(look: Look, loads: Loads, at: datetime) -> LateNow:
    """Read what is late at a moment, where most sticks first."""
    steps = stuck_now(Where(look.scope.agencies), at)
    whole, late = load_figures(loads.whole, look, (Among.OPEN, Among.LATE))
    chart = bars(
        "Hồ sơ đang quá hạn, theo bước",
        ("Bước", "Hồ sơ", "Trễ (trung vị)"),
        [_step(one, look) for one in steps[:MOST]],
    )
    rest = sum(one.amount for one in steps[MOST:])
    more = Figure(f"Còn {len(steps) - MOST} bước khác", now_address(look, Among.LATE)) if rest else None
    return LateNow(late, whole, _yesterday(look), steps, chart if steps else None, more)


def _step(one: Stuck, look: Look) -> Bar:
    href = now_address(look, Among.LATE, buoc=one.step) if one.step else now_address(look, Among.LATE)
    figure = Figure(format_number(one.amount), href)
    return Bar(one.step or NOT_AT_A_STEP, one.amount, figure, notes=(Figure(told.days_words(one.days)),))


def _yesterday(look: Look) -> Figure:
    """Give what was late when yesterday ended, as it is counted by now."""
    day = look.on - timedelta(days=1)
    measure = measure_called(OPEN_LATE, day)
    assert measure is not None, "the dossiers' card declares it"
    before = look.over(Period(day, day))
    figure = read(look.scope, before.period, on=look.on, live=True).figure(measure)
    return told.counted(figure, Part.NUMERATOR, before)


def load_by_agency(look: Look, actor: Actor, loads: Loads) -> tuple[Bars | None, int]:
    """Draw what is open by agency, the fullest first; with how many agencies are not drawn."""
    groups = [(one, load_of(one.agencies, loads)) for one in groups_below(look.agency, actor, look.allowed)]
    full = sorted((one for one in groups if one[1].total), key=lambda one: -one[1].total)
    rows = []
    for one, load in full[:MOST]:
        here = look.within(one)
        whole, late, today = load_figures(load, here, (Among.OPEN, Among.LATE, Among.TODAY))
        name = f"Riêng {one.agency.name}" if one.alone and len(full) > 1 else one.agency.name
        href = look.address("agency", one.agency.pk, co_quan="", rieng="")
        rows.append(Bar(name, load.total, whole, notes=(late, today), href=href, late=False))
    heads = ("Cơ quan", "Đang giải quyết", "Quá hạn", "Hạn hôm nay")
    chart = bars("Hồ sơ đang giải quyết, theo cơ quan", heads, rows) if rows else None
    return chart, max(0, len(full) - MOST)


def likely_late(look: Look, seen: Ahead, actor: Actor) -> LikelyLate:
    """Tell what will likely be late, with why, the shortest of time first."""
    why = {one.where.id: why_late(one) for one in seen.likely[:FEW]}
    amount = len(seen.likely)
    href = look.address("standing", ky="", xem=LIKELY) if amount else ""
    return LikelyLate(
        short_date(seen.until), Figure(format_number(amount), href), rows_of(list(why), actor, why)
    )


def loads_of(look: Look, at: datetime) -> Loads:
    """Read what is open by agency and time left."""
    return loads_now(Where(look.scope.agencies), at)
