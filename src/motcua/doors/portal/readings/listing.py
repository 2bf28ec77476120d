"""Procedures as rows that can be narrowed, ordered and counted."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.base.text import fold
from motcua.reference.catalogue import queries

COLUMNS = (
    "procedure__code",
    "title",
    "title_sort_key",
    "procedure__field",
    "procedure__levels",
    "deciding_agency",
    "subjects",
    "online_level",
    "procedure__life_events",
    "procedure__popularity",
)


@dataclass(frozen=True)
class Row:
    """What lists narrow and order by; `key` is the Vietnamese sort key of the title."""

    code: str
    title: str
    key: str
    field: str
    levels: Sequence[str]
    agency: str
    subjects: Sequence[str]
    online: str
    events: Sequence[str]
    popularity: int

    @property
    def whom(self) -> tuple[str, ...]:
        """Give the groups of people that it is for."""
        return tuple(dict.fromkeys(group_of(subject) for subject in self.subjects))


# The first word that a subject's name holds decides; the national list has about a dozen of them.
GROUPS = (
    ("can bo", "can-bo"),
    ("dang vien", "can-bo"),
    ("doanh nghiep,", "to-chuc"),  # "organisations, enterprises and cooperatives apart"
    ("doanh nghiep", "doanh-nghiep"),
    ("hop tac xa", "doanh-nghiep"),
    ("ho kinh doanh", "doanh-nghiep"),
    ("to chuc", "to-chuc"),
    ("co quan", "to-chuc"),
)
PEOPLE = "nguoi-dan"


def group_of(subject: str) -> str:
    """Give the group of people to which a subject of a procedure belongs."""
    words = fold(subject)
    return next((group for word, group in GROUPS if word in words), PEOPLE)


def rows(on: date, codes: Collection[str] | None = None) -> list[Row]:
    """Give the procedures in force on a day as rows, of the codes named or of all."""
    versions = queries.in_force(on)
    if codes is not None:
        versions = versions.filter(procedure__code__in=codes)
    return [Row(*found) for found in versions.order_by("title_sort_key", "pk").values_list(*COLUMNS)]


def by_use(found: Iterable[Row]) -> list[Row]:
    """Give the rows with the most asked for first."""
    return sorted(found, key=lambda row: (-row.popularity, row.key, row.code))
