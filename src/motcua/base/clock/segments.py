"""The clock of one dossier, derived from append-only marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import Due, due
from motcua.base.clock.terms import Duration, Pause


class MarkKind(StrEnum):
    """What was done to the clock."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    RESTART = "restart"  # counts afresh, as when a supplement is complete
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Mark:
    """One act upon the clock; marks are appended, never changed."""

    kind: MarkKind
    at: datetime
    reason: str = ""


class SegmentKind(StrEnum):
    """Whether time runs."""

    RUN = "run"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of running or of paused time, opened by the mark that gives its reason."""

    kind: SegmentKind
    start: datetime
    end: datetime | None
    reason: str
    opened_by: MarkKind


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the marks of a dossier come to.

    `original_due` is the date first promised; `due` the one in force, None without a limit, before the
    start, and during a pause unless it was asked as of a moment. `counted_from` is the start of the count
    in force: the start, or the last restart.
    """

    duration: Duration | None
    segments: tuple[Segment, ...]
    original_due: Due | None
    due: Due | None
    started_at: datetime | None
    counted_from: datetime | None
    paused_since: datetime | None
    stopped_at: datetime | None

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """Return the pauses of the count in force, the open one included."""
        return tuple(
            Pause(segment.start, segment.end)
            for segment in self.segments
            if segment.kind is SegmentKind.PAUSE
            and self.counted_from is not None
            and segment.start >= self.counted_from
            and segment.end != self.counted_from
        )


class ImpossibleMarks(ValueError):
    """The marks cannot have happened in this order."""


class _State(StrEnum):
    NOT_STARTED = "not started"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


AFTER: Mapping[tuple[_State, MarkKind], _State] = {
    (_State.NOT_STARTED, MarkKind.START): _State.RUNNING,
    (_State.RUNNING, MarkKind.PAUSE): _State.PAUSED,
    (_State.RUNNING, MarkKind.RESTART): _State.RUNNING,
    (_State.RUNNING, MarkKind.STOP): _State.STOPPED,
    (_State.PAUSED, MarkKind.RESUME): _State.RUNNING,
    (_State.PAUSED, MarkKind.RESTART): _State.RUNNING,
    (_State.PAUSED, MarkKind.STOP): _State.STOPPED,
}


def reckon(
    marks: Iterable[Mark], duration: Duration | None, calendar: Calendar, *, as_of: datetime | None = None
) -> Reckoning:
    """Return the state of a clock from its marks in order; `duration` None is a procedure without a limit.

    With `as_of`, an open pause is taken to end there, so that a due date can be shown meanwhile. Raises
    ImpossibleMarks when the marks cannot have happened in this order.
    """
    told = tuple(replace(mark, at=local(mark.at)) for mark in marks)
    state = _final_state(told)
    started = told[0].at if told else None
    counted_from = next((mark.at for mark in reversed(told) if mark.kind in _COUNTS_AFRESH), None)
    reckoning = Reckoning(
        duration=duration,
        segments=_segments(told),
        original_due=None if duration is None or started is None else due(started, duration, calendar),
        due=None,
        started_at=started,
        counted_from=counted_from,
        paused_since=told[-1].at if state is _State.PAUSED else None,
        stopped_at=told[-1].at if state is _State.STOPPED else None,
    )
    return replace(reckoning, due=_due(reckoning, calendar, as_of))


_COUNTS_AFRESH = frozenset({MarkKind.START, MarkKind.RESTART})


def _final_state(marks: Sequence[Mark]) -> _State:
    state, before = _State.NOT_STARTED, None
    for mark in marks:
        after = AFTER.get((state, mark.kind))
        if after is None:
            raise ImpossibleMarks(f"{mark.kind} at {mark.at} while {state}")
        if before is not None and mark.at < before:
            raise ImpossibleMarks(f"{mark.kind} at {mark.at} is earlier than the mark before it")
        state, before = after, mark.at
    return state


def _segments(marks: Sequence[Mark]) -> tuple[Segment, ...]:
    ends: list[datetime | None] = [*(mark.at for mark in marks[1:]), None]
    return tuple(
        Segment(_kind_of(mark), mark.at, end, mark.reason, mark.kind)
        for mark, end in zip(marks, ends, strict=False)
        if mark.kind is not MarkKind.STOP
    )


def _kind_of(mark: Mark) -> SegmentKind:
    return SegmentKind.PAUSE if mark.kind is MarkKind.PAUSE else SegmentKind.RUN


def _due(reckoning: Reckoning, calendar: Calendar, as_of: datetime | None) -> Due | None:
    if reckoning.duration is None or reckoning.counted_from is None:
        return None
    pauses = reckoning.pauses
    if reckoning.paused_since is not None:
        if as_of is None:
            return None
        *closed, opened = pauses
        pauses = (*closed, Pause(opened.start, max(opened.start, local(as_of))))
    return due(reckoning.counted_from, reckoning.duration, calendar, pauses)
