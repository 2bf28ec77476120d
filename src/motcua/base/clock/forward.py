"""When an accepted dossier must leave the counter."""

from datetime import date, datetime, time, timedelta

from motcua.base.clock import ZONE, local
from motcua.base.clock.calendar import Calendar


def forward_by(accepted_at: datetime, calendar: Calendar, cutoff: time) -> datetime:
    """Return the moment by which an accepted dossier must be forwarded to the competent office.

    Up to and including the cutoff: the closing time of the same working day; later, or on a day off: the
    opening of the next working day. It never moves the due date (Decree 61/2018, article 18).
    """
    accepted = local(accepted_at)
    shifts = calendar.shifts_on(accepted.date())
    if shifts and accepted.time() <= min(cutoff, shifts[-1].closes):
        return datetime.combine(accepted.date(), shifts[-1].closes, ZONE)
    return opening_after(accepted.date(), calendar)


def opening_after(day: date, calendar: Calendar) -> datetime:
    """Return the first working moment after a day. Raises OutOfCalendar."""
    following = day + timedelta(days=1)
    while not (shifts := calendar.shifts_on(following)):
        following += timedelta(days=1)
    return datetime.combine(following, shifts[0].opens, ZONE)
