"""The small process that opens one foreign file from its standard input and tells what it found.

It runs `python -m motcua.base.files.opener KIND LIMITS` with bounded memory and time, so that a file made
to exhaust or crash a decoder ends this process and nothing else.
"""

import json
import os
import resource
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from motcua.base.files.words import Kind, Limits, Problem, Trouble


def look(file: BinaryIO, kind: Kind, limits: Limits) -> dict[str, Any]:
    """Return `pages` or `pixels` of a good file, or the facts of its problem, as JSON values."""
    try:
        found = _opened(file, kind, limits)
    except MemoryError:
        found = Problem(Trouble.TOO_COMPLEX)
    if isinstance(found, Problem):
        return {**asdict(found), "trouble": found.trouble.value}
    return {"pages": found} if isinstance(found, int) else {"pixels": found}


def _opened(file: BinaryIO, kind: Kind, limits: Limits) -> int | tuple[int, int] | Problem:
    # Each decoder is loaded only for its own kind: loading both would double the time of every upload.
    if kind is Kind.PDF:
        from motcua.base.files.documents import open_document

        return open_document(file, limits)
    from motcua.base.files.pictures import open_picture

    return open_picture(file, kind, limits)


def confine(limits: Limits) -> None:
    """Bound what this process may take from now on; it can write to no file."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.max_memory, limits.max_memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.max_seconds, limits.max_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def main() -> None:
    """Open standard input as the kind and within the limits of the arguments; print the answer as JSON."""
    kind, limits = Kind[sys.argv[1]], Limits(**json.loads(sys.argv[2]))
    confine(limits)
    with os.fdopen(0, "rb", closefd=False) as file:
        sys.stdout.write(json.dumps(look(file, kind, limits)))


if __name__ == "__main__":
    main()
