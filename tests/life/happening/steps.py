"""What becomes of a life on its way along the steps, and while others are asked about it."""

from datetime import datetime

from tests.life.cast import Who
from tests.life.days import SlowClock
from tests.life.happening.places import Happening, go, touch, unsign
from tests.life.model.life import ROUTE, Ask, Life, Question, Stay, colleagues


def _assign(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.holder = life.stays[-1].doer = ask["to"]


def _advance(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    go(life, life.stays[-1].place + 1, who)


def _return(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    place = life.stays[-1].place - 1
    doer = next(one.doer for one in reversed(life.stays) if one.place == place)
    go(life, place, who, to=doer if doer in colleagues(*ROUTE[place - 1], on=at.date()) else "")
    unsign(life)


def _recall(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    """Undo the last sending: the stay before goes on as if it had not been left."""
    before = life.stays[-2]
    doer = before.doer if before.doer in colleagues(*ROUTE[before.place - 1], on=at.date()) else ""
    life.stays[-1].ended = "recall"
    life.stays.append(Stay(before.place, doer, before.sender, acted=True))
    life.holder = doer
    unsign(life)


def _open_consultation(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.questions.append(Question(ask["unit"], ask["until"]))
    touch(life, who)
    if life.terms.consulting_pauses and life.clock.paused is None:
        life.clock.pause(at)
        life.why_paused = "consultation"


def _open_shares(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    ends = SlowClock("h", ask["hours"], life.clock.off)
    ends.start(at)
    assert ends.due is not None
    life.questions += [Question(unit, ends.due.date(), share=True) for unit in ask["units"]]
    touch(life, who)


def _answer_consultation(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    next(one for one in life.open_questions if one.unit == who.unit).state = "answered"
    _awaits_nothing(life, at)


def _withdraw_consultation(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.questions[ask["question"]].state = "withdrawn"
    _awaits_nothing(life, at)


def _flag_late(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.questions[ask["question"]].told_late = True


def _awaits_nothing(life: Life, at: datetime) -> None:
    if not life.open_questions and life.clock.paused and life.why_paused == "consultation":
        life.clock.resume(at)


STEPS: dict[str, Happening] = {
    "assign": _assign,
    "reassign": _assign,
    "advance_step": _advance,
    "return_step": _return,
    "recall": _recall,
    "open_consultation": _open_consultation,
    "open_shares": _open_shares,
    "answer_consultation": _answer_consultation,
    "withdraw_consultation": _withdraw_consultation,
    "flag_consultee_late": _flag_late,
}
