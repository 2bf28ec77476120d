"""Why nobody can file under a procedure on a day."""

from datetime import date

from motcua.base.clock.sentences import short_date
from motcua.base.rooms import Refusal
from motcua.casework.dossiers.words import Why
from motcua.reference.catalogue import queries as catalogue


def why_not(code: str, on: date) -> Refusal:
    """Say that a newer version holds, or by which decision a procedure ended and what takes its place."""
    if catalogue.effective_version(code, on) is not None:
        return Refusal(Why.NEWER_VERSION)
    closed = catalogue.closed(code, on)
    if closed is None:
        return Refusal(Why.VERSION_NOT_EFFECTIVE)
    facts = {"since": short_date(closed.since), "decision": closed.decision_no}
    if not closed.successor_code:
        return Refusal(Why.PROCEDURE_ABOLISHED, facts)
    return Refusal(
        Why.PROCEDURE_REPLACED,
        {**facts, "code": closed.successor_code, "title": closed.successor_title or closed.successor_code},
    )
