"""Wherever the package and the data lie, the server's account reaches them, and nobody else does."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from motcua.base.database.launcher import DatabaseUnavailable, Server, binaries, layout, remembered, remove
from motcua.base.database.launcher.account import account_for
from motcua.base.database.launcher.places import own_folder
from tests.rooms.database_scene import SOURCE, data_folder

pytestmark = pytest.mark.slow
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser runs the server as somebody else")
AS_ORDINARY_USER = """
import os, sys, pathlib
from motcua.base.database.launcher import Server
with Server.attach_or_start(pathlib.Path(sys.argv[1]), durable=False) as server:
    print(server.is_running(), os.geteuid())
"""


@pytest.fixture
def data_dir() -> Iterator[Path]:
    with data_folder() as folder:
        yield folder


@pytest.fixture
def hidden(data_dir: Path) -> Path:
    """A folder of mode 0700, as a home folder is."""
    folder = data_dir.parent / "home"
    folder.mkdir(mode=0o700)
    return folder


def answers(server: Server) -> bool:
    with psycopg.connect(server.url("app")) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def make_table(server: Server) -> None:
    with psycopg.connect(server.url("owner")) as connection:
        connection.execute("CREATE TABLE kept ()")


def has_table(server: Server) -> bool:
    with psycopg.connect(server.url("app")) as connection:
        return connection.execute("SELECT to_regclass('kept')::text").fetchone() == ("kept",)


def hide_package(hidden: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = binaries.package_folder()
    copy = hidden / "site-packages" / package.name
    shutil.copytree(package, copy, copy_function=os.link if same_disk(package, hidden) else shutil.copy2)
    for libraries in package.parent.glob(f"{package.name}.libs"):
        shutil.copytree(libraries, copy.parent / libraries.name)
    monkeypatch.setattr(binaries, "package_folder", lambda: copy)
    return copy


def same_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


@as_root
def test_a_package_below_a_private_folder_is_copied_to_a_cache(
    data_dir: Path, hidden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide_package(hidden, monkeypatch)
    cache = data_dir.parent / "cache"
    monkeypatch.setattr(binaries, "CACHES", (cache,))
    with Server.attach_or_start(data_dir, durable=False) as server:
        assert answers(server)
    made = list(cache.iterdir())
    with Server.attach_or_start(data_dir, durable=False) as server:
        assert answers(server)
    assert list(cache.iterdir()) == made
    assert len(made) == 1


@as_root
def test_a_package_in_the_open_is_used_where_it_lies() -> None:
    programs = binaries.programs_for(account_for(Path("/nonexistent")))
    assert programs == binaries.package_folder() / "pginstall" / "bin"


@as_root
def test_a_cache_prepared_by_somebody_else_is_never_used(
    data_dir: Path, hidden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide_package(hidden, monkeypatch)
    theirs = data_dir.parent / "theirs"
    theirs.mkdir()
    os.chown(theirs, 12345, 12345)
    monkeypatch.setattr(binaries, "CACHES", (theirs,))
    with pytest.raises(DatabaseUnavailable, match="theirs"):
        Server.attach_or_start(data_dir, durable=False)
    assert not list(theirs.iterdir())


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_may_write_is_refused(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "prepared"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(PermissionError):
        own_folder(folder, mode=0o711)


def test_a_link_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(PermissionError):
        own_folder(tmp_path / "link", mode=0o711)


@as_root
def test_data_below_a_private_folder_lie_outside_and_survive_a_restart(
    data_dir: Path, hidden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = data_dir.parent / "outside"
    monkeypatch.setattr(layout, "OUTSIDE", (outside,))
    with Server.attach_or_start(hidden / "var", durable=False) as server:
        make_table(server)
    place = remembered(hidden / "var").place
    assert place.is_relative_to(outside)
    assert (place / "belongs-to").read_text() == f"{hidden / 'var'}\n"
    with Server.attach_or_start(hidden / "var", durable=False) as server:
        assert has_table(server)


@as_root
def test_lost_data_are_reported_and_never_replaced_by_new_ones(
    data_dir: Path, hidden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "OUTSIDE", (data_dir.parent / "outside",))
    with Server.attach_or_start(hidden / "var", durable=False):
        place = remembered(hidden / "var").place
    shutil.rmtree(place)
    with pytest.raises(DatabaseUnavailable, match=place.name):
        Server.attach_or_start(hidden / "var", durable=False)


def test_a_long_path_gets_a_short_socket(data_dir: Path) -> None:
    deep = data_dir.joinpath("một-thư-mục-có-tên-rất-dài" * 3, "và-một-thư-mục-nữa")
    deep.mkdir(parents=True)
    with Server.attach_or_start(deep, durable=False) as server:
        sockets = remembered(deep).sockets
        assert len(os.fsencode(sockets / layout.SOCKET_NAME)) <= layout.SOCKET_PATH_LIMIT
        assert answers(server)
    with Server.attach_or_start(deep, durable=False):
        assert remembered(deep).sockets == sockets
    remove(deep)
    assert not sockets.exists()


def test_everything_secret_is_closed_to_others(data_dir: Path) -> None:
    with Server.attach_or_start(data_dir, durable=False):
        here = remembered(data_dir)
        closed = (here.cluster, here.sockets, data_dir / "passwords.json", data_dir / "server.json", here.log)
        assert [stat.S_IMODE(path.stat().st_mode) & 0o077 for path in closed] == [0] * len(closed)
        assert not list(here.place.glob(".password-*"))


def test_a_lost_password_file_is_reported(data_dir: Path) -> None:
    with Server.attach_or_start(data_dir, durable=False):
        pass
    (data_dir / "passwords.json").unlink()
    with pytest.raises(DatabaseUnavailable, match=r"passwords\.json"):
        Server.attach_or_start(data_dir, durable=False)


@as_root
def test_an_ordinary_user_runs_it_as_themselves(data_dir: Path) -> None:
    python = reachable_python()
    if python is None:
        pytest.skip("no interpreter of this version that an ordinary user can reach")
    data_dir.mkdir()
    shutil.chown(data_dir, "nobody")
    done = subprocess.run(
        [python, "-c", AS_ORDINARY_USER, str(data_dir)],
        **account_for(data_dir / "cluster").spawn_options(),
        cwd="/",
        env={"PYTHONPATH": os.pathsep.join([str(SOURCE), str(Path(psycopg.__file__).parents[1])])},
        capture_output=True,
        text=True,
        check=False,
    )
    owner = data_dir.stat().st_uid
    assert (done.stdout, done.stderr) == (f"True {owner}\n", "")
    with Server.attach_or_start(data_dir, durable=False) as server:
        assert answers(server), "the superuser goes on with what an ordinary user made"


def reachable_python() -> str | None:
    account = account_for(Path("/nonexistent"))
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for python in (sys.executable, f"/usr/bin/python{version}"):
        tried = subprocess.run(
            ["/bin/sh", "-c", '"$1" -c "" && cd "$2"', "sh", python, str(SOURCE)],
            **account.spawn_options(),
            cwd="/",
            capture_output=True,
            check=False,
        )
        if tried.returncode == 0:
            return python
    return None
