"""The handle a process holds on the embedded server."""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import psycopg

from motcua.base.database import roles, sentences
from motcua.base.database.launcher import cluster, locks
from motcua.base.database.launcher.binaries import programs_for
from motcua.base.database.launcher.guardian import PATIENCE_S
from motcua.base.database.launcher.layout import Layout, make_folder, passwords_for, remembered, settle
from motcua.base.database.launcher.places import DatabaseUnavailable

DATABASE = "motcua"
RETRY_FOR_S = 10.0  # after a crash its shared memory takes a moment to go
RECOVER_FOR_S = 300.0  # replaying the log of a crash is slow but must not be cut short


class Server:
    """One process's hold on the embedded PostgreSQL of a data folder.

    The server lives as long as any process holds it, whoever started it, and not longer: when the last
    one stops, ends or is killed, the server ends. A forked child holds nothing. The addresses stay the
    same from start to start.
    """

    def __init__(self, layout: Layout, *, durable: bool) -> None:
        self._layout = layout
        self._durable = durable
        self._seat: int | None = None

    @classmethod
    def attach_or_start(cls, data_dir: Path, *, durable: bool = True) -> Self:
        """Joins the server of this folder, or makes and starts it.

        `durable=False` gives speed for safety (tests) and counts only for the one who starts.
        Raises DatabaseUnavailable with a sentence for people.
        """
        data_dir = data_dir.absolute()
        make_folder(data_dir)
        try:
            with locks.alone(data_dir / "lock"):
                layout, _ = settle(data_dir)
                server = cls(layout, durable=durable)
                server._join()
        except PermissionError as error:
            raise DatabaseUnavailable(sentences.NOT_YOURS.format(path=error.filename or data_dir)) from error
        return server

    @property
    def data_dir(self) -> Path:
        return self._layout.data_dir

    def revive(self) -> None:
        """Starts the server again if it ended; the addresses stay valid, old connections do not."""
        with locks.alone(self._layout.lock):
            self._leave()
            self._join()

    def url(self, role: Literal["superuser", "owner", "app"], database: str = DATABASE) -> str:
        """Gives the libpq address of a database for a role, over the private socket."""
        return self._layout.url(role, database)

    def is_running(self) -> bool:
        """Tells whether the server lives."""
        return locks.is_held(self._layout.server_lock)

    def stop(self) -> None:
        """Lets the server go and, when nobody else holds it, waits until it has ended."""
        if self._seat is None:
            return
        with locks.alone(self._layout.lock):
            self._leave()
            last = locks.seize(self._layout.users)
            if last is None:
                return
            locks.release(last)
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _join(self) -> None:
        self._seat = locks.share(self._layout.users)
        try:
            self._bring_up()
        except BaseException:
            self._leave()
            raise

    def _leave(self) -> None:
        if self._seat is not None:
            locks.release(self._seat)
            self._seat = None

    def _bring_up(self) -> None:
        """Starts the server unless it lives, and waits until it answers; tries again after a crash."""
        deadline = time.monotonic() + RETRY_FOR_S
        started = False
        while True:
            lock = locks.seize(self._layout.server_lock)
            if lock is not None:
                started = True
                try:
                    self._launch(lock)
                finally:
                    locks.release(lock)
            if self._answers():
                break
            if time.monotonic() > deadline:
                last = cluster.last_words(self._layout)
                raise DatabaseUnavailable(sentences.NOT_STARTED.format(log=self._layout.log, last=last))
            time.sleep(0.1)
        if started or not self._is_prepared():
            self._prepare()

    def _launch(self, lock: int) -> None:
        layout, account = settle(self._layout.data_dir)
        self._layout = layout
        programs = programs_for(account)
        cluster.make(layout, account, programs, durable=self._durable)
        cluster.launch(layout, account, programs, durable=self._durable, server_lock=lock)

    def _answers(self) -> bool:
        """Waits until the server takes connections; False when it ended instead."""
        deadline = time.monotonic() + RECOVER_FOR_S
        while time.monotonic() < deadline:
            try:
                psycopg.connect(self.url("superuser", "postgres"), connect_timeout=5).close()
            except psycopg.OperationalError:
                if not self.is_running():
                    return False
                time.sleep(0.02)
            else:
                return True
        return False

    def _is_prepared(self) -> bool:
        try:
            psycopg.connect(self.url("app"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _prepare(self) -> None:
        passwords = passwords_for(self._layout)
        roles.prepare(
            self.url("superuser", "postgres"),
            DATABASE,
            owner_password=passwords["owner"],
            app_password=passwords["app"],
        )

    def _end(self) -> None:
        """Ends the server and waits until its last process is gone."""
        for signal_, patience in PATIENCE_S:
            deadline = time.monotonic() + patience
            number = cluster.postmaster(self._layout)
            if number is not None and self.is_running():
                with suppress(ProcessLookupError):
                    os.kill(number, signal_)
            while self.is_running() and time.monotonic() < deadline:
                time.sleep(0.01)
            if not self.is_running():
                return


def remove(data_dir: Path) -> None:
    """Deletes the data folder and what lies outside it; RuntimeError while its server lives."""
    if locks.is_held(data_dir / "server"):
        raise RuntimeError(f"the server of {data_dir} is running")
    try:
        layout = remembered(data_dir.absolute())
    except FileNotFoundError:
        layout = None
    if layout is not None:
        shutil.rmtree(layout.sockets, ignore_errors=True)
        shutil.rmtree(layout.place, ignore_errors=True)
    shutil.rmtree(data_dir, ignore_errors=True)
