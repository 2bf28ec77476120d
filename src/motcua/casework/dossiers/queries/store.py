"""What the State already has for a dossier: databases by the catalogue, papers by the owner's store."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from motcua.casework.dossiers.models import Paper
from motcua.reference.catalogue.models import ComponentRequirement
from motcua.reference.people import queries as people
from motcua.reference.people import rules as people_rules
from motcua.reference.people.models import HeldPaper
from motcua.reference.people.words import Wanted


def component_key(procedure: str, code: str) -> str:
    """Give the name by which a component is known through all versions of a procedure."""
    return f"{procedure}/{code}"


def source_of(paper_id: UUID) -> str:
    """Give the name by which the store knows the paper of a dossier that a held paper came from."""
    return f"paper:{paper_id}"


def kept_once_accepted(papers: Iterable[Paper]) -> list[Paper]:
    """Give the papers that go into their owner's store when they are accepted.

    Those are files sent for a component, unless they come from the store or are new every time.
    """
    own = [one for one in papers if one.requirement_id and one.file_id and not one.held_id]
    known = people.kinds() if own else []
    return [one for one in own if (kind := people_rules.kind_of(one.name, known)) is None or kind.reusable]


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
