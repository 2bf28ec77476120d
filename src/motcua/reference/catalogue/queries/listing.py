"""Every procedure in force, light enough to count, narrow and compare all of them at once."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db import connection

from motcua.base.text import fold, sort_key
from motcua.reference.catalogue.models import Procedure
from motcua.reference.catalogue.queries.versions import in_force, offered_on, with_way
from motcua.reference.catalogue.rules.agencies import agencies_in, same_agency, spellings

# Sums, not the greatest alone: of two writers at once the older may be seen last.
_MARK = """
    SELECT string_agg(mark, '/') FROM (
        SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) AS mark FROM catalogue_version
        UNION ALL
        SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) FROM catalogue_procedure
        UNION ALL
        SELECT count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) FROM catalogue_offering
    ) marks
"""


@dataclass(frozen=True)
class Listed:
    """One procedure in a list.

    `agencies` are those that `agency` names, each under the one spelling used in every list. `offered` tells
    that an agency of the province decides on it, `fileable` that one can file it here.
    """

    code: str
    title: str
    summary: str
    levels: tuple[str, ...]
    life_events: tuple[str, ...]
    name: str = ""
    field: str = ""
    subjects: tuple[str, ...] = ()
    agency: str = ""
    ministry: str = ""
    online_level: str = ""
    popularity: int = 0
    origin: str = ""
    name_doubtful: bool = False
    offered: bool = False
    fileable: bool = False
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list, with how many it leaves."""

    name: str
    count: int


@dataclass(frozen=True)
class Facets:
    """Every way to narrow a list; names in Vietnamese order, levels in the order of the State."""

    fields: tuple[Facet, ...]
    levels: tuple[Facet, ...]
    agencies: tuple[Facet, ...]
    subjects: tuple[Facet, ...]
    life_events: tuple[Facet, ...]
    online_levels: tuple[Facet, ...]


def mark() -> str:
    """Give a mark of the catalogue as stored, different after every change of it; one cheap statement."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK)
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def listing(on: date) -> tuple[Listed, ...]:
    """Give every procedure in force on a day, by title; kept until something changes."""
    return _listing(on, mark())


@lru_cache(maxsize=4)
def _listing(on: date, _: str) -> tuple[Listed, ...]:
    offered = set(offered_on(on).values_list("procedure_id", flat=True))
    open_ways = set(with_way(in_force(on), on).values_list("procedure_id", flat=True))
    rows = in_force(on).only(
        *("title", "name", "summary", "subjects", "deciding_agency", "online_level", "origin", "procedure"),
        *(f"procedure__{fact}" for fact in ("code", "field", "levels", "life_events", "ministry")),
        *("procedure__popularity", "procedure__name_doubtful"),
    )
    versions = list(rows)
    spelled = spellings(one.deciding_agency for one in versions)
    found = [
        Listed(
            code=one.procedure.code,
            title=one.title,
            summary=one.summary,
            levels=tuple(one.procedure.levels),
            life_events=tuple(one.procedure.life_events),
            name=one.name,
            field=one.procedure.field,
            subjects=tuple(one.subjects),
            agency=one.deciding_agency,
            ministry=one.procedure.ministry,
            online_level=one.online_level,
            popularity=one.procedure.popularity,
            origin=one.origin,
            name_doubtful=one.procedure.name_doubtful,
            offered=one.procedure_id in offered,
            fileable=one.procedure_id in offered and one.procedure_id in open_ways,
            agencies=tuple(spelled[same_agency(name)] for name in agencies_in(one.deciding_agency)),
        )
        for one in versions
    ]
    return tuple(sorted(found, key=lambda one: (sort_key(one.title), one.code)))


def facets(rows: Iterable[Listed]) -> Facets:
    """Count a list along each way to narrow it; a procedure counts once for each of its names there."""
    held = tuple(rows)
    return Facets(
        fields=_counted(held, lambda one: (one.field,)),
        levels=_counted(held, lambda one: one.levels),
        agencies=_counted(held, lambda one: one.agencies),
        subjects=_counted(held, lambda one: one.subjects),
        life_events=_counted(held, lambda one: one.life_events),
        online_levels=_counted(held, lambda one: (one.online_level,)),
    )


def _counted(rows: tuple[Listed, ...], names: Callable[[Listed], tuple[str, ...]]) -> tuple[Facet, ...]:
    counts = Counter(name for row in rows for name in set(names(row)) if name)
    return tuple(Facet(name, counts[name]) for name in sorted(counts, key=sort_key))


@dataclass(frozen=True)
class Namesake:
    """What tells a procedure apart from those with the same name: the first fact that differs, and theirs."""

    code: str
    levels: tuple[str, ...]
    subjects: tuple[str, ...]
    agency: str
    field: str
    others: tuple[str, ...]


def namesakes(on: date) -> dict[str, Namesake]:
    """Give, for each procedure that shares its name, only the facts in which the namesakes differ."""
    return _namesakes(on, mark())


@lru_cache(maxsize=4)
def _namesakes(on: date, seen: str) -> dict[str, Namesake]:
    groups: dict[str, list[Listed]] = {}
    for one in _listing(on, seen):
        groups.setdefault(fold(one.name), []).append(one)
    return {one.code: _told_apart(one, group) for group in groups.values() if len(group) > 1 for one in group}


def _told_apart(one: Listed, group: list[Listed]) -> Namesake:
    def differing(fact: str) -> bool:
        return len({getattr(other, fact) for other in group}) > 1

    return Namesake(
        one.code,
        one.levels if differing("levels") else (),
        one.subjects if differing("subjects") else (),
        one.agency if differing("agency") else "",
        one.field if differing("field") else "",
        tuple(other.code for other in group if other.code != one.code),
    )


def abolished(on: date) -> list[Procedure]:
    """Give the procedures that are abolished on a day, the latest first."""
    return list(
        Procedure.objects.filter(abolished_on__lte=on)
        .select_related("abolished_by", "replaced_by")
        .order_by("-abolished_on", "code")
    )
