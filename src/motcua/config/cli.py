"""The command line `motcua`: Django's management, with the database at hand."""

import os
import subprocess
import sys

import psycopg

from motcua.base.database.launcher import DatabaseUnavailable, Server
from motcua.config import environment as env
from motcua.config import run

WITHOUT_DATABASE = frozenset(
    {"makemigrations", "collectstatic", "help", "--help", "--version", "version", "clock", "scoring"}
)
STORED_CALENDAR = "--ag"  # the option --agency, as short as it may be written

BUILDING = "Lần đầu dùng cơ sở dữ liệu này: đang dựng bảng.\n"
NOT_BUILT = "Cơ sở dữ liệu chưa có bảng. Chạy “motcua migrate” trước, rồi chạy lại lệnh này.\n"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; exit 0 on success, 2 on bad input with one sentence, never a trace."""
    words = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    try:
        if words[:1] == ["run"]:
            return run.main(words[1:])
        if os.environ.get("DATABASE_URL") or not _needs_database(words):
            return _manage(words)
        data_dir = env.folder("MOTCUA_VAR_DIR", env.ROOT / "var") / "postgres"
        with Server.attach_or_start(data_dir) as server:
            os.environ["DATABASE_URL"] = server.url("app")
            os.environ["DATABASE_OWNER_URL"] = server.url("owner")
            if words[0] != "migrate":
                _build_when_new(server.url("app"))
            return _manage(words)
    except DatabaseUnavailable as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _needs_database(words: list[str]) -> bool:
    """Tell whether a command reads stored data; the clock does when it is asked about one agency."""
    if words[:1] == ["clock"]:
        return any(word.startswith(STORED_CALENDAR) for word in words)
    return bool(words) and words[0] not in WITHOUT_DATABASE


def _build_when_new(url: str) -> None:
    """Build the tables of our own database before its first use: nobody else would."""
    with psycopg.connect(url) as connection:
        if connection.execute("SELECT to_regclass('django_migrations')").fetchone() != (None,):
            return
    sys.stderr.write(BUILDING)
    subprocess.run([sys.executable, "-m", "motcua.config.cli", "migrate", "--verbosity=0"], check=True)


def _manage(words: list[str]) -> int:
    from django.core.management import CommandError, ManagementUtility
    from django.db.utils import ProgrammingError

    if words[:1] == ["migrate"]:
        os.environ["MOTCUA_DATABASE_ROLE"] = "owner"
    # With it a refusal comes up to here, and people read its sentence alone.
    if words and not words[0].startswith("-") and words[0] != "help":
        words = [words[0], "--traceback", *words[1:]]
    try:
        ManagementUtility(["motcua", *words]).execute()
    except CommandError as refused:
        sys.stderr.write(f"{refused}\n")
        return refused.returncode
    except ProgrammingError as error:
        if not isinstance(error.__cause__, psycopg.errors.UndefinedTable):
            raise
        sys.stderr.write(NOT_BUILT)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
