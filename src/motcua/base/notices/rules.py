"""Decisions about notices in plain Python: what a wording must say, and when to try again."""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from string import Formatter
from typing import Final

from motcua.base.notices.words import SHORT_MEDIA, Medium, NoticeState, Occasion, Pace, Why, Wording
from motcua.base.rooms import Refusal

_PACE = re.compile(r"(\d{4}-\d{2}-\d{2})\s+tries=(\d+)\s+first_s=(\d+)\s+factor=(\d+)\s+keep_days=(\d+)")
_ADDRESS_OF_A_PAGE = re.compile(r"://|\bwww\.", re.IGNORECASE)
_NEVER_TRIED_AGAIN: Final = frozenset({Why.NOT_TAKEN.value, Why.NOT_CONFIGURED.value})
_SHOWN_DIGITS: Final = 3
_AT_SIGN: Final = "@"


def fields_in(text: str) -> frozenset[str] | Refusal:
    """Give the fields that a text names; a brace that names no plain field is refused."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return Refusal(Why.BRACES)
    named = [(name, spec, turned) for _, name, spec, turned in parts if name is not None]
    if any(not name.isidentifier() or spec or turned for name, spec, turned in named):
        return Refusal(Why.BRACES)
    return frozenset(name for name, _, _ in named)


def check_wording(wording: Wording, occasion: Occasion, media: Collection[Medium]) -> Refusal | None:
    """Give what is wrong with a wording, None when it says what it must and nothing that it cannot."""
    if not media:
        return Refusal(Why.NO_MEDIUM)
    if not wording.subject.strip() or not wording.body.strip():
        return Refusal(Why.NOTHING_SAID)
    short = not SHORT_MEDIA.isdisjoint(media)
    if short and not wording.short.strip():
        return Refusal(Why.NO_SHORT_WORDS)
    # Links are made by the house alone: a notice never leads to a page that is not official.
    if any(_ADDRESS_OF_A_PAGE.search(text) for text in (wording.subject, wording.body, wording.short)):
        return Refusal(Why.FOREIGN_LINK)
    whole = f"{wording.subject}\n{wording.body}"
    asked = [(wording.subject, frozenset()), (wording.body, frozenset()), (whole, occasion.needed)]
    asked.append((wording.short, occasion.needed_short if short else frozenset()))
    return next((wrong for text, needed in asked if (wrong := _wrong_with(text, needed, occasion))), None)


def _wrong_with(text: str, needed: frozenset[str], occasion: Occasion) -> Refusal | None:
    named = fields_in(text)
    if isinstance(named, Refusal):
        return named
    if unknown := sorted(named - occasion.fields.keys()):
        known = ", ".join(f"{{{name}}}" for name in occasion.fields)
        return Refusal(Why.UNKNOWN_FIELD, {"field": _told(unknown), "known": known})
    if missing := [name for name in occasion.fields if name in needed - named]:
        labels = ", ".join(f"{{{name}}} ({occasion.fields[name].lower()})" for name in missing)
        return Refusal(Why.FIELD_MISSING, {"field": labels})
    return None


def _told(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def filled(text: str, facts: Mapping[str, str]) -> str:
    """Give a checked text with its fields filled in."""
    return text.format_map(facts)


def words_for(medium: Medium, wording: Wording, facts: Mapping[str, str]) -> tuple[str, str]:
    """Give the subject and the body of a notice for a medium.

    On our own pages the notice itself leads on, so a line that names `{link}` is left out.
    """
    body = wording.short if medium in SHORT_MEDIA else wording.body
    if medium is Medium.IN_APP:
        body = "\n".join(line for line in body.splitlines() if "{link}" not in line)
    return filled(wording.subject, facts).strip(), filled(body, facts).strip()


def pace_on(text: str, on: date) -> Pace:
    """Give the pace in force on a day, from entries `2026-01-01 tries=6 …` apart by `;`.

    Before the first day the first entry holds. Raises ValueError for anything else.
    """
    entries = []
    for entry in text.split(";"):
        found = _PACE.fullmatch(entry.strip())
        if found is None:
            raise ValueError(f"not a pace: {entry.strip()!r}")
        day, *numbers = found.groups()
        entries.append((date.fromisoformat(day), Pace(*map(int, numbers))))
    entries.sort(key=lambda one: one[0])
    return next((pace for day, pace in reversed(entries) if day <= on), entries[0][1])


def after_failure(why: str, attempts: int, at: datetime, pace: Pace) -> tuple[NoticeState, datetime | None]:
    """Give where a notice stands after its nth attempt failed, and when it is tried again."""
    if why in _NEVER_TRIED_AGAIN or attempts >= pace.tries:
        return NoticeState.GIVEN_UP, None
    return NoticeState.FAILED, at + timedelta(seconds=pace.first_s * pace.factor ** (attempts - 1))


def masked(address: str) -> str:
    """Give an address so that its owner knows it and nobody else does (`h•••@example.vn`, `•••018`)."""
    name, sign, host = address.rpartition(_AT_SIGN)
    if sign:
        return f"{name[:1]}•••@{host}"
    return f"•••{address[-_SHOWN_DIGITS:]}" if len(address) > _SHOWN_DIGITS else "•••" * bool(address)
