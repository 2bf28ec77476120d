"""Private files and folders, safe against other users of the machine."""

import json
import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from motcua.base.database import sentences

OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class DatabaseUnavailable(RuntimeError):
    """The database cannot be made, started or reached; its text is a sentence for people."""


def own_folder(path: Path, *, mode: int) -> Path:
    """Gives a folder only this user writes, made if absent; PermissionError when another user prepared it."""
    try:
        path.mkdir(mode=0o700)
        path.chmod(mode)
    except FileExistsError:
        found = path.lstat()
        ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
        if not ours or found.st_mode & OTHERS_MAY_WRITE:
            raise PermissionError(f"{path} was prepared by somebody else") from None
    return path


def first_own_folder(candidates: Iterable[Path]) -> Path:
    """Gives the first candidate that can be a folder of ours which every user may pass through."""
    tried = list(candidates)
    for path in tried:
        try:
            return own_folder(path, mode=0o711)
        except OSError:
            continue
    raise DatabaseUnavailable(sentences.NO_FOLDER.format(tried=", ".join(map(str, tried))))


def write_private(path: Path, content: Mapping[str, str]) -> None:
    """Writes a JSON object readable by this user alone; a reader sees the old or the new, never half."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_private(path: Path) -> dict[str, str]:
    """Reads what `write_private` wrote; FileNotFoundError when absent."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return {str(key): str(value) for key, value in content.items()}
