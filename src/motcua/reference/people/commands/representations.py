"""Somebody says that they act for another; the owner or an official confirms it; either side ends it."""

from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.clock import local
from motcua.base.clock.months import add_months
from motcua.base.files import commands as stored
from motcua.base.files.models import StoredFile
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.reference.org import queries as org
from motcua.reference.people import rules
from motcua.reference.people.commands.applicants import name_organisation, name_person
from motcua.reference.people.models import Applicant, Representation, RepresentationFile
from motcua.reference.people.words import Basis, Body, Identity, Mandate, Power, Why


@command
def represent_person(
    *, identity: Identity, mandate: Mandate, by: Actor, at: datetime, key: str = ""
) -> Representation | Refusal:
    """Note that a member acts for a person. It opens nothing of that person's but what is filed under it."""
    owner = name_person(identity=identity, by=by, at=at)
    if isinstance(owner, Refusal):
        return owner
    of_age = _of_age_on(identity.birth_date, local(at).date())
    return _represent(owner, identity, mandate, of_age, by=by, at=at)


@command
def represent_organisation(
    *, body: Body, mandate: Mandate, by: Actor, at: datetime, key: str = ""
) -> Representation | Refusal:
    """Note that a member acts for an organisation."""
    owner = name_organisation(body=body, by=by, at=at)
    if isinstance(owner, Refusal):
        return owner
    return _represent(owner, body, mandate, None, by=by, at=at)


@command
def confirm_representation(*, representation_id: UUID, by: Actor, at: datetime) -> Representation | Refusal:
    """Confirm that somebody acts for another: the owner does, or an official who checked the papers."""
    one = _locked(representation_id)
    if not _is_owners(one, by, at) and by.kind is not Kind.STAFF:
        return Refusal(Why.NOT_YOUR_REPRESENTATION)
    if one.confirmed_at is None and one.ended_at is None:
        one.confirmed_at, one.confirmed_by = at, journal.name_of(by)
        one.save(update_fields=["confirmed_at", "confirmed_by"])
    journal.write("representation.confirmed", about=one, by=by, at=at)
    return one


@command
def end_representation(*, representation_id: UUID, by: Actor, at: datetime) -> Representation | Refusal:
    """End a right to act for somebody, by its owner, by who has it, or by who stands for the owner."""
    one = _locked(representation_id)
    if by.person != one.representative_id and not _is_owners(one, by, at):
        return Refusal(Why.NOT_YOUR_REPRESENTATION)
    if one.ended_at is None:
        one.ended_at, one.ended_by = at, journal.name_of(by)
        one.save(update_fields=["ended_at", "ended_by"])
    journal.write("representation.ended", about=one, by=by, at=at)
    return one


@command
def add_document(
    *, representation_id: UUID, file: StoredFile, by: Actor, at: datetime
) -> RepresentationFile | Refusal:
    """Add a file of the document behind a right; the same bytes are there once.

    Only who has the right does so, while nobody has confirmed it by what was there.
    """
    one = _open_to(representation_id, by, at)
    if isinstance(one, Refusal):
        return one
    there = one.files.filter(file__content_mark=file.content_mark).first()
    added = there or RepresentationFile.objects.create(representation=one, file=file, added_at=at)
    journal.write("representation.document_added", about=one, by=by, at=at, data={"file": added.file_id})
    return added


@command
def remove_document(
    *, representation_id: UUID, document_id: UUID, by: Actor, at: datetime
) -> Representation | Refusal:
    """Take a file of the document out again, and let it go unless something else names it."""
    one = _open_to(representation_id, by, at)
    if isinstance(one, Refusal):
        return one
    gone = one.files.filter(pk=document_id)
    files = list(gone.values_list("file_id", flat=True))
    gone.delete()
    for file_id in files:
        stored.discard(file_id=file_id, by=by, at=at)
    journal.write("representation.document_removed", about=one, by=by, at=at, data={"files": files})
    return one


def _open_to(representation_id: UUID, by: Actor, at: datetime) -> Representation | Refusal:
    one = _locked(representation_id)
    if by.kind is not Kind.MEMBER or by.person != one.representative_id:
        return Refusal(Why.NOT_YOUR_REPRESENTATION)
    settled = one.confirmed_at is not None or not one.holds_on(local(at).date())
    return Refusal(Why.DOCUMENT_SETTLED) if settled else one


def _represent(
    owner: Applicant, said: Identity | Body, mandate: Mandate, of_age: date | None, *, by: Actor, at: datetime
) -> Representation | Refusal:
    assert by.person is not None, "a member acts for somebody"
    if owner.pk == by.person:
        return Refusal(Why.REPRESENTS_ONESELF)
    wrong = rules.check_mandate(
        mandate, of_age_on=of_age, organisation=owner.is_organisation, on=local(at).date()
    )
    if wrong is not None:
        return wrong
    one = Representation.objects.create(
        owner=owner,
        owner_name=said.full_name,
        owner_address=", ".join(part for part in (said.address_detail, said.commune, said.province) if part),
        representative_id=by.person,
        basis=mandate.basis.value,
        powers=[power.value for power in Power if power in mandate.powers],
        document=mandate.document,
        valid_from=mandate.valid_from,
        valid_to=_end(mandate, of_age),
        made_at=at,
    )
    data = {"basis": mandate.basis.value, "owner": owner.pk, "until": one.valid_to}
    journal.write("representation.made", about=one, by=by, at=at, data=data)
    return one


def _end(mandate: Mandate, of_age: date | None) -> date | None:
    """A parent's right ends with the day before the child is of full age."""
    ends = [mandate.valid_to] if mandate.valid_to else []
    if mandate.basis is Basis.PARENT and of_age is not None:
        ends.append(date.fromordinal(of_age.toordinal() - 1))
    return min(ends, default=None)


def _of_age_on(birth: date | None, on: date) -> date | None:
    """Give the day of full age (Bộ luật Dân sự 2015, Điều 20), by the limit in force."""
    limit = org.regulation("full_age", on)
    return add_months(birth, limit.value) if birth and limit else None


def _locked(representation_id: UUID) -> Representation:
    rows = Representation.objects.select_related("owner").select_for_update(of=("self",))
    return rows.get(pk=representation_id)


def _is_owners(one: Representation, by: Actor, at: datetime) -> bool:
    """Tell whether somebody is the owner, or stands for the owner in everything by a confirmed right."""
    if by.kind is not Kind.MEMBER or by.person is None:
        return False
    if by.person == one.owner_id:
        return True
    others = Representation.objects.filter(
        owner_id=one.owner_id,
        representative_id=by.person,
        confirmed_at__isnull=False,
        basis__in=[basis.value for basis in rules.STANDING],
    )
    return any(other.holds_on(local(at).date()) for other in others)
