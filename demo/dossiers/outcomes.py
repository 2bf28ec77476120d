"""Who acts in the demo, and what their acts give."""

from datetime import datetime
from typing import TypeVar

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.casework.dossiers.models import Dossier
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency, Staff

T = TypeVar("T")


def agency_of(code: str) -> Agency:
    """Give an agency by its code."""
    return Agency.objects.get(code=code, valid_to=None)


def settled(outcome: T | Refusal) -> T:
    """Give what an act made; a refusal here is a fault of the demo itself."""
    if isinstance(outcome, Refusal):
        raise ValueError(refusal_sentence(outcome))
    return outcome


def done(outcome: Dossier | Refusal) -> Dossier:
    """Give the dossier of an act; a refusal here is a fault of the demo itself."""
    return settled(outcome)


def actor(staff: Staff, at: datetime) -> Actor:
    """Give an official as appointed on the day."""
    found = org.actor_of(staff, local(at).date())
    assert found is not None, f"{staff} holds a position"
    return found
