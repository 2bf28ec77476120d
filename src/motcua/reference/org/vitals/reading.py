"""The facts about the house: read, never written; nothing that opens a door."""

import os
import platform
import shutil
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import django
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Min

from motcua.base.clock import local
from motcua.base.files.commands import scanner
from motcua.base.files.models import OwnerKey
from motcua.base.files.places import key_ring
from motcua.base.files.scan import NoScanner
from motcua.base.journal import checking, roots
from motcua.base.journal.models import Entry
from motcua.base.notices import senders
from motcua.base.notices.queries import Outbox, outbox
from motcua.base.notices.words import Medium
from motcua.base.queue.queries import Pulse, pulse
from motcua.base.web.log import log
from motcua.reference.org.queries import calendar_for


@dataclass(frozen=True)
class Tables:
    """The database: its version, its size in bytes, and how many steps of the schema were not taken."""

    version: str
    size: int
    steps_waiting: int


@dataclass(frozen=True)
class Room:
    """Where files lie: whether it answers, and the bytes free of all where the place tells."""

    answers: bool
    free: int | None = None
    total: int | None = None
    scanned: bool = True


@dataclass(frozen=True)
class Sealed:
    """The journal: its last check (None: never), its last root, and how long its newest rows wait for one."""

    whole: bool | None
    checked_at: datetime | None
    rows: int
    root_at: datetime | None
    behind: timedelta


@dataclass(frozen=True)
class Keys:
    """File keys of owners, under the present master since when; those lost, and those to be wrapped anew."""

    owners: int
    since: datetime | None
    lost: int
    older: int
    given: bool


@dataclass(frozen=True)
class Vitals:
    """All that the page of the house's health shows."""

    at: datetime
    tables: Tables
    queue: Pulse
    outbox: Outbox
    silent: tuple[Medium, ...]
    room: Room
    journal: Sealed
    keys: Keys
    this_final: bool
    next_final: bool
    version: str
    build: str
    runs_on: str
    demo: bool
    https: bool

    @property
    def on(self) -> date:
        """Give the day."""
        return local(self.at).date()


def vitals(at: datetime) -> Vitals:
    """Read everything at a moment."""
    year, calendar = local(at).year, calendar_for(None)
    return Vitals(
        at=at,
        tables=_tables(),
        queue=pulse(at),
        outbox=outbox(at),
        silent=tuple(one for one in Medium if not senders.is_ready(one)),
        room=_room(),
        journal=_journal(at),
        keys=_keys(),
        this_final=calendar.is_announced(date(year, 1, 1)),
        next_final=calendar.is_announced(date(year + 1, 1, 1)),
        version=settings.VERSION,
        build=settings.BUILD,
        runs_on=f"Python {platform.python_version()}, Django {django.get_version()}",
        demo=settings.DEMO,
        https=settings.HTTPS,
    )


def _tables() -> Tables:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), pg_database_size(current_database())")
        version, size = cursor.fetchone()
    steps = MigrationExecutor(connection)
    waiting = steps.migration_plan(steps.loader.graph.leaf_nodes())
    return Tables(str(version).partition(" ")[0], int(size), len(waiting))


def _room() -> Room:
    scanned = not isinstance(scanner(), NoScanner)
    if "files" in settings.STORAGES:
        return Room(_answers(), scanned=scanned)
    folder = Path(settings.FILES_DIR)
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    space = shutil.disk_usage(nearest)
    return Room(os.access(nearest, os.R_OK | os.W_OK | os.X_OK), space.free, space.total, scanned)


def _answers() -> bool:
    """Tell whether a store elsewhere answers; whatever it is that hinders it."""
    try:
        storages["files"].exists("suc-khoe")
    except Exception as error:
        log.warning("store does not answer", error=type(error).__name__)
        return False
    return True


def _journal(at: datetime) -> Sealed:
    check, root_at = checking.last_check(), roots.newest_until()
    unsealed = Entry.objects.filter(recorded_at__gte=root_at) if root_at else Entry.objects.all()
    first = unsealed.order_by("recorded_at").values_list("recorded_at", flat=True).first()
    return Sealed(
        whole=check.verb == "journal.verified" if check else None,
        checked_at=check.happened_at if check else None,
        rows=int(check.payload["rows"]) if check else 0,
        root_at=root_at,
        behind=at - first if first and first < at else timedelta(),
    )


def _keys() -> Keys:
    ring = key_ring()
    rows = (
        OwnerKey.objects.filter(destroyed_at=None)
        .values("master")
        .annotate(n=Count("id"), since=Min("made_at"))
    )
    masters = {one["master"]: one for one in rows.order_by("master")}
    newest = masters.get(ring.newest)
    return Keys(
        owners=sum(one["n"] for one in masters.values()),
        since=newest["since"] if newest else None,
        lost=sum(one["n"] for name, one in masters.items() if name not in ring),
        older=sum(one["n"] for name, one in masters.items() if name in ring and name != ring.newest),
        given=settings.FILE_KEYS_GIVEN,
    )
