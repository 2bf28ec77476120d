"""Limits of law are set here, from a day on."""

from datetime import date, datetime, timedelta

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reference.org.models import Regulation
from motcua.reference.org.rules import HOUR_OF_DAY, HOURS, units_of
from motcua.reference.org.words import Why


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
    key: str = "",
) -> Regulation | Refusal:
    """Set a limit of law from a day on; the one before it ends the day before."""
    if unit not in units_of(code):
        return Refusal(Why.REGULATION_UNIT)
    if unit == HOUR_OF_DAY and not 0 <= value < HOURS:
        return Refusal(Why.REGULATION_NO_HOUR)
    before = Regulation.objects.select_for_update().filter(code=code, valid_to=None).first()
    if before is not None:
        if valid_from <= before.valid_from:
            return Refusal(Why.REGULATION_NOT_LATER, {"from_day": f"{before.valid_from:%d/%m/%Y}"})
        if (value, unit, legal_basis) == (before.value, before.unit, before.legal_basis):
            return Refusal(Why.REGULATION_SAME)
        before.valid_to = valid_from - timedelta(days=1)
        before.save(update_fields=["valid_to"])
    made = Regulation.objects.create(
        code=code, value=value, unit=unit, legal_basis=legal_basis, certainty=certainty, valid_from=valid_from
    )
    journal.write(
        "regulation.set", about=made, by=by, at=at, data={"code": code, "value": value, "unit": unit}
    )
    return made
