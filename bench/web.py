"""The web as it runs in production: gunicorn with threads and a pool, on a free port of this machine."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress

WORKERS, THREADS = 2, 4
_OK = 200


class NotServing(RuntimeError):
    """Raised when the web does not answer."""


@contextmanager
def serving(environment: Mapping[str, str], *, log: int | None = None) -> Iterator[int]:
    """Serve for the block; gives the port."""
    _collect_static(environment)
    with socket.create_server(("127.0.0.1", 0), backlog=256) as door:
        port = int(door.getsockname()[1])
        process = start(environment, door, log=log)
        try:
            wait(port)
            yield port
        finally:
            end(process)


def start(
    environment: Mapping[str, str], door: socket.socket, *, log: int | None = None
) -> subprocess.Popen[bytes]:
    """Start gunicorn upon an open door, with as many workers and threads as `motcua run` takes by itself."""
    words = [
        *(sys.executable, "-m", "gunicorn", "motcua.config.wsgi:application", "--worker-class", "gthread"),
        *("--workers", str(WORKERS), "--threads", str(THREADS), "--bind", f"fd://{door.fileno()}"),
        *("--graceful-timeout", "10", "--timeout", "60", "--keep-alive", "30"),
        *("--log-level", "warning", "--no-control-socket"),
    ]
    return subprocess.Popen(
        words,
        env={**environment, "MOTCUA_DATABASE_POOL": "1"},
        pass_fds=[door.fileno()],
        stdin=subprocess.DEVNULL,
        stderr=log,
    )


def wait(port: int, *, seconds: float = 60.0) -> None:
    """Wait until it says that it is well."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        question = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        with suppress(OSError, http.client.HTTPException), closing(question):
            question.request("GET", "/healthz")
            if question.getresponse().status == _OK:
                return
        time.sleep(0.1)
    raise NotServing(f"no answer on port {port}")


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end, and see that it does."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _collect_static(environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "motcua.config.cli", "collectstatic", "--noinput", "--verbosity=0"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NotServing(done.stderr.strip().splitlines()[-1])
