"""Starts PostgreSQL and ends it when nobody uses it any more.

Runs as a process of its own, by path and with the standard library alone, so that it outlives a user
that was killed. It learns of a user's end from the lock that the kernel drops with the process.
"""

import fcntl
import json
import os
import select
import signal
import subprocess
import sys
from types import FrameType
from typing import Any

HEARTBEAT_S = 0.5
FAST, AT_ONCE, KILLED = signal.SIGINT, signal.SIGQUIT, signal.SIGKILL
PATIENCE_S = ((FAST, 30.0), (AT_ONCE, 5.0), (KILLED, 5.0))


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends the server: politely with its fast shutdown, then less and less so."""
    for signal_, patience in PATIENCE_S:
        process.send_signal(signal_)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            continue
        return


def end_if_unused(process: subprocess.Popen[bytes], lock: str, users: str) -> None:
    """Ends the server when nobody holds `users`; holds `lock` meanwhile, so nobody joins a dying one."""
    try:
        with open(lock, "rb") as gate, open(users, "rb") as seats:
            fcntl.flock(gate, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.flock(seats, fcntl.LOCK_EX | fcntl.LOCK_NB)
            end(process)
    except BlockingIOError:
        return
    except FileNotFoundError:  # the data folder was deleted under the server
        end(process)


def main(order: dict[str, Any]) -> None:
    """Runs the server described by `order` until it ends, is unused, or this process is asked to stop."""
    asked_to_stop = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked_to_stop
        asked_to_stop = True

    bell, ring = os.pipe()
    os.set_blocking(bell, False)
    os.set_blocking(ring, False)
    signal.set_wakeup_fd(ring, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    server_lock = int(order["server_lock"])
    process = subprocess.Popen(  # noqa: S603 - the command comes from the launcher alone
        order["command"], cwd="/", env=order["environment"], pass_fds=[server_lock], **order["spawn_options"]
    )
    os.close(server_lock)  # from here on it says that PostgreSQL lives, not that its guardian does
    while process.poll() is None:
        if select.select([bell], [], [], HEARTBEAT_S)[0]:
            os.read(bell, 4096)
        if asked_to_stop:
            end(process)
        else:
            end_if_unused(process, order["lock"], order["users"])


if __name__ == "__main__":
    if os.fork() == 0:  # nobody's child: whoever started it need not stay to collect it
        main(json.loads(sys.argv[1]))
