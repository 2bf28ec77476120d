"""The catalogue by field."""

from dataclasses import dataclass
from datetime import date

from motcua.base.text import sort_key
from motcua.reference.catalogue.queries.listing import Listed, listing


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
    fields: dict[str, list[Listed]] = {}
    for one in listing(on):
        fields.setdefault(one.field, []).append(one)
    return [FieldOfWork(name, tuple(fields[name])) for name in sorted(fields, key=sort_key)]
