"""`motcua run` owns its processes: it starts them again, and none outlives it."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from motcua.base.database.launcher import remembered, remove
from tests.support.database import ROOT, SOURCE

pytestmark = pytest.mark.drill
ADDRESS = re.compile(r"http://localhost:(\d+)")


class Run:
    """A house that runs in a folder of its own."""

    def __init__(self, process: "subprocess.Popen[str]", log: Path, data: Path) -> None:
        self.process, self.log, self.data = process, log, data

    @property
    def port(self) -> int:
        """Give the port that the greeting names, once it greets."""
        wait_until(lambda: ADDRESS.search(self.log.read_text()) is not None, 120)
        found = ADDRESS.search(self.log.read_text())
        assert found
        return int(found[1])

    def status(self) -> int:
        """Ask whether it is well; 0 when it does not answer."""
        asked = subprocess.run(
            ["curl", "-s", "-o", os.devnull, "-w", "%{http_code}", f"http://127.0.0.1:{self.port}/healthz"],
            capture_output=True,
            text=True,
            check=False,
        )
        return int(asked.stdout)

    def children(self) -> list[int]:
        """Give the numbers of its own processes."""
        tasks = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in tasks.read_text().split()]

    def postmaster(self) -> int:
        """Give the number of the database's first process."""
        file = remembered(self.data / "postgres").cluster / "postmaster.pid"
        return int(file.read_text().split()[0])


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)


def lives(number: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@contextmanager
def running(*words: str) -> Iterator[Run]:
    with tempfile.TemporaryDirectory(dir="/tmp", ignore_cleanup_errors=True) as folder:
        top = Path(folder)
        top.chmod(0o711)
        log = top / "log"
        ours = {"MOTCUA_VAR_DIR": str(top / "var"), "MOTCUA_STATIC_ROOT": str(top / "static")}
        dropped = ("DATABASE_URL", "DATABASE_OWNER_URL", "DJANGO_SETTINGS_MODULE", "MOTCUA_TEST_DATABASE")
        environment = {name: value for name, value in os.environ.items() if name not in dropped}
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "motcua.config.cli", "run", "--port", "8300", *words],
                env={**environment, **ours, "PYTHONPATH": str(SOURCE)},
                cwd=ROOT,
                stdout=out,
                stderr=out,
                text=True,
            )
        try:
            yield Run(process, log, top / "var")
        finally:
            process.terminate()
            process.wait(40)
            wait_until(lambda: _removed(top / "var" / "postgres"))


def _removed(data: Path) -> bool:
    try:
        remove(data)
    except RuntimeError:
        return False
    return True


def test_a_killed_child_and_a_killed_database_come_back() -> None:
    with running() as house:
        assert house.status() == 200
        for child in house.children():
            os.kill(child, signal.SIGKILL)
        wait_until(lambda: house.status() == 200 and len(house.children()) == 2)
        before = house.postmaster()
        os.kill(before, signal.SIGKILL)
        wait_until(lambda: house.status() == 200)
        assert house.postmaster() != before


def test_while_the_database_is_away_the_answer_is_503() -> None:
    with running() as house:
        assert house.status() == 200
        os.kill(house.process.pid, signal.SIGSTOP)
        os.kill(house.postmaster(), signal.SIGINT)
        wait_until(lambda: house.status() == 503)
        os.kill(house.process.pid, signal.SIGCONT)
        wait_until(lambda: house.status() == 200)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_outlives_it(how: signal.Signals) -> None:
    with running() as house:
        assert house.status() == 200
        left = [*house.children(), house.postmaster()]
        house.process.send_signal(how)
        assert house.process.wait(40) == (-how if how is signal.SIGKILL else 0)
        wait_until(lambda: not any(map(lives, left)))


def test_a_busy_port_is_said_and_the_next_is_taken() -> None:
    with running() as first, running() as second:
        assert first.status() == second.status() == 200
        assert first.port != second.port
        moved = [f"chuyển sang cổng {one.port}" in one.log.read_text() for one in (first, second)]
        assert any(moved)
