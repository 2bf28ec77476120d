"""How a complete dossier is accepted: its code, its clock, its first step, its receipt."""

from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock.segments import MarkKind
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.commands import serials, slips, steps, ticking
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.commands.telling import note_accepted
from motcua.casework.dossiers.commands.transferring import note_home
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Move, SlipForm, Why
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org import queries as org
from motcua.reference.people import commands as people

ACCEPTED = (
    *("code", "accepted_at", "accepted_by", "calendar_number", "route", "transfer", "home_counter"),
    *(*steps.PLACE, *ticking.PROJECTED),
)


@command
def accept(
    *,
    dossier_id: UUID,
    right_checked: bool = False,
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Accept an online dossier: the code is allotted, the clock starts, M01 is issued.

    `right_checked` says that the papers of whoever files for another were checked: that confirms the right.
    """
    held = hold(dossier_id, Move.ACCEPT, by=by, at=at, seen=seen, also=("receiving_unit",))
    if isinstance(held, Refusal):
        return held
    if right_checked and held.dossier.representation_id:
        people.confirm_representation(representation_id=held.dossier.representation_id, by=by, at=at)
    refusal = take_over(held, by=by, at=at)
    if refusal is not None:
        return refusal
    save(held, *ACCEPTED)
    note_accepted(held, by, at)
    return held.dossier


def take_over(held: Held, *, by: Actor, at: datetime) -> Refusal | None:
    """Give a complete dossier its code, its clock, its first step and its receipt."""
    dossier = held.dossier
    rule = catalogue.parts_of(dossier.version_id).rule_for(dossier.case_id, dossier.channel)
    if rule is None or (rule.duration_value is None and not rule.no_fixed_date):
        return Refusal(Why.NO_DURATION)
    if not held.route.steps:
        return Refusal(Why.NO_ROUTE)
    dossier.code = serials.dossier_code(dossier.receiving_unit, at)
    dossier.accepted_at, dossier.accepted_by_id = at, by.person
    dossier.calendar_number = org.calendar_number()
    note_home(dossier, at)
    ticking.mark(dossier, MarkKind.START, at=at, reason="accepted")
    steps.begin_reception(held, by=by, at=at)
    facts = receipt_facts(held)
    lacking = slips.lacking(dossier, SlipForm.M01, facts, at=at)
    if lacking is None:
        slips.issue(dossier, SlipForm.M01, facts, by=by, at=at)
    return lacking


def receipt_facts(held: Held) -> dict[str, Any]:
    """Give what the receipt says beyond the frozen version: papers and dates as they are now."""
    dossier = held.dossier
    assert dossier.accepted_at is not None, "a receipt follows acceptance"
    return {
        "papers": [[paper.name, paper.form, paper.quantity, paper.source] for paper in held.papers],
        "accepted_at": dossier.accepted_at.isoformat(),
        "due_at": dossier.due_at.isoformat() if dossier.due_at else None,
        "due_by_instant": dossier.due_by_instant,
        "applicant": dossier.applicant,
        "submitter": dossier.submitter.full_name if dossier.submitter_id != dossier.owner_id else "",
        **_late_facts(dossier),
    }


def _late_facts(dossier: Dossier) -> dict[str, Any]:
    """Give why the receipt was printed later than the dossier was taken in; most have no such reason."""
    if dossier.outage is None or dossier.entered_at is None:
        return {}
    outage = dossier.outage
    return {
        "entered_late": {
            "entered_at": dossier.entered_at.isoformat(),
            "began_at": outage.began_at.isoformat(),
            "ended_at": outage.ended_at.isoformat(),
        }
    }
