"""What becomes of a life with its result, and when that is mended."""

from datetime import datetime

from tests.life.cast import Who
from tests.life.happening.places import Happening, go, leave, touch
from tests.life.model.life import RESOLVED, RETURNED, Ask, Life


def _draft_result(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.results, life.drafter, life.refusal = ["drafted"], who.person, ask["refused"]
    touch(life, who)


def _approve(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.results = ["approved"]
    go(life, 5, who)


def _issue(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.results = ["issued"]
    life.state, life.outcome = RESOLVED, "refused" if life.refusal else "granted"
    life.delivery, life.resolved, life.holder = "ready", at, ""
    if life.transfer != "none":
        life.transfer = "result_returned"
    leave(life, who)
    life.clock.resume(at) if life.clock.paused else None


def _hand_over(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    life.state, life.delivery = RETURNED, "handed_over"
    life.returned, life.ended = life.returned or at, life.ended or at


def _draft_correction(life: Life, ask: Ask, who: Who, at: datetime) -> None:
    if len(life.results) > 1 and life.results[-1] != "issued":
        life.results.pop()
    life.results.append("drafted")
    life.drafter = who.person


def _correction_becomes(state: str) -> Happening:
    def act(life: Life, ask: Ask, who: Who, at: datetime) -> None:
        life.results[-1] = state
        if state == "issued":
            life.delivery = "ready"

    return act


RESULTS: dict[str, Happening] = {
    "draft_result": _draft_result,
    "approve_result": _approve,
    "issue_result": _issue,
    "hand_over_result": _hand_over,
    "draft_correction": _draft_correction,
    "approve_correction": _correction_becomes("approved"),
    "issue_correction": _correction_becomes("issued"),
}
