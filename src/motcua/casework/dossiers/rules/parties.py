"""Who makes a move, by relation to the dossier."""

from collections.abc import Callable

from motcua.base.access import Actor, Kind
from motcua.casework.dossiers.rules.facts import Facts
from motcua.casework.dossiers.words import Party, State, Transfer
from motcua.reference.org.words import Role
from motcua.reference.people.words import Power

ANSWERERS = (Role.CASE_OFFICER, Role.UNIT_HEAD, Role.AGENCY_LEADER)


def is_party(party: Party, facts: Facts, actor: Actor) -> bool:
    """Tell whether the actor is the one who makes such a move on this dossier."""
    return _PARTIES[party](facts, actor)


def is_owner(facts: Facts, actor: Actor) -> bool:
    """Tell whether it is the owner; a draft that somebody else makes for them is not theirs yet."""
    own = actor.kind is Kind.MEMBER and actor.person is not None and actor.person == facts.owner
    return own and (facts.state is not State.DRAFT or facts.submitter in (None, facts.owner))


def represents(facts: Facts, actor: Actor, power: Power | None = None) -> bool:
    """Tell whether somebody acts for the owner by a right that holds today; a draft is its maker's alone."""
    if actor.kind is not Kind.MEMBER or actor.person is None or actor.person == facts.owner:
        return False
    if facts.state is State.DRAFT and actor.person != facts.submitter:
        return False
    powers = facts.represented_by.get(actor.person, frozenset())
    return power in powers if power else bool(powers)


def _acts_as_owner(power: Power) -> Callable[[Facts, Actor], bool]:
    return lambda facts, actor: is_owner(facts, actor) or represents(facts, actor, power)


def is_counter(facts: Facts, actor: Actor) -> bool:
    return actor.has(Role.RECEPTION_OFFICER) and actor.unit is not None and actor.unit == facts.receiving_unit


def is_handler(facts: Facts, actor: Actor) -> bool:
    return (
        actor.kind is Kind.STAFF
        and actor.unit is not None
        and actor.unit == facts.handling_unit
        and actor.has(facts.handling_role)
        and (facts.holder is None or facts.holder in actor.hands)
    )


def _handles_as(*roles: Role) -> Callable[[Facts, Actor], bool]:
    return lambda facts, actor: facts.handling_role in roles and is_handler(facts, actor)


def is_head(facts: Facts, actor: Actor) -> bool:
    return actor.has(Role.UNIT_HEAD) and actor.unit is not None and actor.unit == facts.handling_unit


def _is_leader(facts: Facts, actor: Actor) -> bool:
    return (
        actor.has(Role.AGENCY_LEADER) and actor.agency is not None and actor.agency == facts.competent_agency
    )


def _is_sender(facts: Facts, actor: Actor) -> bool:
    return facts.sender is not None and facts.sender in actor.hands


def _is_returner(facts: Facts, actor: Actor) -> bool:
    # An electronic result counts as returned on delivery to its owner's store, without anybody's hand.
    return is_counter(facts, actor) or (actor.kind is Kind.SYSTEM and facts.electronic_result)


def _is_discarder(facts: Facts, actor: Actor) -> bool:
    # The house deletes a draft by itself when its time is over.
    return actor.kind is Kind.SYSTEM or _acts_as_owner(Power.FILE)(facts, actor)


def is_home_counter(facts: Facts, actor: Actor) -> bool:
    """Tell whether it is the counter of the competent agency, to which a dossier filed elsewhere was sent."""
    sent = facts.transfer not in (Transfer.NONE, Transfer.NEEDED)
    return (
        sent
        and actor.has(Role.RECEPTION_OFFICER)
        and actor.unit is not None
        and actor.unit == facts.home_counter
    )


def _is_sending_counter(facts: Facts, actor: Actor) -> bool:
    here = facts.transfer in (Transfer.NONE, Transfer.NEEDED)
    return is_counter(facts, actor) if here else is_home_counter(facts, actor)


def is_corrector(facts: Facts, actor: Actor) -> bool:
    """Tell whether it is a case officer of the unit that handled the dossier."""
    return (
        actor.has(Role.CASE_OFFICER) and facts.officers_unit is not None and actor.unit == facts.officers_unit
    )


def is_agency_clerk(facts: Facts, actor: Actor) -> bool:
    """Tell whether it is a records clerk of the agency that decides."""
    return (
        actor.has(Role.RECORDS_CLERK) and actor.agency is not None and actor.agency == facts.competent_agency
    )


def is_consulted(facts: Facts, actor: Actor) -> bool:
    """Tell whether it is somebody of a unit whose opinion is awaited."""
    return actor.has(*ANSWERERS) and actor.unit in facts.consulted_open


def _is_house(facts: Facts, actor: Actor) -> bool:
    return actor.kind is Kind.SYSTEM


_PARTIES: dict[Party, Callable[[Facts, Actor], bool]] = {
    Party.OWNER: _acts_as_owner(Power.FILE),
    Party.DISCARDER: _is_discarder,
    Party.WITHDRAWER: _acts_as_owner(Power.WITHDRAW),
    Party.COUNTER: is_counter,
    Party.HOME_COUNTER: is_home_counter,
    Party.SENDING_COUNTER: _is_sending_counter,
    Party.HANDLER: is_handler,
    Party.OFFICER: _handles_as(Role.CASE_OFFICER),
    Party.HEAD: is_head,
    Party.LEADER: _is_leader,
    Party.FORWARDER: _handles_as(Role.CASE_OFFICER, Role.UNIT_HEAD),
    Party.SIGNER: _handles_as(Role.AGENCY_LEADER),
    Party.CLERK: _handles_as(Role.RECORDS_CLERK),
    Party.SENDER: _is_sender,
    Party.RETURNER: _is_returner,
    Party.CORRECTOR: is_corrector,
    Party.CONSULTED: is_consulted,
    Party.HOUSE: _is_house,
    Party.AGENCY_CLERK: is_agency_clerk,
}
