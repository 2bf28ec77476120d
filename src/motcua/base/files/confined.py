"""Opening a foreign file in a process of its own, with bounded memory and time."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import IO, Any

from motcua.base.files.words import Kind, Limits, Problem, Trouble


def look_inside(file: IO[bytes], kind: Kind, limits: Limits) -> dict[str, Any] | Problem:
    """Return `pages` or `pixels` of the file on disk, or its problem.

    A decoder that crashes, hangs or asks for too much memory is a TOO_COMPLEX file, never an exception.
    """
    file.seek(0)
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, no shell, no part of it comes from outside
            [sys.executable, "-P", "-m", "motcua.base.files.opener", kind.name, json.dumps(asdict(limits))],
            stdin=file,
            capture_output=True,
            timeout=limits.max_seconds * 2,
            # Secrets of the parent stay out of reach of a decoder that was taken over.
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Problem(Trouble.TOO_COMPLEX)
    if done.returncode != 0:
        return Problem(Trouble.TOO_COMPLEX)
    told: dict[str, Any] = json.loads(done.stdout)
    if "trouble" in told:
        return Problem(**(told | {"trouble": Trouble(told["trouble"])}))
    return told
