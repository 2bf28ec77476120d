"""Finds the cards of all installed rooms."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from motcua.base.access.actor import Actor
from motcua.base.rooms.card import Card, Concern, MenuItem, News
from motcua.base.rooms.measure import Measure
from motcua.base.rooms.refusal import Refusal


@cache
def cards() -> tuple[Card, ...]:
    """Give the card of every installed room that has one, in the order of INSTALLED_APPS."""
    found: list[Card] = []
    for config in apps.get_app_configs():
        if config.name.startswith("motcua.") and find_spec(f"{config.name}.card"):
            card = import_module(f"{config.name}.card").card
            if not isinstance(card, Card):
                raise TypeError(f"{config.name}.card.card is not a Card")
            found.append(card)
    return tuple(found)


@cache
def listeners(verb: str) -> tuple[tuple[str, Callable[[News], None]], ...]:
    """Give the name and job of every subscriber to a verb."""
    return tuple((f"{card.room}.{verb}", card.listens[verb]) for card in cards() if verb in card.listens)


def listener(subscriber: str) -> Callable[[News], None] | None:
    """Give the job of one subscriber by its stored name, None when its room is gone."""
    room, _, verb = subscriber.partition(".")
    return next((card.listens.get(verb) for card in cards() if card.room == room), None)


@cache
def verb_sentence(verb: str) -> str | None:
    """Give the sentence of a journal verb."""
    return next((card.verbs[verb] for card in cards() if verb in card.verbs), None)


@cache
def task_words(task: str) -> str | None:
    """Give what a kind of background work does."""
    return next((card.tasks[task] for card in cards() if task in card.tasks), None)


def subjects_of(task: str, jobs: Sequence[Mapping[str, Any]]) -> Sequence[str]:
    """Give what each of some jobs of a kind is about, by their arguments; nothing where no room says it."""
    told = next((card.subjects[task] for card in cards() if task in card.subjects), None)
    return told(jobs) if told and jobs else [""] * len(jobs)


def room_title(room: str) -> str:
    """Give the title of a room, its name when it is gone."""
    return next((card.title for card in cards() if card.room == room), room)


def refusal_sentence(refusal: Refusal) -> str:
    """Give the sentence of a refusal, whichever room refused."""
    for card in cards():
        if refusal.why in card.refusals:
            return card.refusals[refusal.why].about(refusal)
    raise LookupError(f"no sentence for {refusal.why!r}")


def menu_for(actor: Actor) -> list[MenuItem]:
    """Give the ways that all rooms open to an official, in their order."""
    return [item for item in _menu() if item.audience.admits(actor)]


def finder_for(actor: Actor) -> MenuItem | None:
    """Give the page behind the search box of an official, None for somebody who has nothing to search."""
    finders = [card.finder for card in cards() if card.finder and card.finder.audience.admits(actor)]
    return finders[0] if finders else None


@cache
def measures() -> tuple[Measure, ...]:
    """Give the measures of all rooms, every version of each, as their cards list them."""
    return tuple(measure for card in cards() for measure in card.measures)


def concerns_for(actor: Actor, on: date) -> list[Concern]:
    """Give what waits for a leader on a day, of all rooms."""
    return [one for card in cards() if card.concerns for one in card.concerns(actor, on)]


@cache
def _menu() -> tuple[MenuItem, ...]:
    return tuple(sorted((item for card in cards() for item in card.menu), key=lambda item: item.order))
