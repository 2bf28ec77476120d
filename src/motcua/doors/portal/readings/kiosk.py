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
EVENTS_SHOWN = 6
LONGEST_NAME = 120
# What takes room of the papers on a screen: a long heading on each, facts and known papers on the first.
HEADING, LONG_HEADING = 60, 3
FACTS, KNOWN = 3, 3
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
class Room:
    """How many letters a line of papers takes, and how many lines a low screen has for them."""

    letters: int
    lines: int

    def of(self, paper: tuple[str, str]) -> int:
        """Give how many lines a paper takes."""
        return -(-min(len(", ".join(filter(None, paper))), LONGEST_NAME) // self.letters)


USUAL, CLEARER = Room(42, 10), Room(34, 8)


@dataclass(frozen=True)
class Events:
    """One screen of life events: name, icon and address of each, with the screens before and after."""

    shown: Sequence[tuple[str, str, str]]
    previous: str
    next: str


@dataclass(frozen=True)
class Summary:
    """A procedure in large print: what to bring, how long, how much, where; long lists in screens."""

    told: Told
    papers: Sequence[tuple[str, str]]
    first: int
    total: int
    previous: str
    next: str
    known: Sequence[str]
    address: str

    @property
    def last(self) -> int:
        """Give the number of the last paper of this screen."""
        return self.first + len(self.papers) - 1


def answers(asked: str, event: str, screen: str, on: date) -> Answers:
    """Give a screen of answers to words, of the procedures of a life event, or of those asked for most."""
    words, event = clean(asked)[:LONGEST_QUESTION], clean(event)[:LONGEST_QUESTION]
    found = _found(words, event, on)[: None if words or event else OFTEN_SHOWN]
    last = max(-(-len(found) // A_SCREEN), 1)
    number = _number(screen, last)
    return Answers(
        words,
        event,
        found[(number - 1) * A_SCREEN : number * A_SCREEN],
        len(found),
        _screen(words, event, number - 1) if number > 1 else "",
        _screen(words, event, number + 1) if number < last else "",
    )


def events(screen: str, on: date) -> Events:
    """Give a screen of the life events."""
    found = life_events(on)
    last = max(-(-len(found) // EVENTS_SHOWN), 1)
    number = _number(screen, last)
    return Events(
        [
            (one.name, one.icon, f"{reverse('portal:kiosk-find')}?{urlencode({'viec': one.name})}")
            for one in found[(number - 1) * EVENTS_SHOWN : number * EVENTS_SHOWN]
        ],
        _screen("", "", number - 1) if number > 1 else "",
        _screen("", "", number + 1) if number < last else "",
    )


def summary(code: str, on: date, screen: str = "", room: Room = USUAL) -> Summary | None:
    """Give a screen of a procedure as the kiosk tells it; None when there is none of this code in force."""
    found = catalogue.procedure_called(code)
    told = telling.told(found, on) if found else None
    if told is None or not told.in_force or told.end:
        return None
    known = [one.names for one in told.known]
    lines = room.lines - (LONG_HEADING if len(told.page.title) > HEADING else 0)
    screens = _screens(_papers(told.stacks), room, lines, FACTS + (KNOWN if known else 0))
    number = _number(screen, len(screens))
    before = [paper for shown in screens[: number - 1] for paper in shown]
    return Summary(
        told,
        papers=screens[number - 1],
        first=len(before) + 1,
        total=sum(map(len, screens)),
        previous=_screen("", "", number - 1) if number > 1 else "",
        next=_screen("", "", number + 1) if number < len(screens) else "",
        known=known if number == 1 else [],
        address=settings.BASE_URL + reverse("portal:procedure", args=[told.page.code]),
    )


def _found(words: str, event: str, on: date) -> Sequence[Found]:
    if words:
        return [found_of(hit) for hit in catalogue.search(words, limit=MOST, on=on)]
    if event:
        codes = [row.code for row in by_use(row for row in rows(on) if event in row.events)][:MOST]
        return found_by_code(codes, {}, on)
    return often_used(on)


def _number(said: str, last: int) -> int:
    """Give the number of a screen that an address asks for, the nearest one that there is."""
    return min(max(int(said) if said.isdecimal() and said.isascii() else 1, 1), last)


def _screens(
    papers: Sequence[tuple[str, str]], room: Room, lines: int, taken: int
) -> list[list[tuple[str, str]]]:
    """Divide papers into screens of so many lines; some of the first are taken by something else."""
    screens: list[list[tuple[str, str]]] = [[]]
    left = lines - taken
    for paper in papers:
        if left < lines and room.of(paper) > left:
            screens.append([])
            left = lines
        screens[-1].append(paper)
        left -= room.of(paper)
    return screens


def _screen(words: str, event: str, number: int) -> str:
    asked = {"q": words} if words else {"viec": event} if event else {}
    return f"?{urlencode({**asked, 'trang': number})}"


def _papers(stacks: Sequence[Stack]) -> list[tuple[str, str]]:
    """Give the papers of everybody; when each case has its own, those of the first case alone."""
    if not stacks:
        return []
    return [(paper.name, paper.quantity) for paper in stacks[0].papers]
