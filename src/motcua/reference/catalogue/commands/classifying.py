"""What is known about a procedure apart from its versions: life events, levels, other codes, its name."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.catalogue.models import Procedure, ProcedureCode
from motcua.reference.catalogue.words import CodeKind, Level, Why


@command
def classify(
    *,
    procedure_id: UUID,
    levels: Iterable[Level],
    life_events: Iterable[str],
    name_doubtful: bool,
    by: Actor,
    at: datetime,
    key: str = "",
) -> Procedure:
    """Say at which levels a procedure is decided, in which events of a life, and whether its name is sure."""
    procedure = Procedure.objects.select_for_update().get(pk=procedure_id)
    procedure.levels = [level.value for level in levels]
    procedure.life_events = list(dict.fromkeys(filter(None, map(clean, life_events))))
    procedure.name_doubtful = name_doubtful
    procedure.save(update_fields=["levels", "life_events", "name_doubtful"])
    journal.write(
        "procedure.classified",
        about=procedure,
        by=by,
        at=at,
        data={"levels": procedure.levels, "name_doubtful": name_doubtful},
    )
    return procedure


@command
def add_code(
    *, procedure_id: UUID, code: str, kind: CodeKind, by: Actor, at: datetime, key: str = ""
) -> ProcedureCode | Refusal:
    """Keep another code under which a procedure is known."""
    procedure, code = Procedure.objects.get(pk=procedure_id), clean(code)
    if ProcedureCode.objects.filter(code=code).exists() or Procedure.objects.filter(code=code).exists():
        return Refusal(Why.CODE_TWICE, {"code": code})
    made = ProcedureCode.objects.create(procedure=procedure, code=code, kind=kind.value)
    journal.write(
        "procedure.code_added", about=procedure, by=by, at=at, data={"code": code, "kind": kind.value}
    )
    return made
