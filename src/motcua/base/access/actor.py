"""The person behind a request or a command."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """How somebody stands towards the house."""

    ANONYMOUS = "anonymous"
    MEMBER = "member"
    STAFF = "staff"
    SYSTEM = "system"


@dataclass(frozen=True)
class Actor:
    """Who acts, from which position, for whom.

    `person` is the id of the member or staff member in its own room; `position`, `unit` and `agency`
    place a staff member; `on_behalf_of` names the one represented.
    """

    kind: Kind
    name: str = ""
    account: UUID | None = None
    person: UUID | None = None
    position: UUID | None = None
    unit: UUID | None = None
    agency: UUID | None = None
    roles: frozenset[str] = frozenset()
    on_behalf_of: UUID | None = None

    @property
    def hands(self) -> frozenset[UUID]:
        """Give whose work an official does: their own, and that of whom they stand in for."""
        if self.kind is not Kind.STAFF:
            return frozenset()
        return frozenset(one for one in (self.person, self.on_behalf_of) if one is not None)

    def has(self, *roles: str) -> bool:
        """Tell whether the actor holds one of these roles."""
        return not self.roles.isdisjoint(roles)


NOBODY = Actor(Kind.ANONYMOUS)


def system(name: str) -> Actor:
    """Give the actor of work that the house does by itself."""
    return Actor(Kind.SYSTEM, name=name)
