"""A limit of law gets a new value; running dossiers that it moves are one recorded batch, seen before."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.queries.limits import Limit, Shifted, would_shift
from motcua.casework.dossiers.words import Why
from motcua.reference.org import commands as limits
from motcua.reference.org.models import Regulation


@command
def change_limit(
    *,
    code: str,
    value: int,
    unit: str,
    legal_basis: str,
    certainty: str,
    valid_from: date,
    dossier_ids: Sequence[UUID],
    by: Actor,
    at: datetime,
    key: str = "",
) -> Regulation | Refusal:
    """Set a limit from a day on; `dossier_ids` are those whose move was seen before it was wanted.

    Each of them gets a row with both moments, the limit one for the batch. When others would move by now,
    nothing is done.
    """
    moved = would_shift(code, Limit(value, unit), valid_from)
    if {one.dossier.pk for one in moved} != set(dossier_ids):
        return Refusal(Why.OTHERS_WOULD_MOVE)
    made = limits.set_regulation(
        code=code,
        value=value,
        unit=unit,
        legal_basis=legal_basis,
        certainty=certainty,
        valid_from=valid_from,
        by=by,
        at=at,
    )
    if isinstance(made, Refusal) or not moved:
        return made
    for one in moved:
        _note(one, made, by=by, at=at)
    data = {"code": code, "count": len(moved), "basis": legal_basis}
    dossiers = [str(one.dossier.pk) for one in moved]
    journal.write("regulation.dossiers_moved", about=made, by=by, at=at, data={**data, "dossiers": dossiers})
    return made


def _note(one: Shifted, made: Regulation, *, by: Actor, at: datetime) -> None:
    data = {"code": made.code, "old": one.old, "new": one.new, "basis": made.legal_basis}
    journal.write("dossier.limit_moved", about=one.dossier, by=by, at=at, data=data)
