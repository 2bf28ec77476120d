"""A row of a file of routes becomes a template; whatever is wrong is told, nothing is dropped silently.

Two kinds of rows are read: the processes of one-stop systems of before (days, offices, tasks), and our own
export.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from motcua.base.text import clean
from motcua.reference.catalogue.importing.routes.offices import office_on, role_called
from motcua.reference.catalogue.importing.routes.words import KEEPS_OUT, FoundInRoute, RouteFlaw
from motcua.reference.catalogue.importing.words import Line
from motcua.reference.catalogue.rules import figure
from motcua.reference.catalogue.rules.durations import HOURS_A_DAY
from motcua.reference.catalogue.rules.routes import Steps, laid_out
from motcua.reference.catalogue.rules.routes.writing import hours_read, step_read, step_written
from motcua.reference.catalogue.words import Step, Way

FORMAT = "motcua.route/1"
NO_LIMIT = Decimal(-1)


@dataclass(frozen=True)
class ReadRoute:
    """One row as a template, with what is wrong with it; `hours` is its limit, None without one."""

    row: int
    code: str
    name: str
    hours: Decimal | None
    steps: Steps
    source: str
    digest: str
    found: tuple[FoundInRoute, ...] = ()


def read_routes(lines: Iterable[Line], on: date) -> Iterator[ReadRoute | FoundInRoute]:
    """Give every row as a template, or what keeps it out; offices are those of a day."""
    seen: dict[str, int] = {}
    for line in lines:
        read = _row(line, on)
        if isinstance(read, ReadRoute):
            first = seen.setdefault(read.code, read.row)
            if first != read.row:
                yield FoundInRoute(read.row, RouteFlaw.CODE_REPEATED, read.code, {"first": str(first)})
                continue
        yield read


def written(
    code: str, name: str, hours: Decimal | None, steps: Sequence[Step], source: str
) -> dict[str, Any]:
    """Give a route as a row of our own export."""
    return {
        "format": FORMAT,
        "code": code,
        "name": name,
        **({"hours": str(hours)} if hours is not None else {}),
        "steps": [step_written(step) for step in steps],
        "source": source,
    }


def _row(line: Line, on: date) -> ReadRoute | FoundInRoute:
    raw = line.value
    if line.flaws or not isinstance(raw, dict):
        return FoundInRoute(line.row, RouteFlaw.UNREADABLE)
    code, name = clean(str(raw.get("code") or "")), clean(str(raw.get("name") or ""))
    if not code or not name:
        return FoundInRoute(line.row, RouteFlaw.CODE_MISSING, code)
    if not isinstance(raw.get("steps"), list) or not raw["steps"]:
        return FoundInRoute(line.row, RouteFlaw.NO_STEPS, code)
    digest = hashlib.sha256(json.dumps(raw, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    source = str(raw.get("source") or "")
    try:
        if raw.get("format") == FORMAT:
            hours = hours_read(raw["hours"]) if "hours" in raw else None
            steps = laid_out([step_read(one) for one in raw["steps"]])
            return ReadRoute(line.row, code, name, hours, steps, source, digest)
        process = _Process(line.row, code, raw, on)
        steps, total = process.steps(), process.total()
        return ReadRoute(line.row, code, name, total, steps, source, digest, tuple(process.found))
    except (ValueError, TypeError, KeyError, AttributeError):
        return FoundInRoute(line.row, RouteFlaw.UNREADABLE, code)


class _Process:
    """One process of before, on its way to a template."""

    def __init__(self, row: int, code: str, raw: Mapping[str, Any], on: date) -> None:
        self.row, self.code, self.raw, self.on = row, code, raw, on
        self.found: list[FoundInRoute] = []
        self.rows: list[Mapping[str, Any]] = list(raw["steps"])
        self.places = {task["code"]: place for place, one in enumerate(self.rows) for task in _tasks(one)}
        if raw.get("in_catalogue") is False:
            self._tell(RouteFlaw.NOT_IN_CATALOGUE)

    def steps(self) -> Steps:
        """Give the steps with their ways."""
        orders = [one["order"] for one in self.rows if isinstance(one.get("order"), int)]
        if any(above >= below for above, below in pairwise(orders)):
            self._tell(RouteFlaw.OUT_OF_ORDER, orders=", ".join(map(str, orders)))
        return laid_out([self._step(place, one) for place, one in enumerate(self.rows)])

    def total(self) -> Decimal | None:
        """Give the limit in working hours, None where there is no fixed one."""
        said = self.raw.get("total_days")
        days = hours_read(said) if said is not None else Decimal(0)
        if days == NO_LIMIT:
            self._tell(RouteFlaw.NO_LIMIT)
            return None
        if days <= 0:
            self._tell(RouteFlaw.TOTAL_MISSING)
            return None
        added = sum((self._days(one) for one in self.rows), Decimal(0))
        if added != days:
            self._tell(RouteFlaw.TOTAL_DIFFERS, total=figure(days), sum=figure(added))
        return days * HOURS_A_DAY

    def _step(self, place: int, raw: Mapping[str, Any]) -> Step:
        name, group = clean(str(raw["name"])), str(raw.get("group") or "")
        days = hours_read(raw.get("days"))
        if days < 0:
            self._tell(RouteFlaw.NEGATIVE_DAYS, step=name, days=figure(days))
        elif days == 0:
            self._tell(RouteFlaw.ZERO_DAYS, step=name)
        tasks = sum((hours_read(task.get("days")) for task in _tasks(raw)), Decimal(0))
        if tasks != days and _tasks(raw):
            self._tell(RouteFlaw.TASKS_DIFFER, step=name, days=figure(days), tasks=figure(tasks))
        unit_kind, role = self._who(name, group, raw)
        return Step(
            name,
            name,
            role,
            unit_kind,
            max(days, Decimal(0)) * HOURS_A_DAY,
            key=f"b{place + 1}",
            ways=self._ways(place, raw, name),
        )

    def _who(self, name: str, group: str, raw: Mapping[str, Any]) -> tuple[str, str]:
        office = office_on(group, self.on)
        office_name = clean(str(raw.get("group_name") or group))
        role = role_called(str(raw.get("role") or ""))
        if office is None:
            self._tell(RouteFlaw.OFFICE_UNKNOWN, step=name, office=office_name)
            return "", role
        if office.now:
            self._tell(RouteFlaw.OFFICE_GONE, step=name, office=office_name, now=office.now)
        if not role:
            self._tell(RouteFlaw.ROLE_UNSAID, step=name, office=office_name)
        return office.unit_kind, role or office.role or "case_officer"

    def _ways(self, place: int, raw: Mapping[str, Any], name: str) -> tuple[Way, ...]:
        """Give where the last task of a step leads; what leads nowhere leads to the step below."""
        below = (Way(f"b{place + 2}"),) if place + 1 < len(self.rows) else ()
        for task in _tasks(raw):
            if task.get("next") is not None and task["next"] not in self.places:
                self._tell(RouteFlaw.DANGLING, step=name, task=str(task.get("name")), next=str(task["next"]))
        onward = [self.places[task["next"]] for task in _tasks(raw) if task.get("next") in self.places]
        away = [there for there in onward if there != place]
        if not away:
            return below
        if away[-1] < place:
            self._tell(RouteFlaw.LEADS_BACK, step=name)
            return below
        return (Way(f"b{away[-1] + 1}"),)

    def _days(self, raw: Mapping[str, Any]) -> Decimal:
        return hours_read(raw.get("days"))

    def _tell(self, kind: RouteFlaw, **facts: str) -> None:
        self.found.append(FoundInRoute(self.row, kind, self.code, facts))


def _tasks(raw: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    tasks = raw.get("tasks") or []
    return [task for task in tasks if isinstance(task, dict)]


def counted(found: Iterable[FoundInRoute]) -> dict[str, int]:
    """Count what is wrong by kind."""
    return dict(sorted(Counter(one.kind.value for one in found).items()))


def kept_out(found: Iterable[FoundInRoute]) -> int:
    """Count the rows that cannot be loaded."""
    return sum(one.kind in KEEPS_OUT for one in found)
