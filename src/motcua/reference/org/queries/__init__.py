"""Reading the organisation."""

from motcua.reference.org.queries.calendar import (
    calendar_decision,
    calendar_decision_in_force,
    calendar_decisions,
    calendar_for,
    calendar_number,
    calendar_with,
    document_of,
    forget_calendars,
    lines_of,
    week_of,
)
from motcua.reference.org.queries.staff import (
    actor_of,
    actor_of_request,
    agencies_served,
    colleagues,
    counter_of,
    names_of_staff,
    regulation,
    title_of,
    unit,
    unit_for,
)

__all__ = [
    "actor_of",
    "actor_of_request",
    "agencies_served",
    "calendar_decision",
    "calendar_decision_in_force",
    "calendar_decisions",
    "calendar_for",
    "calendar_number",
    "calendar_with",
    "colleagues",
    "counter_of",
    "document_of",
    "forget_calendars",
    "lines_of",
    "names_of_staff",
    "regulation",
    "title_of",
    "unit",
    "unit_for",
    "week_of",
]
