"""Where the files of one embedded server lie."""

import os
import secrets
import socket
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from motcua.base.database import sentences
from motcua.base.database.launcher.account import Account, account_for
from motcua.base.database.launcher.places import (
    DatabaseUnavailable,
    first_own_folder,
    read_private,
    write_private,
)
from motcua.base.database.roles import APP, OWNER

Role = Literal["superuser", "owner", "app"]

OUTSIDE = (Path("/var/lib/motcua"), Path("/var/tmp/motcua-data"))  # noqa: S108 - ownership is checked
LOGINS: dict[Role, str] = {"superuser": "postgres", "owner": OWNER, "app": APP}
PORT = 5432
SOCKET_NAME = f".s.PGSQL.{PORT}"
SOCKET_PATH_LIMIT = 107
PRIVATE = 0o700


@dataclass(frozen=True)
class Layout:
    """The paths of one server: `place` holds the cluster, `sockets` its socket, `data_dir` all the rest."""

    data_dir: Path
    place: Path
    sockets: Path

    @property
    def cluster(self) -> Path:
        return self.place / "cluster"

    @property
    def log(self) -> Path:
        return self.data_dir / "postgres.log"

    @property
    def lock(self) -> Path:
        return self.data_dir / "lock"

    @property
    def users(self) -> Path:
        return self.data_dir / "users"

    @property
    def server_lock(self) -> Path:
        return self.data_dir / "server"

    def url(self, role: Role, database: str) -> str:
        """Gives the libpq address of a database for a role, over the server's socket."""
        password = read_private(passwords_file(self.data_dir))[role]
        host = quote(str(self.sockets), safe="")
        return f"postgresql://{LOGINS[role]}:{password}@/{quote(database, safe='')}?host={host}&port={PORT}"


def pointer_file(data_dir: Path) -> Path:
    return data_dir / "server.json"


def passwords_file(data_dir: Path) -> Path:
    return data_dir / "passwords.json"


def remembered(data_dir: Path) -> Layout:
    """Gives the layout of the server that was started here before; FileNotFoundError when none was."""
    known = read_private(pointer_file(data_dir))
    # A place inside the data folder is kept relative: the folder may move as a whole.
    return Layout(data_dir, data_dir / known["place"], data_dir / known["sockets"])


def make_folder(data_dir: Path) -> None:
    """Makes the data folder, once, however many processes come for it in the same moment."""
    mode = 0o711 if os.geteuid() == 0 else 0o700
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    try:
        data_dir.mkdir(mode)
    except FileExistsError:
        return
    data_dir.chmod(mode)


def settle(data_dir: Path) -> tuple[Layout, Account]:
    """Decides where the files lie and which account owns them, as remembered where that still holds."""
    try:
        known = remembered(data_dir)
    except FileNotFoundError:
        known = None
    if known is None:
        account = account_for(data_dir / "cluster")
        place = data_dir if account.can_enter(data_dir) else _place_outside(data_dir, account)
    else:
        account, place = account_for(known.cluster), known.place
        if not place.is_dir() or not account.can_enter(place):
            raise DatabaseUnavailable(sentences.DATA_MOVED.format(place=place))
    if known and _serves(known.sockets, account):
        return known, account
    layout = Layout(data_dir, place, _sockets_for(place, account))
    write_private(
        pointer_file(data_dir),
        {"place": _from(data_dir, place), "sockets": _from(data_dir, layout.sockets)},
    )
    return layout, account


def _from(data_dir: Path, path: Path) -> str:
    return str(path.relative_to(data_dir) if path.is_relative_to(data_dir) else path)


def passwords_for(layout: Layout) -> dict[str, str]:
    """Gives the passwords of the three logins, made before the cluster is; never made anew for an old one."""
    path = passwords_file(layout.data_dir)
    if not path.exists():
        if layout.cluster.exists():
            raise DatabaseUnavailable(sentences.NO_PASSWORDS.format(path=path))
        write_private(path, {role: secrets.token_urlsafe(32) for role in LOGINS})
    return read_private(path)


def _place_outside(data_dir: Path, account: Account) -> Path:
    """Makes a folder for the cluster where the account can go, with a note of whose it is."""
    for candidate in OUTSIDE:
        try:
            place = Path(tempfile.mkdtemp(dir=first_own_folder([candidate])))
        except (DatabaseUnavailable, OSError):
            continue
        place.chmod(0o711)
        if account.can_enter(place):
            (place / "belongs-to").write_text(f"{data_dir}\n", encoding="utf-8")
            return place
        place.rmdir()
    raise DatabaseUnavailable(sentences.NO_FOLDER.format(tried=", ".join(map(str, OUTSIDE))))


def _sockets_for(place: Path, account: Account) -> Path:
    """Makes the private folder of the socket: in the place, or in a short one where its path is too long."""
    inside = place / "sockets"
    inside.mkdir(mode=0o700, exist_ok=True)
    if _fits(inside):
        account.own(inside)
        return inside
    inside.rmdir()
    for parent in (tempfile.gettempdir(), "/tmp"):  # noqa: S108 - mkdtemp makes an unguessable private folder
        short = Path(tempfile.mkdtemp(prefix="motcua-", dir=parent))
        if _fits(short) and account.can_enter(short.parent):
            account.own(short)
            return short
        short.rmdir()
    raise DatabaseUnavailable(sentences.NO_FOLDER.format(tried=f"{inside}, {tempfile.gettempdir()}"))


def _fits(folder: Path) -> bool:
    """Tells, by binding one, whether sockets work here; one letter longer, for the final zero byte."""
    trial = folder / f"{SOCKET_NAME}x"
    trial.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.bind(str(trial))
        except OSError:
            return False
    trial.unlink()
    return True


def _serves(sockets: Path, account: Account) -> bool:
    try:
        found = sockets.lstat()
    except FileNotFoundError:
        return False
    private = stat.S_IMODE(found.st_mode) == PRIVATE and found.st_uid == account.uid
    return (
        stat.S_ISDIR(found.st_mode)
        and private
        and len(os.fsencode(sockets / SOCKET_NAME)) <= SOCKET_PATH_LIMIT
    )
