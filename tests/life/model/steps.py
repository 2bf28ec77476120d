"""Which moves lead a dossier along its steps, and ask others about it."""

from datetime import datetime

from tests.life.cast import Who
from tests.life.model.guards import NO_REASON, ROUND_OPEN, SIGNED, Rule, flawed, hinders, officer, within
from tests.life.model.life import ASKED, COUNTER, HEAD, IN_PROCESS, OFFICER, Ask, Life, Question, colleagues

NOT_IN_UNIT = hinders(
    "not_in_unit", lambda life, ask, at: ask["to"] not in colleagues(*life.place, on=at.date())
)


def _back_from(life: Life) -> bool:
    """Tell whether there is a step before that is not the counter's."""
    return life.stay is not None and life.stay.place > OFFICER


def _recalls_nothing(life: Life, ask: Ask, at: datetime) -> bool:
    return len(life.stays) < 2 or life.stays[-2].place == COUNTER


def _late_question(life: Life, ask: Ask, at: datetime) -> bool:
    one = _question(life, ask)
    return one is None or one.state != "open" or one.told_late or at.date() <= one.until


def _question(life: Life, ask: Ask) -> Question | None:
    number = ask["question"]
    return life.questions[number] if number is not None and number < len(life.questions) else None


def _whole_hours(life: Life) -> int:
    if life.terms.unit == "d":
        return life.clock.open_hours(life.accepted, life.clock.due)
    return life.terms.amount * (8 if life.terms.unit == "wd" else 1)


def _sent_it(life: Life, who: Who) -> bool:
    return life.stay is not None and bool(life.stay.sender) and life.stay.sender in who.hands


STEPS: dict[str, Rule] = {
    "assign": Rule(within(IN_PROCESS), Life.heads_it, (SIGNED, NOT_IN_UNIT)),
    "reassign": Rule(
        within(IN_PROCESS),
        Life.heads_it,
        (SIGNED, NOT_IN_UNIT, hinders("held_already", lambda life, ask, at: ask["to"] == life.holder)),
    ),
    "advance_step": Rule(
        within(IN_PROCESS),
        lambda life, who: life.has_it(who, OFFICER, HEAD),
        (
            ROUND_OPEN,
            hinders("share_open", lambda life, ask, at: any(one.share for one in life.open_questions)),
            hinders("no_result", lambda life, ask, at: not life.results),
            hinders("consultation_open", lambda life, ask, at: life.open_questions and not ask["note"]),
        ),
    ),
    "return_step": Rule(
        within(IN_PROCESS),
        Life.has_it,
        (NO_REASON, hinders("no_step_before", lambda life, ask, at: not _back_from(life))),
    ),
    "recall": Rule(
        within(IN_PROCESS),
        _sent_it,
        (
            hinders("already_acted_on", lambda life, ask, at: life.stays[-1].acted),
            hinders("no_step_before", _recalls_nothing),
        ),
    ),
    "open_consultation": Rule(
        within(IN_PROCESS),
        officer,
        (
            SIGNED,
            flawed("no_content"),
            hinders("own_unit", lambda life, ask, at: ask["unit"] == "division"),
            hinders("reply_due_past", lambda life, ask, at: ask["until"] < at.date()),
        ),
    ),
    "open_shares": Rule(
        within(IN_PROCESS),
        officer,
        (
            SIGNED,
            flawed("no_content"),
            hinders("own_unit", lambda life, ask, at: "division" in ask["units"]),
            hinders(
                "shares_too_long",
                lambda life, ask, at: ask["hours"] > _whole_hours(life),
            ),
        ),
    ),
    "answer_consultation": Rule(within(IN_PROCESS, ASKED), Life.is_asked, (flawed("no_content"),)),
    "withdraw_consultation": Rule(
        within(IN_PROCESS),
        officer,
        (
            NO_REASON,
            hinders(
                "no_consultation",
                lambda life, ask, at: (one := _question(life, ask)) is None or one.state != "open",
            ),
        ),
    ),
    "flag_consultee_late": Rule(
        within(IN_PROCESS, ASKED),
        lambda life, who: who.kind == "system",
        (
            hinders("no_consultation", lambda life, ask, at: not life.open_questions),
            hinders("not_late_yet", _late_question),
        ),
    ),
}
