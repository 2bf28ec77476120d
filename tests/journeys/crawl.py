"""Finds one address of every kind by following links, as each of those who work and live in the house."""

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import APIResponse

from tests.journeys.visitor import Visitor

LINK = re.compile(r'(?:href|src|action)="([^"#]*)')
# Of how many things of one kind the links are followed: not every dossier offers every act.
MOST, MOST_HUBS = 2, 16
# Not for this visitor, or only for a form: a link may lead there all the same.
CLOSED = (403, 405)
HUBS = frozenset({"desk:dossier", "portal:dossier", "portal:draft-form"})


@dataclass
class Crawl:
    """What was found: pages by kind, kinds that are no pages, links that lead nowhere, what is wrong."""

    pages: dict[str, str] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    dead: list[tuple[str, str, int]] = field(default_factory=list)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def walk(self, visitor: Visitor, starts: list[str]) -> None:
        """Follow the links of a visitor; each kind of page is looked at when it is met first."""
        waiting = deque((start, "") for start in starts)
        seen, met = set(starts), Counter[str]()
        while waiting:
            address, origin = waiting.popleft()
            kind = kind_of(address)
            if kind is None or met[kind] >= (MOST_HUBS if kind in HUBS else MOST):
                continue
            met[kind] += 1
            answer = visitor.page.request.get(f"{visitor.house.address}{address}")
            if answer.status not in CLOSED and answer.status >= 400:
                self.dead.append((address, origin, answer.status))
            for link in self._take(visitor, kind, address, answer):
                if link not in seen:
                    seen.add(link)
                    waiting.append((link, address))

    def _take(self, visitor: Visitor, kind: str, address: str, answer: APIResponse) -> list[str]:
        went = urlsplit(answer.url)
        if answer.status == 403:
            return []
        if not answer.ok or "text/html" not in answer.headers.get("content-type", ""):
            self.others.add(kind)
            return []
        if went.path != urlsplit(address).path:
            self.others.add(kind)
            return [went.path]
        if kind not in self.pages:
            self.pages[kind] = address
            self.wrong += [(kind, address, one) for one in visitor.inspect(address)]
        links = [_near(address, unescape(link)) for link in LINK.findall(answer.text())]
        return [link for link in links if "ngon-ngu=" not in link]


def kind_of(address: str) -> str | None:
    """Give the name of the route of an address of the house, None for others and for static files."""
    try:
        return resolve(urlsplit(address).path).view_name or None
    except Resolver404:
        return None


def _near(address: str, link: str) -> str:
    whole = urlsplit(urljoin(address, link))
    return f"{whole.path}?{whole.query}" if whole.query and not whole.netloc else whole.path
