"""The wordbook that comes with the program; a controller's lines lie over it."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from motcua.reference.catalogue.search.wordbook import Row, parts
from motcua.reference.catalogue.words import Wording

FILES = ("words.toml", "names.toml")


@cache
def shipped() -> tuple[Row, ...]:
    """Give every line that comes with the program."""
    here = files(__package__).joinpath("shipped")
    return tuple(
        row for name in FILES for row in _rows(tomllib.loads(here.joinpath(name).read_text("utf-8")))
    )


def _rows(book: dict[str, Any]) -> Iterator[Row]:
    for kind in Wording:
        for left, right in book.get(kind.value, {}).items():
            yield from _READ[kind](kind, left, right)


def _saying(kind: Wording, left: str, right: str) -> Iterator[Row]:
    for said in parts(left):
        yield Row(kind, said, right)


def _names(kind: Wording, code: str, said: str) -> Iterator[Row]:
    for phrase in parts(said):
        yield Row(kind, phrase, codes=(code,))


def _weighted(kind: Wording, left: str, weight: float) -> Iterator[Row]:
    for said in parts(left):
        yield Row(kind, said, weight=float(weight))


def _demand(kind: Wording, left: str, weight: float) -> Iterator[Row]:
    for code in parts(left):
        yield Row(kind, code, codes=(code,), weight=float(weight))


_READ: dict[Wording, Callable[[Wording, str, Any], Iterator[Row]]] = {
    Wording.SAYING: _saying,
    Wording.INTENT: _saying,
    Wording.ABBREVIATION: _saying,
    Wording.FILLER: _weighted,
    Wording.ASIDE: _weighted,
    Wording.NAME: _names,
    Wording.FIELD: _weighted,
    Wording.DEMAND: _demand,
}
