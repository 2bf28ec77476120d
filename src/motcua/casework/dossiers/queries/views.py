"""The ways of looking at the list that an official keeps."""

from dataclasses import dataclass
from uuid import UUID

from motcua.base.access import Actor
from motcua.casework.dossiers.models import SavedView


@dataclass(frozen=True)
class SavedAddress:
    """A kept way of looking: its name, and what stands in the address after the question mark."""

    id: UUID
    name: str
    query: str


def saved_views_of(actor: Actor) -> list[SavedAddress]:
    """Give the ways of looking that an official keeps, by name."""
    kept = SavedView.objects.filter(owner_id=actor.person).order_by("sort_key", "id")
    return [SavedAddress(one.pk, one.name, one.query) for one in kept]
