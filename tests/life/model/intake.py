"""Which moves bring a dossier in: from the draft to the agency that decides."""

from datetime import datetime

from tests.life.days import ONE_DAY
from tests.life.model.guards import (
    COUNTER_DOES,
    NO_GROUND,
    NO_ITEMS,
    NO_REASON,
    Rule,
    filer,
    flawed,
    hinders,
    officer,
    verdicts,
    within,
)
from tests.life.model.life import ACCEPTED, ASKED, DRAFT, DRAFT_KEPT_DAYS, IN_PROCESS, SUBMITTED, Ask, Life


def _missing(life: Life, ask: Ask, at: datetime) -> bool:
    return life.terms.paper and not life.has_required


INTAKE: dict[str, Rule] = {
    "save_answers": Rule(within(DRAFT), filer),
    "choose_delivery": Rule(within(DRAFT), filer),
    "attach": Rule(within(DRAFT), filer),
    "delete_draft": Rule(
        within(DRAFT),
        lambda life, who: who.kind == "system" or life.acts_for_owner(who),
        (
            hinders(
                "not_kept_long",
                lambda life, ask, at: (
                    ask.who == "house" and at.date() < life.saved.date() + DRAFT_KEPT_DAYS * ONE_DAY
                ),
            ),
        ),
    ),
    "submit_online": Rule(
        within(DRAFT),
        filer,
        (
            hinders("answers_missing", lambda life, ask, at: not life.answered),
            hinders("papers_missing", _missing),
        ),
    ),
    "accept": Rule(
        within(SUBMITTED),
        COUNTER_DOES,
        (
            hinders("papers_not_judged", lambda life, ask, at: "unseen" in verdicts(life, ask)),
            hinders("papers_failed", lambda life, ask, at: "failed" in verdicts(life, ask)),
        ),
    ),
    "judge_papers": Rule(
        within(SUBMITTED, ASKED, IN_PROCESS),
        lambda life, who: officer(life, who) if life.state == IN_PROCESS else life.is_counter(who),
        (NO_REASON,),
    ),
    "request_supplement_at_intake": Rule(
        within(SUBMITTED),
        COUNTER_DOES,
        (NO_REASON, NO_ITEMS, hinders("supplement_already_asked", lambda life, ask, at: life.rounds)),
    ),
    "refuse_intake": Rule(
        within(SUBMITTED), COUNTER_DOES, (NO_REASON, NO_GROUND, flawed("right_authority_needed"))
    ),
    "transfer_non_boundary": Rule(
        within(ACCEPTED),
        COUNTER_DOES,
        (hinders("no_transfer_needed", lambda life, ask, at: life.transfer != "needed"),),
    ),
    "take_transfer": Rule(
        within(ACCEPTED),
        Life.is_home_counter,
        (hinders("no_transfer_needed", lambda life, ask, at: life.transfer != "waiting"),),
    ),
    "forward": Rule(
        within(ACCEPTED),
        Life.sends_on,
        (
            hinders("transfer_first", lambda life, ask, at: life.transfer == "needed"),
            hinders("transfer_not_taken", lambda life, ask, at: life.transfer == "waiting"),
        ),
    ),
}
