"""`make mutants`: spoil, test, tell the score of each module; fail below the least score."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from tests.rules.mutants.spoiling import Spoiling
from tests.rules.mutants.tables import CLOCK, DOSSIERS, spoiled_tables

ROOT = Path(__file__).resolve().parents[3]
SPOILED = ROOT / "mutants"
LEAST = 85
SECONDS = 300
ALL_PASSED = 0
UNNOTICED = (ALL_PASSED, 5, 33)  # the others: no test was chosen, no test reaches the function
WITHOUT = ("randomly", "cacheprovider", "unraisableexception")
QUICK = ("-x", "-q", "--hypothesis-profile=mutants", *(f"-pno:{plugin}" for plugin in WITHOUT))
# The sharpest first: a mutant is done with at the first test that fails.
TESTS = {
    CLOCK: ("test_clock_explained.py", "test_clock*.py"),
    DOSSIERS: ("test_dossier_rules_*.py", "test_dossier_rules.py", "test_step_timeliness.py"),
}


def main() -> int:
    """Run everything, tell the score, and give the exit code."""
    options = _options()
    os.chdir(ROOT)
    (ROOT / "var").mkdir(exist_ok=True)
    begun, found = time.monotonic(), defaultdict(dict)
    if options.told:
        shutil.copytree(ROOT / "tests", SPOILED / "tests", dirs_exist_ok=True)
    else:
        _run_mutmut(options.hands)
    for name, noticed in (*_functions(options.hands), *_tables()):
        found[_module_of(name)][name] = noticed
    return _tell(found, time.monotonic() - begun)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--hands", type=int, default=2, help="how many mutants are tested at a time")
    parser.add_argument("--told", action="store_true", help="begin with what mutmut last found")
    return parser.parse_args()


def _run_mutmut(hands: int) -> None:
    """Let mutmut spoil the functions, from nothing: a test that changed makes no old verdict wrong."""
    shutil.rmtree(SPOILED, ignore_errors=True)
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(hands)]
    log = ROOT / "var" / "mutmut.log"
    with log.open("w") as told:
        if subprocess.run(command, check=False, stdout=told, stderr=subprocess.STDOUT).returncode:
            raise SystemExit(f"mutmut stopped: {log}")


def _functions(hands: int) -> Iterator[tuple[str, bool]]:
    """Give each mutant of a function and whether a test noticed, looking twice at those that none did.

    mutmut tests in a process that has loaded the rules already; what a rule decides while it is loaded, or
    keeps once it is reckoned, shows only in a fresh one.
    """
    codes = {
        name: code
        for told in sorted((SPOILED / "src").rglob("*.py.meta"))
        for name, code in json.loads(told.read_text())["exit_code_by_key"].items()
    }
    with ThreadPoolExecutor(hands) as pool:
        unnoticed = [name for name, code in codes.items() if code in UNNOTICED]
        again = dict(zip(unnoticed, pool.map(_noticed_afresh, unnoticed), strict=True))
    yield from ((name, again.get(name, True)) for name in codes)


def _noticed_afresh(name: str) -> bool:
    """Test one mutant of mutmut's in a process of its own."""
    path = os.pathsep.join((str(SPOILED / "src"), str(SPOILED)))
    command = [sys.executable, "-m", "pytest", *QUICK, *_choice_for(name)]
    environment = {**os.environ, "PYTHONPATH": path, "MUTANT_UNDER_TEST": name}
    try:
        ended = subprocess.run(
            command, check=False, capture_output=True, cwd=SPOILED, env=environment, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return True
    return ended.returncode != ALL_PASSED


def _choice_for(name: str) -> list[str]:
    """Give the arguments that choose the tests of the area a module or mutant belongs to."""
    patterns = TESTS[CLOCK if name.startswith(CLOCK) else DOSSIERS]
    files = [path for pattern in patterns for path in sorted(ROOT.glob(f"tests/rules/{pattern}"))]
    return ["-m=not drill", *dict.fromkeys(str(path.relative_to(ROOT)) for path in files)]


def _tables() -> Iterator[tuple[str, bool]]:
    """Give each mutant of a table and whether a test noticed."""
    for area in TESTS:
        spoiling = Spoiling(spoiled_tables(area))
        with open(os.devnull, "w") as quiet, redirect_stdout(quiet):
            ended = pytest.main([*QUICK, *_choice_for(area)], plugins=[spoiling])
        if ended != ALL_PASSED:
            raise SystemExit(f"the tests of {area} fail with nothing spoiled")
        yield from spoiling.noticed.items()


def _module_of(name: str) -> str:
    """Give the module of `motcua.base.clock.due.x_due__mutmut_3` or `motcua.base.clock.left.PLAIN: …`."""
    return name.partition(":")[0].rpartition(".")[0].removeprefix("motcua.")


def _tell(found: Mapping[str, Mapping[str, bool]], seconds: float) -> int:
    """Print what no test noticed and the score of each module and area; give the exit code."""
    for noticed in found.values():
        for name in sorted(name for name, seen in noticed.items() if not seen):
            _print(f"unnoticed  {name}")
    _print(f"\n{'mutants':>8} {'noticed':>8} {'score':>7}")
    enough = True
    for area in (area.removeprefix("motcua.") for area in TESTS):
        modules = {module: seen for module, seen in sorted(found.items()) if module.startswith(area)}
        for module, seen in modules.items():
            _line(len(seen), sum(seen.values()), module)
        mutants = sum(map(len, modules.values()))
        noticed = sum(sum(seen.values()) for seen in modules.values())
        _line(mutants, noticed, f"{area}, all of it")
        enough = enough and mutants > 0 and 100 * noticed >= LEAST * mutants
    _print(f"\n{'enough' if enough else 'too few'}: at least {LEAST} % are to be noticed; {seconds:.0f} s")
    return 0 if enough else 1


def _line(mutants: int, noticed: int, what: str) -> None:
    _print(f"{mutants:>8} {noticed:>8} {100 * noticed / mutants:>6.1f}%  {what}")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
