"""What the project never contains."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.database import ROOT

# Written in pieces, so that this file is none of its own findings.
REGISTRIES = ("pypi" + ".org", "python" + "hosted", "registry.npm" + "js", "npm" + "mirror", "/simple" + "/")
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|opt/pypi[\w-]*)/[\w.]")
TEXT = {
    ".py",
    ".toml",
    ".txt",
    ".md",
    ".json",
    ".html",
    ".sql",
    ".yaml",
    ".yml",
    ".cfg",
    ".ini",
    ".scss",
    ".js",
    "",
}
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a working copy of git")
    names = listed.stdout.decode().split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def faults(text: str) -> list[str]:
    found = [host for host in REGISTRIES if host in text]
    return [*found, *(match[0] for pattern in (MACHINE, SECRET) for match in pattern.finditer(text))]


def test_no_file_names_a_registry_a_path_of_a_machine_or_a_secret() -> None:
    files = [path for path in tracked() if path.suffix in TEXT]
    assert files
    found = {str(path.relative_to(ROOT)): faults(path.read_text(encoding="utf-8")) for path in files}
    assert {name: fault for name, fault in found.items() if fault} == {}


@pytest.mark.parametrize(
    "text", ["https://" + REGISTRIES[0], "cd /" + "root/x", "-----BEGIN " + "PRIVATE KEY-----"]
)
def test_such_a_line_would_be_found(text: str) -> None:
    assert faults(text)


def test_requirements_are_hashed_and_name_no_host() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text()
        assert "://" not in text and "--index" not in text
        pins = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
        assert pins and all("==" in pin and pin.endswith("\\") for pin in pins)


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    pins = [line for line in lines if re.match(r'\s+"[a-zA-Z0-9][a-zA-Z0-9_.\[\],-]*[<>=~]', line)]
    assert pins
    assert [line for line in pins if "  # " not in line] == []
