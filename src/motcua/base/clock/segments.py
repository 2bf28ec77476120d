"""The clock of one dossier, derived from append-only marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from motcua.base.clock import local
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import Due, due
from motcua.base.clock.extending import Extension, due_after
from motcua.base.clock.terms import Duration, Pause


class MarkKind(StrEnum):
    """What was done to the clock."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    RESTART = "restart"  # counts afresh, as when a supplement is complete
    STOP = "stop"
    EXTEND = "extend"  # promises a later date, with an apology


@dataclass(frozen=True, slots=True)
class Mark:
    """One act upon the clock; marks are appended, never changed. `until` is the end that EXTEND promises."""

    kind: MarkKind
    at: datetime
    reason: str = ""
    until: datetime | None = None


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
    in force: the start, or the last restart; `extensions` are those of that count.
    """

    duration: Duration | None
    segments: tuple[Segment, ...]
    original_due: Due | None
    due: Due | None
    started_at: datetime | None
    counted_from: datetime | None
    paused_since: datetime | None
    stopped_at: datetime | None
    extensions: tuple[Extension, ...] = ()

    def due_with(self, pauses: Iterable[Pause], calendar: Calendar) -> Due | None:
        """Return the end of the count in force had it these pauses; None without a limit or a start."""
        if self.duration is None or self.counted_from is None:
            return None
        return due_after(self.counted_from, self.duration, calendar, tuple(pauses), self.extensions)

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
    (_State.RUNNING, MarkKind.EXTEND): _State.RUNNING,
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
        extensions=_extensions(told),
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
        if (mark.kind is MarkKind.EXTEND) is (mark.until is None):
            raise ImpossibleMarks(f"{mark.kind} at {mark.at} with the end {mark.until}")
        state, before = after, mark.at
    return state


def _segments(marks: Sequence[Mark]) -> tuple[Segment, ...]:
    ends: list[datetime | None] = [*(mark.at for mark in marks[1:]), None]
    return tuple(
        Segment(_kind_of(mark), mark.at, end, mark.reason, mark.kind)
        for mark, end in zip(marks, ends, strict=False)
        if mark.kind is not MarkKind.STOP
    )


def _extensions(marks: Sequence[Mark]) -> tuple[Extension, ...]:
    """Return the extensions of the count in force; a fresh count begins without any."""
    found: tuple[Extension, ...] = ()
    for mark in marks:
        if mark.kind in _COUNTS_AFRESH:
            found = ()
        elif mark.until is not None:
            found = (*found, Extension(mark.at, mark.until))
    return found


def _kind_of(mark: Mark) -> SegmentKind:
    return SegmentKind.PAUSE if mark.kind is MarkKind.PAUSE else SegmentKind.RUN


def _due(reckoning: Reckoning, calendar: Calendar, as_of: datetime | None) -> Due | None:
    pauses = reckoning.pauses
    if reckoning.paused_since is not None:
        if as_of is None:
            return None
        *closed, opened = pauses
        pauses = (*closed, Pause(opened.start, max(opened.start, local(as_of))))
    return reckoning.due_with(pauses, calendar)
