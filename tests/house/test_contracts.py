"""Every import contract holds, and is shown to break on the import that it forbids."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.database import ROOT

FLOORS_WITH_ROOMS = ("reference", "casework", "reform")

# contract: (file of the copy, forbidden import)
FORBIDDEN = {
    "floors": ("base/money/dong.py", "import motcua.reference.org.models"),
    "reference": ("reference/org/queries.py", "import motcua.reference.catalogue.models"),
    "casework": ("casework/unknown/__init__.py", ""),
    "reform": ("reform/unknown/__init__.py", ""),
    "room": ("reference/org/models.py", "import motcua.reference.org.commands"),
    "pure": ("casework/dossiers/rules.py", "import motcua.base.journal.models"),
    "clock": ("base/clock/due.py", "import django.db"),
    "wires": ("doors/desk/urls.py", "import motcua.doors.portal.urls"),
    "demo": ("config/cli.py", "import demo"),
}


def contracts() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    return parser


def lint(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    program = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(folder / "src"), str(folder)))}
    return subprocess.run(
        [program, "--no-cache", *options],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_house_keeps_its_contracts() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_every_contract_is_shown_to_break() -> None:
    named = {name.rpartition(":")[2] for name in contracts().sections() if ":contract:" in name}
    assert named == set(FORBIDDEN)


def test_every_floor_of_rooms_has_its_order() -> None:
    held = {contracts()[name].get("containers") for name in contracts().sections()}
    standing = {f"motcua.{floor}" for floor in FLOORS_WITH_ROOMS if (ROOT / "src/motcua" / floor).is_dir()}
    assert standing <= held


@pytest.mark.slow
@pytest.mark.parametrize("contract", FORBIDDEN)
def test_a_contract_breaks_on_what_it_forbids(copy: Path, contract: str) -> None:
    file, statement = FORBIDDEN[contract]
    path = copy / "src" / "motcua" / file
    path.parent.mkdir(exist_ok=True)
    before = path.read_text() if path.exists() else ""
    path.write_text(f"{before}\n{statement}\n")
    done = lint(copy, "--contract", contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout or "unknown" in done.stdout
