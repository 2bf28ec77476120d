"""Storage of the organisation. Nothing is renamed or moved in place: a change is a successor with dates."""

from motcua.reference.org.models.agencies import Agency, CounterService, Unit
from motcua.reference.org.models.calendar import CalendarDay, CalendarDecision, CalendarWeek
from motcua.reference.org.models.delegation import Delegation
from motcua.reference.org.models.regulation import Regulation
from motcua.reference.org.models.spans import DateSpan
from motcua.reference.org.models.staff import Appointment, Position, Post, Staff

__all__ = [
    "Agency",
    "Appointment",
    "CalendarDay",
    "CalendarDecision",
    "CalendarWeek",
    "CounterService",
    "DateSpan",
    "Delegation",
    "Position",
    "Post",
    "Regulation",
    "Staff",
    "Unit",
]
