"""The one process that owns all others: it starts them, starts them again, and ends them."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from types import FrameType
from typing import Any, Final

from motcua.base.database.launcher import DatabaseUnavailable, Server
from motcua.config import environment as env
from motcua.config.run import greeting, ports, sentences
from motcua.config.run.children import Child, die_with, tell

_BEAT_S: Final = 0.3
_GRACE_S: Final = 25.0
_PATIENCE_S: Final = 120.0
_CLI: Final = ("-m", "motcua.config.cli")
_OK: Final = 200


class Failed(RuntimeError):
    """Something at the start went wrong; the text is a sentence for people."""


@dataclass(frozen=True)
class Wishes:
    """What was asked on the command line."""

    host: str
    port: int
    identity_port: int
    demo: bool
    letterbox_port: int = 8002
    smtp_port: int = 8025


class Supervisor:
    """Runs the house until it is asked to stop."""

    def __init__(self, wishes: Wishes, server: Server | None) -> None:
        self._wishes = wishes
        self._server = server
        self._stopping = False
        self._children: list[Child] = []
        self._door = _listen(wishes.host, wishes.port)
        asked = (wishes.identity_port, wishes.letterbox_port, wishes.smtp_port)
        self._identity_port, self._letterbox_port, self._smtp_port = (
            _free_ports(asked) if wishes.demo else asked
        )
        self.letterbox = f"http://127.0.0.1:{self._letterbox_port}"
        host = f"[{wishes.host}]" if ":" in wishes.host else wishes.host
        # A passkey belongs to a name, never to a number: people are sent to the name of this machine.
        here = ("0.0.0.0", "127.0.0.1", "[::]", "[::1]")  # noqa: S104 - compared, not bound
        seen = "localhost" if host in here else host
        self.address = env.text("MOTCUA_BASE_URL", f"http://{seen}:{ports.port_of(self._door)}")
        self.issuer = env.text("MOTCUA_IDENTITY_ISSUER", f"http://127.0.0.1:{self._identity_port}")

    def run(self) -> None:
        """Prepare, start, greet, and tend until asked to stop."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            entrances = self._prepare()
            if not self._stopping:
                tell(sentences.STARTING)
                self._children = [*self._children_for(entrances)]
                self._tend_until_healthy()
                doors = {"address": self.address, "issuer": self.issuer, "letterbox": self.letterbox}
                for line in greeting.lines(doors, entrances.get("entrances", [])):
                    tell(line)
            while not self._stopping:
                self._tend()
        finally:
            self._end()

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _prepare(self) -> dict[str, Any]:
        tell(sentences.PREPARING)
        self._step("migrate", "--verbosity=0")
        self._step("collectstatic", "--noinput", "--verbosity=0")
        if not self._wishes.demo:
            return {}
        loaded = json.loads(self._step("demo", "load", "--json").splitlines()[-1])
        assert isinstance(loaded, dict)
        return loaded

    def _step(self, *words: str) -> str:
        if self._stopping:
            return "{}"
        parent = os.getpid()
        done = subprocess.run(  # noqa: S603 - our own program with fixed words
            [sys.executable, *_CLI, *words],
            env=self._environment(owner=words[0] == "migrate"),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=lambda: die_with(parent),
        )
        if done.returncode and not self._stopping:
            raise Failed(sentences.STEP_FAILED.format(step=" ".join(words), details=done.stderr.strip()))
        return done.stdout or "{}"

    def _environment(self, *, owner: bool = False) -> dict[str, str]:
        """Give what a child needs to know; the owner's address goes to the migration alone."""
        ours = {
            "DJANGO_SETTINGS_MODULE": env.text("DJANGO_SETTINGS_MODULE", "motcua.config.settings"),
            "MOTCUA_BASE_URL": self.address,
            "MOTCUA_IDENTITY_ISSUER": self.issuer,
            "MOTCUA_DEMO": "1" if self._wishes.demo else "0",
            "PYTHONUNBUFFERED": "1",
        }
        given = {name: value for name, value in os.environ.items() if name != "DATABASE_OWNER_URL"}
        given = {**self._caught(), **given}
        if self._server:
            ours["DATABASE_URL"] = self._server.url("app")
        if owner:
            ours["DATABASE_OWNER_URL"] = (
                self._server.url("owner") if self._server else env.text("DATABASE_OWNER_URL")
            )
        return {**given, **ours}

    def _caught(self) -> dict[str, str]:
        """Give what leads notices into the letterbox of the demo, where an operator names nothing else."""
        if not self._wishes.demo:
            return {}
        messages = f"{self.letterbox}/tin-nhan"
        return {
            "MOTCUA_SMTP_URL": f"smtp://127.0.0.1:{self._smtp_port}",
            "MOTCUA_SMS_URL": messages,
            "MOTCUA_ZALO_URL": messages,
        }

    def _children_for(self, loaded: Mapping[str, Any]) -> Sequence[Child]:
        plain = self._environment()
        web = [
            *("-m", "gunicorn", "motcua.config.wsgi:application", "--worker-class", "gthread"),
            *("--workers", str(env.number("MOTCUA_WEB_WORKERS", 2))),
            *("--threads", str(env.number("MOTCUA_WEB_THREADS", 4))),
            *("--bind", f"fd://{self._door.fileno()}", "--graceful-timeout", "20", "--timeout", "60"),
            *("--log-level", "warning", "--no-control-socket"),
        ]
        worker = [*_CLI, "worker", "--concurrency", str(env.number("MOTCUA_WORKER_CONCURRENCY", 2))]
        children = [
            Child("web", web, {**plain, "MOTCUA_DATABASE_POOL": "1"}, keep=[self._door.fileno()]),
            Child("worker", worker, plain),
        ]
        if self._wishes.demo:
            simulator = [
                *("-m", "motcua.exchange.identity.simulator", "--issuer", self.issuer),
                *("--listen", f"127.0.0.1:{self._identity_port}", "--people", loaded["people_file"]),
            ]
            letterbox = [
                *("-m", "motcua.exchange.gateways.simulator", "--smtp", f"127.0.0.1:{self._smtp_port}"),
                *("--listen", f"127.0.0.1:{self._letterbox_port}"),
            ]
            children += [Child("identity", simulator, plain), Child("letterbox", letterbox, plain)]
        return children

    def _tend_until_healthy(self) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        while not self._stopping:
            self._tend()
            if _is_healthy(self._wishes.host, ports.port_of(self._door)):
                return
            if time.monotonic() > deadline:
                raise Failed(sentences.NOT_ANSWERING.format(seconds=int(_PATIENCE_S)))

    def _tend(self) -> None:
        if self._server and not self._server.is_running():
            tell(sentences.DATABASE_ENDED)
            try:
                self._server.revive()
            except DatabaseUnavailable as error:
                tell(str(error))
        for child in self._children:
            child.tend()
        time.sleep(_BEAT_S)

    def _end(self) -> None:
        tell(sentences.STOPPING)
        for child in self._children:
            child.ask_to_end()
        deadline = time.monotonic() + _GRACE_S
        for child in self._children:
            child.end(deadline)
        self._door.close()
        tell(sentences.STOPPED)


def _listen(host: str, asked: int) -> socket.socket:
    door = ports.listen(host, asked)
    if door is None:
        raise Failed(sentences.NO_PORT.format(asked=asked, last=ports.last_tried(asked)))
    if (taken := ports.port_of(door)) != asked:
        tell(sentences.PORT_BUSY.format(asked=asked, taken=taken))
    return door


def _free_ports(asked: Sequence[int]) -> list[int]:
    """Give free ports; all are held until each is found, so that none is given twice."""
    with ExitStack() as held:
        return [ports.port_of(held.enter_context(_listen("127.0.0.1", one))) for one in asked]


def _is_healthy(host: str, port: int) -> bool:
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    with suppress(OSError, http.client.HTTPException):
        question = http.client.HTTPConnection(reachable, port, timeout=5)
        try:
            question.request("GET", "/healthz", headers={"Host": "localhost", "X-Forwarded-Proto": "https"})
            return question.getresponse().status == _OK
        finally:
            question.close()
    return False
