"""The server lives as long as somebody uses it, survives what kills it, and is never there twice."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from motcua.base.database.launcher import DatabaseUnavailable, Server, cluster, locks, remembered
from motcua.base.database.launcher.account import account_for
from motcua.base.database.launcher.guardian import HEARTBEAT_S
from tests.rooms.database_scene import data_folder, start_user, using, wait_until

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data_dir() -> Iterator[Path]:
    with data_folder() as folder:
        yield folder


def alive(data_dir: Path) -> bool:
    return locks.is_held(data_dir / "server")


def postmaster(data_dir: Path) -> int:
    return int((data_dir / "cluster" / "postmaster.pid").read_text().splitlines()[0])


def test_the_server_answers_inside_the_block_and_is_gone_after_it(data_dir: Path) -> None:
    with Server.attach_or_start(data_dir, durable=False) as server:
        assert server.is_running()
        with psycopg.connect(server.url("app")) as connection:
            assert connection.execute("SELECT current_user").fetchone() == ("motcua_app",)
    assert not server.is_running()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.url("app"))


def test_addresses_stay_the_same_from_start_to_start(data_dir: Path) -> None:
    with Server.attach_or_start(data_dir, durable=False) as server:
        before = server.url("owner")
    with Server.attach_or_start(data_dir, durable=False) as server:
        assert server.url("owner") == before


def test_one_who_attaches_does_not_stop_the_server_of_another(data_dir: Path) -> None:
    with using(data_dir):
        number = postmaster(data_dir)
        with Server.attach_or_start(data_dir) as server:
            assert postmaster(data_dir) == number
        assert server.is_running()
    assert not server.is_running()


def test_one_who_attached_keeps_the_server_when_its_starter_leaves(data_dir: Path) -> None:
    with using(data_dir) as starter, Server.attach_or_start(data_dir) as server:
        assert starter.stdin is not None
        starter.stdin.close()
        starter.wait(10)
        with psycopg.connect(server.url("app")) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not server.is_running()


def test_stopping_twice_is_stopping_once(data_dir: Path) -> None:
    server = Server.attach_or_start(data_dir, durable=False)
    server.stop()
    server.stop()
    assert not server.is_running()


def test_three_starting_at_once_in_an_empty_folder_share_one_server() -> None:
    with data_folder() as fresh:
        users = [start_user(fresh) for _ in range(3)]
        try:
            assert [user.stdout.readline() for user in users if user.stdout] == ["ready\n"] * 3
            assert (fresh / "postgres.log").read_text().count("starting PostgreSQL") == 1
        finally:
            for user in users:
                user.communicate("", timeout=20)
        assert not alive(fresh)


def owner_url(data_dir: Path) -> str:
    return remembered(data_dir).url("owner", "motcua")


def keep_one_row(data_dir: Path) -> None:
    with psycopg.connect(owner_url(data_dir)) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (what text)")
        connection.execute("INSERT INTO kept VALUES ('paper')")


def kept_rows(data_dir: Path) -> int:
    with psycopg.connect(owner_url(data_dir)) as connection:
        rows = connection.execute("WITH gone AS (DELETE FROM kept RETURNING 1) SELECT count(*) FROM gone")
        return int(rows.fetchall()[0][0])


def test_a_killed_user_takes_the_server_with_it_but_not_what_was_committed(data_dir: Path) -> None:
    with using(data_dir, durable=True) as user:
        keep_one_row(data_dir)
        user.kill()
        wait_until(lambda: not alive(data_dir))
    with Server.attach_or_start(data_dir, durable=False):
        assert kept_rows(data_dir) == 1


def test_a_killed_starter_leaves_the_server_to_those_who_still_use_it(data_dir: Path) -> None:
    with using(data_dir) as starter, Server.attach_or_start(data_dir) as server:
        starter.kill()
        starter.wait(5)
        time.sleep(2 * HEARTBEAT_S)
        assert server.is_running()


def test_after_the_database_was_killed_the_next_start_recovers(data_dir: Path) -> None:
    with using(data_dir, durable=True):
        keep_one_row(data_dir)
        os.kill(postmaster(data_dir), signal.SIGKILL)
        with Server.attach_or_start(data_dir, durable=True):
            assert kept_rows(data_dir) == 1


def test_the_user_of_a_killed_database_can_revive_it_at_the_same_address(data_dir: Path) -> None:
    with Server.attach_or_start(data_dir, durable=False) as server:
        os.kill(postmaster(data_dir), signal.SIGKILL)
        wait_until(lambda: not server.is_running())
        server.revive()
        with psycopg.connect(server.url("app")) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not alive(data_dir)


def test_a_number_left_by_a_crash_and_given_to_another_process_stops_no_start(data_dir: Path) -> None:
    with Server.attach_or_start(data_dir, durable=False):
        left = (data_dir / "cluster" / "postmaster.pid").read_text().splitlines()
    account = account_for(data_dir / "cluster")
    with subprocess.Popen(["/bin/sleep", "30"], **account.spawn_options()) as stranger:
        try:
            left[0] = str(stranger.pid)
            (data_dir / "cluster" / "postmaster.pid").write_text("\n".join(left))
            with Server.attach_or_start(data_dir, durable=False) as server:
                assert server.is_running()
            assert stranger.poll() is None
        finally:
            stranger.kill()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the guardian through /proc")
def test_without_its_guardian_the_last_user_still_ends_the_server(data_dir: Path) -> None:
    with Server.attach_or_start(data_dir, durable=False) as server:
        fields = Path(f"/proc/{postmaster(data_dir)}/stat").read_text().rsplit(")", 1)[1].split()
        os.kill(int(fields[1]), signal.SIGKILL)
        assert server.is_running()
    assert not server.is_running()


def forked_child() -> int:
    """Forks a child that sleeps until it is killed; it runs when this returns."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, b"alive")
        signal.pause()
    os.read(reading, 5)
    os.close(reading)
    os.close(writing)
    return child


def end_child(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_a_forked_child_holds_no_server(data_dir: Path) -> None:
    server = Server.attach_or_start(data_dir, durable=False)
    child = forked_child()
    server.stop()
    assert not server.is_running()
    end_child(child)


def test_a_child_that_kept_the_handle_would_hold_the_server(data_dir: Path) -> None:
    server = Server.attach_or_start(data_dir, durable=False)
    seat = server._seat
    assert seat is not None
    locks._held.discard(seat)
    child = forked_child()
    os.close(seat)
    time.sleep(2 * HEARTBEAT_S)
    assert server.is_running()
    end_child(child)
    wait_until(lambda: not server.is_running())


def test_a_server_whose_folder_was_deleted_ends(data_dir: Path) -> None:
    with data_folder() as doomed, using(doomed) as user:
        number = postmaster(doomed)
        shutil.rmtree(doomed)
        wait_until(lambda: not is_process(number))
        user.kill()


def test_a_server_that_cannot_start_says_where_to_look(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server.attach_or_start(data_dir, durable=False):
        pass
    monkeypatch.setattr("motcua.base.database.launcher.server.RETRY_FOR_S", 0.2)
    monkeypatch.setitem(cluster.SETTINGS, "max_connections", "many")
    with pytest.raises(DatabaseUnavailable, match=r"postgres\.log.*max_connections"):
        Server.attach_or_start(data_dir)
    assert not alive(data_dir)


def is_process(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
