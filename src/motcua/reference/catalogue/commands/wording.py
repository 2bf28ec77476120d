"""A controller edits the wordbook; what came with the program stays beneath."""

from collections.abc import Iterable
from datetime import datetime

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.reference.catalogue import rules
from motcua.reference.catalogue.models import Procedure, WordingLine
from motcua.reference.catalogue.words import Why, Wording


@command
def put_wording(
    *,
    kind: Wording,
    said: str,
    meant: str = "",
    codes: Iterable[str] = (),
    weight: float = 1.0,
    switched_off: bool = False,
    note: str = "",
    by: Actor,
    at: datetime,
    key: str = "",
) -> WordingLine | Refusal:
    """Say a line of the wordbook, instead of any line that said the same before; or switch it off."""
    said, meant, named = (
        clean(said).lower(),
        clean(meant),
        tuple(dict.fromkeys(filter(None, map(clean, codes)))),
    )
    why = rules.wording_fault(kind, said, meant, named, weight)
    if why:
        return Refusal(why)
    known = set(Procedure.objects.filter(code__in=named).values_list("code", flat=True))
    unknown = next((code for code in named if code not in known), "")
    if unknown and not switched_off:
        return Refusal(Why.UNKNOWN_CODE, {"code": unknown})
    line = WordingLine.objects.select_for_update().filter(kind=kind, said=said).first()
    line = line or WordingLine(kind=kind.value, said=said)
    line.meant, line.codes, line.weight = meant, list(named), weight
    line.switched_off, line.note, line.changed_at = switched_off, clean(note), at
    line.save()
    journal.write(
        "wording.put",
        about=line,
        by=by,
        at=at,
        data={"kind": kind.value, "said": said, "codes": line.codes, "switched_off": switched_off},
    )
    return line
