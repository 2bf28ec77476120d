"""Working on a foreign file in a process of its own, with bounded memory and time."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import IO, Any

from motcua.base.files.joining import Sheet
from motcua.base.files.words import Kind, Limits, Problem, Trouble


def look_inside(file: IO[bytes], kind: Kind, limits: Limits) -> dict[str, Any] | Problem:
    """Return `pages` or `pixels` of the file on disk, or its problem.

    A decoder that crashes, hangs or asks for too much memory is a TOO_COMPLEX file, never an exception.
    """
    answer = _run("opener", [kind.name], file, limits)
    if answer is None:
        return Problem(Trouble.TOO_COMPLEX)
    told: dict[str, Any] = json.loads(answer)
    if "trouble" in told:
        return Problem(**(told | {"trouble": Trouble(told["trouble"])}))
    return told


def pressed(file: IO[bytes], turns: int, limits: Limits) -> Sheet | Problem:
    """Return a photo on disk as a small upright JPEG, turned by quarters; TOO_COMPLEX when it cannot be."""
    answer = _run("presser", [str(turns)], file, limits)
    if not answer:
        return Problem(Trouble.TOO_COMPLEX)
    width, height = (int.from_bytes(answer[place : place + 4], "big") for place in (0, 4))
    return Sheet(answer[8:], width, height)


def _run(program: str, words: list[str], file: IO[bytes], limits: Limits) -> bytes | None:
    """Run one of our programs on a file; nothing when it crashed or took too long."""
    file.seek(0)
    try:
        done = subprocess.run(  # noqa: S603 - fixed program, no shell, no part of it comes from outside
            [sys.executable, "-P", "-m", f"motcua.base.files.{program}", *words, json.dumps(asdict(limits))],
            stdin=file,
            capture_output=True,
            timeout=limits.max_seconds * 2,
            # Secrets of the parent stay out of reach of a decoder that was taken over.
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None
