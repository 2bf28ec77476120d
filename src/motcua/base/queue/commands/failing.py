"""The machine's own notes on work that goes wrong: no act of anybody, so no row of the journal.

Plain statements: work is declared before the models are loaded.
"""

import json
import traceback
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Final

from django.db import Error, connection

from motcua.base.clock import now
from motcua.base.web.log import log

_NOTE: Final = """
    INSERT INTO queue_failure (job, task, args, error, place, at) VALUES (%s, %s, %s::jsonb, %s, %s, %s)
    ON CONFLICT (job) DO UPDATE SET error = excluded.error, place = excluded.place, at = excluded.at
"""
_SETTLE: Final = """
    WITH settled AS (DELETE FROM queue_failure WHERE task = %s AND args = %s::jsonb RETURNING job)
    DELETE FROM procrastinate_jobs WHERE id IN (SELECT job FROM settled) AND status = 'failed'
"""
_SETTLE_REGULAR: Final = """
    WITH settled AS (DELETE FROM queue_failure WHERE task = %s)
    DELETE FROM procrastinate_jobs WHERE task_name = %s AND status = 'failed'
"""
_OURS: Final = "motcua."
_AROUND: Final = "motcua.base.queue."


def note(job: int, task: str, args: Mapping[str, Any], error: Exception) -> None:
    """Note that a job went wrong; a database that is away keeps the error itself from nobody."""
    kind, place = type(error).__name__, place_of(error.__traceback__)
    try:
        with connection.cursor() as cursor:
            cursor.execute(_NOTE, [job, task, _text(args), kind, place, now()])
    except Error as away:
        log.warning("failure not noted", task=task, job=job, error=kind, why=type(away).__name__)


def settle(task: str, args: Mapping[str, Any], *, regular: bool) -> None:
    """Forget the failures of work that has now gone well; the next run of regular work makes up for all."""
    try:
        with connection.cursor() as cursor:
            if regular:
                cursor.execute(_SETTLE_REGULAR, [task, task])
            else:
                cursor.execute(_SETTLE, [task, _text(args)])
    except Error as away:
        # The work itself is done: it must not be done again for the sake of this note.
        log.warning("failures not settled", task=task, why=type(away).__name__)


def place_of(trace: TracebackType | None) -> str:
    """Give the last place of the program that an error came through (`casework.dossiers.jobs:94`)."""
    found = [
        (frame.f_globals.get("__name__", ""), line)
        for frame, line in traceback.walk_tb(trace)
        if str(frame.f_globals.get("__name__", "")).startswith(_OURS)
    ]
    inside = [(name, line) for name, line in found if not name.startswith(_AROUND)] or found
    return f"{inside[-1][0].removeprefix(_OURS)}:{inside[-1][1]}" if inside else ""


def _text(args: Mapping[str, Any]) -> str:
    return json.dumps(args, sort_keys=True)
