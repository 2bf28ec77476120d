"""How rows, blocks and points are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.base.clock.sentences import full_moment, period_words
from motcua.base.money import format_number, format_percent
from motcua.base.text import NBSP
from motcua.base.ui.charts import Bar, Bars, Figure, bars
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.words import Part
from motcua.reform.scoring.quality.queries import Index
from motcua.reform.scoring.quality.rules.gaining import Chance, chances
from motcua.reform.scoring.quality.rules.scoring import GroupScore, Scored, Total
from motcua.reform.scoring.quality.sentences import REMEDIES, THINGS, TIMINGS
from motcua.reform.scoring.quality.words import FiguresFrom

NO_DATA = "chưa có"
STEP = Decimal("0.1")  # how many points more the cheapest chances are counted for
MOST_CHANCES = 6


@dataclass(frozen=True)
class RowShown:
    """One row of the table."""

    id: str
    name: str
    href: str
    timing: str
    numerator: Figure
    denominator: Figure
    rate: str
    points: str
    most: str
    change: str
    lacks: str


@dataclass(frozen=True)
class BlockShown:
    """A block with its rows."""

    name: str
    anchor: str
    points: str
    most: str
    rows: Sequence[RowShown]


@dataclass(frozen=True)
class ChanceShown:
    """Points that are cheap to win."""

    id: str
    name: str
    href: str
    what: str
    things: str
    gain: str
    each: str


def points_words(points: Decimal | None, places: int = 2) -> str:
    """Tell points; without data that there is none."""
    return NO_DATA if points is None else format_number(points, places)


def most_words(points: Decimal) -> str:
    """Tell the most there can be, whole where it is whole."""
    return format_number(points, 0 if points == points.to_integral_value() else 1)


def signed(points: Decimal) -> str:
    """Tell a gain or a loss (`+0,41`, `−0,20`)."""
    words = format_number(points, 2)
    return f"+{words}" if points > 0 else words


def standing_words(found: Index) -> str:
    """Tell how the numbers stand: closed, or counted until when."""
    period = period_words(found.period)
    if found.closing is not None:
        return f"Số đã chốt của {period}, danh mục thủ tục như ngày cuối kỳ"
    if found.until is None:
        return f"Số của {period}, chưa đếm lần nào"
    return f"Số của {period} tính đến {full_moment(found.until)}, chưa chốt"


def total_words(whole: Total, before: Total | None, period: str) -> str:
    """Tell the whole beside what it could be, and how it moved."""
    told = f"trên {most_words(whole.applicable)} điểm tính được"
    if whole.percent is not None:
        told += f" ({format_percent(whole.percent)})"
    if before is None or before.percent is None:
        return f"{told}."
    if before.applicable != whole.applicable:
        before_words = f"{points_words(before.earned)} trên {most_words(before.applicable)}"
        return f"{told}; {period} được {before_words}."
    moved = whole.earned - before.earned
    if not moved:
        return f"{told}, bằng {period}."
    return f"{told}, {'tăng' if moved > 0 else 'giảm'} {format_number(abs(moved), 2)} so với {period}."


def chart_of(groups: Sequence[GroupScore]) -> Bars:
    """Draw the blocks: points in the frame of what could be earned."""
    rows = [
        Bar(
            one.name,
            one.earned,
            Figure(points_words(one.earned if one.applicable_max else None), f"#{one.block.value}"),
            whole=one.applicable_max,
            of=most_words(one.applicable_max) if one.applicable_max else "",
            notes=(
                Figure(points_words(one.applicable_max - one.earned) if one.applicable_max else ""),
                Figure(
                    most_words(one.total.most - one.applicable_max)
                    if one.total.most > one.applicable_max
                    else "0"
                ),
            ),
        )
        for one in groups
    ]
    return bars("Điểm theo nhóm", ("Nhóm", "Điểm", "Thiếu", "Chưa có số liệu"), rows)


def blocks_of(found: Index, before: Index | None, look: Look) -> list[BlockShown]:
    """Give the blocks with all their rows."""
    return [
        BlockShown(
            one.name,
            one.block.value,
            points_words(one.earned if one.applicable_max else None),
            most_words(one.applicable_max or one.total.most),
            [row_of(row, before.row(row.definition.id) if before else None, look) for row in one.rows],
        )
        for one in found.groups
    ]


def row_of(row: Scored, before: Scored | None, look: Look) -> RowShown:
    """Give one row of the table."""
    held = row.definition
    return RowShown(
        held.id,
        held.name,
        look.address("quality-row", held.id),
        TIMINGS[held.timing],
        side_of(row, Part.NUMERATOR, look),
        side_of(row, Part.DENOMINATOR, look),
        rate_words(row),
        points_words(row.points) if held.scored else "theo dõi",
        most_words(held.most) if held.scored else "",
        _change(row, before),
        held.lacks,
    )


def rate_words(row: Scored) -> str:
    """Tell the share of a row."""
    return NO_DATA if row.rate is None else format_percent(row.rate * 100, 2)


def side_of(row: Scored, part: Part, look: Look) -> Figure:
    """Give one side of a row with the list behind it; zero is plain text."""
    if row.counted is None:
        return Figure(NO_DATA)
    amount = row.counted.numerator if part is Part.NUMERATOR else row.counted.denominator
    if not amount:
        return Figure("0")
    told = "" if part is Part.NUMERATOR else part.value
    if row.definition.origin is FiguresFrom.COUNTERS:
        href = look.address("behind", chi_tieu=row.definition.measure, phan=told)
    else:
        href = look.address("quality-things", row.definition.id, phan=told)
    return Figure(format_number(amount), href)


def cheapest(found: Index, look: Look) -> list[ChanceShown]:
    """Give the cheapest next points, the best first."""
    return [chance_of(one, look) for one in chances(found.rows, STEP)[:MOST_CHANCES]]


def chance_of(one: Chance, look: Look) -> ChanceShown:
    """Tell a chance: how many things more, and what they give."""
    held = one.row.definition
    things = THINGS[held.subject]
    return ChanceShown(
        held.id,
        held.name,
        look.address("quality-row", held.id),
        REMEDIES[held.remedy].format(things=things),
        f"{format_number(one.things)}{NBSP}{things}",
        signed(one.gain),
        f"+{format_number(one.each, 3)}",
    )


def _change(row: Scored, before: Scored | None) -> str:
    if not row.definition.scored or row.points is None or before is None or before.points is None:
        return ""
    moved = row.points - before.points
    return signed(moved) if moved.quantize(Decimal("0.01")) else "0"
