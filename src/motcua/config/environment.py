"""Values from the environment, through one typed door."""

import os
import secrets
import tomllib
from contextlib import suppress
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def text(name: str, default: str = "") -> str:
    """Give a text setting."""
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    """Give a yes-or-no setting: 1, true, yes are yes."""
    value = os.environ.get(name, "").strip().lower()
    return default if not value else value in ("1", "true", "yes")


def number(name: str, default: int) -> int:
    """Give a whole-number setting."""
    return int(os.environ.get(name) or default)


def words(name: str, default: str = "") -> list[str]:
    """Give a comma-separated setting."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """Give a folder setting."""
    return Path(os.environ.get(name) or default)


def version() -> str:
    """Give the version of the program, as installed or as it lies here."""
    try:
        return metadata.version("motcua")
    except metadata.PackageNotFoundError:
        with (ROOT / "pyproject.toml").open("rb") as file:
            return str(tomllib.load(file)["project"]["version"])


def secret(name: str, var: Path) -> str:
    """Give a secret: from the environment, else one made once and kept in a private file."""
    given = os.environ.get(name)
    if given:
        return given
    path = var / "secrets" / name.lower()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            os.link(fresh, path)
        fresh.unlink()
    return path.read_text()
