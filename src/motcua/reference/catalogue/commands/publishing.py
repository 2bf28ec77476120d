"""A version becomes what people may rely on, and ends."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.base.access import Actor
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reference.catalogue import rules
from motcua.reference.catalogue.commands.laying import approve_founding
from motcua.reference.catalogue.commands.turning import locked, standing_of
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.queries import as_drafted
from motcua.reference.catalogue.words import Origin, VersionMove, VersionState, Why


@command
def publish_version(
    *, version_id: UUID, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """Publish a signed version: from now on it never changes, and the one before it ends the day before.

    The house itself, which loads what was signed elsewhere, publishes a draft.
    """
    version = locked(version_id)
    after = rules.decide(standing_of(version), VersionMove.PUBLISH, by=by.account)
    if isinstance(after, Refusal):
        return after
    refusal = rules.fault(as_drafted(version)) or give_way(version, by=by, at=at)
    if refusal:
        return refusal
    version.state, version.published_at = after.value, at
    version.save(update_fields=["state", "published_at"])
    approve_founding(version, by=by, at=at)
    _click(version, by=by, at=at)
    journal.write("version.published", about=version, by=by, at=at, data={"decision": version.decision_no})
    return version


@command
def end_version(
    *, version_id: UUID, last_day: date, by: Actor, at: datetime, key: str = ""
) -> ProcedureVersion | Refusal:
    """End a published version: the day after, nobody may file under it."""
    version = locked(version_id)
    if version.state != VersionState.PUBLISHED:
        return Refusal(Why.NOT_PUBLISHED, {"number": str(version.number)})
    start = version.effective_from
    if start is not None and last_day < start:
        return Refusal(
            Why.ENDS_BEFORE_START, {"last_day": f"{last_day:%d/%m/%Y}", "from_day": f"{start:%d/%m/%Y}"}
        )
    following = _published_beside(version).filter(
        effective_from__gt=start or date.min, effective_from__lte=last_day
    )
    if following.exists():
        return in_the_way(following.earliest("effective_from"))
    end(version, last_day, by=by, at=at)
    return version


def _click(version: ProcedureVersion, *, by: Actor, at: datetime) -> None:
    """A decision is public with the first version of it that is."""
    decision = version.decision
    if decision is not None and decision.published_at is None:
        decision.published_at = at
        decision.save(update_fields=["published_at"])
        journal.write("decision.published", about=decision, by=by, at=at, data={"number": decision.number})


def _published_beside(version: ProcedureVersion) -> QuerySet[ProcedureVersion]:
    return ProcedureVersion.objects.filter(
        procedure_id=version.procedure_id, state=VersionState.PUBLISHED
    ).exclude(pk=version.pk)


def give_way(version: ProcedureVersion, *, by: Actor, at: datetime) -> Refusal | None:
    """End the version before; refuse when a later one is in the way.

    A national record that begins no earlier is withdrawn: nobody may file under it.
    """
    overlapping = _published_beside(version)
    if version.effective_from is not None:
        overlapping = overlapping.filter(Q(effective_to=None) | Q(effective_to__gte=version.effective_from))
    if version.effective_to is not None:
        overlapping = overlapping.filter(Q(effective_from=None) | Q(effective_from__lte=version.effective_to))
    for other in overlapping.order_by("effective_from"):
        if _begins_before(other, version) and version.effective_from is not None:
            end(other, version.effective_from - timedelta(days=1), by=by, at=at)
        elif other.origin == Origin.NATIONAL:
            withdraw(other, by=by, at=at)
        else:
            return in_the_way(other)
    return None


def _begins_before(one: ProcedureVersion, other: ProcedureVersion) -> bool:
    return (one.effective_from or date.min) < (other.effective_from or date.min)


def in_the_way(other: ProcedureVersion) -> Refusal:
    """Say which published version forbids it."""
    start = f"{other.effective_from:%d/%m/%Y}" if other.effective_from else ""
    return Refusal(Why.NEWER_IN_FORCE, {"number": str(other.number), "from_day": start})


def end(version: ProcedureVersion, last_day: date, *, by: Actor, at: datetime) -> None:
    """Set the last day of a version."""
    version.effective_to = last_day
    version.save(update_fields=["effective_to"])
    journal.write("version.ended", about=version, by=by, at=at, data={"last_day": last_day})


def withdraw(version: ProcedureVersion, *, by: Actor, at: datetime) -> None:
    """Take a national record back before it was ever filed under."""
    version.state = VersionState.WITHDRAWN.value
    version.save(update_fields=["state"])
    journal.write("version.withdrawn", about=version, by=by, at=at, data={"number": version.number})
