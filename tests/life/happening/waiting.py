"""What becomes of a life that waits, or ends before its time."""

from datetime import datetime

from tests.life.cast import Who
from tests.life.happening.intake import accept, refuse
from tests.life.happening.places import Happening, nothing, touch
from tests.life.model.life import ASKED, IN_PROCESS, STOPPED, WITHDRAWN, Ask, Life, Paper, Round


def _propose(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.rounds.append(Round("appraisal", ask["items"]))
    touch(life, who)


def _round_becomes(state: str) -> Happening:
    def act(life: Life, ask: Ask, who: Who, at: datetime) -> None:
        life.rounds[-1].state = state

    return act


def _request(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state = ASKED
    life.rounds[-1].state, life.rounds[-1].sent = "sent", at.date()
    life.clock.pause(at)
    life.why_paused = "supplement"


def _answer(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    for item in range(life.rounds[-1].items):
        life.papers = [one for one in life.papers if one.item != item]
        life.papers.append(Paper(item=item))
    life.rounds[-1].state = "answered"


def _tick(life: Life, ask: Ask) -> None:
    asked = life.rounds[-1]
    for item in set(ask["ticked"]) - asked.ticked:
        there = [one for one in life.papers if one.item == item]
        if not there:
            life.papers.append(Paper("passed", item))
        for paper in there:
            paper.verdict = "passed"
        asked.ticked.add(item)


def _complete(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    _tick(life, ask)
    asked = life.rounds[-1]
    asked.state = "complete"
    for paper in life.papers:
        paper.item = None
    if asked.stage == "intake":
        accept(life, ask, who, at)
        return
    life.state = IN_PROCESS
    if life.terms.restarts:
        life.clock.start(at)
    else:
        life.clock.resume(at)


def _partial(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    _tick(life, ask)
    life.rounds[-1].state = "sent"


def _propose_extension(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.extension = "proposed"
    touch(life, who)


def _decline_extension(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.extension = "declined"


def _extend(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.extension, life.extended = "granted", True
    life.clock.extend(at, ask["until"])


def _close(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    (refuse if life.rounds[-1].stage == "intake" else _stop)(life, ask, who, at)


def _stop(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.outcome = STOPPED, "stopped"
    _end(life, who, at)


def _withdraw(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.outcome = WITHDRAWN, "withdrawn"
    _end(life, who, at)


def _end(life: Life, who: Who, at: datetime) -> None:
    life.ended, life.holder = at, ""
    if life.stays:
        stay = life.stays[-1]
        stay.ended, stay.doer = "ended", stay.doer or (who.person if who.kind == "staff" else "")
    if life.clock.paused:
        life.clock.resume(at)


WAITING: dict[str, Happening] = {
    "propose_supplement": _propose,
    "approve_supplement": _round_becomes("approved"),
    "decline_supplement": _round_becomes("declined"),
    "request_supplement": _request,
    "lay_by": nothing,
    "take_back": nothing,
    "answer_supplement": _answer,
    "supplement_received_complete": _complete,
    "supplement_received_partial": _partial,
    "propose_extension": _propose_extension,
    "decline_extension": _decline_extension,
    "apologise_and_extend": _extend,
    "close_not_supplemented": _close,
    "stop": _stop,
    "withdraw": _withdraw,
}
