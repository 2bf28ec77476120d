"""One PostgreSQL cluster: how it is made and with which settings it runs."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from motcua.base.database import sentences
from motcua.base.database.launcher import guardian
from motcua.base.database.launcher.account import Account
from motcua.base.database.launcher.layout import PORT, Layout, passwords_for
from motcua.base.database.launcher.places import DatabaseUnavailable

ENVIRONMENT = {"LC_ALL": "C", "PATH": "/usr/bin:/bin", "TZ": "UTC"}
LOG_LIMIT = 10_000_000

SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",
    "max_wal_size": "2GB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
    "log_checkpoints": "off",
    # Statements and details carry personal values: they stay out of the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
FLEETING = dict.fromkeys(DURABLE, "off")


def make(layout: Layout, account: Account, programs: Path, *, durable: bool) -> None:
    """Makes the cluster if there is none; an interrupted attempt leaves nothing that looks like one."""
    passwords = passwords_for(layout)
    if layout.cluster.exists():
        return
    making = layout.place / "cluster.making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(mode=0o700)
    account.own(making)
    with tempfile.NamedTemporaryFile("w", dir=layout.place, prefix=".password-") as secret:
        secret.write(passwords["superuser"])
        secret.flush()
        account.own(Path(secret.name))
        command = [
            str(programs / "initdb"), "--pgdata", str(making), "--username", "postgres",
            "--pwfile", secret.name, "--auth", "scram-sha-256", "--encoding", "UTF8",
            "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--no-locale",
            "--text-search-config", "simple", "--data-checksums", "--no-instructions",
            *([] if durable else ["--no-sync"]),
        ]  # fmt: skip
        done = subprocess.run(  # noqa: S603 - the installed program
            command, cwd="/", env=ENVIRONMENT, capture_output=True, text=True, check=False,
            **account.spawn_options(),
        )  # fmt: skip
    if done.returncode:
        raise DatabaseUnavailable(sentences.NOT_MADE.format(reason=done.stderr.strip()))
    making.rename(layout.cluster)
    _sync_folder(layout.place)


def launch(layout: Layout, account: Account, programs: Path, *, durable: bool, server_lock: int) -> None:
    """Starts the guardian, and through it the server that inherits `server_lock`."""
    # The lock proves that no process of this cluster is alive, so the file is a leftover; kept, it would
    # stop the start whenever its number has meanwhile been given to another process.
    (layout.cluster / "postmaster.pid").unlink(missing_ok=True)
    order = {
        "command": _command(layout, programs, DURABLE if durable else FLEETING),
        "environment": ENVIRONMENT,
        "spawn_options": account.spawn_options(),
        "lock": str(layout.lock),
        "users": str(layout.users),
        "server_lock": server_lock,
    }
    if layout.log.exists() and layout.log.stat().st_size > LOG_LIMIT:
        layout.log.replace(layout.log.with_suffix(".log.1"))
    log = os.open(layout.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    try:
        subprocess.run(  # noqa: S603 - this interpreter, our own file
            [sys.executable, "-I", "-S", guardian.__file__, json.dumps(order)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", check=True,
            start_new_session=True, pass_fds=[server_lock],
        )  # fmt: skip
    finally:
        os.close(log)


def _command(layout: Layout, programs: Path, safety: Mapping[str, str]) -> list[str]:
    settings = {**SETTINGS, **safety, "unix_socket_directories": str(layout.sockets)}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return [str(programs / "postgres"), "-D", str(layout.cluster), *options]


def postmaster(layout: Layout) -> int | None:
    """Gives the number of the server's first process, as its own file says, or None."""
    try:
        return int((layout.cluster / "postmaster.pid").read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def last_words(layout: Layout) -> str:
    """Gives the last line of the server's log."""
    try:
        lines = layout.log.read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return "-"
    return next((line for line in reversed(lines) if line.strip()), "-")


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
