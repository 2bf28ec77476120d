"""What the State already has for a dossier: databases by the catalogue, papers by the owner's store."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.people import queries as people
from motcua.reference.people.models import HeldPaper
from motcua.reference.people.words import Wanted


def component_key(procedure: str, code: str) -> str:
    """Give the name by which a component is known through all versions of a procedure."""
    return f"{procedure}/{code}"


def serving(
    owner_id: UUID, procedure: str, wanted: Iterable[ComponentRequirement], on: date
) -> list[tuple[ComponentRequirement, HeldPaper]]:
    """Give the components that the owner's store serves, each with its paper."""
    by_key = {component_key(procedure, one.code): one for one in wanted if not one.data_source}
    found = people.serving(owner_id, [Wanted(key, one.name) for key, one in by_key.items()], on)
    return [(by_key[key], paper) for key, paper in found.items()]


def named_in_store(owner_id: UUID, names: Sequence[str], on: date) -> list[str]:
    """Give those of the names that speak of a paper which the owner's store has."""
    found = people.serving(owner_id, [Wanted(f"?/{name}", name) for name in names], on)
    return [name for name in names if f"?/{name}" in found]
