"""Who looks at their list, and the three ways of looking: through HTTP, by the queries, by bare SQL."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import psycopg
from django.db import connection
from django.urls import reverse

from bench.browser import Browser, signed_in
from bench.world import Office, World
from motcua.base.access import Actor
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.pages import asked
from motcua.casework.dossiers.queries import Scope, Sought
from motcua.casework.dossiers.queries.keys import ORDER
from motcua.casework.dossiers.queries.work import listed, narrowed
from motcua.reference.org.words import Role

OK, PAGE = 200, 50


@dataclass(frozen=True)
class Looker:
    """An official who looks at a list again and again."""

    name: str
    actor: Actor
    sought: Sought
    browser: Browser


@dataclass(frozen=True)
class Looked:
    """How long each look of each official took (seconds), and all of them together on the wall."""

    took: dict[str, list[float]]
    seconds: float

    @property
    def every(self) -> list[float]:
        """Give every look."""
        return [one for many in self.took.values() for one in many]

    @property
    def per_second(self) -> float:
        """Give looks a second."""
        return len(self.every) / self.seconds


def lookers(world: World, port: int) -> list[Looker]:
    """Give eight officials of the greatest, a great, a middling and the smallest unit, signed in."""
    offices = world.offices
    greatest, great, middling, smallest = offices[0], offices[1], offices[len(offices) // 2], offices[-1]
    chosen: tuple[tuple[str, Office, Role, Scope], ...] = (
        ("greatest: leader, whole agency", greatest, Role.AGENCY_LEADER, Scope.UNIT),
        ("greatest: head, whole unit", greatest, Role.UNIT_HEAD, Scope.UNIT),
        ("greatest: counter", greatest, Role.RECEPTION_OFFICER, Scope.MINE),
        ("greatest: officer", greatest, Role.CASE_OFFICER, Scope.MINE),
        ("great: officer", great, Role.CASE_OFFICER, Scope.MINE),
        ("middling: counter", middling, Role.RECEPTION_OFFICER, Scope.MINE),
        ("middling: leader", middling, Role.AGENCY_LEADER, Scope.MINE),
        ("smallest: officer", smallest, Role.CASE_OFFICER, Scope.MINE),
    )
    return [
        Looker(name, office.officials[role], Sought(scope), _browser(port, office.officials[role]))
        for name, office, role, scope in chosen
    ]


def at_once(many: Sequence[Looker], times: int, path: str = "") -> Looked:
    """Let all look at once through HTTP, at one page or each at their list, so many times in a row."""

    def one(looker: Looker) -> list[float]:
        found = []
        for _ in range(times):
            began = time.perf_counter()
            answer = looker.browser.get(path or asked.address(looker.sought))
            found.append(time.perf_counter() - began)
            assert answer.status == OK, (looker.name, answer.status, answer.location)
        return found

    began = time.perf_counter()
    with ThreadPoolExecutor(len(many)) as pool:
        took = list(pool.map(one, many))
    names = [looker.name for looker in many]
    return Looked(dict(zip(names, took, strict=True)), time.perf_counter() - began)


def search_for(code: str) -> str:
    """Give the address of a search."""
    return f"{reverse('desk:search')}?{urlencode({'q': code})}"


def by_queries(many: Sequence[Looker], times: int) -> Looked:
    """Let one after the other read the list as the page does, without a page."""
    return _in_turns(many, times, lambda one: queries.work_list(one.actor, at=now(), sought=one.sought))


def by_sql(many: Sequence[Looker], times: int, bare: psycopg.Connection[Any]) -> Looked:
    """Let one after the other fetch the same fifty rows by one prepared statement, without Django."""
    texts = {one.name: _statement(one) for one in many}

    def look(one: Looker) -> object:
        text, values = texts[one.name]
        return bare.execute(text.encode(), values, prepare=True).fetchall()

    return _in_turns(many, times, look)


def _statement(looker: Looker) -> tuple[str, Sequence[Any]]:
    at = now()
    rows = narrowed(listed(looker.actor, looker.sought, at), looker.sought).order_by(*ORDER)[:PAGE]
    text, values = rows.query.get_compiler(connection=connection).as_sql()
    return text, values


def _in_turns(many: Sequence[Looker], times: int, look: Callable[[Looker], object]) -> Looked:
    took: dict[str, list[float]] = {one.name: [] for one in many}
    whole = time.perf_counter()
    for _ in range(times):
        for one in many:
            began = time.perf_counter()
            look(one)
            took[one.name].append(time.perf_counter() - began)
    return Looked(took, time.perf_counter() - whole)


def _browser(port: int, actor: Actor) -> Browser:
    assert actor.account is not None, "officials have accounts"
    return Browser(port, signed_in(Account.objects.get(pk=actor.account)))
