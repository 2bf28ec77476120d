"""What somebody looks at, and how far they may."""

from dataclasses import dataclass, replace
from uuid import UUID

from motcua.base.access import Actor
from motcua.reference.catalogue.words import Channel
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role

OFFLINE = "offline"
EVERYWHERE = (Role.REFORM_OFFICER, Role.AUDITOR, Role.PROCEDURE_CONTROLLER)


@dataclass(frozen=True)
class Scope:
    """Which dossiers are counted: of which agencies (None: all), counter, procedure, field, channel."""

    agencies: frozenset[UUID] | None = None
    unit: UUID | None = None
    procedure: str = ""
    field: str = ""
    channel: str = ""

    @property
    def detailed(self) -> bool:
        """Tell whether months do not tell procedures or fields apart and days must be read."""
        return bool(self.procedure or self.field)


def channels_of(wanted: str) -> frozenset[str]:
    """Give the channels that a word of an address means; one word means all that are not online."""
    if wanted == OFFLINE:
        return frozenset(one.value for one in Channel if one is not Channel.ONLINE)
    return frozenset({wanted})


def visible(actor: Actor) -> Scope | None:
    """Give all that somebody may see figures of; None for nobody who may.

    A leader sees their agency and those below it; whoever watches over reform or inspects sees all.
    """
    if actor.has(*EVERYWHERE):
        return Scope()
    if actor.has(Role.AGENCY_LEADER) and actor.agency is not None:
        return Scope(org.with_those_below(actor.agency))
    return None


def narrowed(actor: Actor, wanted: Scope) -> Scope | None:
    """Give what somebody may see of what they ask about; None where that is nothing."""
    allowed = visible(actor)
    if allowed is None:
        return None
    if allowed.agencies is None:
        return wanted
    if wanted.agencies is None:
        return replace(wanted, agencies=allowed.agencies)
    both = wanted.agencies & allowed.agencies
    return replace(wanted, agencies=both) if both else None


def of_agency(agency: UUID) -> Scope:
    """Give the scope of an agency and all below it."""
    return Scope(org.with_those_below(agency))
