"""What somebody reads when everything runs."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from motcua.config.run import sentences


def lines(doors: Mapping[str, str], entrances: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Give the address and, in the demo, where to come in, whom to try first, and everybody's key.

    `doors` holds the addresses: `address` of the house, `issuer` and `letterbox` of the simulators.
    """
    yield ""
    yield sentences.ADDRESS.format(**doors)
    if entrances:
        yield ""
        yield from _table([[words, where.format(**doors)] for words, where in _DOORS])
        yield ""
        yield sentences.TRY_FIRST
        first = [one for one in entrances if one["first"]]
        yield from _table([[f"{at}.", _called(one), one["first"]] for at, one in enumerate(first, 1)])
        yield ""
        yield sentences.CITIZENS.format(names=", ".join(_citizens(entrances)))
        yield ""
        yield sentences.OFFICIALS
        rows = [[one[name] for name in _COLUMNS] for one in _one_of_each(entrances)]
        yield from _table([list(sentences.DEMO_COLUMNS), *rows], ruled=True)
        yield sentences.EVERYBODY
    yield ""
    yield sentences.HOW_TO_STOP


_COLUMNS = ("place", "role", "name", "login", "password")
_DOORS = (
    (sentences.CITIZENS_DOOR, "{address}/"),
    (sentences.OFFICIALS_DOOR, "{address}/can-bo/"),
    (sentences.IDENTITY, "{issuer}"),
    (sentences.PHONE, "{issuer}/dien-thoai"),
    (sentences.LETTERBOX, "{letterbox}"),
)


def _called(person: Mapping[str, str]) -> str:
    return f"{person['name']} ({person['login']})"


def _citizens(entrances: Sequence[Mapping[str, str]]) -> list[str]:
    return [one["name"] for one in entrances if not one["password"]]


def _one_of_each(entrances: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Give the first official of each title: all of them would push the address off the screen."""
    officials = [one for one in entrances if one["password"]]
    return list({one["role"]: one for one in reversed(officials)}.values())[::-1]


def _table(rows: Sequence[Sequence[str]], *, ruled: bool = False) -> Iterator[str]:
    """Give rows in columns; `ruled` draws a line under the first."""
    plain = [[unicodedata.normalize("NFC", cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*plain, strict=True)]
    for number, row in enumerate(plain):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
        if ruled and number == 0:
            yield f"  {'  '.join('─' * width for width in widths)}"
