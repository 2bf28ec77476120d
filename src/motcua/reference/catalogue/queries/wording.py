"""The wordbook in force: what comes with the program, and a controller's lines over it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from motcua.base.text import fold
from motcua.reference.catalogue import search
from motcua.reference.catalogue.models import WordingLine
from motcua.reference.catalogue.search import Row, Wordbook
from motcua.reference.catalogue.words import Wording


@dataclass(frozen=True)
class Line:
    """One line as a controller sees it; `id` is empty while it stands as it came with the program."""

    row: Row
    id: UUID | None = None
    switched_off: bool = False
    note: str = ""


def wordbook(beside: Iterable[tuple[Row, bool]] = ()) -> Wordbook:
    """Give the wordbook in force, with lines that nobody has saved yet laid over it."""
    stored = ((row_of(line), line.switched_off) for line in WordingLine.objects.order_by("kind", "said"))
    return search.bound(
        search.overlaid(search.overlaid(search.shipped(), stored), ((row, off) for row, off in beside))
    )


def row_of(line: WordingLine) -> Row:
    """Give what a stored line says."""
    return Row(Wording(line.kind), line.said, line.meant, tuple(line.codes), line.weight)


def lines(kind: Wording, words: str = "") -> list[Line]:
    """Give the lines of one kind that hold some words, a controller's own first."""
    stored = {
        row_of(line).place: line
        for line in WordingLine.objects.filter(kind=kind).order_by("-changed_at", "id")
    }
    own = [Line(row_of(line), line.pk, line.switched_off, line.note) for line in stored.values()]
    came = [Line(row) for row in search.shipped() if row.kind is kind and row.place not in stored]
    asked = fold(words)
    return [line for line in (*own, *came) if asked in fold(_text(line.row))]


def counts() -> dict[Wording, int]:
    """Give how many lines of each kind are in force."""
    return {kind: sum(not line.switched_off for line in lines(kind)) for kind in Wording}


def line_called(kind: Wording, said: str) -> Line | None:
    """Give the line of a kind that says something, a controller's own before the program's."""
    place = Row(kind, said).place
    return next((line for line in lines(kind) if line.row.place == place), None)


def _text(row: Row) -> str:
    return " ".join((row.said, row.meant, *row.codes))
