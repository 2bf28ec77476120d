"""Checking the whole journal, and roots that leave the database."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from motcua.base.journal import verifier
from motcua.base.journal.models import Entry
from motcua.base.journal.reading import exported, instant
from motcua.base.queue import task

_BEGINNING = "0001-01-01T00:00:00.000000Z"


def rows(thing: str = "") -> Iterator[dict[str, Any]]:
    """Give all rows, or those of one chain, in the order that a verifier needs."""
    entries = Entry.objects.order_by("thing", "seq")
    if thing:
        entries = entries.filter(thing=thing)
    return exported(entries.iterator(chunk_size=2000))


def check(thing: str = "") -> verifier.Report:
    """Verify the chains, and the rows against every root taken so far."""
    report = verifier.verify(rows(thing))
    if not thing:
        for path in _root_files():
            report.faults.extend(_check_root(json.loads(path.read_text())))
    return report


def take_root() -> Path | None:
    """Write the digest of all rows recorded since the last root into a file outside the database.

    The window ends before the oldest transaction still open, so that no row can appear in it later.
    """
    files = _root_files()
    since = json.loads(files[-1].read_text())["until"] if files else _BEGINNING
    until = _settled_until()
    if until <= since:
        return None
    inside = _inside(since, until)
    root = {
        "format": "motcua root 1",
        "since": since,
        "until": until,
        "rows": len(inside),
        "digest": verifier.root_digest(inside),
    }
    folder = Path(settings.JOURNAL_ROOTS_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{until.replace(':', '')}.json"
    fresh = path.with_suffix(".fresh")
    with fresh.open("w") as file:
        file.write(json.dumps(root, indent=1) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.rename(path)
    return path


@task("journal.take_root", every="7 * * * *")
def take_root_hourly(*, timestamp: int) -> None:
    """Let a root leave the database every hour."""
    take_root()


def _check_root(root: dict[str, Any]) -> list[verifier.Fault]:
    inside = (
        {"id": key, "hash": value, "recorded_at": root["since"]}
        for key, value in _inside(root["since"], root["until"])
    )
    return verifier.verify_root(root, list(inside))


def _inside(since: str, until: str) -> list[tuple[str, str]]:
    entries = Entry.objects.filter(recorded_at__gte=_moment(since), recorded_at__lt=_moment(until))
    return [(str(key), bytes(value).hex()) for key, value in entries.order_by("id").values_list("id", "hash")]


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def _settled_until() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT least(clock_timestamp(), min(xact_start)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"
        )
        found = cursor.fetchone()
    assert found is not None
    return instant(found[0])


def _root_files() -> list[Path]:
    folder = Path(settings.JOURNAL_ROOTS_DIR)
    return sorted(folder.glob("*.json")) if folder.is_dir() else []
