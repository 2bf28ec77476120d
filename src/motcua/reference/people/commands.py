"""Persons are welcomed and their papers kept here."""

from datetime import date, datetime
from uuid import UUID

from motcua.base.access import Actor, Kind
from motcua.base.access.commands import open_account
from motcua.base.access.models import Account
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.text import fold, name_sort_key
from motcua.reference.people.models import HeldPaper, Person
from motcua.reference.people.words import Identity


@command
def welcome_first(*, login: str, identity: Identity, by: Actor, at: datetime) -> Account:
    """Open the account of a person who comes through e-identity for the first time.

    Somebody who filed at the counter before is recognised by the identity number.
    """
    account = Account.objects.filter(login=login).first() or open_account(
        login=login, kind=Kind.MEMBER, password=None, by=by, at=at
    )
    welcome(account=account, identity=identity, by=by, at=at)
    return account


@command
def welcome(*, account: Account, identity: Identity, by: Actor, at: datetime) -> Person:
    """Take over what e-identity confirms about the person of an account."""
    person = Person.objects.select_for_update().filter(personal_id=identity.personal_id).first() or Person()
    _describe(person, identity)
    person.account, person.verified_at = account, at
    person.save()
    journal.write("person.verified", about=person, by=by, at=at, data={"account": account.pk})
    return person


@command
def register(*, identity: Identity, by: Actor, at: datetime) -> Person:
    """Register somebody who comes to the counter, or take up what is known about them already.

    A person verified by e-identity keeps the facts that it confirmed, but for how to reach them.
    """
    person = None
    if identity.personal_id:
        person = Person.objects.select_for_update().filter(personal_id=identity.personal_id).first()
    if person is None or person.verified_at is None:
        person = person or Person()
        _describe(person, identity)
    else:
        person.phone, person.email = identity.phone or person.phone, identity.email or person.email
    person.save()
    journal.write("person.registered", about=person, by=by, at=at)
    return person


@command
def hold_paper(
    *,
    owner_id: UUID,
    name: str,
    kind: str,
    issuer: str,
    number: str,
    issued_on: date,
    file_id: UUID,
    source: str,
    by: Actor,
    at: datetime,
) -> HeldPaper:
    """Keep a paper in its owner's store; the same source is kept once."""
    paper, made = HeldPaper.objects.get_or_create(
        source=source,
        defaults={
            "owner_id": owner_id,
            "name": name,
            "kind": kind,
            "issuer": issuer,
            "number": number,
            "issued_on": issued_on,
            "file_id": file_id,
        },
    )
    journal.write("person.paper_held", about=paper.owner, by=by, at=at, data={"paper": paper.pk, "new": made})
    return paper


def note_look(person: Person, *, by: Actor, at: datetime) -> None:
    """Note that an official looked a person up by number, in the unit's chain of the day."""
    chain = f"{by.unit}:{local(at).date().isoformat()}"
    journal.write_read("person.looked_up", about=person, chain=chain, by=by, at=at)


def _describe(person: Person, identity: Identity) -> None:
    person.personal_id = identity.personal_id or None
    person.full_name = identity.full_name
    person.sort_key = name_sort_key(identity.full_name)
    person.folded_name = fold(identity.full_name)
    person.birth_date, person.gender = identity.birth_date, identity.gender
    person.phone = identity.phone or person.phone
    person.email = identity.email or person.email
    person.province, person.commune = identity.province, identity.commune
    person.address_detail = identity.address_detail
