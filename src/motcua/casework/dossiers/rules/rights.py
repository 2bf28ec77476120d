"""How somebody stands to a dossier, and what they may read of it."""

from motcua.base.access import Actor, Kind
from motcua.casework.dossiers.rules import parties
from motcua.casework.dossiers.rules.facts import Facts
from motcua.casework.dossiers.words import Relation, ResultState, State
from motcua.reference.org.words import Role


def relations(facts: Facts, actor: Actor) -> frozenset[Relation]:
    """Give how the actor stands to the dossier."""
    found = {
        Relation.OWN: parties.is_owner(facts, actor),
        Relation.REPRESENTING: parties.represents(facts, actor),
        Relation.COUNTER: facts.state is not State.DRAFT and _is_at_counter(facts, actor),
        Relation.ASSIGNED: parties.is_handler(facts, actor) or _corrects(facts, actor),
        Relation.TOOK_PART: not actor.hands.isdisjoint(facts.took_part),
        Relation.CONSULTED: actor.has(*parties.ANSWERERS) and actor.unit in facts.consulted,
        Relation.SUPERVISING: facts.state is not State.DRAFT and _supervises(facts, actor),
        Relation.INSPECTING: facts.state is not State.DRAFT and actor.has(Role.AUDITOR),
    }
    return frozenset(relation for relation, holds in found.items() if holds)


def _is_at_counter(facts: Facts, actor: Actor) -> bool:
    return parties.is_counter(facts, actor) or parties.is_home_counter(facts, actor)


def _corrects(facts: Facts, actor: Actor) -> bool:
    """Tell whether a correction waits for somebody to be numbered, or was theirs to draft."""
    if facts.correction in (ResultState.DRAFTED, ResultState.APPROVED):
        return parties.is_agency_clerk(facts, actor) or parties.is_corrector(facts, actor)
    return False


def _supervises(facts: Facts, actor: Actor) -> bool:
    if actor.kind is not Kind.STAFF or actor.agency is None:
        return False
    if actor.has(Role.AGENCY_LEADER) and (
        actor.agency == facts.competent_agency or actor.agency in facts.superiors
    ):
        return True
    if actor.has(Role.ONE_STOP_HEAD) and actor.unit == facts.receiving_unit:
        return True
    return parties.is_head(facts, actor)


_EVERYBODY_CONCERNED = frozenset(Relation)
RIGHTS: dict[str, frozenset[Relation]] = {
    "read": _EVERYBODY_CONCERNED,
    "read_file": _EVERYBODY_CONCERNED,
    "read_slip": _EVERYBODY_CONCERNED,
    "read_looks": frozenset({Relation.OWN, Relation.REPRESENTING, Relation.INSPECTING}),
    "read_journal": frozenset({Relation.INSPECTING}),
}


def may(facts: Facts, actor: Actor, verb: str) -> bool:
    """Tell whether the actor may do a reading act, by relation alone."""
    return not RIGHTS[verb].isdisjoint(relations(facts, actor))
