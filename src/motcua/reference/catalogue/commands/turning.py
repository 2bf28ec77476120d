"""A version under its lock, as the rules of its life judge it."""

from uuid import UUID

from motcua.reference.catalogue import rules
from motcua.reference.catalogue.models import Procedure, ProcedureVersion
from motcua.reference.catalogue.words import VersionState


def standing_of(version: ProcedureVersion) -> rules.Standing:
    """Give what the rules of its life judge."""
    return rules.Standing(
        VersionState(version.state), version.number, version.drafted_by, version.checked_at is not None
    )


def locked(version_id: UUID) -> ProcedureVersion:
    """Give a version under the lock of its procedure, so that versions come and go one at a time."""
    Procedure.objects.select_for_update().get(versions=version_id)
    return (
        ProcedureVersion.objects.select_for_update(of=("self",))
        .select_related("procedure")
        .get(pk=version_id)
    )
