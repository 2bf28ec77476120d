"""Addresses become what Django needs, and nothing about them is guessed."""

from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from motcua.base.database.connection import Urls, django_settings, resolve
from motcua.base.database.launcher import DatabaseUnavailable, Server
from tests.rooms.database_scene import data_folder


def connected(entry: dict[str, Any]) -> "psycopg.Connection[Any]":
    """Connects as Django's backend does: its five parts and the options of libpq."""
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    parts = {part: entry[name] for name, part in names.items() if entry[name]}
    ours = ("pool", "server_side_binding", "prepare_threshold")  # read by Django itself
    options = {key: value for key, value in entry["OPTIONS"].items() if key not in ours}
    return psycopg.connect(make_conninfo(**parts, **options))


def test_an_address_from_the_environment_wins(tmp_path: Path) -> None:
    environ = {"DATABASE_URL": "postgresql://app@db/x", "DATABASE_OWNER_URL": "postgresql://owner@db/x"}
    assert resolve(environ, tmp_path) == Urls("postgresql://app@db/x", "postgresql://owner@db/x")


def test_without_an_owner_address_the_application_is_its_own_owner(tmp_path: Path) -> None:
    address = "postgresql://app@db/x"
    assert resolve({"DATABASE_URL": address, "DATABASE_OWNER_URL": " "}, tmp_path) == Urls(address, address)


def test_with_neither_address_nor_server_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="DATABASE_URL"):
        resolve({"DATABASE_URL": ""}, tmp_path / "absent")
    assert not (tmp_path / "absent").exists()


def test_parts_of_a_tcp_address_are_decoded() -> None:
    entry = django_settings(
        "postgres://ch%E1%BB%8B:p%40ss%2F@db.invalid:6432/m%C3%B4t?sslmode=require", pool=False
    )
    assert {name: entry[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")} == {
        "USER": "chị",
        "PASSWORD": "p@ss/",
        "HOST": "db.invalid",
        "PORT": "6432",
        "NAME": "môt",
    }
    assert entry["OPTIONS"]["sslmode"] == "require"


def test_a_socket_address_keeps_its_folder() -> None:
    assert django_settings("postgresql://app@/motcua?host=%2Frun%2Fpg", pool=False)["HOST"] == "/run/pg"


def test_the_web_has_a_checked_pool_and_no_lasting_connection() -> None:
    entry = django_settings("postgresql://app@/motcua", pool=True)
    assert entry["OPTIONS"]["pool"].keys() == {"min_size", "max_size", "timeout"}
    assert (entry["CONN_MAX_AGE"], entry["CONN_HEALTH_CHECKS"]) == (0, True)
    assert "pool" not in django_settings("postgresql://app@/motcua", pool=False)["OPTIONS"]


@pytest.mark.slow
def test_the_server_accepts_the_settings_and_the_address_wins_over_our_limits() -> None:
    with data_folder() as data_dir, Server.attach_or_start(data_dir, durable=False) as server:
        urls = resolve({}, data_dir)
        assert urls == Urls(server.url("app"), server.url("owner"))
        for pool, limit in ((True, "30s"), (False, "0")):
            with connected(django_settings(urls.app, pool=pool)) as connection:
                assert connection.execute("SHOW statement_timeout").fetchone() == (limit,)
                assert connection.execute("SHOW application_name").fetchone() == ("motcua",)
        own = make_conninfo(urls.app, options="-c statement_timeout=7s")
        with connected(django_settings(own, pool=True)) as connection:
            assert connection.execute("SHOW statement_timeout").fetchone() == ("7s",)
            assert connection.execute("SHOW lock_timeout").fetchone() == ("5s",)
