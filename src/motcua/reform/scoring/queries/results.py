"""Results as they are read: ranking, history across reorganisations, target, national means, the gap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.reference.org.models import Agency, Regulation
from motcua.reference.org.queries import regulation
from motcua.reform.scoring.models import PublishedScore, ResultDecision, ScoringRound, Sheet
from motcua.reform.scoring.ports import Announced, NationalMeans
from motcua.reform.scoring.published import queries as published
from motcua.reform.scoring.published.words import Index, Scope
from motcua.reform.scoring.queries.sets import criteria_of
from motcua.reform.scoring.queries.sheets import SheetReading, appraised, reading, readings, sheets_of
from motcua.reform.scoring.rules.bands import Band, band_of
from motcua.reform.scoring.rules.gap import Gap, gap
from motcua.reform.scoring.rules.moving import comparable
from motcua.reform.scoring.rules.ranking import Place, ranked
from motcua.reform.scoring.words import HistoryBreak, RoundKind

TARGET = "par_target"  # dated parameter: the index that the province has set itself, in percent


def decisions_of(round_: ScoringRound) -> QuerySet[ResultDecision]:
    """Give every decision about a round, the first one first; none is ever replaced in place."""
    rows = ResultDecision.objects.filter(round=round_).select_related("approved_by", "published_by")
    return rows.order_by("approved_at", "id")


def decision_called(decision_id: UUID) -> ResultDecision | None:
    """Give one decision with its round."""
    rows = ResultDecision.objects.select_related("round__owner", "round__criteria", "replaces")
    return rows.filter(pk=decision_id).first()


def latest(round_: ScoringRound, *, published: bool = True) -> ResultDecision | None:
    """Give the decision that holds for a round: the last one published, or the last one at all."""
    rows = decisions_of(round_)
    return (rows.exclude(published_at=None) if published else rows).last()


def ranking(decision: ResultDecision) -> list[PublishedScore]:
    """Give the results of a decision from the best down; who shares a rank stands in Vietnamese order."""
    rows = decision.scores.select_related("agency", "agency__successor", "sheet")
    return sorted(rows, key=lambda one: (one.rank or len(rows) + 1, one.agency.sort_key))


def published_rounds(level: str = "") -> QuerySet[ScoringRound]:
    """Give the rounds with published results, the newest first."""
    rows = ScoringRound.objects.filter(decisions__published_at__isnull=False)
    rows = rows.filter(level=level) if level else rows
    return rows.select_related("owner", "criteria").distinct().order_by("-last", "level", "pk")


def bands_of(decision: ResultDecision) -> tuple[Band, ...]:
    """Give the bands that held on the day of a decision."""
    return tuple(
        Band(band["name"], Decimal(band["least"]), bool(band["inclusive"])) for band in decision.bands
    )


@dataclass(frozen=True)
class Rehearsed:
    """Where an agency stands before anything is decided: by its own figures, and by what others judged."""

    sheet: Sheet
    own: Decimal | None
    judged: Decimal | None
    place: Place | None
    band: Band | None


def rehearsal(round_: ScoringRound, *, at: datetime) -> list[Rehearsed]:
    """Rank the sheets of a running round by their own figures; it decides nothing."""
    read = readings(list(sheets_of(round_)), at=at)
    places = ranked({one.sheet.pk: one.outcome.exact for one in read})
    found = [_rehearsed(one, places.get(one.sheet.pk)) for one in read]
    last = len(found) + 1
    return sorted(found, key=lambda one: (one.place.rank if one.place else last, one.sheet.agency.sort_key))


def _rehearsed(read: SheetReading, place: Place | None) -> Rehearsed:
    own = read.outcome.exact
    band = None if own is None else band_of(own, read.criteria.meta.bands)
    return Rehearsed(read.sheet, own, appraised(read).exact, place, band)


@dataclass(frozen=True)
class HistoryRow:
    """The result of one year: whose it was then, and why no line may lead to it from the row before."""

    year: int
    agency: Agency
    score: PublishedScore
    decision: ResultDecision
    breaks: tuple[HistoryBreak, ...]


@dataclass(frozen=True)
class History:
    """The years of an agency and of those before it, each with the agency of that time.

    `successors` follow it today: its results stay its own and are never counted as theirs.
    """

    rows: tuple[HistoryRow, ...]
    successors: tuple[Agency, ...]


def history(agency: Agency) -> History:
    """Give the yearly results of an agency and its predecessors, with every break told."""
    line = _line_of(agency)
    held = PublishedScore.objects.filter(
        agency__in=line,
        decision__round__kind=RoundKind.YEAR.value,
        decision__published_at__isnull=False,
    ).filter(Q(decision__replaced_by=None) | Q(decision__replaced_by__published_at=None))
    rows = list(
        held.select_related("agency", "decision__round__criteria").order_by(
            "decision__round__last", "agency__sort_key", "pk"
        )
    )
    found: list[HistoryRow] = []
    before: list[PublishedScore] = []
    for last in sorted({row.decision.round.last for row in rows}):
        now = [row for row in rows if row.decision.round.last == last]
        found += [
            HistoryRow(last.year, row.agency, row, row.decision, _breaks(before, now, row)) for row in now
        ]
        before = now
    return History(tuple(found), _successors(agency))


def _line_of(agency: Agency) -> list[Agency]:
    """Give an agency with all that came before it."""
    found, new = {agency.pk: agency}, [agency]
    while new:
        new = [one for one in Agency.objects.filter(successor__in=new) if one.pk not in found]
        found |= {one.pk: one for one in new}
    return list(found.values())


def _successors(agency: Agency) -> tuple[Agency, ...]:
    found: list[Agency] = []
    after = agency.successor
    while after is not None and after not in found:
        found.append(after)
        after = after.successor
    return tuple(found)


def _breaks(
    before: Sequence[PublishedScore], now: Sequence[PublishedScore], row: PublishedScore
) -> tuple[HistoryBreak, ...]:
    if not before:
        return ()
    found = []
    if {one.agency_id for one in before} != {row.agency_id} or len(now) > 1:
        found.append(HistoryBreak.REORGANISED)
    earlier, later = before[0].decision.round, row.decision.round
    if earlier.criteria_id != later.criteria_id and not comparable(
        criteria_of(earlier.criteria), criteria_of(later.criteria)
    ):
        found.append(HistoryBreak.NEW_CRITERIA)
    if later.last.year - earlier.last.year > 1:
        found.append(HistoryBreak.YEARS_MISSING)
    return tuple(found)


def target_on(on: date) -> Regulation | None:
    """Give the index that the province has set itself, in percent, with its source; absence is absence."""
    return regulation(TARGET, on)


class Told:
    """Knows the means that others published, each with its source."""

    def par(self, year: int) -> tuple[Announced, ...]:
        """Give the means of all provinces told for a year; sources that differ stand side by side."""
        rows = published.current().filter(
            series__index=Index.PAR,
            series__component="mean",
            series__scope=Scope.COUNTRY,
            unit_key=published.mean_key(Index.PAR),
            first__year=year,
            value__isnull=False,
        )
        told = rows.order_by("source", "pk").values_list("value", "source")
        return tuple(Announced(value, source) for value, source in told if value is not None)


def national_means() -> NationalMeans:
    """Give what knows the announced figures."""
    return Told()


def means_of(years: Iterable[int]) -> dict[int, tuple[Announced, ...]]:
    """Give the national means announced for some years; a year without any is left out."""
    known = national_means()
    found = {year: known.par(year) for year in sorted(set(years))}
    return {year: announced for year, announced in found.items() if announced}


def gap_of(sheet: Sheet, *, at: datetime, bands: Sequence[Band] | None = None) -> Gap:
    """Give the leaves that lift an agency into the next band, with the units that answer for them."""
    read = reading(sheet, at=at)
    return gap(read.outcome, read.inputs, bands=bands, owners=read.owners)
