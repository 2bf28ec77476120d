"""One dossier of the demo as it happens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from demo.dossiers.outcomes import actor, done
from demo.dossiers.places import HOUR, QUARTER
from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.clock.minutes import add_working_minutes
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import (
    Outcome,
    Verdict,
)
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org import queries as org
from motcua.reference.org.models import Staff
from motcua.reference.org.words import Role, UnitKind


@dataclass
class Posts:
    """Who acts for a unit in a role: looked up once, since nobody changes posts in the demo."""

    known: dict[tuple[UUID, Role], Actor] = field(default_factory=dict)
    leading: dict[UUID, UUID] = field(default_factory=dict)
    people: dict[UUID, Actor] = field(default_factory=dict)

    def actor(self, unit_id: UUID, role: Role, at: datetime) -> Actor:
        """Give the first official of a unit with a role."""
        found = self.known.get((unit_id, role))
        if found is None:
            found = actor(org.colleagues(unit_id, role=role, on=local(at).date())[0], at)
            self.known[unit_id, role] = found
        return found

    def leader(self, agency_id: UUID, at: datetime) -> Actor:
        """Give the leader of an agency."""
        unit_id = self.leading.get(agency_id)
        if unit_id is None:
            unit = org.unit_for(
                agency_id, kind=UnitKind.LEADERSHIP, role=Role.AGENCY_LEADER, on=local(at).date()
            )
            assert unit is not None, "every demo agency has a leader"
            unit_id = self.leading[agency_id] = unit.unit_id
        return self.actor(unit_id, Role.AGENCY_LEADER, at)

    def holder(self, staff: Staff, at: datetime) -> Actor:
        """Give an official who has a dossier at its step."""
        found = self.people.get(staff.pk)
        if found is None:
            found = self.people[staff.pk] = actor(staff, at)
        return found


@dataclass
class Story:
    """One dossier as it happens: a moment that moves on, and whoever must act next."""

    dossier: Dossier
    at: datetime
    now: datetime
    posts: Posts
    pace: timedelta = QUARTER

    def after(self, minutes: int) -> "Story":
        """Let working time pass, but never beyond the present."""
        calendar = org.calendar_for(self.dossier.competent_agency_id)
        self.at = min(add_working_minutes(self.at, minutes, calendar), self.now)
        return self

    def do(self, act: Callable[..., Dossier | Refusal], by: Actor, **facts: Any) -> "Story":
        """Let somebody act, a little later."""
        self.at = min(self.at + self.pace, self.now)
        self.dossier = done(act(dossier_id=self.dossier.pk, by=by, at=self.at, **facts))
        self.dossier.refresh_from_db()
        return self

    @property
    def counter(self) -> Actor:
        """Give a counter officer of the receiving unit."""
        return self.posts.actor(self.dossier.receiving_unit_id, Role.RECEPTION_OFFICER, self.at)

    @property
    def handler(self) -> Actor:
        """Give who has the dossier at its step, or may take it."""
        unit_id, role = self.dossier.handling_unit_id, Role(self.dossier.handling_role)
        assert unit_id is not None, "only a dossier in process has a handler"
        holder = self.dossier.holder
        if holder is not None:
            return self.posts.holder(holder, self.at)
        return self.posts.actor(unit_id, role, self.at)

    @property
    def leader(self) -> Actor:
        """Give the leader of the agency that decides."""
        return self.posts.leader(self.dossier.competent_agency_id, self.at)

    def judged(self, by: Actor | None = None) -> "Story":
        """Let an official find every paper good."""
        papers = self.dossier.papers.filter(superseded=False)
        found = [commands.Judgement(paper.pk, Verdict.PASSED) for paper in papers]
        return self.do(commands.judge_papers, by or self.counter, judgements=found)

    def accepted(self) -> "Story":
        """Let the counter check and accept."""
        return self.judged().do(commands.accept, self.counter)

    def forwarded(self) -> "Story":
        """Let the counter send it on."""
        return self.do(commands.forward, self.counter)

    def at_role(self, role: Role) -> "Story":
        """Let it go along the route until somebody of a role has it."""
        while self.dossier.handling_role != role:
            self.after(HOUR).one_step()
        return self

    def one_step(self, *, refused: bool = False) -> "Story":
        """Let whoever has it do their part and send it on."""
        if self.dossier.handling_role == Role.CASE_OFFICER:
            self.drafted(refused=refused)
            return self.do(
                commands.advance_step, self.handler, note="Đề nghị xem xét", choice=self.shortest_way
            )
        if self.dossier.handling_role == Role.AGENCY_LEADER:
            return self.do(commands.approve_result, self.handler)
        return self.do(commands.advance_step, self.handler)

    @property
    def shortest_way(self) -> str:
        """Give the choice at a parting that leads past the most; empty where there is nothing to choose."""
        ways = queries.onward(self.dossier, self.at)
        return ways[-1].choice if ways else ""

    def drafted(self, *, refused: bool = False) -> "Story":
        """Let the case officer draft the result."""
        gives = catalogue.parts_of(self.dossier.version_id).results[0]
        return self.do(
            commands.draft_result,
            self.handler,
            outcome=Outcome.REFUSED if refused else Outcome.GRANTED,
            result_type_id=None if refused else gives.pk,
            title="Văn bản từ chối giải quyết" if refused else gives.name,
            content="" if refused else "Giải quyết theo đề nghị của người nộp hồ sơ.",
            reason="Thông tin khai không khớp dữ liệu hộ tịch." if refused else "",
            legal_ground="Luật Hộ tịch số 60/2014/QH13" if refused else "",
        )

    def issued(self) -> "Story":
        """Let it go to the end of its route."""
        return self.at_role(Role.RECORDS_CLERK).do(commands.issue_result, self.handler)

    def returned(self) -> "Story":
        """Let the counter hand the result over to its owner."""
        return self.do(
            commands.hand_over_result,
            self.counter,
            recipient=self.dossier.owner.full_name,
            relation="Chủ hồ sơ",
            identity_checked="Thẻ căn cước",
        )
