"""How one dossier stands, in plain Python, as the regulation sees it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tests.life.cast import CAST, Who
from tests.life.days import SlowClock, next_worked, worked_before

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
        """Give the last day to ask for papers, which are counted anew wherever the whole time is."""
        assert self.clock.began is not None
        return days_on(self.clock.began.date(), ASK_WITHIN_DAYS, self.clock.off)

    def extend_until(self) -> date:
        assert self.clock.due is not None
        return worked_before(self.clock.due.date(), self.clock.off)


def _answers(who: Who) -> bool:
    return not who.roles.isdisjoint({"case_officer", "unit_head", "agency_leader"})


def days_on(day: date, days: int, off: frozenset[date]) -> date:
    for _ in range(days):
        day = next_worked(day, off)
    return day


def colleagues(role: str, unit: str, on: date) -> set[str]:
    """Give who holds a role in a unit on a day; a stand-in holds nothing of their own there."""
    found = (one.on(on) for one in CAST.values() if not one.stands_for)
    return {one.name for one in found if role in one.roles and one.unit == unit}
