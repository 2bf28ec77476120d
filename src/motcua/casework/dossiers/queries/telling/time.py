"""How a dossier stands in time, and by which reckoning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.explain import Line, LineKind
from motcua.base.clock.left import remaining_words
from motcua.base.clock.remaining import Remaining, remaining
from motcua.base.clock.segments import MarkKind, Reckoning, SegmentKind
from motcua.base.clock.sentences import line_sentence
from motcua.casework.dossiers.models import ClockMark, Dossier
from motcua.casework.dossiers.reckoning import clock_of, reckoned
from motcua.casework.dossiers.sentences import move_sentence
from motcua.casework.dossiers.words import PauseReason


@dataclass(frozen=True)
class Wait:
    """A stretch in which no time ran, and for what; it has no end while it lasts."""

    since: datetime
    until: datetime | None
    reason: PauseReason


@dataclass(frozen=True)
class Time:
    """How a dossier stands in time, and the reckoning behind it.

    `lines` are those of the count in force, `given_up` those of the counts before it, up to where each was
    given up. `marks` counts what was ever done to the clock: it only grows. `moved` says why a newer calendar
    changed the date. `first_missed` judges by the date that was promised first, whatever was promised later.
    `waits` are the stretches in which no time ran.
    """

    left: Remaining
    words: str
    due_at: datetime | None
    original_due_at: datetime | None
    lines: tuple[Line, ...]
    sentences: tuple[str, ...]
    given_up: tuple[Line, ...] = ()
    restarted_at: datetime | None = None
    stopped_at: datetime | None = None
    marked_at: datetime | None = None
    marks: int = 0
    moved: tuple[str, ...] = ()
    first_missed: bool = False
    waits: tuple[Wait, ...] = ()


def time_of(dossier: Dossier, at: datetime) -> Time:
    """Give how a dossier stands in time at a moment, opened to its reckoning line by line."""
    marks = list(dossier.clock_marks.all())
    moves = dossier.calendar_moves.all() if marks else ()
    reckoning, calendar = clock_of(dossier, marks)
    left = remaining(reckoning, at, calendar)
    lines = reckoning.due.explanation if reckoning.due else ()
    return Time(
        left=left,
        words=remaining_words(left),
        due_at=dossier.due_at,
        original_due_at=dossier.original_due_at,
        lines=lines,
        sentences=tuple(line_sentence(line) for line in lines),
        given_up=tuple(_given_up(dossier, marks, calendar)),
        restarted_at=_restarted(reckoning),
        stopped_at=reckoning.stopped_at,
        marked_at=marks[-1].at if marks else None,
        marks=len(marks) + len(moves),
        moved=tuple(move_sentence(one.old_due_at, one.new_due_at, one.legal_basis) for one in moves),
        first_missed=_missed(reckoning, at),
        waits=tuple(_waits(reckoning)),
    )


def waits_for(dossier: Dossier) -> PauseReason | None:
    """Give what a paused clock waits for now; None while it runs."""
    last = dossier.clock_marks.order_by("-seq").first() if dossier.paused_since else None
    return PauseReason(last.reason) if last else None


def _waits(reckoning: Reckoning) -> Iterator[Wait]:
    for one in reckoning.segments:
        if one.kind is SegmentKind.PAUSE:
            yield Wait(one.start, one.end, PauseReason(one.reason))


def _missed(reckoning: Reckoning, at: datetime) -> bool:
    """Tell whether the date promised first was over before the end, or before now."""
    first, end = reckoning.original_due, reckoning.stopped_at or at
    return first is not None and end > first.instant


def _restarted(reckoning: Reckoning) -> datetime | None:
    """Give when the count in force began, when it is not the first."""
    return reckoning.counted_from if reckoning.counted_from != reckoning.started_at else None


def _given_up(dossier: Dossier, marks: Sequence[ClockMark], calendar: Calendar) -> Iterator[Line]:
    """Give the lines of every count that a later one replaced, up to the day on which it was replaced."""
    for place, mark in enumerate(marks):
        if mark.kind == MarkKind.RESTART:
            end = local(mark.at)
            count = reckoned(dossier, marks[:place], calendar=calendar, as_of=end).due
            for line in count.explanation if count else ():
                if line.kind is not LineKind.DUE and _is_before(line, end):
                    yield line


def _is_before(line: Line, end: datetime) -> bool:
    return line.first < end if line.first else line.day < end.date()
