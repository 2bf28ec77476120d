"""The working calendar changes by decisions: drafted line by line, then put in force once for all."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from motcua.base.access import Actor
from motcua.base.clock.calendar import WORKED, Shifts
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.org.models import CalendarDay, CalendarDecision, CalendarWeek
from motcua.reference.org.rules import plain_of, within_calendar
from motcua.reference.org.words import DAY_KINDS, CalendarState, Why

FOUNDATION = 1
MOST_DAYS = 31


@command
def draft_calendar(
    *,
    agency_id: UUID | None,
    title: str,
    document: str,
    document_on: date,
    final_year: int | None = None,
    note: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
) -> CalendarDecision | Refusal:
    """Begin a decision about the calendar, of one agency or (None) of the whole country."""
    if not clean(document):
        return Refusal(Why.NO_DOCUMENT)
    decision = CalendarDecision.objects.create(
        agency_id=agency_id,
        title=clean(title),
        document=clean(document),
        document_on=document_on,
        final_year=final_year if agency_id is None else None,
        note=note,
        drafted_at=at,
        drafted_by_id=by.person,
    )
    journal.write("calendar.drafted", about=decision, by=by, at=at, data={"document": decision.document})
    return decision


@command
def set_day(
    *,
    decision_id: UUID,
    day: date,
    until: date | None = None,
    kind: str,
    name: str = "",
    basis: str = "",
    shifts: Shifts | None = None,
    by: Actor,
    at: datetime,
    key: str = "",
) -> CalendarDecision | Refusal:
    """Say in a draft how a day, or some in a row, differ; a second line about a day replaces the first."""
    decision = _draft(decision_id)
    if isinstance(decision, Refusal):
        return decision
    worked, last = kind in WORKED, until or day
    if not within_calendar(day) or not within_calendar(last) or kind not in DAY_KINDS:
        return Refusal(Why.DAY_OUT_OF_CALENDAR)
    if last < day:
        return Refusal(Why.SPAN_BACKWARDS)
    if (last - day).days >= MOST_DAYS:
        return Refusal(Why.TOO_MANY_DAYS)
    if kind == "half_day" and not shifts:
        return Refusal(Why.HALF_DAY_NEEDS_SHIFTS)
    line = {
        "kind": kind,
        "name": clean(name),
        "basis": clean(basis),
        "shifts": plain_of(shifts) if worked and shifts else None,
    }
    for ordinal in range(day.toordinal(), last.toordinal() + 1):
        one = date.fromordinal(ordinal)
        CalendarDay.objects.update_or_create(decision=decision, day=one, defaults=line)
    said = {"day": day, "until": last, "kind": kind}
    journal.write("calendar.day_set", about=decision, by=by, at=at, data=said)
    return decision


@command
def drop_day(
    *, decision_id: UUID, day: date, by: Actor, at: datetime, key: str = ""
) -> CalendarDecision | Refusal:
    """Take the line about a day out of a draft."""
    decision = _draft(decision_id)
    if isinstance(decision, Refusal):
        return decision
    decision.days.filter(day=day).delete()
    journal.write("calendar.day_dropped", about=decision, by=by, at=at, data={"day": day})
    return decision


@command
def set_week(
    *,
    decision_id: UUID,
    valid_from: date,
    shifts: Mapping[int, Shifts],
    by: Actor,
    at: datetime,
    key: str = "",
) -> CalendarDecision | Refusal:
    """Say in a draft the shifts of each weekday from a day on; no shifts give those of the country back."""
    decision = _draft(decision_id)
    if isinstance(decision, Refusal):
        return decision
    if not within_calendar(valid_from):
        return Refusal(Why.DAY_OUT_OF_CALENDAR)
    if decision.agency_id is None and not any(shifts.values()):
        return Refusal(Why.WEEK_WITHOUT_WORK)
    plain = {str(weekday): plain_of(one) for weekday, one in sorted(shifts.items()) if one}
    CalendarWeek.objects.update_or_create(
        decision=decision, valid_from=valid_from, defaults={"shifts": plain}
    )
    journal.write("calendar.week_set", about=decision, by=by, at=at, data={"from": valid_from})
    return decision


@command
def drop_week(
    *, decision_id: UUID, valid_from: date, by: Actor, at: datetime, key: str = ""
) -> CalendarDecision | Refusal:
    """Take the hours from a day on out of a draft."""
    decision = _draft(decision_id)
    if isinstance(decision, Refusal):
        return decision
    decision.weeks.filter(valid_from=valid_from).delete()
    journal.write("calendar.week_dropped", about=decision, by=by, at=at, data={"from": valid_from})
    return decision


@command
def drop_calendar_draft(*, decision_id: UUID, by: Actor, at: datetime) -> CalendarDecision | Refusal:
    """Throw a draft away; what was in force stays so."""
    decision = _draft(decision_id)
    if isinstance(decision, Refusal):
        return decision
    journal.write("calendar.draft_dropped", about=decision, by=by, at=at)
    CalendarDecision.objects.filter(pk=decision.pk).delete()
    return decision


@command
def put_calendar_in_force(
    *, decision_id: UUID, by: Actor, at: datetime, key: str = ""
) -> CalendarDecision | Refusal:
    """Put a draft in force, with the next number; from then on it never changes.

    No running dossier moves by this: each keeps the calendar under which it was accepted.
    """
    decision = _draft(decision_id)
    if isinstance(decision, Refusal):
        return decision
    if not (decision.days.exists() or decision.weeks.exists() or decision.final_year):
        return Refusal(Why.DECISION_EMPTY)
    decision.number = _next_number()
    decision.state = CalendarState.IN_FORCE.value
    decision.in_force_at, decision.in_force_by_id = at, by.person
    decision.save(update_fields=["number", "state", "in_force_at", "in_force_by"])
    journal.write("calendar.put_in_force", about=decision, by=by, at=at, data={"number": decision.number})
    return decision


def _draft(decision_id: UUID) -> CalendarDecision | Refusal:
    """Lock a decision; only a draft may be touched."""
    decision = CalendarDecision.objects.select_for_update().filter(pk=decision_id).first()
    if decision is None or decision.state != CalendarState.DRAFT:
        return Refusal(Why.DECISION_IN_FORCE)
    return decision


def _next_number() -> int:
    """Draw a number: after every number in force, and never one that was drawn before.

    Whoever draws holds the first decision until the end, so that a number seen is never followed by the
    arrival of a smaller one; the sequence keeps a number that was given up from coming back.
    """
    CalendarDecision.objects.select_for_update().get(number=FOUNDATION)
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('org_calendar_number')")
        (number,) = cursor.fetchone()
    return int(number)
