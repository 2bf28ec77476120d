"""When each dossier came, how far it is, and what its clock says: facts, not rows."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TypeVar

from bench.crowd.shares import Share
from bench.world import Offered
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.due import due
from motcua.base.clock.terms import Duration, Unit
from motcua.casework.dossiers.words import State

T = TypeVar("T")
PROCEDURES = (
    Offered("1.001193", "Đăng ký khai sinh", "Hộ tịch", 1),
    Offered("1.000894", "Đăng ký kết hôn", "Hộ tịch", 3),
    Offered("2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực", 1),
    Offered("1.012222", "Đăng ký đất đai lần đầu", "Đất đai", 20),
    Offered("1.012784", "Đăng ký biến động quyền sử dụng đất", "Đất đai", 8),
    Offered("1.001612", "Đăng ký hộ kinh doanh", "Hộ kinh doanh", 3),
    Offered("1.001776", "Hưởng trợ cấp xã hội hằng tháng", "Bảo trợ xã hội", 10),
    Offered("1.009972", "Cấp giấy phép xây dựng nhà ở riêng lẻ", "Xây dựng", 15),
)
# Short matters are most of what comes, long ones most of what lies open.
COMING, LYING = (25, 6, 30, 8, 10, 8, 8, 5), (8, 4, 6, 30, 20, 7, 13, 12)
UNDERWAY = {
    State.SUBMITTED: 6,
    State.ACCEPTED: 3,
    State.IN_PROCESS: 62,
    State.SUPPLEMENT_REQUESTED: 12,
    State.RESOLVED: 17,
}
ENDED = {
    State.RESULT_RETURNED: 92,
    State.REJECTED_AT_INTAKE: 3,
    State.WITHDRAWN: 3,
    State.STOPPED: 2,
}
STEPS = {1: 65, 2: 15, 3: 12, 4: 8}  # where in its route a dossier in process stands, from the officer on
SUPPLEMENTED = 0.08
CALENDAR_DAYS = 1.45  # of a working day, days off between


@dataclass(frozen=True, slots=True)
class Course:
    """One dossier's course; its clock stood still from `asked` to `completed`, `at_step` counts from 0."""

    procedure: int
    state: State
    accepted: datetime
    due: datetime
    resolved: datetime | None
    at_step: int
    asked: datetime | None
    completed: datetime | None


class Courses:
    """Draws the courses of one unit's dossiers after the published share of it."""

    def __init__(
        self, share: Share, calendar: Calendar, source: random.Random, *, since: datetime, until: datetime
    ) -> None:
        self._share, self._source = share, source
        self._since, self._until = since, until
        self._end = _ends(calendar)

    def drawn(self, size: int, open_: int) -> Iterator[Course]:
        """Give so many courses, so many of them under way."""
        for number in range(size):
            yield self._underway() if number < open_ else self._ended()

    def _underway(self) -> Course:
        state = _one_of(self._source, UNDERWAY)
        procedure = self._source.choices(range(len(PROCEDURES)), LYING)[0]
        limit = PROCEDURES[procedure].days * CALENDAR_DAYS
        late = state is State.IN_PROCESS and self._source.random() < self._share.late_in_hand
        age = limit + 1 + self._source.random() * 15 if late else self._source.random() * limit
        accepted = self._until - timedelta(days=age + self._source.random() / 3)
        resolved = asked = None
        if state is State.RESOLVED:
            resolved = accepted + (self._until - accepted) * self._source.random()
        if state is State.SUPPLEMENT_REQUESTED:
            asked = accepted + (self._until - accepted) * 0.4
        step = _one_of(self._source, STEPS) if state is State.IN_PROCESS else 1
        due_at = self._end(accepted, PROCEDURES[procedure].days)
        return Course(procedure, state, accepted, due_at, resolved, step, asked, None)

    def _ended(self) -> Course:
        source, state = self._source, _one_of(self._source, ENDED)
        procedure = source.choices(range(len(PROCEDURES)), COMING)[0]
        days = PROCEDURES[procedure].days
        span = self._until - timedelta(days=45) - self._since
        accepted = started = self._since + span * source.random()
        asked = completed = None
        if source.random() < SUPPLEMENTED:
            asked = accepted + timedelta(hours=4 + 20 * source.random())
            completed = started = asked + timedelta(days=1 + 9 * source.random())
        end = self._end(started, days)
        if source.random() < self._share.late:
            resolved = end + timedelta(days=0.3 + 12 * source.random())
        else:
            taken = timedelta(days=self._share.days * CALENDAR_DAYS * (0.2 + 1.6 * source.random()))
            resolved = max(started + timedelta(minutes=20), min(end, started + taken))
        return Course(procedure, state, accepted, end, resolved, 4, asked, completed)


def _one_of(source: random.Random, weights: dict[T, int]) -> T:
    return source.choices(list(weights), list(weights.values()))[0]


def _ends(calendar: Calendar) -> Callable[[datetime, int], datetime]:
    """Give the end of a limit of working days, which is the same for a whole day of starts."""

    @cache
    def end(day: datetime, days: int) -> datetime:
        return due(day, Duration(days, Unit.WORKING_DAY), calendar).instant

    return lambda at, days: end(at.replace(hour=12, minute=0, second=0, microsecond=0), days)
