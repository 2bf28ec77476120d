"""Which office of an old process is which kind of unit today: a dated table."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Office:
    """A kind of unit with the role that it has by itself; `now` names what took the place of an office."""

    since: date
    unit_kind: str
    role: str = ""
    now: str = ""


def office_on(group: str, on: date) -> Office | None:
    """Give what an office is on a day; None for one that the table does not know."""
    held = [one for one in _table()[0].get(group, ()) if one.since <= on]
    return max(held, key=lambda one: one.since, default=None)


def role_called(word: str) -> str:
    """Give the role of a word of the process; empty for one that the table does not know."""
    return _table()[1].get(word, "")


@cache
def _table() -> tuple[dict[str, tuple[Office, ...]], dict[str, str]]:
    book: dict[str, Any] = tomllib.loads(files(__package__).joinpath("offices.toml").read_text("utf-8"))
    found: dict[str, tuple[Office, ...]] = {}
    for row in book["office"]:
        office = Office(row["from"], row["unit_kind"], row.get("role", ""), row.get("now", ""))
        found[row["group"]] = (*found.get(row["group"], ()), office)
    return found, book["roles"]
