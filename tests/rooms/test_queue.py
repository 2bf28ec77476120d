"""Work is queued with the act, done after its commit, and taken up again when its worker dies."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.support.database import Database
from tests.support.jobs import die_once, leave_word, queue_and_fail


@contextmanager
def worker(database: Database) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a worker for the block, and let it end cleanly."""
    process = subprocess.Popen(
        [sys.executable, "-m", "motcua.config.cli", "worker", "--grace", "5"],
        env=database.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


def words(file: Path) -> list[str]:
    return file.read_text().split() if file.exists() else []


def jobs(status: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs"
            " WHERE status::text = %s AND starts_with(task_name, 'tests.')",
            [status],
        )
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.slow
def test_work_is_done_after_the_commit_and_never_after_a_roll_back(
    committed: Database, tmp_path: Path
) -> None:
    file = tmp_path / "words"
    with worker(committed):
        with transaction.atomic():
            leave_word.defer(file=str(file), word="committed")
            time.sleep(1)
            assert words(file) == []
        with transaction.atomic():
            leave_word.defer(file=str(file), word="rolled-back")
            transaction.set_rollback(True)
        leave_word.defer(file=str(file), word="last")
        wait_until(lambda: "last" in words(file))
    assert sorted(words(file)) == ["committed", "last"]


@pytest.mark.slow
def test_work_queued_by_work_falls_with_its_transaction(committed: Database, tmp_path: Path) -> None:
    file = tmp_path / "words"
    queue_and_fail.defer(file=str(file))
    with worker(committed):
        wait_until(lambda: jobs("failed") == 1)
        leave_word.defer(file=str(file), word="last")
        wait_until(lambda: "last" in words(file))
    assert words(file) == ["began", "last"]


@pytest.mark.slow
def test_a_worker_asked_to_end_ends_cleanly(committed: Database, tmp_path: Path) -> None:
    file = tmp_path / "words"
    leave_word.defer(file=str(file), word="done")
    with worker(committed) as process:
        wait_until(lambda: words(file) == ["done"])
    assert process.returncode == 0


@pytest.mark.drill
def test_work_of_a_killed_worker_is_taken_up_within_two_minutes(committed: Database, tmp_path: Path) -> None:
    file = tmp_path / "words"
    die_once.defer(file=str(file))
    with worker(committed) as killed:
        wait_until(lambda: killed.poll() == -signal.SIGKILL)
    assert words(file) == ["began"] and jobs("doing") == 1
    with worker(committed):
        wait_until(lambda: "done" in words(file), seconds=120)
    assert words(file) == ["began", "began", "done"]
