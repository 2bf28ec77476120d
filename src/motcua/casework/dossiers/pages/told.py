"""What the pages say about time, moments and money."""

from dataclasses import dataclass
from datetime import datetime

from motcua.base.clock import local
from motcua.base.clock.left import due_words, remaining_words
from motcua.base.clock.remaining import Remaining, RemainingKind
from motcua.base.clock.sentences import clock_time, day_and_month
from motcua.casework.dossiers.words import State

DUES = {
    RemainingKind.FAR: "far",
    RemainingKind.LAST_DAY: "soon",
    RemainingKind.TODAY: "today",
    RemainingKind.LATE: "late",
    RemainingKind.PAUSED: "paused",
    RemainingKind.NOT_STARTED: "none",
    RemainingKind.NO_FIXED: "open",
    RemainingKind.FINISHED_EARLY: "done",
    RemainingKind.ON_TIME: "done",
    RemainingKind.FINISHED_LATE: "done_late",
}
WITHOUT_DATE = {RemainingKind.PAUSED, RemainingKind.NOT_STARTED, RemainingKind.NO_FIXED}

WITHOUT_RESULT = (State.REJECTED_AT_INTAKE, State.WITHDRAWN, State.STOPPED)


@dataclass(frozen=True)
class Due:
    """How the time of a dossier is told: the kind of look, the words, and the date beside them."""

    kind: str
    words: str
    on: str


def due_told(left: Remaining) -> Due:
    """Tell the time left, with its date; a clock that stands tells what is left in its place."""
    dated = left.due is not None and left.kind not in WITHOUT_DATE
    words, on = remaining_words(left), ""
    if dated and left.due:
        on = due_words(left.due, seen_on=left.seen_at.date())
    elif left.kind is RemainingKind.PAUSED:
        words, _, on = words.partition(", ")
    return Due(DUES[left.kind], words, on)


def due_of(state: int, left: Remaining) -> Due:
    """Tell the time left of a dossier; one that ended without a result was neither early nor late."""
    return Due("none", "Không còn tính hạn", "") if state in WITHOUT_RESULT else due_told(left)


def moment(at: datetime | None, seen: datetime) -> str:
    """Tell a moment shortly (`08:40, 25/11`), with the year when it is not this year."""
    if at is None:
        return ""
    return f"{clock_time(at)}, {day_and_month(local(at).date(), seen_on=seen.date())}"


def sentence_case(text: str) -> str:
    """Begin a sentence with a capital letter."""
    return text[:1].upper() + text[1:]
