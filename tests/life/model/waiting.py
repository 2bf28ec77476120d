"""Which moves make a dossier wait, or end it before its time."""

from datetime import datetime

from tests.life.days import worked
from tests.life.model.guards import (
    COUNTER_DOES,
    LEADER_DOES,
    NO_GROUND,
    NO_ITEMS,
    NO_REASON,
    PAUSED,
    ROUND_OPEN,
    SIGNED,
    Hindrance,
    Rule,
    filer,
    flawed,
    hinders,
    officer,
    verdicts,
    within,
)
from tests.life.model.life import ACCEPTED, ASKED, HEAD, IN_PROCESS, OFFICER, SUBMITTED, Ask, Life, days_on

CLOSE_AFTER_DAYS = 5


def _round_not(*states: str) -> Hindrance:
    return hinders(
        "supplement_not_answered",
        lambda life, ask, at: life.round is None or life.round.state not in states,
    )


def _ticks_left(life: Life, ask: Ask, at: datetime) -> bool:
    assert life.round is not None
    return bool(set(range(life.round.items)) - life.round.ticked - set(ask["ticked"] or ()))


def _at_intake(life: Life) -> bool:
    return life.round is not None and life.round.stage == "intake"


def _too_late_to_extend(life: Life, ask: Ask, at: datetime) -> bool:
    return not life.extended and at.date() > life.extend_until()


def _not_later(life: Life, ask: Ask, at: datetime) -> bool:
    return life.clock.due is not None and ask["until"] <= life.clock.due.date()


EXTENDING = (
    NO_REASON,
    hinders("already_extended", lambda life, ask, at: life.extended),
    hinders("extension_too_late", _too_late_to_extend),
    hinders("new_due_not_later", _not_later),
    hinders("new_due_not_worked", lambda life, ask, at: not worked(ask["until"], life.clock.off)),
)


def _still_awaited(life: Life, ask: Ask, at: datetime) -> bool:
    if not life.terms.closes or life.round is None or life.round.sent is None:
        return False
    return at.date() <= days_on(life.round.sent, CLOSE_AFTER_DAYS, life.clock.off)


WAITING: dict[str, Rule] = {
    "propose_supplement": Rule(
        within(IN_PROCESS),
        officer,
        (
            NO_REASON,
            NO_ITEMS,
            NO_GROUND,
            ROUND_OPEN,
            SIGNED,
            hinders("supplement_too_late", lambda life, ask, at: at.date() > life.ask_until()),
        ),
    ),
    "approve_supplement": Rule(within(IN_PROCESS), LEADER_DOES, (_round_not("proposed"),)),
    "decline_supplement": Rule(within(IN_PROCESS), LEADER_DOES, (NO_REASON, _round_not("proposed"))),
    "request_supplement": Rule(within(IN_PROCESS), COUNTER_DOES, (_round_not("approved"), PAUSED)),
    "lay_by": Rule(
        within(ASKED),
        filer,
        (
            _round_not("sent", "answered"),
            hinders(
                "no_items",
                lambda life, ask, at: (
                    life.round is not None
                    and (ask["item"] >= life.round.items or ask["item"] in life.round.ticked)
                ),
            ),
        ),
    ),
    "take_back": Rule(within(ASKED), filer, (_round_not("sent", "answered"),)),
    "answer_supplement": Rule(within(ASKED), filer, (NO_ITEMS, _round_not("sent", "answered"))),
    "supplement_received_complete": Rule(
        within(ASKED),
        COUNTER_DOES,
        (
            _round_not("sent", "answered"),
            hinders("items_not_ticked", _ticks_left),
            hinders(
                "papers_not_judged",
                lambda life, ask, at: _at_intake(life) and "unseen" in verdicts(life, ask),
            ),
            hinders(
                "papers_failed", lambda life, ask, at: _at_intake(life) and "failed" in verdicts(life, ask)
            ),
        ),
    ),
    "supplement_received_partial": Rule(
        within(ASKED), COUNTER_DOES, (NO_REASON, _round_not("sent", "answered"))
    ),
    "propose_extension": Rule(
        within(IN_PROCESS),
        lambda life, who: life.has_it(who, OFFICER, HEAD),
        (
            hinders("extension_already_proposed", lambda life, ask, at: life.extension == "proposed"),
            *EXTENDING,
        ),
    ),
    "decline_extension": Rule(
        within(IN_PROCESS),
        LEADER_DOES,
        (NO_REASON, hinders("no_extension_proposed", lambda life, ask, at: life.extension != "proposed")),
    ),
    "apologise_and_extend": Rule(within(IN_PROCESS), LEADER_DOES, (PAUSED, *EXTENDING)),
    "close_not_supplemented": Rule(
        within(ASKED),
        LEADER_DOES,
        (
            NO_REASON,
            NO_GROUND,
            _round_not("sent"),
            hinders("no_closing_rule", lambda life, ask, at: not life.terms.closes),
            hinders("still_awaited", _still_awaited),
        ),
    ),
    "stop": Rule(
        within(ACCEPTED, IN_PROCESS, ASKED),
        LEADER_DOES,
        (
            NO_REASON,
            NO_GROUND,
            flawed("closed_by_its_own_move"),
            flawed("settlement_needed"),
            hinders("not_accepted_yet", lambda life, ask, at: life.accepted is None),
            SIGNED,
        ),
    ),
    "withdraw": Rule(
        within(SUBMITTED, ACCEPTED, IN_PROCESS, ASKED),
        lambda life, who: life.acts_for_owner(who, "withdraw"),
        (SIGNED,),
    ),
}
