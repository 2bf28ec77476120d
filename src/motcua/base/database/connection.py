"""Which database to speak to, and how Django speaks to it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from psycopg.conninfo import conninfo_to_dict

from motcua.base.database import sentences
from motcua.base.database.launcher import DatabaseUnavailable, remembered

_PARTS: Final = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
_POOL: Final = {"min_size": 2, "max_size": 16, "timeout": 10}

# What is asked often is planned once a connection. Behind PgBouncer this needs its prepared statements.
_PREPARED: Final = {"server_side_binding": True, "prepare_threshold": 5}

# A page gives up before its reader does; a command or a migration may work long but not wait long.
_PAGE_LIMITS: Final = {
    "statement_timeout": "30s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
}
_COMMAND_LIMITS: Final = {
    "statement_timeout": "0",
    "lock_timeout": "15s",
    "idle_in_transaction_session_timeout": "10min",
}


class Urls(NamedTuple):
    """The addresses of one database: `app` for running, `owner` for migrations."""

    app: str
    owner: str


def resolve(environ: Mapping[str, str], data_dir: Path) -> Urls:
    """Gives the addresses from DATABASE_URL and DATABASE_OWNER_URL, else of the embedded server.

    The embedded server is neither started nor asked whether it lives: its addresses never change.
    Raises DatabaseUnavailable when there is neither.
    """
    if app := environ.get("DATABASE_URL", "").strip():
        return Urls(app, environ.get("DATABASE_OWNER_URL", "").strip() or app)
    try:
        layout = remembered(data_dir.absolute())
        return Urls(layout.url("app", "motcua"), layout.url("owner", "motcua"))
    except FileNotFoundError:
        raise DatabaseUnavailable(sentences.NO_ADDRESS) from None


def django_settings(url: str, *, pool: bool) -> dict[str, Any]:
    """Gives Django's DATABASES entry for a libpq address (URL or key=value, TCP or socket).

    `pool` is for the web: pooled, checked connections and short limits. Without it, one connection a
    thread and limits for long work. `options` in the address win over the limits given here.
    """
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    settings: dict[str, Any] = {name: parts.pop(part, "") for name, part in _PARTS.items()}
    limits = _PAGE_LIMITS if pool else _COMMAND_LIMITS
    ours = " ".join(f"-c {name}={value}" for name, value in limits.items())
    options: dict[str, Any] = {"application_name": "motcua", "connect_timeout": "5", **parts, **_PREPARED}
    options["options"] = f"{ours} {parts.get('options', '')}".strip()
    if pool:
        options["pool"] = dict(_POOL)
    # CONN_HEALTH_CHECKS is also what makes Django's pool check a connection before lending it. Without
    # TIME_ZONE and with USE_TZ, Django speaks UTC to the server.
    return {
        "ENGINE": "django.db.backends.postgresql",
        **settings,
        "OPTIONS": options,
        "CONN_MAX_AGE": 0 if pool else None,
        "CONN_HEALTH_CHECKS": True,
    }
