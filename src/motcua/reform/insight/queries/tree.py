"""Agencies as they stand beside each other under a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from motcua.base.access import Actor
from motcua.reference.org import queries as org
from motcua.reference.org.models import Agency
from motcua.reference.org.words import AgencyKind
from motcua.reform.insight.queries.scope import Scope


@dataclass(frozen=True)
class Group:
    """One line: an agency with all below it, or the place itself `alone`."""

    agency: Agency
    agencies: frozenset[UUID]
    alone: bool = False

    @property
    def key(self) -> str:
        """Give what tells the line from the others."""
        return str(self.agency.pk)

    @property
    def decides_nothing(self) -> bool:
        """Tell whether it is a counter, which decides on no dossier as a rule."""
        return self.agency.kind == AgencyKind.CENTRE


def groups_below(place: Agency | None, actor: Actor, allowed: Scope) -> list[Group]:
    """Give the agencies directly under a place, each with those below it, and the place itself alone.

    Together they are all that is below the place, and none is in two. Without a place it is that of a leader,
    or all agencies that are under none.
    """
    known = {one.pk: one for one in org.agencies()}
    root = place or _own(actor, allowed, known)
    children: dict[UUID | None, list[Agency]] = {}
    for one in known.values():
        children.setdefault(one.parent_id, []).append(one)
    if root is None:
        return [Group(one, _below(one.pk, children)) for one in children.get(None, [])]
    under = [Group(one, _below(one.pk, children)) for one in children.get(root.pk, [])]
    return [Group(root, frozenset({root.pk}), alone=True), *under]


def top() -> Agency | None:
    """Give the one agency that is under none; None where there are several."""
    tops = list(org.agencies().filter(parent=None)[:2])
    return tops[0] if len(tops) == 1 else None


def _own(actor: Actor, allowed: Scope, known: Mapping[UUID, Agency]) -> Agency | None:
    """Give the place of a leader; for whoever sees everything, the one agency that is under none."""
    if allowed.agencies is not None:
        return known[actor.agency] if actor.agency else None
    tops = [one for one in known.values() if one.parent_id is None]
    return tops[0] if len(tops) == 1 else None


def _below(agency: UUID, children: Mapping[UUID | None, list[Agency]]) -> frozenset[UUID]:
    found, fresh = {agency}, [agency]
    while fresh:
        under = [one.pk for one in children.get(fresh.pop(), []) if one.pk not in found]
        found.update(under)
        fresh.extend(under)
    return frozenset(found)
