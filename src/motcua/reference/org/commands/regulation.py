"""Limits of law are set here, from a day on."""

from datetime import date, datetime

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.reference.org.models import Regulation


@command
def set_regulation(
    *,
    code: str,
    value: int,
    unit: str,
    legal_basis: str,
    certainty: str,
    valid_from: date,
    by: Actor,
    at: datetime,
) -> Regulation:
    """Set a limit of law from a day on; the one before it ends the day before."""
    Regulation.objects.filter(code=code, valid_to=None).update(
        valid_to=date.fromordinal(valid_from.toordinal() - 1)
    )
    made = Regulation.objects.create(
        code=code, value=value, unit=unit, legal_basis=legal_basis, certainty=certainty, valid_from=valid_from
    )
    journal.write(
        "regulation.set", about=made, by=by, at=at, data={"code": code, "value": value, "unit": unit}
    )
    return made
