"""Results in words: places with their “of”, bands, history without false lines, ways to the next band."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from motcua.base.ui.charts import FULL, Break, Figure, Line, Series, line
from motcua.reference.org.models import Agency
from motcua.reform.scoring.models import PublishedScore, ResultDecision
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.leaf_shown import way_words
from motcua.reform.scoring.pages.sheet_shown import address
from motcua.reform.scoring.ports import Announced
from motcua.reform.scoring.queries import results
from motcua.reform.scoring.queries.results import History, HistoryRow
from motcua.reform.scoring.queries.sheets import SheetReading
from motcua.reform.scoring.rules.gap import Gap
from motcua.reform.scoring.rules.wording import points as points_words

TO_COMPARE = 2


@dataclass(frozen=True)
class Ranked:
    """A line of a ranking."""

    score: PublishedScore
    place: str
    tied: bool
    index: str
    computed: str
    earned: str
    history: str
    sheet: str


def ranking_rows(decision: ResultDecision) -> list[Ranked]:
    """Give the results of a decision from the best down; a rank always says of how many."""
    rows = results.ranking(decision)
    counts = [row.rank for row in rows]
    return [_ranked(row, tied=row.rank is not None and counts.count(row.rank) > 1) for row in rows]


def _ranked(row: PublishedScore, *, tied: bool) -> Ranked:
    earned = "chưa có"
    if row.earned is not None and row.applicable_max is not None:
        earned = f"{saying.points(row.earned)} / {saying.short(row.applicable_max)}"
    differs = row.computed is not None and saying.percent(row.computed) != saying.percent(row.index)
    return Ranked(
        row,
        place_words(row),
        tied,
        saying.percent(row.index),
        saying.percent(row.computed) if differs else "",
        earned,
        reverse("desk:score-history", args=[row.agency_id]),
        reverse("desk:score-sheet", args=[row.sheet_id]) if row.sheet_id else "",
    )


def place_words(row: PublishedScore) -> str:
    """Return `2 trên 12`; a rank without its “of” says nothing."""
    return "không xếp hạng" if row.rank is None else f"{row.rank} trên {row.of}"


def breaks_words(row: HistoryRow) -> str:
    """Say why a year does not compare with the one before."""
    return ", ".join(saying.BREAKS[one] for one in row.breaks)


def history_line(told: History, agency: Agency, target: Decimal | None) -> Line | None:
    """Draw the years of an agency itself; predecessors stand in the table, no line leads from them to it."""
    rows = [row for row in told.rows if row.agency.pk == agency.pk]
    if len(rows) < TO_COMPARE:
        return None
    years = list(range(rows[0].year, rows[-1].year + 1))
    by_year = {row.year: row for row in rows}
    values = tuple(by_year[year].score.index if year in by_year else None for year in years)
    figures = tuple(_year_figure(by_year.get(year)) for year in years)
    breaks = [
        Break(years.index(row.year), f"{breaks_words(row)}, không so được với năm trước.")
        for row in rows[1:]
        if row.breaks
    ]
    last = saying.percent(rows[-1].score.index)
    label = f"Chỉ số cải cách hành chính của {agency.name}, {years[0]} đến {years[-1]}. Năm gần nhất: {last}."
    series = [Series(agency.short_name, values, figures)]
    return line(label, [str(year) for year in years], series, target=target, breaks=breaks, width=FULL)


def _year_figure(row: HistoryRow | None) -> Figure:
    if row is None:
        return Figure("chưa có")
    return Figure(saying.points(row.score.index), reverse("desk:score-decision", args=[row.decision.pk]))


@dataclass(frozen=True)
class Way:
    """One leaf that lifts an agency: what more it takes, how much it gives, who answers for it."""

    code: str
    name: str
    href: str
    words: str
    gain: str
    owner: str
    chosen: bool


def gap_rows(read: SheetReading, told: Gap) -> list[Way]:
    """Give the ways to the next band, the cheapest first."""
    return [
        Way(
            row.leaf.code,
            row.leaf.name,
            address(read.sheet, leaf=row.leaf.code),
            way_words(read.leaves[row.leaf.code], row.next),
            f"+{saying.points(row.next.gain)}",
            row.owner or read.sheet.agency.short_name,
            row.chosen,
        )
        for row in told.rows
    ]


def gap_words(told: Gap) -> str:
    """Say how far the next band is."""
    if told.now is None:
        return "Chưa có điểm để xếp loại."
    if told.target is None:
        return f"Đang ở loại {told.now.name}, loại cao nhất."
    more = "" if told.enough else " Các tiêu chí dưới đây cộng lại chưa đủ."
    missing = points_words(told.missing)
    return f"Đang ở loại {told.now.name}. Còn thiếu {missing} để lên loại {told.target.name}.{more}"


def means_rows(years: Sequence[int]) -> list[tuple[int, Announced]]:
    """Give every announced mean with its source; where sources differ each stands."""
    return [(year, one) for year, found in results.means_of(years).items() for one in found]
