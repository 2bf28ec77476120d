"""The two roles: the owner changes the schema, the application only works in it."""

from typing import Final, LiteralString

import psycopg
from psycopg import sql

OWNER: Final = "motcua_owner"
APP: Final = "motcua_app"
EXTENSIONS: Final = ("pg_trgm", "btree_gist")
_SERIAL: Final = 20_260_301  # one preparation at a time on a server


def prepare(superuser_url: str, database: str, *, owner_password: str, app_password: str) -> None:
    """Makes the roles, the database and its extensions, and grants what the application needs; repeatable."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [_SERIAL])
        _make_role(connection, OWNER, owner_password, "LOGIN CREATEDB")
        _make_role(connection, APP, app_password, "LOGIN NOCREATEDB")
        # The owner may end the application's sessions, which dropping a test database needs.
        connection.execute(_named("GRANT {} TO {}", APP, OWNER))
        if not _exists(connection, "SELECT 1 FROM pg_database WHERE datname = %s", database):
            connection.execute(_named("CREATE DATABASE {} OWNER {}", database, OWNER))
        connection.execute(_named("ALTER DATABASE {} OWNER TO {}", database, OWNER))
        with psycopg.connect(superuser_url, dbname=database) as inside:
            inside.execute(_named("SET ROLE {}", OWNER))
            _grant(inside, APP)


def grant(owner_url: str, app: str = APP) -> None:
    """Makes the extensions and lets the application use what the owner will make; repeatable.

    Enough where an administrator made the roles and the database. Touches no table that exists already,
    so that what a migration took away from the application stays away.
    """
    with psycopg.connect(owner_url) as connection:
        _grant(connection, app)


def _grant(connection: psycopg.Connection, app: str) -> None:
    database = connection.info.dbname
    for extension in EXTENSIONS:
        if not _exists(connection, "SELECT 1 FROM pg_extension WHERE extname = %s", extension):
            connection.execute(_named("CREATE EXTENSION {}", extension))
    connection.execute(_named("REVOKE ALL ON DATABASE {} FROM PUBLIC", database))
    connection.execute(_named("GRANT CONNECT ON DATABASE {} TO {}", database, app))
    connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    connection.execute(_named("GRANT USAGE ON SCHEMA public TO {}", app))
    for what in (
        "SELECT, INSERT, UPDATE, DELETE ON TABLES",
        "USAGE, SELECT ON SEQUENCES",
        "EXECUTE ON FUNCTIONS",
    ):
        connection.execute(
            sql.SQL("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {} TO {}").format(
                sql.SQL(what), sql.Identifier(app)
            )
        )


def _make_role(connection: psycopg.Connection, name: str, password: str, rights: LiteralString) -> None:
    # Hashed here: the password itself never reaches the server or its log.
    secret = connection.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256").decode()
    exists = _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", name)
    verb: LiteralString = "ALTER" if exists else "CREATE"
    connection.execute(
        sql.SQL("{} ROLE {} {} NOSUPERUSER NOCREATEROLE PASSWORD {}").format(
            sql.SQL(verb), sql.Identifier(name), sql.SQL(rights), sql.Literal(secret)
        )
    )


def _named(statement: LiteralString, *names: str) -> sql.Composed:
    return sql.SQL(statement).format(*map(sql.Identifier, names))


def _exists(connection: psycopg.Connection, query: LiteralString, name: str) -> bool:
    return connection.execute(query, [name]).fetchone() is not None
