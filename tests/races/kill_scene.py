"""A whole house to be shot at: its processes, people who insist, a road that loses answers, and a gun."""

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from bench.browser import Answer, Browser, signed_in
from bench.web import wait
from bench.world import ANSWERS, PAGE, PROCEDURE, Office
from django.conf import settings
from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.access.models import Account
from motcua.base.database.connection import Urls, resolve
from motcua.base.database.ids import uuid7
from motcua.base.database.launcher.server import remove
from motcua.reference.org.words import Role
from tests.support.database import ROOT, SOURCE

PATIENCE_S = 60.0
AWAY, FOUND, UNPROCESSABLE = 503, 302, 422


@dataclass(frozen=True)
class House:
    """The running house."""

    process: subprocess.Popen[bytes]
    port: int
    urls: Urls


@contextmanager
def running() -> Iterator[House]:
    """Run the whole house on a data folder of its own, as an operator does; nothing of it stays."""
    var = ROOT / "var" / f"drill-{os.getpid()}"
    var.mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["-m", "motcua.config.cli", "run", "--host", "127.0.0.1", "--port", str(port)]
    with (var / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *words], env=_environment(var), stdout=log, stderr=log, stdin=subprocess.DEVNULL
        )
    try:
        wait(port, seconds=120)
        yield House(process, port, resolve({}, var / "postgres"))
    finally:
        process.terminate()
        process.wait(60)
        remove(var / "postgres")
        subprocess.run(["rm", "-rf", str(var)], check=True)


def _environment(var: Path) -> dict[str, str]:
    # The sessions that the test makes must be good in this house.
    ours = {
        "PYTHONPATH": os.pathsep.join((str(SOURCE), str(ROOT))),
        "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
        "MOTCUA_VAR_DIR": str(var),
        "MOTCUA_STATIC_ROOT": str(var / "static"),
        "MOTCUA_SECRET_KEY": settings.SECRET_KEY,
        "MOTCUA_COMMITMENT_KEY": settings.COMMITMENT_KEY,
    }
    theirs = {
        name: value for name, value in os.environ.items() if not name.startswith(("MOTCUA_", "DATABASE_"))
    }
    return {**theirs, **ours}


class Road:
    """A road to the house on which some answers get lost after the house has given them."""

    def __init__(self, port: int, *, lost: float, seed: int) -> None:
        self._beyond, self._lost = port, lost
        self._chance, self._lock = random.Random(seed), threading.Lock()
        self._door = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._door.getsockname()[1]
        self.lost = 0
        threading.Thread(target=self._open, daemon=True).start()

    def close(self) -> None:
        """Let nobody in any more."""
        self._door.close()

    def _open(self) -> None:
        while True:
            try:
                traveller, _ = self._door.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(traveller,), daemon=True).start()

    def _carry(self, traveller: socket.socket) -> None:
        with traveller, suppress(OSError):
            question = _question(traveller)
            with socket.create_connection(("127.0.0.1", self._beyond), timeout=60) as beyond:
                beyond.sendall(question)
                answer = b"".join(iter(lambda: beyond.recv(65536), b""))
            if not (question.startswith(b"POST") and self._is_lost()):
                traveller.sendall(answer)

    def _is_lost(self) -> bool:
        with self._lock:
            lost = self._chance.random() < self._lost
            self.lost += lost
        return lost


def _question(traveller: socket.socket) -> bytes:
    """Read one whole request, and ask that the answer end with the connection."""
    read = b""
    while b"\r\n\r\n" not in read:
        read += _more(traveller)
    head, _, body = read.partition(b"\r\n\r\n")
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        body += _more(traveller)
    return head + b"\r\nConnection: close\r\n\r\n" + body


def _more(traveller: socket.socket) -> bytes:
    read = traveller.recv(65536)
    if not read:
        raise ConnectionError("gone amid the question")
    return read


class Gun:
    """Kills web workers, the worker and the postmaster in turns, at moments nobody knows."""

    ROUNDS = ("web", "worker", "web", "postmaster")

    def __init__(self, house: House, *, seed: int) -> None:
        self._house, self._chance = house, random.Random(seed)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._fire)
        self.hit: Counter[str] = Counter()

    def __enter__(self) -> "Gun":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def wait_for_database(self) -> None:
        """Wait until a postmaster answers: the last shot may have been at one."""
        deadline = time.monotonic() + PATIENCE_S
        while self._postmaster() is None and time.monotonic() < deadline:
            time.sleep(0.1)

    def _fire(self) -> None:
        number = 0
        while not self._over.wait(self._chance.uniform(1.0, 2.5)):
            victim = self.ROUNDS[number % len(self.ROUNDS)]
            found = getattr(self, f"_{victim}")()
            if found is not None:
                with suppress(ProcessLookupError):
                    os.kill(found, signal.SIGKILL)
                    self.hit[victim] += 1
                number += 1

    def _web(self) -> int | None:
        masters = children(self._house.process.pid, b"gunicorn")
        workers = [one for master in masters for one in children(master, b"gunicorn")]
        return self._chance.choice(workers) if workers else None

    def _worker(self) -> int | None:
        return next(iter(children(self._house.process.pid, b"worker")), None)

    def _postmaster(self) -> int | None:
        with suppress(psycopg.Error), psycopg.connect(self._house.urls.app, connect_timeout=2) as connection:
            return parent(connection.info.backend_pid)
        return None


def children(pid: int, word: bytes) -> list[int]:
    """Give the children of a process whose command line holds a word."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                if parent(int(entry.name)) == pid and word in (entry / "cmdline").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
    return found


def parent(pid: int) -> int:
    """Give the parent of a process."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


@dataclass
class Told:
    """What people were told: the dossiers acknowledged as accepted."""

    accepted: list[str] = field(default_factory=list)


class Insisting:
    """A citizen and a counter officer who send again until they are answered."""

    def __init__(self, office: Office, port: int, *, keys: bool) -> None:
        self._office, self._keys = office, keys
        self._citizen = _browser(office.citizen, port)
        self._officer = _browser(office.officials[Role.RECEPTION_OFFICER], port)
        self._number = 0

    def live(self, told: Told) -> None:
        """File a dossier online and have it accepted, or hand one in at the counter, by turns."""
        self._number += 1
        told.accepted.append(self._at_counter() if self._number % 2 else self._online())

    def close(self) -> None:
        """Go home."""
        self._citizen.close()
        self._officer.close()

    def _at_counter(self) -> str:
        answer = self._insist(
            self._officer,
            reverse("desk:take-in", args=[PROCEDURE]),
            agency=self._office.agency.pk,
            channel="direct",
            full_name="Lý Thị Mẩy",
            province="tỉnh Tuyên Quang",
            commune="phường Thử nghiệm",
            delivery="one_stop",
        )
        assert answer.status == FOUND, answer
        return answer.location.split("/")[3]

    def _online(self) -> str:
        start = reverse("portal:start", args=[PROCEDURE])
        answer = self._insist(self._citizen, start, agency=self._office.agency.pk)
        dossier = answer.location.split("/")[2]
        self._insist(self._citizen, reverse("portal:draft-form", args=[dossier, PAGE]), **ANSWERS)
        self._insist(self._citizen, reverse("portal:draft-check", args=[dossier]))
        page = self._repeat(lambda: self._officer.get(reverse("desk:dossier", args=[dossier])))
        verdicts = {name: value for name, value in page.fields.items() if name.startswith("verdict_")}
        self._insist(self._officer, reverse("desk:judge", args=[dossier]), all_passed="1", **verdicts)
        done = self._insist(self._officer, reverse("desk:accept", args=[dossier]))
        # Without its key a repeat is told that the dossier is no longer there to be accepted.
        assert done.status == FOUND or not self._keys, done
        return dossier

    def _insist(self, browser: Browser, path: str, **fields: object) -> Answer:
        key = uuid7()
        return self._repeat(lambda: browser.post(path, key=key if self._keys else uuid7(), **fields))

    def _repeat(self, ask: Callable[[], Answer]) -> Answer:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            with suppress(OSError, http.client.HTTPException):
                answer = ask()
                if answer.status != AWAY:
                    assert answer.status in (200, FOUND, UNPROCESSABLE), answer
                    return answer
            time.sleep(0.1)
        raise AssertionError("nobody answered in time")


def rush(hands: list[Insisting], lives: int) -> Told:
    """Let people live so many lives together, all at once."""
    told = Told()
    left = iter(range(lives))

    def one(hand: Insisting) -> None:
        try:
            for _ in left:
                hand.live(told)
        finally:
            hand.close()

    with ThreadPoolExecutor(len(hands)) as pool:
        for _ in pool.map(one, hands):
            pass
    return told


def _browser(actor: Actor, port: int) -> Browser:
    return Browser(port, signed_in(Account.objects.get(pk=actor.account)))
