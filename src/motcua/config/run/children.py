"""Child processes that are started again when they die, and never outlive this one."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Final

from motcua.config.run import sentences

_LONGEST_PAUSE_S: Final = 30.0
_PROVEN_AFTER_S: Final = 30.0
_PR_SET_PDEATHSIG: Final = 1


class Child:
    """One kind of process that should always be running."""

    def __init__(
        self, name: str, words: Sequence[str], environment: Mapping[str, str], keep: Sequence[int] = ()
    ) -> None:
        self.name = name
        self._words = [sys.executable, *words]
        self._environment = dict(environment)
        self._keep = tuple(keep)
        self._process: subprocess.Popen[bytes] | None = None
        self._begun = 0.0
        self._pause = 0.5
        self._not_before = 0.0

    @property
    def number(self) -> int | None:
        """Give the process number, None while there is no process."""
        return self._process.pid if self._process else None

    def tend(self) -> None:
        """Start the process when it is due; note its end, and wait longer after each early one."""
        moment = time.monotonic()
        if self._process is None:
            if moment >= self._not_before:
                self._start()
            return
        code = self._process.poll()
        if code is None:
            return
        self._process = None
        self._pause = (
            0.5 if moment - self._begun > _PROVEN_AFTER_S else min(self._pause * 2, _LONGEST_PAUSE_S)
        )
        self._not_before = moment + self._pause
        tell(sentences.CHILD_ENDED.format(name=self.name, code=code, pause=self._pause))

    def ask_to_end(self) -> None:
        """Ask the process to finish what it has begun and end."""
        if self._process:
            self._process.terminate()

    def end(self, deadline: float) -> None:
        """Wait for the end until a moment (monotonic seconds), then force it."""
        if self._process is None:
            return
        try:
            self._process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _start(self) -> None:
        parent = os.getpid()
        self._begun = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603 - our own program with fixed words
            self._words,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            pass_fds=self._keep,
            start_new_session=True,
            preexec_fn=lambda: die_with(parent),  # noqa: PLW1509 - one thread only
        )


def die_with(parent: int) -> None:
    """Have the kernel end this process when its parent dies, however that dies (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)


def tell(sentence: str) -> None:
    """Say something to the person at the terminal."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
