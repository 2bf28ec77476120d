"""The working calendar as decided.

A decision never changes once it is in force, and its number is never given again, so what was folded once
holds for ever: calendars are kept per process.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from motcua.base.clock.calendar import Calendar, DayException, DayKind, Week
from motcua.reference.org import rules
from motcua.reference.org.models import CalendarDay, CalendarDecision, CalendarWeek
from motcua.reference.org.rules import Decided
from motcua.reference.org.words import WITHDRAWN, CalendarState

KEPT = 64  # a folded calendar takes about a megabyte
Numbers = tuple[int, ...]


def calendar_number() -> int:
    """Give the number of the newest decision in force."""
    newest = CalendarDecision.objects.aggregate(number=Max("number"))["number"]
    assert isinstance(newest, int), "the days off of the whole country come with the house"
    return newest


def calendar_for(agency_id: UUID | None, number: int | None = None) -> Calendar:
    """Give the working calendar of an agency after the decision with a number, or after the newest.

    Without an agency it is that of the whole country.
    """
    return _folded(*_applying(agency_id, calendar_number() if number is None else number))


def calendars_with(decision: CalendarDecision) -> Callable[[UUID | None], Calendar]:
    """Give the calendars after a decision, by agency; a draft is taken as if it were in force now.

    Agencies without decisions of their own share one calendar.
    """
    if decision.number is not None:
        return partial(calendar_for, number=decision.number)
    number = calendar_number()
    kept: dict[Numbers, Calendar] = {}

    def calendar(agency_id: UUID | None) -> Calendar:
        national, own = _applying(agency_id, number)
        if own not in kept:
            kept[own] = _with_draft(decision, national, own)
        return kept[own]

    return calendar


def _with_draft(decision: CalendarDecision, national: Numbers, own: Numbers) -> Calendar:
    said = _decided([*national, *own])
    drafted = _read(decision, decision.days.all(), decision.weeks.all())
    before, mine = [said[one] for one in national], [said[one] for one in own]
    if decision.agency_id is None:
        return rules.fold([*before, drafted], mine)
    return rules.fold(before, [*mine, drafted])


def forget_calendars() -> None:
    """Forget what was folded; for tests, whose databases begin anew."""
    _applying.cache_clear()
    _folded.cache_clear()


@lru_cache(maxsize=8192)
def _applying(agency_id: UUID | None, number: int) -> tuple[Numbers, Numbers]:
    """Give the numbers of the decisions that bind everybody, and of those that bind the agency alone."""
    in_force = CalendarDecision.objects.filter(Q(agency=None) | Q(agency_id=agency_id), number__lte=number)
    national: list[int] = []
    own: list[int] = []
    for one, whose in in_force.order_by("number").values_list("number", "agency_id"):
        if one is not None:
            (national if whose is None else own).append(one)
    return tuple(national), tuple(own)


@lru_cache(maxsize=KEPT)
def _folded(national: Numbers, own: Numbers) -> Calendar:
    said = _decided([*national, *own])
    return rules.fold([said[one] for one in national], [said[one] for one in own])


def _decided(numbers: Iterable[int]) -> dict[int, Decided]:
    found = CalendarDecision.objects.filter(number__in=list(numbers)).prefetch_related("days", "weeks")
    return {one.number: _read(one, one.days.all(), one.weeks.all()) for one in found if one.number}


def _read(decision: CalendarDecision, days: Iterable[CalendarDay], weeks: Iterable[CalendarWeek]) -> Decided:
    basis = document_of(decision)
    return Decided(
        {one.day: _day(one, basis) for one in days},
        {one.valid_from: week_of(one, basis) for one in weeks},
        decision.final_year,
    )


def _day(row: CalendarDay, basis: str) -> DayException | None:
    if row.kind == WITHDRAWN:
        return None
    return DayException(DayKind(row.kind), row.name, row.basis or basis, rules.shifts_of(row.shifts))


def week_of(row: CalendarWeek, basis: str = "") -> Week | None:
    """Give a stored week; None when it gives the hours of the whole country back."""
    shifts = {int(weekday): rules.shifts_of(plain) or () for weekday, plain in row.shifts.items()}
    return Week(shifts, row.valid_from, basis) if any(shifts.values()) else None


def document_of(decision: CalendarDecision) -> str:
    """Give the legal basis of a decision as one reads it."""
    return f"{decision.document} ngày {decision.document_on:%d/%m/%Y}"


def calendar_decisions(agency_id: UUID | None) -> QuerySet[CalendarDecision]:
    """Give the decisions in force that bind an agency, or everybody, the newest first."""
    rows = CalendarDecision.objects.filter(Q(agency=None) | Q(agency_id=agency_id), number__isnull=False)
    return rows.select_related("agency").order_by("-number")


def calendar_drafts() -> QuerySet[CalendarDecision]:
    """Give the decisions that are being drafted, whomever they are about."""
    rows = CalendarDecision.objects.filter(state=CalendarState.DRAFT.value).select_related("agency")
    return rows.order_by("-drafted_at", "id")


def calendar_decision(decision_id: UUID) -> CalendarDecision | None:
    """Give one decision with the agency it is about."""
    return CalendarDecision.objects.select_related("agency").filter(pk=decision_id).first()


def calendar_decision_in_force(number: int) -> CalendarDecision | None:
    """Give the decision with a number."""
    return CalendarDecision.objects.select_related("agency").filter(number=number).first()


def lines_of(decision: CalendarDecision) -> tuple[list[CalendarDay], list[CalendarWeek]]:
    """Give the days and weeks of a decision in the order of time."""
    return list(decision.days.order_by("day")), list(decision.weeks.order_by("valid_from"))
