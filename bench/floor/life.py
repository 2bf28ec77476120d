"""One life of a dossier by bare statements, act by act."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb

from bench.figures import Timings
from bench.floor import rows
from bench.floor.bare import NOTHING, Bare
from bench.world import ANSWERS, PAGE, Office, World
from motcua.base.access import Actor
from motcua.base.clock import local, now
from motcua.base.database.ids import uuid7
from motcua.reference.catalogue.models import RouteStep
from motcua.reference.org.words import Role

_LOCK = "SELECT revision FROM dossiers_dossier WHERE id = %s FOR UPDATE"


@dataclass(frozen=True)
class _Plan:
    """What every dossier of the world keeps of the catalogue."""

    version: UUID
    route: UUID
    steps: tuple[RouteStep, ...]
    result_type: UUID


class Floor:
    """One connection that lives whole lives by bare statements."""

    def __init__(self, world: World, connection: psycopg.Connection[Any]) -> None:
        route = world.version.routes.get()
        self._bare = Bare(connection)
        self._plan = _Plan(
            world.version.pk, route.pk, tuple(route.steps.order_by("order")), world.version.results.get().pk
        )

    def live(self, office: Office, timings: Timings) -> None:
        """Live one life."""
        life = _Life(self._bare, self._plan, office, timings)
        life.create()
        life.take_in()
        life.decide()


class _Life:
    def __init__(self, bare: Bare, plan: _Plan, office: Office, timings: Timings) -> None:
        self._bare, self._plan, self._office, self._timings = bare, plan, office, timings
        self._id, self._paper, self._result = uuid7(), uuid7(), uuid7()
        self._run = UUID(int=0)
        self._revision = self._seq = 0
        self._code = ""

    def create(self) -> None:
        bare, plan, office = self._bare, self._plan, self._office
        with self._act("draft", office.citizen, "draft_created", {"procedure": "1.001193"}) as at:
            person = office.citizen.person
            bare.insert(
                "dossiers_dossier",
                rows.DOSSIER,
                id=self._id,
                temporary_code=f"T-{self._id}",
                revision=1,
                state=0,
                channel="online",
                version_id=plan.version,
                competent_agency_id=office.agency.pk,
                receiving_unit_id=office.counter.pk,
                owner_id=person,
                submitter_id=person,
                applicant=Jsonb({"name": "Giàng A Páo", "address": "", "phone": "0912000001", "email": ""}),
                answers=Jsonb({}),
                created_at=at,
                saved_at=at,
            )
        with self._act("answers", office.citizen, "draft_saved", {"part": PAGE}, retry=False) as at:
            self._save(state=0, saved_at=at, answers=Jsonb(ANSWERS))
        with self._act("submit", office.citizen, "submitted", {"temporary_code": f"T-{self._id}"}) as at:
            bare.insert("dossiers_paper", rows.PAPER, id=self._paper, dossier_id=self._id, added_at=at)
            self._save(state=1, submitted_at=at, saved_at=at)

    def take_in(self) -> None:
        bare, office = self._bare, self._office
        hoa = office.officials[Role.RECEPTION_OFFICER]
        with self._act(
            "judge", hoa, "papers_judged", {"passed": 1, "failed": 0, "unseen": 0}, retry=False
        ) as at:
            bare.update(
                "dossiers_paper",
                self._paper,
                verdict="passed",
                verdict_reason="",
                judged_at=at,
                judged_by_id=hoa.person,
            )
            self._save(state=1)
        accepted = {
            "code": "H60.901-260302-0001",
            "due": "2026-03-09T17:00:00+07:00",
            "unit": str(office.counter.pk),
        }
        with self._act("accept", hoa, "accepted", accepted) as at:
            self._accept(hoa, at)
        with self._act("forward", hoa, "forwarded", self._place(1)) as at:
            self._move(1, hoa, at)

    def decide(self) -> None:
        bare, officials = self._bare, self._office.officials
        tuan, lan, son = (
            officials[role] for role in (Role.CASE_OFFICER, Role.AGENCY_LEADER, Role.RECORDS_CLERK)
        )
        with self._act("draft_result", tuan, "result_drafted", {"outcome": "granted"}) as at:
            bare.insert(
                "dossiers_result",
                rows.RESULT,
                id=self._result,
                dossier_id=self._id,
                result_type_id=self._plan.result_type,
                drafted_at=at,
                drafted_by_id=tuan.person,
            )
            bare.update("dossiers_step_run", self._run, acted_at=at, staff_id=tuan.person)
            self._save(state=4, holder_id=tuan.person)
        with self._act("advance", tuan, "advanced", self._place(2)) as at:
            self._move(2, tuan, at)
        hanh = officials[Role.UNIT_HEAD]
        with self._act("advance", hanh, "advanced", self._place(3)) as at:
            self._move(3, hanh, at)
        with self._act("approve", lan, "result_approved", self._place(4)) as at:
            bare.update(
                "dossiers_result", self._result, state="approved", approved_at=at, approved_by_id=lan.person
            )
            self._move(4, lan, at)
        issued = {"outcome": "granted", "number": "1/KQ-UBND", "result": str(self._result)}
        with self._act("issue", son, "result_issued", issued) as at:
            self._issue(son, at)
        hoa = officials[Role.RECEPTION_OFFICER]
        with self._act(
            "hand_over", hoa, "result_handed_over", {"relation": "Chủ hồ sơ", "recipient": NOTHING}
        ) as at:
            bare.insert(
                "dossiers_result_return",
                rows.RETURN,
                result_id=self._result,
                id=uuid7(),
                dossier_id=self._id,
                method="one_stop",
                recipient="Giàng A Páo",
                relation="Chủ hồ sơ",
                identity_checked="",
                at=at,
                by_id=hoa.person,
            )
            self._save(state=10, delivery="handed_over", returned_at=at, ended_at=at)

    def _accept(self, hoa: Actor, at: datetime) -> None:
        bare, counter = self._bare, self._office.counter
        day = local(at).strftime("%y%m%d")
        self._code = f"{counter.code}-{day}-{self._bare.serial(f'code:{counter.code}:{day}'):04d}"
        bare.insert(
            "dossiers_clock_mark", rows.MARK, id=uuid7(), dossier_id=self._id, seq=1, kind="start", at=at
        )
        place = self._stay(0, hoa, at)
        bare.insert(
            "dossiers_slip",
            rows.SLIP,
            id=uuid7(),
            dossier_id=self._id,
            number=self._bare.serial(f"slip:{counter.pk}:{at.year}:M01"),
            year=at.year,
            unit_id=counter.pk,
            facts=Jsonb({"paper": "A5", "papers": [["Tờ khai", "electronic", 1]], "due_at": str(at)}),
            issued_at=at,
            issued_by_id=hoa.person,
        )
        bare.enter(self._id, counter.pk, at)
        self._save(
            route_id=self._plan.route,
            state=2,
            code=self._code,
            accepted_at=at,
            accepted_by_id=hoa.person,
            **place,
            due_at=at,
            due_by_instant=False,
            original_due_at=at,
            calendar_number=1,
            paused_since=None,
        )

    def _issue(self, son: Actor, at: datetime) -> None:
        bare, office = self._bare, self._office
        number = self._bare.serial(f"result:{office.agency.pk}:{at.year}")
        bare.update(
            "dossiers_result",
            self._result,
            state="issued",
            number=f"{number}/KQ-UBND",
            issued_at=at,
            issued_by_id=son.person,
        )
        bare.insert(
            "dossiers_clock_mark", rows.MARK, id=uuid7(), dossier_id=self._id, seq=2, kind="stop", at=at
        )
        self._end("issue_result", son, at)
        self._save(
            state=9,
            outcome="granted",
            resolved_at=at,
            delivery="ready",
            step=5,
            step_since=at,
            handling_unit_id=office.counter.pk,
            handling_role=Role.RECEPTION_OFFICER.value,
            holder_id=None,
            due_at=at,
            due_by_instant=False,
            original_due_at=at,
            paused_since=None,
        )

    def _move(self, step: int, by: Actor, at: datetime) -> None:
        self._end("advance_step", by, at)
        self._save(state=4, **self._stay(step, by, at))

    def _end(self, move: str, by: Actor, at: datetime) -> None:
        self._bare.update(
            "dossiers_step_run", self._run, ended_at=at, ended=move, staff_id=by.person, acted_at=at
        )

    def _stay(self, number: int, by: Actor, at: datetime) -> dict[str, object]:
        step = self._plan.steps[number]
        unit = self._office.officials[Role(step.person_role)].unit
        self._run, self._seq = uuid7(), self._seq + 1
        self._bare.insert(
            "dossiers_step_run",
            rows.STAY,
            id=self._run,
            dossier_id=self._id,
            seq=self._seq,
            step=step.order,
            name=step.name,
            unit_id=unit,
            role=step.person_role,
            staff_id=None,
            sent_by_id=by.person,
            note="",
            started_at=at,
            due_at=at,
            acted_at=None,
            ended_at=None,
            ended="",
            choice="",
        )
        return {
            "step": step.order,
            "step_since": at,
            "handling_unit_id": unit,
            "handling_role": step.person_role,
            "holder_id": None,
        }

    def _place(self, step: int) -> dict[str, object]:
        unit = self._office.officials[Role(self._plan.steps[step].person_role)].unit
        return {"step": step + 1, "unit": str(unit), "to": None}

    def _save(self, **row: object) -> None:
        self._revision += 1
        self._bare.update("dossiers_dossier", self._id, revision=self._revision, **row)

    @contextmanager
    def _act(
        self, step: str, by: Actor, verb: str, data: Mapping[str, object], *, retry: bool = True
    ) -> Iterator[datetime]:
        """Do one act as one transaction: key, lock, what it writes, journal, news, key settled."""
        began, at = time.perf_counter(), now()
        with self._bare.act(f"dossier:{self._id}", f"dossier.{verb}", data, by=by, at=at, retry=retry):
            if self._revision:
                self._bare.run(_LOCK, self._id)
            yield at
            self._revision = max(self._revision, 1)
        self._timings.note(step, time.perf_counter() - began)
