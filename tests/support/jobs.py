"""Background work for the tests of the queue; a worker learns of it through its settings."""

import os
import signal
from pathlib import Path

from django.db import transaction

from motcua.base.access import Kind, system
from motcua.base.access.commands import open_account
from motcua.base.clock import now
from motcua.base.queue import task


@task("tests.leave_word", tries=1)
def leave_word(*, file: str, word: str) -> None:
    """Add a word to a file."""
    with Path(file).open("a") as words:
        words.write(f"{word}\n")


@task("tests.queue_and_fail", tries=1)
def queue_and_fail(*, file: str) -> None:
    """Queue other work in a transaction that fails."""
    leave_word(file=file, word="began")
    with transaction.atomic():
        leave_word.defer(file=file, word="never")
        open_account(login="never", kind=Kind.STAFF, password=None, by=system("tests"), at=now())
        raise RuntimeError("rolled back")


@task("tests.die_once", tries=1)
def die_once(*, file: str) -> None:
    """Kill the worker the first time; be done the second."""
    first = not Path(file).exists()
    leave_word(file=file, word="began")
    if first:
        os.kill(os.getpid(), signal.SIGKILL)
    leave_word(file=file, word="done")
