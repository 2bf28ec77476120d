"""The catalogue by field."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from motcua.base.text import sort_key
from motcua.reference.catalogue.queries.versions import in_force


@dataclass(frozen=True)
class Listed:
    """One procedure in a list."""

    code: str
    title: str
    summary: str
    levels: tuple[str, ...]
    life_events: tuple[str, ...]


@dataclass(frozen=True)
class FieldOfWork:
    """One field with its procedures, both in Vietnamese order."""

    name: str
    procedures: tuple[Listed, ...]

    @property
    def count(self) -> int:
        """Give how many procedures the field has."""
        return len(self.procedures)


def procedures(on: date) -> list[FieldOfWork]:
    """Give every procedure in force on a day, by field."""
    rows = (
        in_force(on)
        .order_by("procedure__field_sort_key", "procedure__code")
        .values_list(
            "procedure__field",
            "procedure__code",
            "title",
            "summary",
            "procedure__levels",
            "procedure__life_events",
        )
    )
    return [
        FieldOfWork(
            field, tuple(sorted((_listed(row) for row in found), key=lambda one: sort_key(one.title)))
        )
        for field, found in groupby(rows, key=lambda row: row[0])
    ]


def _listed(row: tuple[str, str, str, str, list[str], list[str]]) -> Listed:
    _, code, title, summary, levels, events = row
    return Listed(code, title, summary, tuple(levels), tuple(events))
