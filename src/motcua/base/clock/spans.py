"""Days that do not count because a pause touches them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from motcua.base.clock import local
from motcua.base.clock.calendar import DAY_US, Index, ticks
from motcua.base.clock.terms import Pause

Span = tuple[int, int]
"""First and last of a run of whole numbers, both inside the run."""


def times_of(pauses: Iterable[Pause]) -> list[Span]:
    """Return the pauses as half-open runs of microseconds, empty ones left out.

    Raises ValueError for a pause without an end: nothing can be derived from it.
    """
    found = []
    for pause in pauses:
        if pause.end is None:
            raise ValueError("an open pause has no due date")
        start, end = ticks(local(pause.start)), ticks(local(pause.end))
        if start < end:
            found.append((start, end))
    return sorted(found)


def touched_days(pauses: Iterable[Pause]) -> list[Span]:
    """Return the ordinals of the days touched at any hour."""
    return merged((start // DAY_US, (end - 1) // DAY_US) for start, end in times_of(pauses))


def touched_working_days(pauses: Iterable[Pause], index: Index) -> list[Span]:
    """Return the positions (in the index) of the working days touched within their working time."""
    found = []
    for start, end in times_of(pauses):
        first = bisect_right(index.closes, start)
        last = bisect_left(index.opens, end) - 1
        if first <= last:
            found.append((index.shift_day[first], index.shift_day[last]))
    return merged(found)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap joined."""
    joined: list[Span] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def nth_free(base: int, count: int, spans: Sequence[Span]) -> int:
    """Return the count-th number beyond base (below it when negative) that lies in no span."""
    if count < 0:
        return -nth_free(-base, -count, [(-high, -low) for low, high in reversed(spans)])
    position = base + count
    for low, high in spans:
        start = max(low, base + 1)
        if high < start:
            continue
        if start > position:
            break
        position += high - start + 1
    return position


def within(number: int, spans: Sequence[Span]) -> bool:
    """Return whether the number lies in one of the spans."""
    return any(low <= number <= high for low, high in spans)
