"""Three months of dossiers that are over, by the commands that people use, at the shares of a real province.

Everybody in them is invented. Their slips and results are not printed ahead: the house prints what was never
kept when somebody opens it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from random import Random
from typing import Any

from demo.dossiers import DAY, HOUR, Story, Writer, agency_of, document
from demo.people import Citizen
from demo.procedures.shared import (
    AGRICULTURE,
    COMMUNES,
    CONSTRUCTION,
    EFFECTIVE,
    FINANCE,
    HEALTH,
    INTERIOR,
    JUSTICE,
)
from motcua.base.clock import ZONE, now
from motcua.base.clock.minutes import add_working_minutes, working_minutes_between
from motcua.base.journal.models import Delivery, Entry
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Paper
from motcua.casework.dossiers.words import RefusalReason, State, Verdict
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role
from motcua.reference.people.queries import actor_of


class End(Enum):
    """When the result comes, measured against the promised day."""

    EARLY = auto()
    ON_TIME = auto()
    LATE = auto()


FINISHED = 240
SEED = 20_261_121
WEEKS = 13
# Nothing of the past is still on its way: the longest limit here is 30 days.
SETTLED_DAYS_AGO = 3
ONE_ACT = timedelta(minutes=2)
# Shares of a hundred, after what a real province published for nine months of 2026.
SUPPLEMENTED, WITHDRAWN, TURNED_AWAY, REFUSED = 8, 2, 2, 2
NOT_FETCHED = 4
# How each 25 in a row end. Dealt, not drawn: a month with fewer than five late ones hides its figure.
ENDS = (*[End.EARLY] * 15, *[End.ON_TIME] * 8, *[End.LATE] * 2)


@dataclass(frozen=True)
class Flow:
    """How often people file a procedure with some agencies, how many of a hundred do so online."""

    procedure: str
    agencies: Sequence[str]
    weight: int
    online: int
    days: int = 1


FLOWS = (
    Flow("2.000815", COMMUNES, 16, 0),
    Flow("2.000884", COMMUNES, 8, 0),
    Flow("1.001193", COMMUNES, 11, 65),
    Flow("1.004873", COMMUNES, 9, 60, days=3),
    Flow("2.000635", COMMUNES, 9, 70),
    Flow("1.000656", COMMUNES, 5, 0),
    Flow("1.004859", COMMUNES, 3, 0, days=2),
    Flow("1.001612", COMMUNES, 6, 80, days=3),
    Flow("1.001776", COMMUNES, 3, 0, days=5),
    Flow("1.014027", COMMUNES, 3, 0, days=7),
    Flow("1.013225", COMMUNES, 3, 0, days=15),
    Flow("2.002481", COMMUNES, 2, 0, days=3),
    Flow("1.004884", COMMUNES, 3, 50, days=4),
    Flow("1.002153", JUSTICE, 2, 70, days=7),
    Flow("1.013830", JUSTICE, 1, 80, days=3),
    Flow("2.002288", CONSTRUCTION, 6, 75, days=2),
    Flow("2.002285", CONSTRUCTION, 1, 100, days=2),
    Flow("1.001686", AGRICULTURE, 2, 50, days=7),
    Flow("1.004756", AGRICULTURE, 2, 0, days=3),
    Flow("1.012784", AGRICULTURE, 2, 0, days=9),
    Flow("1.013833", AGRICULTURE, 3, 0, days=6),
    Flow("1.004363", AGRICULTURE, 2, 60, days=10),
    Flow("2.002206", FINANCE, 3, 80, days=2),
    Flow("1.014196", INTERIOR, 3, 0, days=4),
    Flow("2.000980", HEALTH, 2, 40, days=22),
)
# Bigger places have more dossiers.
SIZE = {"H60.24": 9, "H60.25": 7, "H60.32": 5, "H60.31": 3, "H60.33": 3}

SURNAMES = (
    *("Nguyễn", "Hoàng", "Nông", "Ma", "Lý", "Triệu", "Bàn", "Vàng", "Sùng", "Giàng"),
    *("Hầu", "Trần", "Lê", "Phạm", "Quan", "Vi", "Hà", "Đặng", "La", "Chẩu"),
)
MIDDLE = {"male": ("Văn", "Đức", "Minh", "Mí", "Quốc"), "female": ("Thị", "Thị Thu", "Thị Kim", "Thị Hồng")}
GIVEN = {
    "male": ("Hùng", "Dũng", "Chung", "Páo", "Toàn", "Khôi", "Lâm", "Sinh", "Tiến", "Vinh"),
    "female": ("Hoa", "Nhung", "Dua", "Hạnh", "Ngân", "Xuân", "Mỷ", "Thắm", "Yến", "Hiền"),
}
PLACES = {
    "H60.24": "phường Minh Xuân",
    "H60.25": "phường Hà Giang 1",
    "H60.31": "xã Lũng Cú",
    "H60.32": "xã Sơn Dương",
    "H60.33": "xã Hoàng Su Phì",
}
FIRST_NUMBER, NUMBERS = 400, 90


def load(*, at: datetime, finished: int = FINISHED) -> None:
    """Make dossiers of the last three months that are over by now."""
    first = max(at - timedelta(weeks=WEEKS), datetime.combine(EFFECTIVE, time(8), ZONE))
    Past(Writer(at), _luck(SEED), first).tell(finished)
    _printed_when_opened()


def _printed_when_opened() -> None:
    """Take the news of the past as delivered, so that no start of the house prints a thousand papers."""
    told = Entry.objects.filter(verb__startswith="dossier.").values("id")
    Delivery.objects.filter(delivered_at=None, entry_id__in=told).update(
        delivered_at=now(), last_error="of the past: printed when opened"
    )


@dataclass
class Past:
    """Tells finished dossiers, each by chance but the same ones every time."""

    writer: Writer
    chance: Random
    first: datetime
    deck: list[End] = field(default_factory=list)

    def tell(self, count: int) -> None:
        """Tell so many, in the order in which they came in."""
        flows = self.chance.choices(FLOWS, [flow.weight for flow in FLOWS], k=count)
        told = sorted(((self._day(flow), flow) for flow in flows), key=lambda one: one[0])
        for day, flow in told:
            if day >= self.first:
                self._one(flow, day)

    def _day(self, flow: Flow) -> datetime:
        """Give a moment on which such a dossier came in, early enough to be over by now."""
        last = self.writer.now - timedelta(days=SETTLED_DAYS_AGO + flow.days * 2)
        span = max((last - self.first).total_seconds(), 0)
        return self.first + timedelta(seconds=self.chance.random() * span)

    def _one(self, flow: Flow, moment: datetime) -> None:
        weights = [SIZE.get(code, 1) for code in flow.agencies]
        agency = self.chance.choices(flow.agencies, weights)[0]
        citizen = _citizen(self.chance.randrange(NUMBERS), agency)
        opened = add_working_minutes(
            moment, self.chance.randint(5, 3 * HOUR), org.calendar_for(agency_of(agency).pk)
        )
        online = self.chance.randrange(100) < flow.online
        story = (
            self.writer.filed(flow.procedure, agency, citizen, at=opened, pace=ONE_ACT)
            if online
            else self.writer.brought(flow.procedure, agency, citizen, at=opened, pace=ONE_ACT)
        )
        if online and self._happens(TURNED_AWAY):
            self._turned_away(story)
            return
        if online:
            self._taken_in(story)
        if self._happens(WITHDRAWN) and online:
            story.after(HOUR).do(
                commands.withdraw, actor_of(story.dossier.submitter), reason="Tôi chưa cần nữa"
            )
            return
        story.after(5).forwarded()
        self._settled(story)

    def _happens(self, of_hundred: int) -> bool:
        return self.chance.randrange(100) < of_hundred

    def _turned_away(self, story: Story) -> None:
        story.after(HOUR).do(
            commands.refuse_intake,
            story.counter,
            reason=RefusalReason.WRONG_AUTHORITY,
            words="Việc này thuộc nơi bạn cư trú.",
            legal_basis="Nghị định 118/2025/NĐ-CP, Điều 14",
            right_authority="Ủy ban nhân dân xã, phường nơi cư trú",
        )

    def _taken_in(self, story: Story) -> None:
        """Let the counter accept, after asking once for what is missing in some cases."""
        story.after(self.chance.randint(10, 90))
        paper = story.dossier.papers.filter(superseded=False, requirement__isnull=False).first()
        if paper is None or not self._happens(SUPPLEMENTED * 2):
            story.accepted()
            return
        story.do(commands.request_supplement_at_intake, story.counter, **_unreadable(paper))
        story.after(self.chance.randint(HOUR, 2 * DAY))
        owner = actor_of(story.dossier.submitter)
        item = story.dossier.rounds.get().items.get()
        story.do(commands.answer_supplement, owner, files={item.pk: [document(owner, story.at)]})
        unjudged = story.dossier.papers.filter(superseded=False, item=None)
        judgements = [commands.Judgement(one.pk, Verdict.PASSED) for one in unjudged]
        if judgements:
            story.do(commands.judge_papers, story.counter, judgements=judgements)
        story.after(30).do(commands.supplement_received_complete, story.counter, ticked=[item.pk])

    def _settled(self, story: Story) -> None:
        """Let it go its whole way, and end early, on the day, or late."""
        ends = self._end(story)
        refused = self._happens(REFUSED)
        calendar = org.calendar_for(story.dossier.competent_agency_id)
        gap = max(working_minutes_between(story.at, ends, calendar) // 7, 3)
        while story.dossier.handling_role != Role.RECORDS_CLERK:
            story.after(gap).one_step(refused=refused)
        story.at = max(story.at, min(ends, story.now))
        story.do(commands.issue_result, story.handler)
        if story.dossier.state == State.RESOLVED and not self._happens(NOT_FETCHED):
            story.after(self.chance.randint(20, 2 * DAY)).returned()

    def dealt(self) -> End:
        """Give how the next one ends."""
        if not self.deck:
            self.deck = self.chance.sample(ENDS, len(ENDS))
        return self.deck.pop()

    def _end(self, story: Story) -> datetime:
        due = story.dossier.due_at
        calendar = org.calendar_for(story.dossier.competent_agency_id)
        assert due is not None, "every flow here has a limit"
        kind = self.dealt()
        if kind is End.LATE:
            return add_working_minutes(due, self.chance.randint(HOUR, 4 * DAY), calendar)
        left = working_minutes_between(story.at, due, calendar)
        if kind is End.EARLY:
            before = add_working_minutes(due, -min(left, DAY), calendar) - timedelta(minutes=20)
            share = self.chance.uniform(0.3, 1)
            return add_working_minutes(
                story.at, int(working_minutes_between(story.at, before, calendar) * share), calendar
            )
        return add_working_minutes(due, -self.chance.randint(20, min(left, 6 * HOUR) or 20), calendar)


def _luck(seed: int) -> Random:
    """Give chance that falls the same way every time."""
    return Random(seed)  # noqa: S311 - invented dossiers, nothing secret


def _unreadable(paper: Paper) -> dict[str, Any]:
    """Ask for a paper again that cannot be read."""
    return {
        "items": [commands.Asked(paper.name, "Bản chụp mờ, mất góc", paper.requirement_id)],
        "reason": f"{paper.name}: bản chụp mờ, mất góc. Chụp lại cho rõ rồi gửi.",
    }


def _citizen(number: int, agency: str) -> Citizen:
    """Give one of the invented people of the past; who deals with a department lives in Minh Xuân."""
    place = agency if agency in PLACES else "H60.24"
    order = list(PLACES).index(place)
    which = _luck(number * 10 + order)
    gender = which.choice(("male", "female"))
    name = f"{which.choice(SURNAMES)} {which.choice(MIDDLE[gender])} {which.choice(GIVEN[gender])}"
    code = FIRST_NUMBER + number + order * NUMBERS
    return Citizen(
        f"tq-past-{code}",
        name,
        date(which.randint(1955, 2003), which.randint(1, 12), which.randint(1, 28)),
        gender,
        f"008000000{code:03d}",
        f"0912000{code:03d}",
        PLACES[place],
        f"Số {which.randint(1, 120)}, khu dân cư {which.randint(1, 14)}",
    )
