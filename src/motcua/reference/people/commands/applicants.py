"""Persons are welcomed, those without an account named. The identifier alone says who is who."""

from datetime import datetime

from motcua.base.access import Actor, Kind
from motcua.base.access.commands import open_account
from motcua.base.access.models import Account
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import fold, name_sort_key, sort_key
from motcua.reference.people import rules
from motcua.reference.people.models import Applicant, Organisation, Person
from motcua.reference.people.words import ApplicantKind, Body, IdentifierKind, Identity


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
    person = _by_number(identity.personal_id) or Person()
    _describe(person, identity)
    person.account, person.verified_at, person.verified_by = account, at, journal.name_of(by)
    person.save()
    journal.write("person.verified", about=person, by=by, at=at, data={"account": account.pk})
    return person


@command
def register(*, identity: Identity, by: Actor, at: datetime) -> Person:
    """Register somebody who comes to the counter, or take up what is known about them already.

    A person verified by e-identity keeps the facts that it confirmed, but for how to reach them.
    """
    person = _by_number(identity.personal_id)
    if person is None or person.verified_at is None:
        person = person or Person()
        _describe(person, identity)
    else:
        person.phone, person.email = identity.phone or person.phone, identity.email or person.email
    person.save()
    journal.write("person.registered", about=person, by=by, at=at)
    return person


@command
def name_person(*, identity: Identity, by: Actor, at: datetime) -> Person | Refusal:
    """Give the person whom somebody names as the one they act for; who is known is left as they are."""
    if identity.personal_id:
        wrong = rules.check_identifier(IdentifierKind.PERSONAL_ID, identity.personal_id)
        if wrong is not None:
            return wrong
    person = _by_number(identity.personal_id)
    if person is None:
        person = Person()
        _describe(person, identity)
        person.save()
    journal.write("person.named", about=person, by=by, at=at)
    return person


@command
def name_organisation(*, body: Body, by: Actor, at: datetime) -> Organisation | Refusal:
    """Give the organisation that somebody names as the one they act for; one that is known stays as it is."""
    wrong = rules.check_identifier(IdentifierKind.TAX_CODE, body.tax_code)
    if wrong is not None:
        return wrong
    one = Organisation.objects.select_for_update().filter(identifier=body.tax_code).first()
    if one is None:
        one = Organisation(
            kind=ApplicantKind.ORGANISATION.value,
            identifier_kind=IdentifierKind.TAX_CODE.value,
            identifier=body.tax_code,
            legal_representative=body.legal_representative,
            sort_key=sort_key(body.full_name),
        )
        _reach(one, body)
        one.save()
    journal.write("organisation.named", about=one, by=by, at=at)
    return one


def note_look(person: Person, *, by: Actor, at: datetime) -> None:
    """Note that an official looked a person up by number, in the unit's chain of the day."""
    chain = f"{by.unit}:{local(at).date().isoformat()}"
    journal.write_read("person.looked_up", about=person, chain=chain, by=by, at=at)


def _by_number(personal_id: str) -> Person | None:
    """Give the person with a number under their lock; nobody is found by having none."""
    if not personal_id:
        return None
    return Person.objects.select_for_update().filter(identifier=personal_id).first()


def _describe(person: Person, identity: Identity) -> None:
    person.kind, person.identifier_kind = ApplicantKind.PERSON.value, IdentifierKind.PERSONAL_ID.value
    person.identifier = identity.personal_id or None
    person.no_identifier = "" if identity.personal_id else identity.no_identifier.value
    person.sort_key = name_sort_key(identity.full_name)
    person.birth_date, person.gender = identity.birth_date, identity.gender
    _reach(person, identity)


def _reach(one: Applicant, said: Identity | Body) -> None:
    one.full_name, one.folded_name = said.full_name, fold(said.full_name)
    one.phone, one.email = said.phone or one.phone, said.email or one.email
    one.province, one.commune, one.address_detail = said.province, said.commune, said.address_detail
