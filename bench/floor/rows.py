"""Rows as they begin: every column of a table with the value that its model gives it by itself."""

from django.db.models import Model
from psycopg.types.json import Jsonb

from motcua.casework.dossiers.models import ClockMark, Dossier, Paper, Result, ResultReturn, Slip, StepRun
from motcua.casework.dossiers.models import SupplementRound as Round
from motcua.casework.dossiers.papers.sets import SETS
from motcua.casework.dossiers.words import SlipForm


def fresh(model: type[Model], **given: object) -> dict[str, object]:
    """Give the columns of a model with their defaults, and what is given instead."""
    found: dict[str, object] = {}
    for field in model._meta.concrete_fields:
        if field.has_db_default():
            continue
        value = None if field.null else field.get_default()
        assert field.column is not None, "a concrete field has its column"
        found[field.column] = Jsonb(value) if isinstance(value, dict | list) else value
    return {**found, **given}


_RECEIPT = SETS[-1].forms[SlipForm.M01]
DOSSIER = fresh(Dossier)
PAPER = fresh(Paper, name="Tờ khai đăng ký khai sinh", form="electronic", source="e_form")
RESULT = fresh(Result, state="drafted", outcome="granted", title="Giấy khai sinh")
RETURN = fresh(ResultReturn)
MARK = fresh(ClockMark, reason="bench")
STAY = fresh(StepRun)
SLIP = fresh(Slip, form=SlipForm.M01.value, form_set=SETS[-1].version, form_code=_RECEIPT.code)
ROUND = fresh(Round, number=1)
