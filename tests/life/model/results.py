"""Which moves bring the result, and mend it."""

from tests.life.model.guards import (
    LEADER_DOES,
    NO_GROUND,
    OWN_DRAFT,
    ROUND_OPEN,
    SIGNED,
    Rule,
    flawed,
    hinders,
    officer,
    verdicts,
    within,
)
from tests.life.model.life import CLERK, IN_PROCESS, LEADER, RESOLVED, RETURNED, Life

RESULTS: dict[str, Rule] = {
    "draft_result": Rule(
        within(IN_PROCESS),
        officer,
        (
            NO_GROUND,
            flawed("result_type_unknown"),
            ROUND_OPEN,
            SIGNED,
            hinders("papers_not_judged", lambda life, ask, at: "unseen" in verdicts(life, ask)),
        ),
    ),
    "approve_result": Rule(
        within(IN_PROCESS),
        lambda life, who: life.has_it(who, LEADER),
        (ROUND_OPEN, SIGNED, OWN_DRAFT, hinders("no_result", lambda life, ask, at: not life.results)),
    ),
    "issue_result": Rule(
        within(IN_PROCESS),
        lambda life, who: life.has_it(who, CLERK),
        (hinders("result_not_approved", lambda life, ask, at: life.results[:1] != ["approved"]),),
    ),
    "hand_over_result": Rule(
        within(RESOLVED, RETURNED),
        lambda life, who: life.is_counter(who) or (who.kind == "system" and life.electronic),
        (
            flawed("no_recipient"),
            hinders(
                "nothing_to_hand_over",
                lambda life, ask, at: life.state == RETURNED and life.delivery != "ready",
            ),
        ),
    ),
    "draft_correction": Rule(
        within(RESOLVED, RETURNED),
        Life.corrects,
        (
            flawed("no_error_said"),
            hinders("correction_signed_already", lambda life, ask, at: life.results[-1] == "approved"),
        ),
    ),
    "approve_correction": Rule(
        within(RESOLVED, RETURNED),
        LEADER_DOES,
        (
            OWN_DRAFT,
            hinders(
                "no_correction", lambda life, ask, at: len(life.results) < 2 or life.results[-1] != "drafted"
            ),
        ),
    ),
    "issue_correction": Rule(
        within(RESOLVED, RETURNED),
        lambda life, who: "records_clerk" in who.roles and who.agency == "ward",
        (
            hinders(
                "correction_not_approved",
                lambda life, ask, at: len(life.results) < 2 or life.results[-1] != "approved",
            ),
        ),
    ),
}
