"""Papers that the house makes are kept as bytes; what was opened is noted."""

from datetime import datetime
from uuid import UUID

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.casework.dossiers.models import Dossier, Result, Slip


@command
def keep_slip(*, slip_id: UUID, file: StoredFile, by: Actor, at: datetime) -> Slip:
    """Keep the bytes of an issued slip."""
    slip = Slip.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=slip_id)
    if slip.file_id is None:
        slip.file = file
        slip.save(update_fields=["file"])
    journal.write(
        "dossier.slip_kept", about=slip.dossier, by=by, at=at, data={"form": slip.form, "sha256": file.sha256}
    )
    return slip


@command
def keep_result(*, result_id: UUID, file: StoredFile, by: Actor, at: datetime) -> Result:
    """Keep the bytes of an issued result."""
    result = Result.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=result_id)
    if result.file_id is None:
        result.file = file
        result.save(update_fields=["file"])
    journal.write("dossier.result_kept", about=result.dossier, by=by, at=at, data={"sha256": file.sha256})
    return result


def note_look(dossier: Dossier, what: str, *, by: Actor, at: datetime, thing: str = "") -> None:
    """Note that an official opened a page, file or slip of a dossier, in the unit's chain of the day."""
    journal.write_read(
        f"dossier.{what}_opened",
        about=dossier,
        chain=f"{by.unit}:{local(at).date().isoformat()}",
        by=by,
        at=at,
        data={"thing": thing} if thing else {},
    )
