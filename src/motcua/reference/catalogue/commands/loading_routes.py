"""Loading routes from a file as templates: one file, one act, one row in the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import fold
from motcua.reference.catalogue.importing.routes.reading import ReadRoute
from motcua.reference.catalogue.importing.words import Fate
from motcua.reference.catalogue.models import RouteImport, RouteTemplate
from motcua.reference.catalogue.queries.routes import fate_of
from motcua.reference.catalogue.rules.routes.writing import step_written
from motcua.reference.catalogue.words import RouteWhy


@dataclass(frozen=True)
class RouteFile:
    """The file that is loaded: its name, the digest of its bytes, its rows that can be loaded."""

    name: str
    sha256: str
    rows: Sequence[ReadRoute]


@command
def import_routes(*, file: RouteFile, by: Actor, at: datetime) -> RouteImport | Refusal:
    """Load what is new or changed in a file as templates; the rest stays, and so does what the file lacks."""
    known = RouteTemplate.objects.select_for_update().in_bulk(
        [one.code for one in file.rows], field_name="code"
    )
    fates = {one.code: fate_of(one, known.get(one.code)) for one in file.rows}
    counts = {
        fate.value: list(fates.values()).count(fate) for fate in (Fate.NEW, Fate.CHANGED, Fate.UNCHANGED)
    }
    if counts[Fate.UNCHANGED] == len(file.rows):
        return Refusal(RouteWhy.NOTHING_NEW, {"file": file.name})
    batch = RouteImport.objects.create(
        file_name=file.name, sha256=file.sha256, rows=len(file.rows), counts=counts, at=at, by=by.account
    )
    for one in file.rows:
        if fates[one.code] is not Fate.UNCHANGED:
            RouteTemplate.objects.update_or_create(code=one.code, defaults={**_columns(one), "batch": batch})
    journal.write(
        "route.imported",
        about=batch,
        by=by,
        at=at,
        data={"sha256": file.sha256, "rows": batch.rows, "counts": counts},
    )
    return batch


def _columns(one: ReadRoute) -> dict[str, Any]:
    return {
        "name": one.name,
        "folded": fold(f"{one.code} {one.name}"),
        "digest": one.digest,
        "source": one.source,
        "hours": one.hours,
        "steps": [step_written(step) for step in one.steps],
        "flaws": [{"kind": found.kind.value, "facts": dict(found.facts)} for found in one.found],
    }
