"""Procedures as rows that can be narrowed, ordered and counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from motcua.base.text import fold
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.queries import Hit


@dataclass(frozen=True)
class Row:
    """What lists narrow and order by; `key` gives the place of the title in the Vietnamese order."""

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
    here: bool = False
    agencies: Sequence[str] = ()

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


@lru_cache(maxsize=256)
def group_of(subject: str) -> str:
    """Give the group of people to which a subject of a procedure belongs."""
    words = fold(subject)
    return next((group for word, group in GROUPS if word in words), PEOPLE)


def rows(on: date) -> Sequence[Row]:
    """Give the procedures in force on a day as rows, in the Vietnamese order of titles."""
    return _rows(on, queries.mark())


@lru_cache(maxsize=2)
def _rows(on: date, _: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            code=one.code,
            title=one.title,
            key=f"{at:06}",
            field=one.field,
            levels=one.levels,
            agency=one.agency,
            subjects=one.subjects,
            online=one.online_level,
            events=one.life_events,
            popularity=one.popularity,
            here=one.fileable,
            agencies=one.agencies,
        )
        for at, one in enumerate(queries.listing(on))
    )


def closed(hit: Hit) -> Row:
    """Give a procedure that is no longer in force, which a question may still find."""
    return Row(hit.code, hit.title, hit.title, hit.field, hit.levels, hit.place, (), "", (), 0)


def by_use(found: Iterable[Row]) -> list[Row]:
    """Give the rows with the most asked for first."""
    return sorted(found, key=lambda row: (-row.popularity, row.key, row.code))
