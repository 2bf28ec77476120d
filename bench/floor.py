"""The floor: what the same lives cost the database alone.

One connection, psycopg, prepared statements, no Django. A life is twelve transactions, as by commands; each
holds what must be stored whoever stores it: the retry key taken and settled, the dossier's row locked, the
rows of the act inserted or updated (each row once), the journal row with the trigger that seals it, the
numbers drawn from counter rows, and the news queued. What the commands read in order to decide (rights,
route, papers, calendar) and what they compute is not counted here: it is what the ratio shows. `check`
refuses a floor that leaves other rows behind than a life by commands.
"""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from bench.figures import Timings
from bench.world import ANSWERS, PAGE, Office, World
from motcua.base.access import Actor
from motcua.base.clock import local, now
from motcua.base.database.ids import uuid7
from motcua.reference.org.words import Role

TABLES = (
    "dossiers_dossier",
    "dossiers_paper",
    "dossiers_clock_mark",
    "dossiers_step_run",
    "dossiers_slip",
    "dossiers_result",
    "dossiers_result_return",
    "journal_entry",
    "journal_retry_key",
    "journal_delivery",
    "procrastinate_jobs",
)

_RETRY = (
    "INSERT INTO journal_retry_key (key, command, digest, outcome_model, outcome_id, made_at)"
    " VALUES (%s, 'bench', %s, '', '', %s) ON CONFLICT (key) DO NOTHING"
)
_SETTLE = "UPDATE journal_retry_key SET outcome_model = 'dossiers.Dossier', outcome_id = %s WHERE key = %s"
_LOCK = "SELECT revision FROM dossiers_dossier WHERE id = %s FOR UPDATE"
_SERIAL = (
    "INSERT INTO dossiers_serial AS serial (id, scope, last) VALUES (%s, %s, 1)"
    " ON CONFLICT (scope) DO UPDATE SET last = serial.last + 1 RETURNING last"
)
_DEFER = (
    "SELECT unnest(procrastinate_defer_jobs_v1(ARRAY["
    "ROW('default', 'journal.deliver', 0, NULL, NULL, %s, NULL)]::procrastinate_job_to_defer_v1[]))"
)
_NOTHING = "0" * 64


class OtherRows(RuntimeError):
    """Raised when the floor does not store what the commands store."""


def counted(connection: psycopg.Connection[Any]) -> dict[str, int]:
    """Give how many rows each table of a life has."""
    found = {}
    for table in TABLES:
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
        assert row is not None
        found[table] = int(row[0])
    return found


class Floor:
    """One connection that lives whole lives by bare statements."""

    def __init__(self, world: World, connection: psycopg.Connection[Any]) -> None:
        self._world = world
        self._db = connection
        self._texts: dict[tuple[str, ...], bytes] = {}
        self._steps = tuple(world.version.route.order_by("order"))
        self._result_type = world.version.results.get().pk

    def live(self, office: Office, timings: Timings) -> None:
        """Live one life."""
        life = _Life(self, office, timings)
        life.create()
        life.take_in()
        life.decide()

    def run(self, statement: str | bytes, *values: object) -> psycopg.Cursor[Any]:
        """Do one prepared statement."""
        text = statement if isinstance(statement, bytes) else statement.encode()
        return self._db.execute(text, values, prepare=True)

    def insert(self, table: str, **row: object) -> None:
        """Insert one row."""
        self.run(self._text("INSERT", table, tuple(row)), *row.values())

    def update(self, table: str, key: object, **row: object) -> None:
        """Update named columns of one row."""
        self.run(self._text("UPDATE", table, tuple(row)), *row.values(), key)

    def _text(self, verb: str, table: str, columns: tuple[str, ...]) -> bytes:
        known = self._texts.get((verb, table, *columns))
        if known is not None:
            return known
        if verb == "INSERT":
            text = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
        else:
            text = f"UPDATE {table} SET {', '.join(f'{name} = %s' for name in columns)} WHERE id = %s"
        self._texts[verb, table, *columns] = text.encode()
        return text.encode()

    @property
    def steps(self) -> tuple[Any, ...]:
        """Give the route."""
        return self._steps

    @property
    def result_type(self) -> UUID:
        """Give the kind of result."""
        return self._result_type

    @property
    def version_id(self) -> UUID:
        """Give the version of the procedure."""
        return self._world.version.pk

    def whole(self) -> Any:
        """Give one transaction."""
        return self._db.transaction()


class _Life:
    def __init__(self, floor: Floor, office: Office, timings: Timings) -> None:
        self._floor, self._office, self._timings = floor, office, timings
        self._id, self._paper, self._result = uuid7(), uuid7(), uuid7()
        self._run = UUID(int=0)
        self._revision = self._seq = 0
        self._code = ""

    def create(self) -> None:
        floor, office = self._floor, self._office
        with self._act("draft", office.citizen, "draft_created", {"procedure": "1.001193"}) as at:
            person = office.citizen.person
            floor.insert(
                "dossiers_dossier",
                **_EMPTY,
                id=self._id,
                temporary_code=f"T-{self._id}",
                revision=1,
                state=0,
                channel="online",
                version_id=floor.version_id,
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
            floor.insert("dossiers_paper", **_PAPER, id=self._paper, dossier_id=self._id, added_at=at)
            self._save(state=1, submitted_at=at, saved_at=at)

    def take_in(self) -> None:
        floor, office = self._floor, self._office
        hoa = office.officials[Role.RECEPTION_OFFICER]
        with self._act(
            "judge", hoa, "papers_judged", {"passed": 1, "failed": 0, "unseen": 0}, retry=False
        ) as at:
            floor.update(
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
        with self._act("accept", hoa, "accepted", accepted, news=True) as at:
            self._accept(hoa, at)
        with self._act("forward", hoa, "forwarded", self._place(1)) as at:
            self._move(1, hoa, at)

    def decide(self) -> None:
        floor, officials = self._floor, self._office.officials
        tuan, lan, son = (
            officials[role] for role in (Role.CASE_OFFICER, Role.AGENCY_LEADER, Role.RECORDS_CLERK)
        )
        with self._act("draft_result", tuan, "result_drafted", {"outcome": "granted"}) as at:
            floor.insert(
                "dossiers_result",
                **_RESULT,
                id=self._result,
                dossier_id=self._id,
                result_type_id=floor.result_type,
                drafted_at=at,
                drafted_by_id=tuan.person,
            )
            floor.update("dossiers_step_run", self._run, acted_at=at, staff_id=tuan.person)
            self._save(state=4, holder_id=tuan.person)
        with self._act("advance", tuan, "advanced", self._place(2)) as at:
            self._move(2, tuan, at)
        hanh = officials[Role.UNIT_HEAD]
        with self._act("advance", hanh, "advanced", self._place(3)) as at:
            self._move(3, hanh, at)
        with self._act("approve", lan, "result_approved", self._place(4)) as at:
            floor.update(
                "dossiers_result", self._result, state="approved", approved_at=at, approved_by_id=lan.person
            )
            self._move(4, lan, at)
        issued = {"outcome": "granted", "number": "1/KQ-UBND", "result": str(self._result)}
        with self._act("issue", son, "result_issued", issued, news=True) as at:
            self._issue(son, at)
        hoa = officials[Role.RECEPTION_OFFICER]
        with self._act(
            "hand_over", hoa, "result_handed_over", {"relation": "Chủ hồ sơ", "recipient": _NOTHING}
        ) as at:
            floor.insert(
                "dossiers_result_return",
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
        floor, counter = self._floor, self._office.counter
        day = local(at).strftime("%y%m%d")
        self._code = f"{counter.code}-{day}-{self._serial(f'code:{counter.code}:{day}'):04d}"
        floor.insert(
            "dossiers_clock_mark", **_MARK, id=uuid7(), dossier_id=self._id, seq=1, kind="start", at=at
        )
        place = self._stay(0, hoa, at)
        floor.insert(
            "dossiers_slip",
            id=uuid7(),
            dossier_id=self._id,
            form="M01",
            form_set="bench",
            number=self._serial(f"slip:{counter.pk}:{at.year}:M01"),
            year=at.year,
            unit_id=counter.pk,
            facts=Jsonb({"papers": [["Tờ khai đăng ký khai sinh", "electronic", 1]], "due_at": str(at)}),
            issued_at=at,
            issued_by_id=hoa.person,
            file_id=None,
        )
        self._save(
            state=2,
            code=self._code,
            accepted_at=at,
            accepted_by_id=hoa.person,
            **place,
            due_at=at,
            due_by_instant=False,
            original_due_at=at,
            paused_since=None,
        )

    def _issue(self, son: Actor, at: datetime) -> None:
        floor, office = self._floor, self._office
        number = self._serial(f"result:{office.agency.pk}:{at.year}")
        floor.update(
            "dossiers_result",
            self._result,
            state="issued",
            number=f"{number}/KQ-UBND",
            issued_at=at,
            issued_by_id=son.person,
        )
        floor.insert(
            "dossiers_clock_mark", **_MARK, id=uuid7(), dossier_id=self._id, seq=2, kind="stop", at=at
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
        self._floor.update(
            "dossiers_step_run", self._run, ended_at=at, ended=move, staff_id=by.person, acted_at=at
        )

    def _stay(self, number: int, by: Actor, at: datetime) -> dict[str, object]:
        step = self._floor.steps[number]
        unit = self._office.officials[Role(step.person_role)].unit
        self._run, self._seq = uuid7(), self._seq + 1
        self._floor.insert(
            "dossiers_step_run",
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
        )
        return {
            "step": step.order,
            "step_since": at,
            "handling_unit_id": unit,
            "handling_role": step.person_role,
            "holder_id": None,
        }

    def _place(self, step: int) -> dict[str, object]:
        unit = self._office.officials[Role(self._floor.steps[step].person_role)].unit
        return {"step": step + 1, "unit": str(unit), "to": None}

    def _save(self, **row: object) -> None:
        self._revision += 1
        self._floor.update("dossiers_dossier", self._id, revision=self._revision, **row)

    def _serial(self, scope: str) -> int:
        row = self._floor.run(_SERIAL, uuid7(), scope).fetchone()
        assert row is not None
        return int(row[0])

    @contextmanager
    def _act(
        self,
        step: str,
        by: Actor,
        verb: str,
        data: Mapping[str, object],
        *,
        retry: bool = True,
        news: bool = False,
    ) -> Iterator[datetime]:
        """Do one act as one transaction: key, lock, what it writes, journal, news, key settled."""
        began, at, floor = time.perf_counter(), now(), self._floor
        key, actor = f"bench {uuid7()}", f"{by.kind.value}:{by.person}"
        with floor.whole():
            if retry:
                floor.run(_RETRY, key, _NOTHING, at)
            if self._revision:
                floor.run(_LOCK, self._id)
            yield at
            self._revision = max(self._revision, 1)
            entry = uuid7()
            thing = f"dossier:{self._id}"
            floor.insert(
                "journal_entry",
                id=entry,
                thing=thing,
                seq=0,
                about=thing,
                verb=f"dossier.{verb}",
                actor=actor,
                position=str(by.position or ""),
                on_behalf_of="",
                happened_at=at,
                recorded_at=at,
                mark="",
                payload=json.dumps(data, ensure_ascii=False, sort_keys=True),
                prev_hash=b"",
                hash=b"",
            )
            if retry:
                floor.run(_SETTLE, str(self._id), key)
            if news:
                self._queue(entry, verb, at)
        self._timings.note(step, time.perf_counter() - began)

    def _queue(self, entry: UUID, verb: str, at: datetime) -> None:
        delivery = uuid7()
        self._floor.insert(
            "journal_delivery",
            id=delivery,
            entry_id=entry,
            subscriber=f"dossiers.dossier.{verb}",
            attempts=0,
            made_at=at,
            delivered_at=None,
            last_error="",
        )
        self._floor.run(_DEFER, Jsonb({"delivery": str(delivery)}))


_EMPTY: dict[str, object] = {
    "code": None,
    "representation_id": None,
    "outcome": "",
    "finance": "none",
    "delivery": "none",
    "sync": "none",
    "case_id": None,
    "copies": 1,
    "result_delivery": "one_stop",
    "submitted_at": None,
    "accepted_at": None,
    "accepted_by_id": None,
    "resolved_at": None,
    "returned_at": None,
    "ended_at": None,
    "step": None,
    "step_since": None,
    "handling_unit_id": None,
    "handling_role": "",
    "holder_id": None,
    "due_at": None,
    "due_by_instant": False,
    "original_due_at": None,
    "paused_since": None,
}
_PAPER: dict[str, object] = {
    "requirement_id": None,
    "name": "Tờ khai đăng ký khai sinh",
    "form": "electronic",
    "quantity": 1,
    "file_id": None,
    "source": "e_form",
    "held_id": None,
    "item_id": None,
    "number": "",
    "issuer": "",
    "issued_on": None,
    "valid_to": None,
    "verdict": "unseen",
    "verdict_reason": "",
    "judged_at": None,
    "judged_by_id": None,
    "superseded": False,
}
_RESULT: dict[str, object] = {
    "state": "drafted",
    "outcome": "granted",
    "title": "Giấy khai sinh",
    "content": "",
    "reason": "",
    "legal_ground": "",
    "attachment_id": None,
    "approved_at": None,
    "approved_by_id": None,
    "number": "",
    "issued_at": None,
    "issued_by_id": None,
    "file_id": None,
}
_MARK: dict[str, object] = {"reason": "bench", "legal_basis": ""}


def check(by_commands: Mapping[str, int], by_floor: Mapping[str, int]) -> None:
    """Refuse a floor that stores other rows than the commands do for a life."""
    if by_commands != by_floor:
        raise OtherRows(f"a life by commands leaves {dict(by_commands)}, the floor {dict(by_floor)}")
