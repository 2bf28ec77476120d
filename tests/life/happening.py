"""What an act does to a life in the model; nobody asks here whether it may be done."""

from collections.abc import Callable
from datetime import datetime

from tests.life.cast import CAST, Who
from tests.life.days import SlowClock
from tests.life.model.life import (
    ACCEPTED,
    ASKED,
    HOME,
    IN_PROCESS,
    REJECTED,
    RESOLVED,
    RETURNED,
    ROUTE,
    STOPPED,
    SUBMITTED,
    WITHDRAWN,
    Ask,
    Life,
    Paper,
    Question,
    Round,
    Stay,
    colleagues,
)


def happen(life: Life, ask: Ask, at: datetime) -> None:
    """Let an act happen that nothing hindered."""
    HAPPENS[ask.move](life, ask, CAST[ask.who].on(at.date()), at)


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
    _touch(life, who)


def _ask_at_intake(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state = ASKED
    life.rounds.append(Round("intake", ask["items"], "sent", sent=at.date()))


def _refuse(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.outcome, life.ended = REJECTED, "rejected", at


def _forward(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state = IN_PROCESS
    if life.transfer != "none":
        life.transfer = "in_process"
    _go(life, 2, who)


def _transfer(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    _go(life, 1, who)
    life.transfer = "waiting"


def _take_transfer(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.transfer = "received"
    _touch(life, who)


def _assign(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.holder = life.stays[-1].doer = ask["to"]


def _advance(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    _go(life, life.stays[-1].place + 1, who)


def _return(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    place = life.stays[-1].place - 1
    doer = next(one.doer for one in reversed(life.stays) if one.place == place)
    _go(life, place, who, to=doer if doer in colleagues(*ROUTE[place - 1], on=at.date()) else "")
    _unsign(life)


def _recall(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    """Undo the last sending: the stay before goes on as if it had not been left."""
    before = life.stays[-2]
    doer = before.doer if before.doer in colleagues(*ROUTE[before.place - 1], on=at.date()) else ""
    life.stays[-1].ended = "recall"
    life.stays.append(Stay(before.place, doer, before.sender, acted=True))
    life.holder = doer
    _unsign(life)


def _open_consultation(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.questions.append(Question(ask["unit"], ask["until"]))
    _touch(life, who)
    if life.terms.consulting_pauses and life.clock.paused is None:
        life.clock.pause(at)
        life.why_paused = "consultation"


def _open_shares(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    ends = SlowClock("h", ask["hours"], life.clock.off)
    ends.start(at)
    assert ends.due is not None
    life.questions += [Question(unit, ends.due.date(), share=True) for unit in ask["units"]]
    _touch(life, who)


def _answer_consultation(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    next(one for one in life.open_questions if one.unit == who.unit).state = "answered"
    _awaits_nothing(life, at)


def _withdraw_consultation(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.questions[ask["question"]].state = "withdrawn"
    _awaits_nothing(life, at)


def _flag_late(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.questions[ask["question"]].told_late = True


def _propose(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.rounds.append(Round("appraisal", ask["items"]))
    _touch(life, who)


def _round_becomes(state: str) -> Callable[[Life, Ask, Who, datetime], None]:
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
    _touch(life, who)


def _decline_extension(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.extension = "declined"


def _extend(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.extension, life.extended = "granted", True
    life.clock.extend(at, ask["until"])


def _close(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    (_refuse if life.rounds[-1].stage == "intake" else _stop)(life, ask, who, at)


def _stop(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.outcome = STOPPED, "stopped"
    _end(life, who, at)


def _withdraw(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.outcome = WITHDRAWN, "withdrawn"
    _end(life, who, at)


def _draft_result(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.results, life.drafter, life.refusal = ["drafted"], who.person, ask["refused"]
    _touch(life, who)


def _approve(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.results = ["approved"]
    _go(life, 5, who)


def _issue(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.results = ["issued"]
    life.state, life.outcome = RESOLVED, "refused" if life.refusal else "granted"
    life.delivery, life.resolved, life.holder = "ready", at, ""
    if life.transfer != "none":
        life.transfer = "result_returned"
    _leave(life, who)
    life.clock.resume(at) if life.clock.paused else None


def _hand_over(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.delivery = RETURNED, "handed_over"
    life.returned, life.ended = life.returned or at, life.ended or at


def _draft_correction(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    if len(life.results) > 1 and life.results[-1] != "issued":
        life.results.pop()
    life.results.append("drafted")
    life.drafter = who.person


def _correction_becomes(state: str) -> Callable[[Life, Ask, Who, datetime], None]:
    def act(life: Life, ask: Ask, who: Who, at: datetime) -> None:
        life.results[-1] = state
        if state == "issued":
            life.delivery = "ready"

    return act


def _nothing(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    """A file laid by changes nothing of the life itself."""


def _go(life: Life, place: int, who: Who, to: str = "") -> None:
    _leave(life, who)
    life.stays.append(Stay(place, to, who.person))
    life.holder = to


def _leave(life: Life, who: Who) -> None:
    stay = life.stays[-1]
    stay.doer, stay.acted, stay.ended = stay.doer or who.person, True, "left"


def _touch(life: Life, who: Who) -> None:
    """Note the first act at a step: the place is held from then on, and nobody takes it back."""
    stay = life.stay
    if stay is None or stay.acted:
        return
    role, unit = life.place
    if who.unit == unit and role in who.roles:
        stay.acted, stay.doer = True, who.person
        life.holder = who.stands_for or who.person


def _unsign(life: Life) -> None:
    if life.results == ["approved"]:
        life.results = ["drafted"]


def _awaits_nothing(life: Life, at: datetime) -> None:
    if not life.open_questions and life.clock.paused and life.why_paused == "consultation":
        life.clock.resume(at)


def _end(life: Life, who: Who, at: datetime) -> None:
    life.ended, life.holder = at, ""
    if life.stays:
        stay = life.stays[-1]
        stay.ended, stay.doer = "ended", stay.doer or (who.person if who.kind == "staff" else "")
    if life.clock.paused:
        life.clock.resume(at)


HAPPENS: dict[str, Callable[[Life, Ask, Who, datetime], None]] = {
    "save_answers": _save_answers,
    "choose_delivery": _choose_delivery,
    "attach": _attach,
    "delete_draft": _nothing,
    "submit_online": _submit,
    "accept": accept,
    "judge_papers": _judge,
    "request_supplement_at_intake": _ask_at_intake,
    "refuse_intake": _refuse,
    "transfer_non_boundary": _transfer,
    "take_transfer": _take_transfer,
    "forward": _forward,
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
    "propose_supplement": _propose,
    "approve_supplement": _round_becomes("approved"),
    "decline_supplement": _round_becomes("declined"),
    "request_supplement": _request,
    "lay_by": _nothing,
    "take_back": _nothing,
    "answer_supplement": _answer,
    "supplement_received_complete": _complete,
    "supplement_received_partial": _partial,
    "propose_extension": _propose_extension,
    "decline_extension": _decline_extension,
    "apologise_and_extend": _extend,
    "close_not_supplemented": _close,
    "stop": _stop,
    "withdraw": _withdraw,
    "draft_result": _draft_result,
    "approve_result": _approve,
    "issue_result": _issue,
    "hand_over_result": _hand_over,
    "draft_correction": _draft_correction,
    "approve_correction": _correction_becomes("approved"),
    "issue_correction": _correction_becomes("issued"),
}
