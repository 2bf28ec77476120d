"""Whole lives of dossiers through HTTP.

Without `pages` each form is sent as its page would send it (retry key, revision seen), and the redirect is
the answer; only the counter officer opens the dossier, to judge its papers. With `pages` it is all that
people do: each form is opened before it is sent, and the page that the answer leads to is read.
"""

import time
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from bench.browser import Answer, Browser, signed_in
from bench.figures import Timings
from bench.lives import Live
from bench.world import ANSWERS, PAGE, PROCEDURE, Office, World
from motcua.base.access import Actor
from motcua.base.access.models import Account
from motcua.base.database.ids import uuid7
from motcua.reference.org.words import Role

FOUND = 302


@dataclass(frozen=True)
class People:
    """The browsers of one office."""

    citizen: Browser
    officials: dict[Role, Browser]


def by_http(world: World, port: int, *, pages: bool) -> Live:
    """Give the way to live through HTTP, with everybody signed in beforehand."""
    result_type = world.version.results.get().pk
    sessions: dict[UUID, People] = {}
    for office in world.offices:
        officials = {role: _browser(port, one) for role, one in office.officials.items()}
        sessions[office.agency.pk] = People(_browser(port, office.citizen), officials)

    def live(office: Office, timings: Timings) -> None:
        visit = Visit(office, sessions[office.agency.pk], result_type, timings, pages=pages)
        visit.create()
        visit.take_in()
        visit.decide()

    return live


class Visit:
    """One dossier on its way through one office, by HTTP."""

    def __init__(
        self, office: Office, people: People, result_type: UUID, timings: Timings, *, pages: bool
    ) -> None:
        self._office, self._people, self._result_type = office, people, result_type
        self._timings, self._pages = timings, pages
        self.dossier_id = ""
        self._seen = 0

    def create(self) -> None:
        """Draft, fill and submit."""
        browser = self._people.citizen
        start = reverse("portal:start", args=[PROCEDURE])
        answer = self._do("draft", browser, start, agency=self._office.agency.pk, key=uuid7())
        self.dossier_id = answer.location.split("/")[2]
        self._do("answers", browser, reverse("portal:draft-form", args=[self.dossier_id, PAGE]), **ANSWERS)
        self._do("submit", browser, reverse("portal:draft-check", args=[self.dossier_id]), key=uuid7())

    def take_in(self) -> None:
        """Judge the papers, accept, send on."""
        browser = self._people.officials[Role.RECEPTION_OFFICER]
        began = time.perf_counter()
        fields = browser.get(reverse("desk:dossier", args=[self.dossier_id])).fields
        given: dict[str, Any] = {
            name: value for name, value in fields.items() if name.startswith(("verdict_", "reason_", "seen"))
        }
        self._send(browser, self._at("judge"), {**given, "all_passed": "1"})
        self._timings.note("judge", time.perf_counter() - began)
        self._seen = int(fields["seen"]) + 1
        self._act("accept", Role.RECEPTION_OFFICER, "accept")
        self._act("forward", Role.RECEPTION_OFFICER, "forward")

    def decide(self) -> None:
        """Draft, pass on twice, approve, issue, hand over."""
        self._act(
            "draft_result",
            Role.CASE_OFFICER,
            "draft",
            outcome="granted",
            result_type=self._result_type,
            title="Giấy khai sinh",
        )
        self._act("advance", Role.CASE_OFFICER, "forward")
        self._act("advance", Role.UNIT_HEAD, "forward")
        self._act("approve", Role.AGENCY_LEADER, "approve")
        self._act("issue", Role.RECORDS_CLERK, "issue")
        self._act(
            "hand_over",
            Role.RECEPTION_OFFICER,
            "hand-over",
            relation="owner",
            recipient="Giàng A Páo",
            identity="Căn cước",
        )

    def _act(self, step: str, role: Role, name: str, **fields: object) -> None:
        browser = self._people.officials[role]
        self._do(step, browser, self._at(name), seen=self._seen, key=uuid7(), **fields)
        self._seen += 1

    def _at(self, name: str) -> str:
        return reverse(f"desk:{name}", args=[self.dossier_id])

    def _do(self, step: str, browser: Browser, path: str, **fields: object) -> Answer:
        began = time.perf_counter()
        if self._pages:
            fields = {**browser.get(path).fields, **fields}
        answer = self._send(browser, path, fields)
        if self._pages:
            browser.get(answer.location)
        self._timings.note(step, time.perf_counter() - began)
        return answer

    def _send(self, browser: Browser, path: str, fields: dict[str, object]) -> Answer:
        answer = browser.post(path, **fields)
        # A refused form comes back as a page; a lost session leads to the log-in.
        assert answer.status == FOUND and "dang-nhap" not in answer.location, (path, answer)
        return answer


def _browser(port: int, actor: Actor) -> Browser:
    assert actor.account is not None, "citizens and officials have accounts"
    return Browser(port, signed_in(Account.objects.get(pk=actor.account)))
