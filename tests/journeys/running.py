"""The whole house as `make run` starts it, for journeys in a real browser."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from motcua.base.database.launcher import remove
from tests.support.database import ROOT, SOURCE

# Each worker has a house of its own: two on one folder would pull it down over each other.
VAR = ROOT / "var" / f"journeys-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
PATIENCE_S = 300
SURNAMES = ("Chu", "Phùng", "Tẩn", "Cháng", "Hứa", "Mông", "Đàm")
GIVEN = ("Lành", "Nết", "Thương", "Duyên", "Hiên", "Mận")


@dataclass(frozen=True)
class House:
    """A running house: its address, and how to come in."""

    address: str
    identity: str
    var: Path

    def key(self, login: str) -> dict[str, str]:
        """Give the password and second factor of a demo official."""
        keys: dict[str, dict[str, str]] = json.loads((self.var / "demo" / "keys.json").read_text())
        return keys[login]

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command of the house beside it."""
        return subprocess.run(
            [sys.executable, "-m", "motcua.config.cli", *words],
            env=_environment(self.var),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    def newcomer(self, *, commune: str = "phường Minh Xuân") -> str:
        """Let the identity simulator vouch for somebody who was never here; give the name."""
        book = self.var / "demo" / "people.json"
        told = json.loads(book.read_text())
        number = len(told["people"])
        name = f"{SURNAMES[number % len(SURNAMES)]} Thị {GIVEN[number // len(SURNAMES) % len(GIVEN)]}"
        told["people"].append(
            {
                "sub": f"newcomer-{number}",
                "name": name,
                "birthdate": "1994-07-11",
                "gender": "female",
                "personal_id": f"0081940{number:05}",
                "phone_number": f"09120{number:05}",
                "address": {"province": "tỉnh Tuyên Quang", "commune": commune, "detail": "Tổ dân phố 3"},
            }
        )
        fresh = book.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(told))
        fresh.replace(book)
        return name

    def officials(self, act: str, *about: str) -> str:
        """Let officials act by commands (`tests.journeys.officials`); give what was told."""
        return self.run("officials", act, *about)

    def sessions(self, *logins: str) -> dict[str, str]:
        """Give a session of each official, for journeys that are not about logging in."""
        held: dict[str, str] = json.loads(self.officials("enter", *logins))
        return held

    def run(self, module: str, act: str, *about: str) -> str:
        """Run a function of these journeys inside the house; give what it told."""
        words = f"from tests.journeys import {module}; {module}.{act}(*{about!r})"
        done = self.command("shell", "--no-imports", "-c", words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()


@contextmanager
def running() -> Iterator[House]:
    """Start a house of its own with the demo province, and end it with everything it started."""
    _clear()
    port, identity_port = _free_ports(2)
    words = ["run", "--demo", "--port", str(port), "--identity-port", str(identity_port)]
    log = (VAR / "log").open("w")
    house = House(f"http://127.0.0.1:{port}", f"http://127.0.0.1:{identity_port}", VAR)
    process = subprocess.Popen(
        [sys.executable, "-m", "motcua.config.cli", *words],
        env=_environment(VAR),
        cwd=ROOT,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_until_ready(process, VAR / "log")
        yield house
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        log.close()
        _clear()


def _clear() -> None:
    if (VAR / "postgres").exists():
        remove(VAR / "postgres")
    shutil.rmtree(VAR, ignore_errors=True)
    VAR.mkdir(parents=True)


def _environment(var: Path) -> dict[str, str]:
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MOTCUA_", "DATABASE_")) and name != "DJANGO_SETTINGS_MODULE"
    }
    paths = os.pathsep.join((str(SOURCE), str(ROOT)))
    # A short past is past enough for a journey.
    ours = {"PYTHONPATH": paths, "MOTCUA_VAR_DIR": str(var), "MOTCUA_DEMO_FINISHED": "12"}
    return {**inherited, **ours}


def _wait_until_ready(process: subprocess.Popen[bytes], log: Path) -> None:
    """The address is printed only when everything answers."""
    until = time.monotonic() + PATIENCE_S
    while "Ctrl+C" not in log.read_text():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < until, log.read_text()
        time.sleep(0.3)


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
