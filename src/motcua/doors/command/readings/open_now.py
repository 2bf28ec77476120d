"""What stands open at this moment: late by step, load by agency, and what will likely be late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.base.access import Actor
from motcua.base.clock.periods import Period
from motcua.base.clock.sentences import short_date
from motcua.base.money import format_number
from motcua.base.ui.charts import Bar, Bars, Figure, bars
from motcua.casework.dossiers.queries import NOBODY
from motcua.casework.dossiers.queries.board import Load
from motcua.casework.dossiers.queries.standing import (
    Among,
    Held,
    Loads,
    Stuck,
    Where,
    holders_now,
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
from motcua.reform.insight.queries.tree import Group, groups_below
from motcua.reform.insight.words import Part

MOST = 8  # steps and agencies on the page; their lists have the rest
FEW = 5
NOBODYS = "Chưa có người giữ"
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
class LoadNow:
    """What is open, drawn; how many lines are not, and the page with all of them."""

    title: str
    chart: Bars | None
    more: int
    href: str
    leads: str


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


def load_now(look: Look, actor: Actor, loads: Loads, at: datetime) -> LoadNow:
    """Draw what is open, the fullest first: by agency, within a single agency by who holds it."""
    groups = [(one, load_of(one.agencies, loads)) for one in groups_below(look.agency, actor, look.allowed)]
    full = sorted((one for one in groups if one[1].total), key=lambda one: -one[1].total)
    if len(full) == 1:
        return _by_holder(look.within(full[0][0]), at)
    rows = [_load(_named(one), load, look.within(one), _agency_address(one, look)) for one, load in full]
    return LoadNow(
        "Đang giải quyết, theo cơ quan",
        _bars("Cơ quan", rows),
        max(0, len(rows) - MOST),
        look.address("agencies"),
        "Theo cơ quan",
    )


def _by_holder(look: Look, at: datetime) -> LoadNow:
    held = holders_now(Where(look.scope.agencies), at)
    rows = [
        _load(one.name or NOBODYS, one.load, look, _officer_address(one, look), nguoi=one.id or NOBODY)
        for one in held
    ]
    href = look.address("agency", look.agency.pk, co_quan="", rieng="") if look.agency else ""
    more = max(0, len(rows) - MOST)
    return LoadNow("Đang giải quyết, theo người giữ", _bars("Người giữ", rows), more, href, "Theo người")


def _load(name: str, load: Load, look: Look, href: str, **more: object) -> Bar:
    whole, late = load_figures(load, look, (Among.OPEN, Among.LATE), **more)
    return Bar(name, load.total, whole, notes=(late,), href=href)


def _bars(head: str, rows: Sequence[Bar]) -> Bars | None:
    if not rows:
        return None
    return bars("Hồ sơ đang giải quyết", (head, "Hồ sơ", "Quá hạn"), rows[:MOST])


def _named(one: Group) -> str:
    return f"Riêng {one.agency.name}" if one.alone else one.agency.name


def _agency_address(one: Group, look: Look) -> str:
    return "" if one.alone else look.address("agency", one.agency.pk, co_quan="", rieng="")


def _officer_address(one: Held, look: Look) -> str:
    return look.address("officer", one.id, ky="") if one.id else ""


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
