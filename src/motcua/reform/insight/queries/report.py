"""Report 06: what came in, what was settled and when, what is in hand, and what is late.

Form 06 of TT 02/2017/TT-VPCP, Appendix XII, as production systems print it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from motcua.base.clock.periods import Period
from motcua.base.rooms import Measure
from motcua.reform.insight.models import ClosedPeriod
from motcua.reform.insight.queries import chains
from motcua.reform.insight.queries.behind import ids_behind
from motcua.reform.insight.queries.figures import Reading, measure_called, read
from motcua.reform.insight.queries.frozen import LateRow, late_list, late_row
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.words import By, Part


@dataclass(frozen=True)
class Line:
    """One line of the report; every number is a count of dossiers."""

    key: str
    carried_over: int = 0
    online: int = 0
    other: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    no_limit: int = 0
    ended_otherwise: int = 0
    open_within: int = 0
    open_late: int = 0
    waiting: int = 0
    returned: int = 0

    @property
    def accepted(self) -> int:
        """Give what was accepted in the period, by whatever channel."""
        return self.online + self.other

    @property
    def total(self) -> int:
        """Give all that was to be settled."""
        return self.carried_over + self.accepted

    @property
    def resolved(self) -> int:
        """Give what got its result in the period."""
        return self.early + self.on_time + self.late + self.no_limit

    @property
    def open(self) -> int:
        """Give what is in hand when the period is over."""
        return self.open_within + self.open_late + self.waiting


@dataclass(frozen=True)
class Report:
    """The report of a period: its lines, their sum, the late list, and how its figures stand."""

    period: Period
    lines: Sequence[Line]
    whole: Line
    late: Sequence[LateRow]
    until: datetime | None
    closed: ClosedPeriod | None


_MEASURES: Mapping[str, str] = {
    "carried_over": "dossiers.carried_over",
    "early": "dossiers.early",
    "on_time": "dossiers.on_time",
    "late": "dossiers.late",
    "no_limit": "dossiers.no_limit",
    "open_within": "dossiers.open_within",
    "open_late": "dossiers.open_late",
    "waiting": "dossiers.waiting",
    "returned": "dossiers.returned",
}


def report_06(scope: Scope, period: Period, *, by: By, on: date) -> Report:
    """Give the report of a period, split by agency or by field; as it was closed where it was."""
    every = read(scope, period, on=on, by=by)
    online = read(replace(scope, channel="online"), period, on=on, by=by)
    lines = [_line(every, online, key, on) for key in every.keys]
    return Report(
        period,
        [line for line in lines if _says_something(line)],
        _sum(lines),
        late_rows(scope, period, every.closed, on),
        every.until,
        every.closed,
    )


def late_rows(scope: Scope, period: Period, closed: ClosedPeriod | None, on: date) -> list[LateRow]:
    """Give the dossiers that came late in a period or stood late at its end, the longest due first."""
    if closed is not None:
        rows = [row for row in late_list(closed) if scope.agencies is None or row.within(scope.agencies)]
    else:
        ids = {
            one
            for code in ("dossiers.late", "dossiers.open_late")
            for one in ids_behind(_measure(code, on), Part.NUMERATOR, scope, period, on=on)
        }
        rows = [late_row(one, tale) for one, tale in chains.tales_of(sorted(ids))]
    return sorted(rows, key=lambda row: (row.due, row.code))


def _measure(code: str, on: date) -> Measure:
    found = measure_called(code, on)
    assert found is not None, f"no measure {code}"
    return found


def _line(every: Reading, online: Reading, key: str, on: date) -> Line:
    def count(code: str, reading: Reading = every) -> int:
        return reading.figure(_measure(code, on), key).numerator

    filed_online = count("dossiers.accepted", online)
    return Line(
        key=key,
        online=filed_online,
        other=count("dossiers.accepted") - filed_online,
        ended_otherwise=count("dossiers.stopped") + count("dossiers.withdrawn"),
        **{name: count(code) for name, code in _MEASURES.items()},
    )


def _says_something(line: Line) -> bool:
    return any(getattr(line, one.name) for one in fields(line) if one.name != "key")


def _sum(lines: Sequence[Line]) -> Line:
    names = [one.name for one in fields(Line) if one.name != "key"]
    return Line("", **{name: sum(getattr(line, name) for line in lines) for name in names})
