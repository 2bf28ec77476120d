"""One English word for each Vietnamese legal term, and it stands in the glossary."""

import inspect
import re
from enum import StrEnum
from importlib import import_module

from tests.support import source
from tests.support.database import ROOT

FLOORS = ("reference", "casework", "reform")


def terms() -> dict[str, str]:
    """Give every enumeration of the rooms' words, with its file."""
    found = {}
    for path in source.files():
        where = source.name(path)
        if "words" in (path.stem, path.parent.name) and where.startswith(FLOORS):
            module = import_module("motcua." + where.removesuffix(".py").replace("/", "."))
            for name, kind in inspect.getmembers(module, inspect.isclass):
                if issubclass(kind, StrEnum) and kind.__module__ == module.__name__ and name != "Why":
                    found[name] = where
    return found


def explained() -> set[str]:
    return set(re.findall(r"`(\w+)`", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")))


def test_every_term_of_the_law_in_code_stands_in_the_glossary() -> None:
    assert {term: file for term, file in terms().items() if term not in explained()} == {}
