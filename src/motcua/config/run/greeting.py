"""What somebody reads when everything runs."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from motcua.config.run import sentences


def lines(address: str, issuer: str, entrances: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Give the address and, in the demo, who may come in how."""
    yield ""
    yield sentences.ADDRESS.format(address=address)
    if entrances:
        yield sentences.IDENTITY.format(issuer=issuer)
        yield ""
        yield sentences.DEMO_PEOPLE
        rows = [[row[name] for name in ("role", "name", "login", "password")] for row in entrances]
        yield from _table([list(sentences.DEMO_COLUMNS), *rows])
    yield ""
    yield sentences.HOW_TO_STOP


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    plain = [[unicodedata.normalize("NFC", cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*plain, strict=True)]
    for number, row in enumerate(plain):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "  ".join("─" * width for width in widths)
