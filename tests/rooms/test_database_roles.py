"""The application works in the schema; only the owner changes it; strangers do not come in."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from motcua.base.database import roles, template
from motcua.base.database.launcher import Server, remembered
from tests.rooms.database_scene import data_folder

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with data_folder() as folder, Server.attach_or_start(folder, durable=False) as running:
        yield running


@pytest.fixture
def database(server: Server) -> Iterator[str]:
    """An empty database with the grants, as a migration finds it."""
    template.make_template(server.url("owner"), "empty")
    yield "empty"
    template.drop(server.url("owner"), "empty")


def run(url: str, *statements: str) -> None:
    with psycopg.connect(url) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def ask(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
        assert row is not None
        return row[0]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine ()",
        "CREATE TEMPORARY TABLE mine ()",
        "CREATE SCHEMA mine",
        "CREATE DATABASE mine",
        "CREATE ROLE mine",
        "ALTER TABLE papers ADD COLUMN mine text",
        "DROP TABLE papers",
        "TRUNCATE papers",
        "SET ROLE motcua_owner",
    ],
)
def test_the_application_changes_no_schema(server: Server, database: str, statement: str) -> None:
    run(server.url("owner", database), "CREATE TABLE papers (id int)")
    with pytest.raises(errors.InsufficientPrivilege):
        run_alone(server.url("app", database), statement)


def test_the_application_works_in_what_the_owner_made(server: Server, database: str) -> None:
    run(
        server.url("owner", database),
        "CREATE TABLE papers (id serial, name text)",
        "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    )
    run(
        server.url("app", database),
        "INSERT INTO papers (name) VALUES ('Đơn')",
        "UPDATE papers SET name = 'Tờ khai'",
    )
    assert ask(server.url("app", database), "SELECT name || one() FROM papers") == "Tờ khai1"
    run(server.url("app", database), "DELETE FROM papers")


def test_granting_again_gives_back_nothing_that_was_taken_away(server: Server, database: str) -> None:
    owner = server.url("owner", database)
    run(owner, "CREATE TABLE journal ()", "REVOKE UPDATE, DELETE ON journal FROM motcua_app")
    roles.grant(owner)
    with pytest.raises(errors.InsufficientPrivilege):
        run(server.url("app", database), "DELETE FROM journal")


def test_preparing_again_changes_nothing(server: Server) -> None:
    passwords = {"owner_password": password(server, "owner"), "app_password": password(server, "app")}
    for _ in range(2):
        roles.prepare(server.url("superuser", "postgres"), "motcua", **passwords)
    assert (
        ask(
            server.url("app"), "SELECT count(*) FROM pg_extension WHERE extname = ANY('{pg_trgm,btree_gist}')"
        )
        == 2
    )
    assert ask(
        server.url("owner"), "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'motcua'"
    ) == ("motcua_owner")


def password(server: Server, role: str) -> str:
    with psycopg.connect(server.url("owner" if role == "owner" else "app")) as connection:
        return connection.info.password


def test_an_owner_given_by_an_administrator_is_enough(server: Server) -> None:
    run_alone(server.url("superuser", "postgres"), "CREATE ROLE province LOGIN PASSWORD 'x'")
    run_alone(server.url("superuser", "postgres"), "CREATE DATABASE province OWNER province")
    owner = server.url("superuser", "province").replace(
        f"postgres:{psycopg.conninfo.conninfo_to_dict(server.url('superuser', 'province'))['password']}",
        "province:x",
    )
    roles.grant(owner)
    run(owner, "CREATE TABLE papers (name text)", "CREATE INDEX ON papers USING gin (name gin_trgm_ops)")
    assert ask(server.url("app", "province"), "SELECT count(*) FROM papers") == 0
    with pytest.raises(errors.InsufficientPrivilege):
        run(server.url("app", "province"), "CREATE TABLE mine ()")


def run_alone(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


def test_settings_are_those_of_a_small_careful_machine(server: Server) -> None:
    with psycopg.connect(server.url("superuser", "motcua")) as connection:
        rows = connection.execute(
            "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)",
            [["data_checksums", "jit", "listen_addresses", "max_connections", "server_encoding", "TimeZone"]],
        ).fetchall()
    assert dict(rows) == {
        "data_checksums": "on",
        "jit": "off",
        "listen_addresses": "",
        "max_connections": "200",
        "server_encoding": "UTF8",
        "TimeZone": "UTC",
    }


def test_vietnamese_letters_have_upper_and_lower_case(server: Server) -> None:
    assert ask(server.url("app"), "SELECT lower('ĐƯỜNG ĐIỆN BIÊN PHỦ')") == "đường điện biên phủ"


@pytest.mark.parametrize("login", ["postgres", "motcua_owner", "motcua_app"])
@pytest.mark.parametrize("guess", ["", "postgres", "motcua"])
def test_without_the_password_nobody_comes_in(server: Server, login: str, guess: str) -> None:
    right = server.url("app")
    with pytest.raises(psycopg.OperationalError, match=r"password"):
        psycopg.connect(right, user=login, password=guess)
    psycopg.connect(right).close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can become another user")
def test_another_user_of_the_machine_reaches_neither_socket_nor_password(server: Server) -> None:
    folder = remembered(server.data_dir)
    for path in (folder.sockets, folder.cluster, Path(folder.data_dir, "passwords.json")):
        command = ["/bin/sh", "-c", 'test -e "$1" && { test -r "$1" || test -x "$1"; }', "sh", str(path)]
        stranger = subprocess.run(command, cwd="/", user=12345, group=12345, extra_groups=[], check=False)
        ourselves = subprocess.run(command, cwd="/", check=False)
        assert (stranger.returncode != 0, ourselves.returncode) == (True, 0)


def test_a_clone_has_what_its_template_has_and_is_its_own(server: Server, database: str) -> None:
    owner = server.url("owner")
    run(
        server.url("owner", database),
        "CREATE TABLE journal (id int)",
        "INSERT INTO journal VALUES (1)",
        "REVOKE DELETE ON journal FROM motcua_app",
    )
    with psycopg.connect(server.url("app", database)):
        template.clone(owner, database, "copy")
    app = server.url("app", "copy")
    run(app, "INSERT INTO journal VALUES (2)")
    assert ask(app, "SELECT count(*) FROM journal") == 2
    assert ask(server.url("app", database), "SELECT count(*) FROM journal") == 1
    for forbidden in ("DELETE FROM journal", "CREATE TABLE mine ()", "CREATE TEMPORARY TABLE mine ()"):
        with pytest.raises(errors.InsufficientPrivilege):
            run(app, forbidden)
    template.drop(owner, "copy")


def test_a_clone_replaces_an_older_one_still_in_use(server: Server, database: str) -> None:
    owner = server.url("owner")
    template.clone(owner, database, "copy")
    connection = psycopg.connect(server.url("app", "copy"))
    template.clone(owner, database, "copy")
    with pytest.raises(psycopg.OperationalError):
        connection.execute("SELECT 1")
    connection.close()
    template.drop(owner, "copy")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.url("app", "copy"))
