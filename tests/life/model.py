"""The life of a dossier in plain Python, written from the regulation and from nothing of the product.

It knows everybody and everything by name. `hindrances` says all that stands in the way of an act, `happen`
does it. The numbers are those of the national transition matrix.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tests.life.cast import CAST, Who
from tests.life.days import ONE_DAY, SlowClock, next_worked, worked, worked_before

DRAFT, SUBMITTED, ACCEPTED, REJECTED, IN_PROCESS, ASKED = 0, 1, 2, 3, 4, 5
WITHDRAWN, STOPPED, RESOLVED, RETURNED = 7, 8, 9, 10
ENDED = {REJECTED, WITHDRAWN, STOPPED, RETURNED}

ROUTE = (
    ("reception_officer", "counter"),
    ("case_officer", "division"),
    ("unit_head", "division"),
    ("agency_leader", "leadership"),
    ("records_clerk", "clerical"),
)
HOME = "counter"
COUNTER, OFFICER, HEAD, LEADER, CLERK = 1, 2, 3, 4, 5
ASK_WITHIN_DAYS = 3
CLOSE_AFTER_DAYS = 5
DRAFT_KEPT_DAYS = 10


@dataclass(frozen=True)
class Terms:
    """What a procedure says: its limit, and what its sector law makes of waiting."""

    code: str
    unit: str
    amount: int
    restarts: bool = False
    paper: bool = False
    closes: bool = False
    consulting_pauses: bool = False


TERMS = {
    one.code: one
    for one in (
        Terms("1.001193", "wd", 5, restarts=True),
        Terms("1.900002", "h", 20, paper=True, closes=True),
        Terms("1.900003", "d", 10, consulting_pauses=True),
    )
}


@dataclass
class Paper:
    verdict: str = "unseen"
    item: int | None = None


@dataclass
class Round:
    stage: str
    items: int
    state: str = "proposed"
    ticked: set[int] = field(default_factory=set)
    sent: date | None = None


@dataclass
class Question:
    unit: str
    until: date
    share: bool = False
    state: str = "open"
    told_late: bool = False


@dataclass
class Stay:
    """A stay at a step: who was given it or did it, who sent it there, whether somebody acted yet."""

    place: int
    doer: str = ""
    sender: str = ""
    acted: bool = False
    ended: str = ""


@dataclass(frozen=True)
class Ask:
    """What somebody wants to do: the move, who, and its plain facts."""

    move: str
    who: str
    facts: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.facts.get(name)


@dataclass
class Life:
    """One dossier as the regulation sees it."""

    terms: Terms
    owner: str
    submitter: str
    saved: datetime
    counter: str = "counter"
    transfer: str = "none"
    state: int = DRAFT
    outcome: str = ""
    delivery: str = "none"
    electronic: bool = False
    answered: bool = False
    papers: list[Paper] = field(default_factory=list)
    has_required: bool = False
    rounds: list[Round] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    holder: str = ""
    results: list[str] = field(default_factory=list)
    drafter: str = ""
    refusal: bool = False
    extension: str = ""
    extended: bool = False
    accepted: datetime | None = None
    resolved: datetime | None = None
    returned: datetime | None = None
    ended: datetime | None = None
    clock: SlowClock = field(default_factory=lambda: SlowClock("wd", 0))
    why_paused: str = ""

    @property
    def stay(self) -> Stay | None:
        return self.stays[-1] if self.stays and not self.stays[-1].ended else None

    @property
    def round(self) -> Round | None:
        return self.rounds[-1] if self.rounds else None

    @property
    def open_questions(self) -> list[Question]:
        return [one for one in self.questions if one.state == "open"]

    @property
    def place(self) -> tuple[str, str]:
        """Give role and unit of where it is: the role is gone once nobody has anything to do."""
        if self.state in (RESOLVED, RETURNED):
            return ROUTE[0][0], self.counter
        last = self.stays[-1].place if self.stays else 0
        if not last:
            return "", ""
        role, unit = ROUTE[last - 1]
        here = last == COUNTER and self.transfer in ("none", "needed")
        return ("" if self.state in ENDED else role), (self.counter if here else unit)

    # Who somebody is to it.

    def is_counter(self, who: Who) -> bool:
        return "reception_officer" in who.roles and who.unit == self.counter

    def is_home_counter(self, who: Who) -> bool:
        """Tell whether it is the counter of the agency that decides, once it was sent there."""
        sent = self.transfer not in ("none", "needed")
        return sent and "reception_officer" in who.roles and who.unit == HOME

    def sends_on(self, who: Who) -> bool:
        return self.is_counter(who) if self.transfer in ("none", "needed") else self.is_home_counter(who)

    def is_leader(self, who: Who) -> bool:
        return "agency_leader" in who.roles and who.agency == "ward"

    def has_it(self, who: Who, *places: int) -> bool:
        """Tell whether it lies with somebody: unit, role, and no other name on it."""
        role, unit = self.place
        here = not places or (self.stay is not None and self.stay.place in places)
        return (
            here
            and bool(role)
            and who.unit == unit
            and role in who.roles
            and (not self.holder or self.holder in who.hands)
        )

    def heads_it(self, who: Who) -> bool:
        return "unit_head" in who.roles and bool(self.place[1]) and who.unit == self.place[1]

    def acts_for_owner(self, who: Who, power: str = "file") -> bool:
        """Tell whether it is the owner, or who files for them; a draft is its maker's alone."""
        if who.kind != "member" or (self.state == DRAFT and who.name != self.submitter):
            return False
        return who.name == self.owner or (who.name == self.submitter and power in ("file", "any"))

    def is_asked(self, who: Who) -> bool:
        return any(one.unit == who.unit for one in self.open_questions) and _answers(who)

    def corrects(self, who: Who) -> bool:
        return "case_officer" in who.roles and who.unit == "division"

    def may_read(self, who: Who) -> bool:
        """Tell whether somebody stands in a relation to it (§1.1); all others see nothing."""
        if self.acts_for_owner(who, "any") or self.has_it(who):
            return True
        had = {name for stay in self.stays for name in (stay.doer, stay.sender) if name}
        if not had.isdisjoint(who.hands):
            return True
        asked = {one.unit for one in self.questions if one.state != "withdrawn"}
        if self.state == DRAFT:
            return False
        correcting = len(self.results) > 1 and self.results[-1] != "issued"
        clerk = "records_clerk" in who.roles and who.agency == "ward"
        return (
            self.is_counter(who)
            or self.is_home_counter(who)
            or self.is_leader(who)
            or self.heads_it(who)
            or "auditor" in who.roles
            or (_answers(who) and who.unit in asked)
            or (correcting and (clerk or self.corrects(who)))
        )

    # What the law counts.

    @property
    def round_open(self) -> bool:
        return self.round is not None and self.round.state not in ("declined", "complete")

    @property
    def signed(self) -> bool:
        return bool(self.results) and self.results[0] != "drafted"

    def ask_until(self) -> date:
        assert self.accepted is not None
        return _on(self.accepted.date(), ASK_WITHIN_DAYS, self.clock.off)

    def extend_until(self) -> date:
        assert self.clock.due is not None
        return worked_before(self.clock.due.date(), self.clock.off)


def _answers(who: Who) -> bool:
    return not who.roles.isdisjoint({"case_officer", "unit_head", "agency_leader"})


def _on(day: date, days: int, off: frozenset[date]) -> date:
    for _ in range(days):
        day = next_worked(day, off)
    return day


def colleagues(role: str, unit: str, on: date) -> set[str]:
    """Give who holds a role in a unit on a day; a stand-in holds nothing of their own there."""
    found = (one.on(on) for one in CAST.values() if not one.stands_for)
    return {one.name for one in found if role in one.roles and one.unit == unit}


Hindrance = Callable[[Life, Ask, Who, datetime], "str | None"]


def hindrances(life: Life, ask: Ask, at: datetime) -> set[str]:
    """Give everything that stands in the way: the wrong time alone, else the wrong person alone, else all."""
    rule = RULES[ask.move]
    if life.state not in rule.states:
        return {"not_open"}
    who = CAST[ask.who].on(at.date())
    if not rule.party(life, who):
        return {"not_yours"}
    return {found for one in rule.guards if (found := one(life, ask, who, at))}


@dataclass(frozen=True)
class Rule:
    """A row of the matrix: from which states, by whom, with which guards."""

    states: frozenset[int]
    party: Callable[[Life, Who], bool]
    guards: tuple[Hindrance, ...] = ()


def _if(why: str, holds: Callable[[Life, Ask, datetime], object]) -> Hindrance:
    return lambda life, ask, who, at: why if holds(life, ask, at) else None


def _flaw(flaw: str, why: str = "") -> Hindrance:
    return lambda life, ask, who, at: (why or flaw) if ask["flaw"] == flaw else None


NO_REASON, NO_ITEMS, NO_GROUND = _flaw("no_reason"), _flaw("no_items"), _flaw("no_legal_ground")
SIGNED = _if("result_already_approved", lambda life, ask, at: life.signed)
OWN_DRAFT = _if("own_draft", lambda life, ask, at: CAST[ask.who].person == life.drafter)
ROUND_OPEN = _if("supplement_open", lambda life, ask, at: life.round_open)
PAUSED = _if("clock_paused", lambda life, ask, at: life.clock.paused)
NOT_IN_UNIT = _if("not_in_unit", lambda life, ask, at: ask["to"] not in colleagues(*life.place, on=at.date()))


def _round_not(*states: str) -> Hindrance:
    return _if(
        "supplement_not_answered",
        lambda life, ask, at: life.round is None or life.round.state not in states,
    )


def _missing(life: Life, ask: Ask, at: datetime) -> bool:
    return life.terms.paper and not life.has_required


def _verdicts(life: Life, ask: Ask) -> list[str]:
    """Give the verdicts as they are once the papers ticked in this act count."""
    ticked = set(ask["ticked"] or ()) - (life.round.ticked if life.round else set())
    return ["passed" if one.item in ticked else one.verdict for one in life.papers]


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
    _if("already_extended", lambda life, ask, at: life.extended),
    _if("extension_too_late", _too_late_to_extend),
    _if("new_due_not_later", _not_later),
    _if("new_due_not_worked", lambda life, ask, at: not worked(ask["until"], life.clock.off)),
)


def _still_awaited(life: Life, ask: Ask, at: datetime) -> bool:
    if not life.terms.closes or life.round is None or life.round.sent is None:
        return False
    return at.date() <= _on(life.round.sent, CLOSE_AFTER_DAYS, life.clock.off)


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


def _s(*states: int) -> frozenset[int]:
    return frozenset(states)


def _fileds(life: Life, who: Who) -> bool:
    return life.acts_for_owner(who)


def _sent_it(life: Life, who: Who) -> bool:
    return life.stay is not None and bool(life.stay.sender) and life.stay.sender in who.hands


def _officer(life: Life, who: Who) -> bool:
    return life.has_it(who, OFFICER)


COUNTER_DOES, LEADER_DOES = Life.is_counter, Life.is_leader

RULES: dict[str, Rule] = {
    "save_answers": Rule(_s(DRAFT), _fileds),
    "choose_delivery": Rule(_s(DRAFT), _fileds),
    "attach": Rule(_s(DRAFT), _fileds),
    "delete_draft": Rule(
        _s(DRAFT),
        lambda life, who: who.kind == "system" or life.acts_for_owner(who),
        (
            _if(
                "not_kept_long",
                lambda life, ask, at: (
                    ask.who == "house" and at.date() < life.saved.date() + DRAFT_KEPT_DAYS * ONE_DAY
                ),
            ),
        ),
    ),
    "submit_online": Rule(
        _s(DRAFT),
        _fileds,
        (
            _if("answers_missing", lambda life, ask, at: not life.answered),
            _if("papers_missing", _missing),
        ),
    ),
    "accept": Rule(
        _s(SUBMITTED),
        COUNTER_DOES,
        (
            _if("papers_not_judged", lambda life, ask, at: "unseen" in _verdicts(life, ask)),
            _if("papers_failed", lambda life, ask, at: "failed" in _verdicts(life, ask)),
        ),
    ),
    "judge_papers": Rule(
        _s(SUBMITTED, ASKED, IN_PROCESS),
        lambda life, who: _officer(life, who) if life.state == IN_PROCESS else life.is_counter(who),
        (NO_REASON,),
    ),
    "request_supplement_at_intake": Rule(
        _s(SUBMITTED),
        COUNTER_DOES,
        (NO_REASON, NO_ITEMS, _if("supplement_already_asked", lambda life, ask, at: life.rounds)),
    ),
    "refuse_intake": Rule(
        _s(SUBMITTED), COUNTER_DOES, (NO_REASON, NO_GROUND, _flaw("right_authority_needed"))
    ),
    "transfer_non_boundary": Rule(
        _s(ACCEPTED),
        COUNTER_DOES,
        (_if("no_transfer_needed", lambda life, ask, at: life.transfer != "needed"),),
    ),
    "take_transfer": Rule(
        _s(ACCEPTED),
        Life.is_home_counter,
        (_if("no_transfer_needed", lambda life, ask, at: life.transfer != "waiting"),),
    ),
    "forward": Rule(
        _s(ACCEPTED),
        Life.sends_on,
        (
            _if("transfer_first", lambda life, ask, at: life.transfer == "needed"),
            _if("transfer_not_taken", lambda life, ask, at: life.transfer == "waiting"),
        ),
    ),
    "assign": Rule(_s(IN_PROCESS), Life.heads_it, (SIGNED, NOT_IN_UNIT)),
    "reassign": Rule(
        _s(IN_PROCESS),
        Life.heads_it,
        (SIGNED, NOT_IN_UNIT, _if("held_already", lambda life, ask, at: ask["to"] == life.holder)),
    ),
    "advance_step": Rule(
        _s(IN_PROCESS),
        lambda life, who: life.has_it(who, OFFICER, HEAD),
        (
            ROUND_OPEN,
            _if("share_open", lambda life, ask, at: any(one.share for one in life.open_questions)),
            _if("no_result", lambda life, ask, at: not life.results),
            _if("consultation_open", lambda life, ask, at: life.open_questions and not ask["note"]),
        ),
    ),
    "return_step": Rule(
        _s(IN_PROCESS),
        Life.has_it,
        (NO_REASON, _if("no_step_before", lambda life, ask, at: not _back_from(life))),
    ),
    "recall": Rule(
        _s(IN_PROCESS),
        _sent_it,
        (
            _if("already_acted_on", lambda life, ask, at: life.stays[-1].acted),
            _if("no_step_before", _recalls_nothing),
        ),
    ),
    "open_consultation": Rule(
        _s(IN_PROCESS),
        _officer,
        (
            SIGNED,
            _flaw("no_content"),
            _if("own_unit", lambda life, ask, at: ask["unit"] == "division"),
            _if("reply_due_past", lambda life, ask, at: ask["until"] < at.date()),
        ),
    ),
    "open_shares": Rule(
        _s(IN_PROCESS),
        _officer,
        (
            SIGNED,
            _flaw("no_content"),
            _if("own_unit", lambda life, ask, at: "division" in ask["units"]),
            _if(
                "shares_too_long",
                lambda life, ask, at: ask["hours"] > _whole_hours(life),
            ),
        ),
    ),
    "answer_consultation": Rule(_s(IN_PROCESS, ASKED), Life.is_asked, (_flaw("no_content"),)),
    "withdraw_consultation": Rule(
        _s(IN_PROCESS),
        _officer,
        (
            NO_REASON,
            _if(
                "no_consultation",
                lambda life, ask, at: (one := _question(life, ask)) is None or one.state != "open",
            ),
        ),
    ),
    "flag_consultee_late": Rule(
        _s(IN_PROCESS, ASKED),
        lambda life, who: who.kind == "system",
        (
            _if("no_consultation", lambda life, ask, at: not life.open_questions),
            _if("not_late_yet", _late_question),
        ),
    ),
    "propose_supplement": Rule(
        _s(IN_PROCESS),
        _officer,
        (
            NO_REASON,
            NO_ITEMS,
            NO_GROUND,
            ROUND_OPEN,
            SIGNED,
            _if("supplement_too_late", lambda life, ask, at: at.date() > life.ask_until()),
        ),
    ),
    "approve_supplement": Rule(_s(IN_PROCESS), LEADER_DOES, (_round_not("proposed"),)),
    "decline_supplement": Rule(_s(IN_PROCESS), LEADER_DOES, (NO_REASON, _round_not("proposed"))),
    "request_supplement": Rule(_s(IN_PROCESS), COUNTER_DOES, (_round_not("approved"), PAUSED)),
    "lay_by": Rule(
        _s(ASKED),
        _fileds,
        (
            _round_not("sent", "answered"),
            _if(
                "no_items",
                lambda life, ask, at: (
                    life.round is not None
                    and (ask["item"] >= life.round.items or ask["item"] in life.round.ticked)
                ),
            ),
        ),
    ),
    "take_back": Rule(_s(ASKED), _fileds, (_round_not("sent", "answered"),)),
    "answer_supplement": Rule(_s(ASKED), _fileds, (NO_ITEMS, _round_not("sent", "answered"))),
    "supplement_received_complete": Rule(
        _s(ASKED),
        COUNTER_DOES,
        (
            _round_not("sent", "answered"),
            _if("items_not_ticked", _ticks_left),
            _if(
                "papers_not_judged",
                lambda life, ask, at: _at_intake(life) and "unseen" in _verdicts(life, ask),
            ),
            _if("papers_failed", lambda life, ask, at: _at_intake(life) and "failed" in _verdicts(life, ask)),
        ),
    ),
    "supplement_received_partial": Rule(_s(ASKED), COUNTER_DOES, (NO_REASON, _round_not("sent", "answered"))),
    "propose_extension": Rule(
        _s(IN_PROCESS),
        lambda life, who: life.has_it(who, OFFICER, HEAD),
        (_if("extension_already_proposed", lambda life, ask, at: life.extension == "proposed"), *EXTENDING),
    ),
    "decline_extension": Rule(
        _s(IN_PROCESS),
        LEADER_DOES,
        (NO_REASON, _if("no_extension_proposed", lambda life, ask, at: life.extension != "proposed")),
    ),
    "apologise_and_extend": Rule(_s(IN_PROCESS), LEADER_DOES, (PAUSED, *EXTENDING)),
    "close_not_supplemented": Rule(
        _s(ASKED),
        LEADER_DOES,
        (
            NO_REASON,
            NO_GROUND,
            _round_not("sent"),
            _if("no_closing_rule", lambda life, ask, at: not life.terms.closes),
            _if("still_awaited", _still_awaited),
        ),
    ),
    "stop": Rule(
        _s(ACCEPTED, IN_PROCESS, ASKED),
        LEADER_DOES,
        (
            NO_REASON,
            NO_GROUND,
            _flaw("closed_by_its_own_move"),
            _flaw("settlement_needed"),
            _if("not_accepted_yet", lambda life, ask, at: life.accepted is None),
            SIGNED,
        ),
    ),
    "withdraw": Rule(
        _s(SUBMITTED, ACCEPTED, IN_PROCESS, ASKED),
        lambda life, who: life.acts_for_owner(who, "withdraw"),
        (SIGNED,),
    ),
    "draft_result": Rule(
        _s(IN_PROCESS),
        _officer,
        (
            NO_GROUND,
            _flaw("result_type_unknown"),
            ROUND_OPEN,
            SIGNED,
            _if("papers_not_judged", lambda life, ask, at: "unseen" in _verdicts(life, ask)),
        ),
    ),
    "approve_result": Rule(
        _s(IN_PROCESS),
        lambda life, who: life.has_it(who, LEADER),
        (ROUND_OPEN, SIGNED, OWN_DRAFT, _if("no_result", lambda life, ask, at: not life.results)),
    ),
    "issue_result": Rule(
        _s(IN_PROCESS),
        lambda life, who: life.has_it(who, CLERK),
        (_if("result_not_approved", lambda life, ask, at: life.results[:1] != ["approved"]),),
    ),
    "hand_over_result": Rule(
        _s(RESOLVED, RETURNED),
        lambda life, who: life.is_counter(who) or (who.kind == "system" and life.electronic),
        (
            _flaw("no_recipient"),
            _if(
                "nothing_to_hand_over",
                lambda life, ask, at: life.state == RETURNED and life.delivery != "ready",
            ),
        ),
    ),
    "draft_correction": Rule(
        _s(RESOLVED, RETURNED),
        Life.corrects,
        (
            _flaw("no_error_said"),
            _if("correction_signed_already", lambda life, ask, at: life.results[-1] == "approved"),
        ),
    ),
    "approve_correction": Rule(
        _s(RESOLVED, RETURNED),
        LEADER_DOES,
        (
            OWN_DRAFT,
            _if(
                "no_correction", lambda life, ask, at: len(life.results) < 2 or life.results[-1] != "drafted"
            ),
        ),
    ),
    "issue_correction": Rule(
        _s(RESOLVED, RETURNED),
        lambda life, who: "records_clerk" in who.roles and who.agency == "ward",
        (
            _if(
                "correction_not_approved",
                lambda life, ask, at: len(life.results) < 2 or life.results[-1] != "approved",
            ),
        ),
    ),
}
