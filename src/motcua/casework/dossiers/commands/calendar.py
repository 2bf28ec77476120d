"""Running dossiers go over to a newer calendar: one recorded batch, with its basis, never by itself."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.casework.dossiers.commands import ticking
from motcua.casework.dossiers.models import CalendarMove, Dossier, StepRun
from motcua.casework.dossiers.queries.calendar import running_under, step_due
from motcua.casework.dossiers.reckoning import calendar_of
from motcua.casework.dossiers.words import Why
from motcua.reference.org import commands as calendars
from motcua.reference.org import queries as org
from motcua.reference.org.models import CalendarDecision


@command
def move_calendar(
    *,
    number: int,
    dossier_ids: Sequence[UUID],
    legal_basis: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> CalendarDecision | Refusal:
    """Move the chosen running dossiers to the calendar after a decision in force.

    What has ended meanwhile, or runs by that calendar already, is left alone. The slips that were printed
    and the date first promised stay on record.
    """
    decision = org.calendar_decision_in_force(number)
    if decision is None:
        return Refusal(Why.CALENDAR_NOT_IN_FORCE)
    if not clean(legal_basis):
        return Refusal(Why.NO_LEGAL_GROUND)
    # In one order everywhere, so that two batches never wait for each other.
    chosen = running_under(decision).filter(pk__in=list(dossier_ids)).order_by("id")
    moved = [
        _move(dossier, decision, clean(legal_basis), by=by, at=at)
        for dossier in chosen.select_for_update(of=("self",))
    ]
    if not moved:
        return Refusal(Why.NOTHING_TO_MOVE)
    journal.write(
        "calendar.dossiers_moved",
        about=decision,
        by=by,
        at=at,
        data={"number": number, "count": len(moved), "basis": clean(legal_basis), "dossiers": moved},
    )
    return decision


@command
def change_calendar(
    *,
    decision_id: UUID,
    dossier_ids: Sequence[UUID],
    legal_basis: str,
    by: Actor,
    at: datetime,
    key: str = "",
) -> CalendarDecision | Refusal:
    """Put a draft in force and move the chosen dossiers, as one whole; one in force only moves them."""
    before = org.calendar_decision(decision_id)
    if before is None or before.number is None:
        decision = calendars.put_calendar_in_force(decision_id=decision_id, by=by, at=at)
        if isinstance(decision, Refusal) or not dossier_ids:
            return decision
    elif not dossier_ids:
        return Refusal(Why.NOTHING_TO_MOVE)
    else:
        decision = before
    assert decision.number is not None, "in force by now"
    return move_calendar(
        number=decision.number, dossier_ids=dossier_ids, legal_basis=legal_basis, by=by, at=at
    )


def _move(dossier: Dossier, decision: CalendarDecision, basis: str, *, by: Actor, at: datetime) -> str:
    assert dossier.calendar_number is not None, "a running dossier has its calendar"
    assert decision.number is not None, "a decision in force has its number"
    before, old = dossier.calendar_number, dossier.due_at
    dossier.calendar_number = decision.number
    ticking.project(dossier)
    CalendarMove.objects.create(
        dossier=dossier,
        seq=dossier.calendar_moves.count() + 1,
        from_number=before,
        to_number=decision.number,
        old_due_at=old,
        new_due_at=dossier.due_at,
        legal_basis=basis,
        at=at,
    )
    _move_step(dossier)
    dossier.revision += 1
    dossier.save(update_fields=["calendar_number", "revision", *ticking.PROJECTED])
    journal.write(
        "dossier.calendar_moved",
        about=dossier,
        by=by,
        at=at,
        data={"old": old, "due": dossier.due_at, "from": before, "calendar": decision.number, "basis": basis},
    )
    return str(dossier.pk)


def _move_step(dossier: Dossier) -> None:
    run = StepRun.objects.filter(dossier=dossier, ended_at=None).first()
    if run is not None:
        run.due_at = step_due(dossier, run, calendar_of(dossier))
        run.save(update_fields=["due_at"])
