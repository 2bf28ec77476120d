"""Slips: numbered and frozen with the act that issues them; the bytes follow from the facts."""

from datetime import datetime
from typing import Any

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.casework.dossiers.commands.serials import draw
from motcua.casework.dossiers.models import Dossier, Slip
from motcua.casework.dossiers.words import FORM_SET, SlipForm


def issue(dossier: Dossier, form: SlipForm, facts: dict[str, Any], *, by: Actor, at: datetime) -> Slip:
    """Issue a slip with the next number of its unit, year and form."""
    assert by.person is not None, "a slip is issued by an official"
    unit, year = dossier.receiving_unit, local(at).year
    return Slip.objects.create(
        dossier=dossier,
        form=form.value,
        form_set=FORM_SET,
        number=draw(f"slip:{unit.pk}:{year}:{form}"),
        year=year,
        unit=unit,
        facts=facts,
        issued_at=at,
        issued_by_id=by.person,
    )
