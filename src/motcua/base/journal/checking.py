"""The whole journal is verified every night, and when that was stands in the journal itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from motcua.base.access import Actor, system
from motcua.base.clock import now
from motcua.base.journal import roots
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.journal.reading import Row, rows_of
from motcua.base.journal.verifier import Report
from motcua.base.queue import task

WORKER: Final = system("journal")


@dataclass(frozen=True)
class Whole:
    """The journal as a thing of its own."""

    pk: UUID
    THING: str = "journal"


WHOLE: Final = Whole(UUID(int=0))


@command
def note_check(*, report: Report, by: Actor, at: datetime) -> Report:
    """Note what a check of the whole journal found."""
    verb = "journal.verified" if report.whole else "journal.broken"
    data = {"rows": report.rows, "chains": report.chains, "faults": len(report.faults)}
    journal.write(verb, about=WHOLE, by=by, at=at, data=data)
    return report


def last_check() -> Row | None:
    """Give the newest check of the whole journal."""
    rows = rows_of(journal.thing_of(WHOLE))
    return rows[-1] if rows else None


@task("journal.verify", every="30 1 * * *")
def verify_nightly(*, timestamp: int) -> None:
    """Verify the whole journal, chains and roots."""
    note_check(report=roots.check(), by=WORKER, at=now())
