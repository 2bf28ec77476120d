"""The operating-system account the server runs under."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from motcua.base.database import sentences
from motcua.base.database.launcher.places import DatabaseUnavailable


class SpawnOptions(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """A user and group; the server refuses to run as the superuser, so there it is never ours."""

    uid: int
    gid: int

    @property
    def is_ours(self) -> bool:
        return self.uid == os.geteuid()

    def spawn_options(self) -> SpawnOptions:
        """Gives what `subprocess` needs to become this account before the program starts."""
        if self.is_ours:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        if not self.is_ours:
            os.chown(path, self.uid, self.gid)

    def can_enter(self, folder: Path) -> bool:
        """Tells, by trying it as this account, whether every folder on the way may be passed."""
        if self.is_ours:
            return os.access(folder, os.X_OK)
        tried = subprocess.run(  # noqa: S603 - a fixed program, the path is its argument
            ["/bin/sh", "-c", 'cd "$1"', "sh", str(folder)],
            cwd="/",
            stderr=subprocess.DEVNULL,
            check=False,
            **self.spawn_options(),
        )
        return tried.returncode == 0


def account_for(cluster: Path) -> Account:
    """Gives this user; for the superuser the owner of an existing cluster, else `nobody`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if cluster.exists() and (found := cluster.stat()).st_uid != 0:
        return Account(found.st_uid, found.st_gid)
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise DatabaseUnavailable(sentences.NO_ACCOUNT) from None
    return Account(nobody.pw_uid, nobody.pw_gid)
