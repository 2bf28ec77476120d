"""Whole lives of dossiers through the commands, each act timed."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection

from bench.figures import Timings
from bench.world import ANSWERS, PAGE, PROCEDURE, Office, World
from motcua.base.clock import now
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import Outcome, Verdict
from motcua.reference.org.words import Role

Act = Callable[..., Dossier | Refusal]
Live = Callable[[Office, Timings], None]


@dataclass
class Life:
    """One dossier on its way through one office."""

    office: Office
    result_type: UUID
    dossier: Dossier | None = None
    timings: Timings = field(default_factory=Timings)

    def do(self, step: str, act: Act, **more: Any) -> Dossier:
        """Do one act, as its page does: on the dossier as last seen; time it."""
        if self.dossier is not None:
            more["dossier_id"] = self.dossier.pk
        began = time.perf_counter()
        outcome = act(at=now(), **more)
        self.timings.note(step, time.perf_counter() - began)
        assert not isinstance(outcome, Refusal), (step, outcome)
        self.dossier = outcome
        return outcome

    def officially(self, step: str, act: Act, role: Role, **more: Any) -> None:
        """Do one act of an official, under a retry key and the revision that the page showed."""
        assert self.dossier is not None, "a life begins with its draft"
        by, seen = self.office.officials[role], self.dossier.revision
        self.do(step, act, by=by, seen=seen, key=str(uuid7()), **more)

    def create(self) -> None:
        """Draft, fill and submit."""
        by = self.office.citizen
        self.do(
            "draft",
            commands.create_draft,
            procedure=PROCEDURE,
            agency_id=self.office.agency.pk,
            by=by,
            key=str(uuid7()),
        )
        self.do("answers", commands.save_answers, page=PAGE, answers=ANSWERS, by=by)
        self.do("submit", commands.submit_online, by=by, key=str(uuid7()))

    def take_in(self) -> None:
        """Judge the papers, accept, send on."""
        assert self.dossier is not None, "a life begins with its draft"
        found = [
            commands.Judgement(pk, Verdict.PASSED) for pk in self.dossier.papers.values_list("pk", flat=True)
        ]
        hoa = Role.RECEPTION_OFFICER
        by, seen = self.office.officials[hoa], self.dossier.revision
        self.do("judge", commands.judge_papers, judgements=found, by=by, seen=seen)
        self.officially("accept", commands.accept, hoa)
        self.officially("forward", commands.forward, hoa)

    def draft(self) -> None:
        """Draft the result."""
        self.officially(
            "draft_result",
            commands.draft_result,
            Role.CASE_OFFICER,
            outcome=Outcome.GRANTED,
            result_type_id=self.result_type,
            title="Giấy khai sinh",
        )

    def decide(self) -> None:
        """Pass on twice, approve, issue, hand over."""
        self.officially("advance", commands.advance_step, Role.CASE_OFFICER)
        self.officially("advance", commands.advance_step, Role.UNIT_HEAD)
        self.officially("approve", commands.approve_result, Role.AGENCY_LEADER)
        self.officially("issue", commands.issue_result, Role.RECORDS_CLERK)
        self.officially(
            "hand_over",
            commands.hand_over_result,
            Role.RECEPTION_OFFICER,
            recipient="Giàng A Páo",
            relation="Chủ hồ sơ",
        )


def by_commands(world: World) -> Live:
    """Give the way to live through the commands."""
    result_type = world.version.results.get().pk

    def live(office: Office, timings: Timings) -> None:
        life = Life(office, result_type, timings=timings)
        life.create()
        life.take_in()
        life.draft()
        life.decide()

    return live


def together(live: Live, offices: Iterable[Office], lives: int) -> Timings:
    """Let every office live so many lives, all offices at once; give all timings and the time it took."""
    chosen = tuple(offices)

    def one(office: Office) -> Timings:
        timings = Timings()
        try:
            for _ in range(lives):
                live(office, timings)
        finally:
            connection.close()
        return timings

    began = time.perf_counter()
    if len(chosen) == 1:
        found = [one(chosen[0])]
    else:
        with ThreadPoolExecutor(len(chosen)) as pool:
            found = list(pool.map(one, chosen))
    return Timings.joined(found, lives=lives * len(chosen), seconds=time.perf_counter() - began)
