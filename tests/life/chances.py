"""Where a life begins, how time leaps, and what is drawn with which weight."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.life.days import VIETNAM, next_worked
from tests.life.model.life import Life, colleagues
from tests.life.model.matrix import RULES

STARTS = tuple(
    datetime(*parts, tzinfo=VIETNAM)
    for parts in (
        (2026, 3, 2, 9, 0),
        (2026, 1, 8, 16, 45),
        (2026, 2, 11, 10, 30),
        (2026, 4, 23, 14, 0),
        (2026, 8, 19, 7, 40),
    )
)
LEAPS = (
    *(timedelta(minutes=minutes) for minutes in (1, 1, 1, 1, 1, 1, 2, 5, 20, 45, 190, 420)),
    *(timedelta(days=days) for days in (1, 3, 9)),
)
# A life as it should be; some begin a part of the way along it.
FILED = (("save_answers", "pao"), ("attach", "pao"), ("submit_online", "pao"))
IN_HAND = (*FILED, ("judge_papers", "hoa"), ("accept", "hoa"), ("forward", "hoa"))
PATHS = (
    *(FILED[:far] for far in (0, 2, 3)),
    *(IN_HAND[:far] for far in (4, 5, 6, 6, 6)),
    (*FILED, ("request_supplement_at_intake", "hoa")),
    (*IN_HAND, ("propose_supplement", "tuan"), ("approve_supplement", "lan")),
    (*IN_HAND, ("propose_supplement", "tuan"), ("approve_supplement", "lan"), ("request_supplement", "hoa")),
    (*IN_HAND, ("draft_result", "tuan"), ("advance_step", "tuan")),
    (*IN_HAND, *(("draft_result", "tuan"), ("advance_step", "tuan"), ("advance_step", "hanh"))),
    (
        *(*IN_HAND, ("draft_result", "tuan"), ("advance_step", "tuan"), ("advance_step", "hanh")),
        *(("approve_result", "lan"), ("issue_result", "son")),
    ),
)
AS_IT_SHOULD = {"flaw": "", "verdict": "passed", "note": "Chuyển", "refused": False, "items": 1}
# What carries a life on; everything else is tried beside it.
ONWARD = (
    *("save_answers", "attach", "submit_online", "judge_papers", "accept", "forward", "draft_result"),
    *("transfer_non_boundary", "take_transfer"),
    *("advance_step", "approve_result", "issue_result", "hand_over_result"),
    *("supplement_received_complete", "approve_supplement", "request_supplement"),
)
LAST_MOVES = {"stop", "withdraw", "delete_draft", "refuse_intake"}
# Acts that leave the page as it was seen: files that wait, a reminder.
UNSEEN = {"lay_by", "take_back", "flag_consultee_late"}
MOVES = sorted(RULES)
MODES = (
    *(["do_rightly"] * 9 + ["go_on"] * 4 + ["do_anything"] * 3),
    *("do_too_soon", "do_too_soon", "do_late", "look", "new"),
)
SEEDS = st.integers(0, 2**32 - 1)
LAST = datetime(2026, 11, 1, tzinfo=VIETNAM)


def hopes(life: Life, at: datetime) -> dict[str, Any]:
    """Give facts with which an act most likely goes through; what is drawn later may differ."""
    due = life.clock.due or at
    return {
        "until": next_worked(max(due, at).date() + timedelta(days=6), life.clock.off),
        "ticked": range(life.round.items if life.round else 0),
        "unit": "police",
        "units": ["police"],
        "hours": 4,
        "item": 0,
        "to": next(iter(sorted(colleagues(*life.place, on=at.date()) - {life.holder})), ""),
        "question": next((n for n, one in enumerate(life.questions) if one.state == "open"), 0),
    }


SEEING = frozenset(
    {"accept", "forward", "advance_step", "stop", "withdraw", "draft_result", "approve_result"}
)
