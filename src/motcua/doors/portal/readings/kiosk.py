"""Screens of the kiosk: few things at a time, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from motcua.base.text import clean
from motcua.doors.portal.readings import procedure as telling
from motcua.doors.portal.readings.catalogue import Found, found_by_code, found_of, life_events, often_used
from motcua.doors.portal.readings.listing import by_use, rows
from motcua.doors.portal.readings.procedure import Stack, Told
from motcua.reference.catalogue import queries as catalogue

A_SCREEN = 4
EVENTS_SHOWN = 8
PAPERS_SHOWN = 5
OFTEN_SHOWN = 3
MOST = 24
LONGEST_QUESTION = 100


@dataclass(frozen=True)
class Answers:
    """One screen of procedures, with the screens before and after."""

    asked: str
    event: str
    shown: Sequence[Found]
    total: int
    previous: str
    next: str


@dataclass(frozen=True)
class Summary:
    """A procedure in large print: what to bring, how long, how much, where."""

    told: Told
    papers: Sequence[tuple[str, str]]
    more: int
    known: Sequence[str]
    address: str


def answers(asked: str, event: str, screen: str, on: date) -> Answers:
    """Give a screen of answers to words, of the procedures of a life event, or of those asked for most."""
    words, event = clean(asked)[:LONGEST_QUESTION], clean(event)[:LONGEST_QUESTION]
    found = _found(words, event, on)[: None if words or event else OFTEN_SHOWN]
    last = max(-(-len(found) // A_SCREEN), 1)
    number = min(max(int(screen) if screen.isdecimal() and screen.isascii() else 1, 1), last)
    return Answers(
        words,
        event,
        found[(number - 1) * A_SCREEN : number * A_SCREEN],
        len(found),
        _screen(words, event, number - 1) if number > 1 else "",
        _screen(words, event, number + 1) if number < last else "",
    )


def events(on: date) -> Sequence[tuple[str, str, str]]:
    """Give the life events: name, icon, address."""
    return [
        (one.name, one.icon, f"{reverse('portal:kiosk-find')}?{urlencode({'viec': one.name})}")
        for one in life_events(on)[:EVENTS_SHOWN]
    ]


def summary(code: str, on: date) -> Summary | None:
    """Give a procedure as the kiosk tells it; None when there is none of this code in force."""
    found = catalogue.procedure_called(code)
    told = telling.told(found, on) if found else None
    if told is None or not told.in_force or told.end:
        return None
    papers = _papers(told.stacks)
    shown = papers if len(papers) <= PAPERS_SHOWN + 1 else papers[:PAPERS_SHOWN]
    address = settings.BASE_URL + reverse("portal:procedure", args=[told.page.code])
    return Summary(told, shown, len(papers) - len(shown), [one.names for one in told.known], address)


def _found(words: str, event: str, on: date) -> Sequence[Found]:
    if words:
        return [found_of(hit) for hit in catalogue.search(words, limit=MOST, on=on)]
    if event:
        codes = [row.code for row in by_use(row for row in rows(on) if event in row.events)][:MOST]
        return found_by_code(codes, {}, on)
    return often_used(on)


def _screen(words: str, event: str, number: int) -> str:
    asked = {"q": words} if words else {"viec": event} if event else {}
    return f"?{urlencode({**asked, 'trang': number})}"


def _papers(stacks: Sequence[Stack]) -> list[tuple[str, str]]:
    """Give the papers of everybody; when each case has its own, those of the first case alone."""
    if not stacks:
        return []
    return [(paper.name, paper.quantity) for paper in stacks[0].papers]
