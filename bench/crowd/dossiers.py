"""Rows of dossiers made from their courses, unit by unit and batch by batch."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from psycopg.types.json import Jsonb

from bench.crowd.lives import Course, Courses
from bench.crowd.load import Row, Rows
from bench.crowd.people import Hamlet, Known
from bench.crowd.shares import Share
from bench.floor import rows
from bench.world import Office, World
from motcua.base.clock.calendar import Calendar
from motcua.base.database.ids import uuid7
from motcua.casework.dossiers.words import State
from motcua.reference.catalogue.models import RouteStep
from motcua.reference.org.words import Role

BATCH, SEED = 5_000, 20_260_302
ONLINE, ANSWERED, PROPOSED = 0.55, 0.2, 0.03
HELD, GIVEN, LOOKED = 0.8, 0.15, 0.7  # by an officer; given and not acted on; of these, looked at
_BASE36: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OUTCOMES: Final = {
    State.RESOLVED: "granted",
    State.RESULT_RETURNED: "granted",
    State.REJECTED_AT_INTAKE: "rejected",
    State.WITHDRAWN: "withdrawn",
    State.STOPPED: "stopped",
}
_ACCEPTED: Final = frozenset(State) - {State.DRAFT, State.SUBMITTED, State.REJECTED_AT_INTAKE}


@dataclass(frozen=True)
class Plan:
    """What all dossiers share."""

    world: World
    routes: tuple[tuple[UUID, tuple[RouteStep, ...]], ...]
    calendar: Calendar
    calendar_number: int
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class _Stay:
    started: datetime
    ended: datetime | None
    holder: UUID | None
    acted: bool


def batches(plan: Plan, shares: tuple[Share, ...], size: int, *, months_in: float) -> Iterator[Rows]:
    """Give the rows of about so many dossiers; memory holds one batch and the people of one unit."""
    source = random.Random(SEED)
    made: dict[str, list[Row]] = defaultdict(list)
    for number, (share, office) in enumerate(zip(shares, plan.world.offices, strict=True), start=1):
        unit = _UnitRows(plan, office, number, source)
        courses = Courses(share, plan.calendar, source, since=plan.since, until=plan.until)
        for course in courses.drawn(share.of(size), share.open_of(size, months_in)):
            unit.add(course, made)
            if len(made["dossiers_dossier"]) >= BATCH:
                yield made
                made = defaultdict(list)
    yield made


class _UnitRows:
    """Makes the rows of one unit's dossiers."""

    def __init__(self, plan: Plan, office: Office, number: int, source: random.Random) -> None:
        self._plan, self._office, self._number, self._source = plan, office, number, source
        self._hamlet = Hamlet(number, source)
        self._serials: dict[str, int] = defaultdict(int)
        self._made = 0

    def add(self, course: Course, made: dict[str, list[Row]]) -> None:
        """Put the rows of one dossier into the batch."""
        person = self._hamlet.next(made["people_applicant"], made["people_person"])
        dossier = uuid7()
        stays = self._stays(course) if course.state in _ACCEPTED else []
        made["dossiers_dossier"].append(self._dossier(dossier, person, course, stays))
        made["dossiers_clock_mark"] += self._marks(dossier, course) if stays else []
        made["dossiers_step_run"] += [
            self._run(dossier, course, place, stay) for place, stay in enumerate(stays)
        ]
        made["dossiers_supplement_round"] += self._rounds(dossier, course)
        last = stays[-1] if stays else None
        if last and last.holder and not last.acted and not last.ended and self._source.random() < LOOKED:
            made["journal_entry"].append(self._look(dossier, last.holder))

    def _dossier(self, pk: UUID, person: Known, course: Course, stays: list[_Stay]) -> Row:
        office, state, taken = self._office, course.state, bool(stays)
        ended = course.resolved if state in (State.RESULT_RETURNED, State.WITHDRAWN, State.STOPPED) else None
        decided = state in (State.RESOLVED, State.RESULT_RETURNED)
        at_counter = decided or not taken
        role = Role.RECEPTION_OFFICER if at_counter else self._role(course, len(stays) - 1)
        paused = course.asked if state is State.SUPPLEMENT_REQUESTED else None
        return {
            **rows.DOSSIER,
            "id": pk,
            "temporary_code": self._temporary(),
            "code": self._code(course.accepted) if taken else None,
            "revision": 3 + len(stays),
            "state": state.value,
            "outcome": _OUTCOMES.get(state, ""),
            "delivery": {State.RESOLVED: "ready", State.RESULT_RETURNED: "handed_over"}.get(state, "none"),
            "channel": "online" if self._source.random() < ONLINE else "direct",
            "version_id": self._plan.world.versions[course.procedure].pk,
            "competent_agency_id": office.agency.pk,
            "receiving_unit_id": office.counter.pk,
            "owner_id": person.id,
            "submitter_id": person.id,
            "applicant": Jsonb({"name": person.name, "address": "", "phone": person.phone, "email": ""}),
            "answers": Jsonb({}),
            "created_at": course.accepted - timedelta(hours=3),
            "saved_at": course.accepted - timedelta(hours=2),
            "submitted_at": course.accepted - timedelta(hours=2),
            "accepted_at": course.accepted if taken else None,
            "accepted_by_id": office.officials[Role.RECEPTION_OFFICER].person if taken else None,
            "resolved_at": course.resolved if decided else None,
            "returned_at": course.resolved if state is State.RESULT_RETURNED else None,
            "ended_at": ended,
            "route_id": self._plan.routes[course.procedure][0] if taken else None,
            "step": len(stays) or None,
            "step_since": stays[-1].started if stays else None,
            "handling_unit_id": office.officials[role].unit if taken else None,
            "handling_role": role.value if taken else "",
            "holder_id": stays[-1].holder if stays and not decided and not ended else None,
            "due_at": course.due if taken and not paused else None,
            "original_due_at": course.due if taken else None,
            "calendar_number": self._plan.calendar_number if taken else None,
            "paused_since": paused,
        }

    def _stays(self, course: Course) -> list[_Stay]:
        """Give the stays up to where the dossier stands; an ended one has gone all the way."""
        last = 0 if course.state is State.ACCEPTED else course.at_step
        if course.state is State.RESOLVED:
            last = 4
        end = course.resolved or min(self._plan.until, course.accepted + timedelta(hours=2 + 20 * last))
        span = (end - course.accepted) / (last + 1)
        found = []
        for place in range(last + 1):
            started = course.accepted + place * span
            over = place < last or course.resolved is not None
            found.append(self._stay(course, place, started, started + span if over else None))
        return found

    def _stay(self, course: Course, place: int, started: datetime, ended: datetime | None) -> _Stay:
        if place != 1:
            official = self._office.officials[self._role(course, place)]
            return _Stay(started, ended, official.person if ended else None, bool(ended))
        if ended is None and self._source.random() > HELD:
            return _Stay(started, None, None, False)
        holder = self._source.choice(self._office.officers).person
        return _Stay(started, ended, holder, bool(ended) or self._source.random() > GIVEN)

    def _role(self, course: Course, place: int) -> Role:
        return Role(self._plan.routes[course.procedure][1][place].person_role)

    def _run(self, dossier: UUID, course: Course, place: int, stay: _Stay) -> Row:
        step = self._plan.routes[course.procedure][1][place]
        officials = self._office.officials
        sender = officials[self._role(course, max(0, place - 1))].person
        return {
            **rows.STAY,
            "id": uuid7(),
            "dossier_id": dossier,
            "seq": place + 1,
            "step": step.order,
            "name": step.name,
            "unit_id": officials[Role(step.person_role)].unit,
            "role": step.person_role,
            "staff_id": stay.holder,
            "sent_by_id": sender,
            "started_at": stay.started,
            "due_at": stay.started + timedelta(days=1),
            "acted_at": stay.started if stay.acted else None,
            "ended_at": stay.ended,
            "ended": "advance_step" if stay.ended else "",
        }

    def _marks(self, dossier: UUID, course: Course) -> list[Row]:
        told = [("start", course.accepted)]
        if course.asked:
            told.append(("pause", course.asked))
        if course.completed:
            told.append(("restart", course.completed))
        if course.resolved:
            told.append(("stop", course.resolved))
        return [
            {**rows.MARK, "id": uuid7(), "dossier_id": dossier, "seq": seq, "kind": kind, "at": at}
            for seq, (kind, at) in enumerate(told, start=1)
        ]

    def _rounds(self, dossier: UUID, course: Course) -> list[Row]:
        state, asked = "complete", course.asked
        if course.state is State.IN_PROCESS and course.at_step == 1 and self._source.random() < PROPOSED:
            state, asked = "proposed", course.accepted
        elif course.state is State.SUPPLEMENT_REQUESTED:
            state = "answered" if self._source.random() < ANSWERED else "sent"
        if asked is None or course.state is State.REJECTED_AT_INTAKE:
            return []
        officials, sent = self._office.officials, None if state == "proposed" else asked
        row = {
            **rows.ROUND,
            "id": uuid7(),
            "dossier_id": dossier,
            "stage": "appraisal",
            "state": state,
            "reason": "Thiếu giấy tờ",
            "proposed_at": asked,
            "proposed_by_id": officials[Role.CASE_OFFICER].person,
            "approved_at": sent,
            "approved_by_id": officials[Role.AGENCY_LEADER].person if sent else None,
            "sent_at": sent,
            "sent_by_id": officials[Role.RECEPTION_OFFICER].person if sent else None,
            "answered_at": asked if state in ("answered", "complete") else None,
            "completed_at": course.completed,
        }
        return [row]

    def _look(self, dossier: UUID, holder: UUID) -> Row:
        at = self._plan.until
        return {
            "id": uuid7(),
            "thing": f"reads:{self._office.counter.pk}:{at.date()}",
            "seq": 0,
            "about": f"dossier:{dossier}",
            "verb": "dossier.opened",
            "actor": f"staff:{holder}",
            "position": "",
            "on_behalf_of": "",
            "happened_at": at,
            "recorded_at": at,
            "mark": "",
            "payload": "{}",
            "prev_hash": b"",
            "hash": b"",
        }

    def _code(self, at: datetime) -> str:
        scope = f"{self._office.counter.code}-{at:%y%m%d}"
        self._serials[scope] += 1
        return f"{scope}-{self._serials[scope]:04d}"

    def _temporary(self) -> str:
        number, digits = self._number * 10_000_000 + self._made, ""
        self._made += 1
        for _ in range(8):
            number, one = divmod(number, 36)
            digits = _BASE36[one] + digits
        return f"T-{digits[:4]}-{digits[4:]}"
