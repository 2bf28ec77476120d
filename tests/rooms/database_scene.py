"""What the tests of the database room share: a folder, a process that uses the server, a wait."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from motcua.base.database.launcher import remove

SOURCE = Path(__file__).resolve().parents[2] / "src"
USER = """
import sys, pathlib
from motcua.base.database.launcher import Server
with Server.attach_or_start(pathlib.Path(sys.argv[1]), durable=sys.argv[2] == "durable"):
    print("ready", flush=True)
    sys.stdin.read()
"""


@contextmanager
def data_folder() -> Iterator[Path]:
    """Gives a data folder that every account may pass through, and deletes it with all that belongs to it."""
    top = Path(tempfile.mkdtemp(prefix="motcua-test-", dir="/tmp"))
    top.chmod(0o711)
    try:
        yield top / "data"
        wait_until(lambda: removed(top / "data"))
    finally:
        shutil.rmtree(top, ignore_errors=True)


def removed(data_dir: Path) -> bool:
    try:
        remove(data_dir)
    except RuntimeError:
        return False
    return True


def start_user(data_dir: Path, *, durable: bool = False) -> "subprocess.Popen[str]":
    """Starts a process that joins the server and holds it until its input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", USER, str(data_dir), "durable" if durable else "fleeting"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )


@contextmanager
def using(data_dir: Path, *, durable: bool = False) -> Iterator["subprocess.Popen[str]"]:
    """Runs such a process for the block, ready at its beginning."""
    with start_user(data_dir, durable=durable) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            if process.stdin is not None and not process.stdin.closed:
                process.stdin.close()
            process.wait(30)


def wait_until(true: Callable[[], bool], seconds: float = 8) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.02)
