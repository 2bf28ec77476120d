"""The organisation changes here: agencies, units, positions, people, calendars, limits of law."""

from motcua.reference.org.commands.agencies import (
    found_agency,
    make_position,
    serve,
    set_up_unit,
    succeed_agency,
)
from motcua.reference.org.commands.calendar import (
    draft_calendar,
    drop_calendar_draft,
    drop_day,
    drop_week,
    put_calendar_in_force,
    set_day,
    set_week,
)
from motcua.reference.org.commands.delegation import delegate, end_delegation
from motcua.reference.org.commands.regulation import set_regulation
from motcua.reference.org.commands.staff import appoint, join, leave, move

__all__ = [
    "appoint",
    "delegate",
    "draft_calendar",
    "drop_calendar_draft",
    "drop_day",
    "drop_week",
    "end_delegation",
    "found_agency",
    "join",
    "leave",
    "make_position",
    "move",
    "put_calendar_in_force",
    "serve",
    "set_day",
    "set_regulation",
    "set_up_unit",
    "set_week",
    "succeed_agency",
]
