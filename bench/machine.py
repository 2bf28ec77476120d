"""What a figure was measured on: enough to read it, nothing that names the machine."""

import os
import platform
from pathlib import Path

import django
from django.db import connection

_SETTINGS = ("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers")


def facts() -> dict[str, str]:
    """Give processor, memory, versions, and the settings of the database that decide what a commit costs."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, current_setting(name) FROM unnest(%s::text[]) AS name", [list(_SETTINGS)]
        )
        database = {f"postgres_{name}": value for name, value in cursor.fetchall()}
    return {**processor(), "django": django.get_version(), **database}


def processor() -> dict[str, str]:
    """Give what a figure hangs on that asks no database."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cores": str(len(os.sched_getaffinity(0))),
        "processor": _name(),
        "memory_gib": f"{memory:.0f}",
        "python": platform.python_version(),
    }


def _name() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
