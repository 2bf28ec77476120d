"""Reading applicants."""

from uuid import UUID

from django.http import HttpRequest

from motcua.base.access import Actor, Kind
from motcua.reference.people.models import HeldPaper, Person


def actor_of_request(request: HttpRequest) -> Actor | None:
    """Give the member behind a request, None when it is not one."""
    account = request.user
    if not account.is_authenticated or account.kind != Kind.MEMBER or not account.is_active:
        return None
    person = Person.objects.filter(account_id=account.pk).first()
    return actor_of(person) if person else None


def actor_of(person: Person) -> Actor:
    """Give a person as an actor."""
    return Actor(Kind.MEMBER, name=person.full_name, account=person.account_id, person=person.pk)


def one(person_id: UUID) -> Person:
    """Give one person."""
    return Person.objects.get(pk=person_id)


def known_by(personal_id: str) -> Person | None:
    """Give the person with an identity number, exact match only."""
    return Person.objects.filter(personal_id=personal_id).first() if personal_id else None


def held_papers(person_id: UUID) -> list[HeldPaper]:
    """Give the papers that the State holds for a person, newest first."""
    return list(HeldPaper.objects.filter(owner_id=person_id).order_by("-issued_on", "-id"))
