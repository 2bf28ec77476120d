"""An interlinked procedure: several agencies work on their shares at the same time, under one clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock.minutes import add_working_minutes, working_minutes_between
from motcua.base.clock.terms import Unit as Measure
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import rules
from motcua.casework.dossiers.commands import steps
from motcua.casework.dossiers.commands.consulting import ask, note
from motcua.casework.dossiers.commands.held import Held, hold, save
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.reckoning import duration_of
from motcua.casework.dossiers.words import Move, Why
from motcua.reference.org.models import Unit

HOURS_IN_DAY = Decimal(8)
_MINUTES = Decimal(60)


@dataclass(frozen=True)
class Part:
    """What one unit does of the whole, in how many working hours."""

    unit_id: UUID
    content: str
    hours: Decimal


@command
def open_shares(
    *,
    dossier_id: UUID,
    parts: Sequence[Part],
    own_hours: Decimal = Decimal(0),
    by: Actor,
    at: datetime,
    key: str = "",
    seen: int | None = None,
) -> Dossier | Refusal:
    """Give every agency its share at once; each ends by its own hours, the dossier keeps its one clock.

    `own_hours` is the lead's own share. Levels follow each other, so their shares must make up the whole.
    """
    held = hold(dossier_id, Move.OPEN_CONSULTATION, by=by, at=at, seen=seen, also=("competent_agency",))
    if isinstance(held, Refusal):
        return held
    units = Unit.objects.select_related("agency").in_bulk([one.unit_id for one in parts])
    refusal = _unfit(held, parts, units, own_hours)
    if refusal is not None:
        return refusal
    for part in parts:
        ends = add_working_minutes(at, int(part.hours * _MINUTES), held.calendar)
        asked = ask(held, part.unit_id, part.content, ends.date(), hours=part.hours, by=by, at=at)
        note(held, "dossier.share_opened", asked, by=by, at=at)
    save(held, *steps.touch(held, by=by, at=at))
    return held.dossier


def _unfit(held: Held, parts: Sequence[Part], units: dict[UUID, Unit], own_hours: Decimal) -> Refusal | None:
    if not parts or any(not one.content.strip() or one.hours <= 0 for one in parts):
        return Refusal(Why.NO_CONTENT)
    if any(one.unit_id not in units for one in parts):
        return Refusal(Why.UNIT_UNKNOWN)
    if any(one.unit_id == held.dossier.handling_unit_id for one in parts):
        return Refusal(Why.OWN_UNIT)
    total = _whole(held)
    if total is None:
        return None
    shares = [rules.Share(units[one.unit_id].agency.tier, one.hours) for one in parts]
    if own_hours > 0:
        shares.append(rules.Share(held.dossier.competent_agency.tier, own_hours))
    return rules.check_shares(shares, total)


def _whole(held: Held) -> Decimal | None:
    """Give the working hours of the whole limit; None without one."""
    dossier = held.dossier
    limit = duration_of(dossier)
    if limit is None or dossier.accepted_at is None or dossier.due_at is None:
        return None
    if limit.unit is Measure.HOUR:
        return Decimal(limit.amount)
    if limit.unit is Measure.WORKING_DAY:
        return limit.amount * HOURS_IN_DAY
    return working_minutes_between(dossier.accepted_at, dossier.due_at, held.calendar) // _MINUTES
