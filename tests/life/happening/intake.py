"""What becomes of a life while it is filed, taken in and sent on."""

from datetime import datetime

from tests.life.cast import Who
from tests.life.days import SlowClock
from tests.life.happening.places import Happening, go, nothing, touch
from tests.life.model.life import (
    ACCEPTED,
    ASKED,
    HOME,
    IN_PROCESS,
    REJECTED,
    SUBMITTED,
    Ask,
    Life,
    Paper,
    Round,
    Stay,
)


def accept(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.accepted = ACCEPTED, at
    life.clock = SlowClock(life.terms.unit, life.terms.amount, life.clock.off)
    life.clock.start(at)
    life.stays.append(Stay(1, sender=who.person))
    life.transfer = "none" if life.counter == HOME else "needed"


def _save_answers(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.answered, life.saved = True, at


def _choose_delivery(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.electronic, life.saved = ask["electronic"], at


def _attach(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    if not life.has_required:
        life.papers.append(Paper())
    life.has_required, life.saved = True, at


def _submit(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state = SUBMITTED
    life.papers.append(Paper())  # the form itself


def _judge(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    for paper in life.papers:
        paper.verdict = ask["verdict"]
    touch(life, who)


def _ask_at_intake(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state = ASKED
    life.rounds.append(Round("intake", ask["items"], "sent", sent=at.date()))


def refuse(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.outcome, life.ended = REJECTED, "rejected", at


def _forward(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state = IN_PROCESS
    if life.transfer != "none":
        life.transfer = "in_process"
    go(life, 2, who)


def _transfer(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    go(life, 1, who)
    life.transfer = "waiting"


def _take_transfer(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.transfer = "received"
    touch(life, who)


INTAKE: dict[str, Happening] = {
    "save_answers": _save_answers,
    "choose_delivery": _choose_delivery,
    "attach": _attach,
    "delete_draft": nothing,
    "submit_online": _submit,
    "accept": accept,
    "judge_papers": _judge,
    "request_supplement_at_intake": _ask_at_intake,
    "refuse_intake": refuse,
    "transfer_non_boundary": _transfer,
    "take_transfer": _take_transfer,
    "forward": _forward,
}
