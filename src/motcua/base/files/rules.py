"""Decisions about files in plain Python: whose they are, and how much one person may send."""

import re
from datetime import date
from typing import Final

from motcua.base.access.actor import Actor, Kind
from motcua.base.files.words import Quota

HOUSE: Final = "house"
_MEGABYTE: Final = 1024 * 1024
_QUOTA = re.compile(r"(\d{4}-\d{2}-\d{2})\s+open=(\d+)\s+day_mb=(\d+)")


def owner_of(by: Actor) -> str:
    """Name the owner of what an actor brings: the person they act for, their agency, or the house."""
    if by.kind is Kind.MEMBER:
        return f"member:{by.on_behalf_of or by.person}"
    return f"agency:{by.agency}" if by.kind is Kind.STAFF and by.agency else HOUSE


def quota_on(text: str, on: date) -> Quota:
    """Give the quota in force on a day, from entries `2026-01-01 open=20 day_mb=300` apart by `;`.

    Before the first day the first entry holds. Raises ValueError for anything else.
    """
    entries = []
    for entry in text.split(";"):
        found = _QUOTA.fullmatch(entry.strip())
        if found is None:
            raise ValueError(f"not a quota: {entry.strip()!r}")
        day, most, megabytes = found.groups()
        entries.append((date.fromisoformat(day), Quota(int(most), int(megabytes) * _MEGABYTE)))
    entries.sort(key=lambda one: one[0])
    return next((quota for day, quota in reversed(entries) if day <= on), entries[0][1])
