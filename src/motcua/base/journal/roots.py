"""Checking the whole journal, and roots that leave the database."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connection

from motcua.base.journal import verifier
from motcua.base.journal.models import Entry
from motcua.base.journal.reading import exported, instant
from motcua.base.queue import task

_BEGINNING: Final = "0001-01-01T00:00:00.000000Z"
_MARGIN: Final = timedelta(seconds=10)  # a transaction shows its start a moment after it began


def rows(thing: str = "") -> Iterator[dict[str, Any]]:
    """Give all rows, or those of one chain, in the order that a verifier needs."""
    entries = Entry.objects.order_by("thing", "seq")
    if thing:
        entries = entries.filter(thing=thing)
    return exported(entries.iterator(chunk_size=2000))


def check(thing: str = "") -> verifier.Report:
    """Verify the chains; for the whole journal also the rows against every root taken so far."""
    report = verifier.verify(rows(thing))
    if not thing:
        roots = list(taken())
        report.faults.extend(verifier.verify_roots(roots))
        for root in roots:
            report.faults.extend(verifier.verify_root(root, _inside(root["since"], root["until"])))
    return report


def taken() -> Iterator[dict[str, Any]]:
    """Give every root in its folder, oldest first."""
    folder = Path(settings.JOURNAL_ROOTS_DIR)
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def newest_until() -> datetime | None:
    """Give up to when the newest root vouches for the rows."""
    newest = max(Path(settings.JOURNAL_ROOTS_DIR).glob("*.json"), default=None)
    return _moment(json.loads(newest.read_text(encoding="utf-8"))["until"]) if newest else None


def take_root(*, margin: timedelta = _MARGIN) -> Path | None:
    """Write the digest of all rows recorded since the last root into a file outside the database.

    The window ends before the oldest transaction still open, so that no row can appear in it later. Each
    root names the digest of the one before it. None when there is nothing new to close.
    """
    before = list(taken())[-1:]
    since = before[0]["until"] if before else _BEGINNING
    until = _settled_until(margin)
    if until <= since:
        return None
    number, digest = verifier.digest_of_rows(_inside(since, until))
    root = {
        "format": "motcua root 1",
        "since": since,
        "until": until,
        "rows": number,
        "digest": digest,
        "previous": verifier.digest_of_root(before[0]) if before else verifier.FIRST,
    }
    return _keep(root)


@task("journal.take_root", every="7 * * * *")
def take_root_hourly(*, timestamp: int) -> None:
    """Let a root leave the database every hour."""
    take_root()


def _keep(root: dict[str, Any]) -> Path:
    folder = Path(settings.JOURNAL_ROOTS_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{root['until'].replace(':', '')}.json"
    fresh = path.with_suffix(".fresh")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(json.dumps(root, indent=1) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.rename(path)
    return path


def _inside(since: str, until: str) -> Iterator[tuple[str, str]]:
    window = Entry.objects.filter(recorded_at__gte=_moment(since), recorded_at__lt=_moment(until))
    for key, value in window.order_by("id").values_list("id", "hash").iterator(chunk_size=5000):
        yield str(key), bytes(value).hex()


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def _settled_until(margin: timedelta) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT least(clock_timestamp() - make_interval(secs => %s), min(xact_start))"
            " FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL"
            " AND pid <> pg_backend_pid()",
            [margin.total_seconds()],
        )
        found = cursor.fetchone()
    assert found is not None
    return instant(found[0])
