"""Dates of a dossier as an iCalendar file (RFC 5545): the promised date, and that of a supplement."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.urls import reverse

from motcua.base.clock import now
from motcua.base.clock.remaining import RemainingKind
from motcua.casework.dossiers import queries as dossiers
from motcua.casework.dossiers.models import Dossier, SupplementRound
from motcua.casework.dossiers.queries.asking import answer_until
from motcua.casework.dossiers.words import RoundState, State
from motcua.doors.portal.readings.places import told

OCTETS = 75  # RFC 5545, 3.1: a longer line is folded
RUNNING = (State.ACCEPTED, State.IN_PROCESS, State.PAYMENT_REQUIRED)
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True)
class Date:
    """One date: its lasting name, how often it was told anew, when it is, what it says.

    `on` is a day, or a moment for a limit in hours. A date that no longer holds is `cancelled`, so that
    calendars which have it take it out.
    """

    name: str
    sequence: int
    stamped: datetime
    on: date | datetime
    summary: str
    description: str
    location: str
    cancelled: bool = False


def dates_of(dossier: Dossier) -> list[Date]:
    """Give the dates of one's own dossier that still lie ahead, and those that were taken back."""
    return [*_promised(dossier), *_asked(dossier)]


def answer_by(asked: SupplementRound, dossier: Dossier) -> date | None:
    """Give the day until which papers are awaited; None when no rule sets one."""
    return answer_until(dossier, asked.sent_at) if asked.sent_at else None


def as_ics(dossier: Dossier, dates: list[Date]) -> bytes:
    """Write dates as an iCalendar file: CRLF, folded lines, escaped text, lasting UIDs."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mot Cua//Ho so//VI", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH"]
    url = settings.BASE_URL + reverse("portal:dossier", args=[dossier.pk])
    for one in dates:
        lines += _event(one, url)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _promised(dossier: Dossier) -> Iterator[Date]:
    time = dossiers.time_of(dossier, now())
    end = time.left.due
    if end is None or time.marked_at is None:
        return
    cancelled = dossier.state not in RUNNING or time.left.kind is RemainingKind.PAUSED
    yield Date(
        name=f"hen-tra-{dossier.pk}",
        sequence=2 * time.marks + cancelled,
        stamped=time.marked_at,
        on=end.instant if end.by_instant else end.day,
        summary=f"Hẹn trả kết quả: {dossier.version.title}",
        description=f"Hồ sơ {dossier}.",
        location=told(dossier.receiving_unit),
        cancelled=cancelled,
    )


def _asked(dossier: Dossier) -> Iterator[Date]:
    for one in dossiers.rounds_of(dossier):
        until = answer_by(one, dossier)
        if until is None or one.sent_at is None:
            continue
        open_still = one.state == RoundState.SENT and dossier.state == State.SUPPLEMENT_REQUESTED
        yield Date(
            name=f"bo-sung-{one.pk}",
            sequence=dossier.revision,
            stamped=one.sent_at if open_still else one.answered_at or one.completed_at or one.sent_at,
            on=until,
            summary=f"Hạn bổ sung giấy tờ: {dossier.version.title}",
            description=f"Hồ sơ {dossier}, yêu cầu lần {one.number}.",
            location="",
            cancelled=not open_still,
        )


def _event(one: Date, url: str) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{one.name}",
        f"SEQUENCE:{one.sequence}",
        f"DTSTAMP:{_utc(one.stamped)}",
        f"LAST-MODIFIED:{_utc(one.stamped)}",
        *_when(one.on),
        f"SUMMARY:{one.summary.translate(ESCAPED)}",
        f"DESCRIPTION:{one.description.translate(ESCAPED)}",
        f"LOCATION:{one.location.translate(ESCAPED)}" if one.location else "",
        f"URL:{url}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
    ]
    return [line for line in lines if line]


def _when(on: date | datetime) -> list[str]:
    """A day lasts to the next one; a moment ends where it begins."""
    if isinstance(on, datetime):
        return [f"DTSTART:{_utc(on)}"]
    return [f"DTSTART;VALUE=DATE:{on:%Y%m%d}", f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}"]


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 octets, never inside a letter; each further one begins blank."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
