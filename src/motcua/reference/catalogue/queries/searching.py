"""The one search of the house, for page, desk, kiosk, API and command line."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from motcua.reference.catalogue import sentences
from motcua.reference.catalogue.models import ProcedureVersion, ResultType
from motcua.reference.catalogue.queries.versions import in_force
from motcua.reference.catalogue.queries.wording import wordbook
from motcua.reference.catalogue.search import Engine, Entry, Found, Question, Reason, Row, bares, reason
from motcua.reference.catalogue.words import VersionState

AT_ONCE = 300  # entries that are indexed while somebody waits; more are indexed beside, and the old answer

# What is shown of an answer; the long texts of a version stay where they are.
SHOWN = (
    *("name", "title", "summary", "deciding_agency", "decision_no", "state"),
    *("procedure__code", "procedure__field", "procedure__levels"),
)


@dataclass(frozen=True)
class Hit:
    """One procedure found, with why, and what people compare: time, fee, place.

    `shown` holds the words that matched, as written; `channels` the ways to file; `read` the question as it
    was understood, where it was mended; one that is `closed` is no longer in force.
    """

    code: str
    name: str
    title: str
    why: str
    shown: str
    summary: str
    field: str
    levels: tuple[str, ...]
    time: str
    fee: str
    place: str
    channels: tuple[str, ...]
    read: str = ""
    closed: bool = False


@dataclass(frozen=True)
class Findings:
    """The procedures worth reading about a question, and whether the best answers it or is merely nearest."""

    hits: list[Hit]
    sure: bool


class State(NamedTuple):
    """What an index was made from: when the catalogue and the wordbook last changed, and for which day."""

    on: date
    mark: tuple[str, ...]


_MARK = """
    SELECT (SELECT concat_ws(' ', count(*), max(published_at), max(effective_to), count(effective_to))
              FROM catalogue_version WHERE state = 'published'),
           (SELECT concat_ws(' ', count(*), max(abolished_on), sum(popularity)) FROM catalogue_procedure),
           (SELECT concat_ws(' ', count(*), max(changed_at)) FROM catalogue_wording),
           (SELECT count(*)::text FROM catalogue_code),
           (SELECT id::text FROM catalogue_version ORDER BY id DESC LIMIT 1),
           (SELECT id::text FROM catalogue_wording ORDER BY id DESC LIMIT 1)
"""


class _Shelf:
    """The index of this process; a change of the catalogue puts a new one in its place."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: tuple[State, Engine] | None = None
        self._making: threading.Thread | None = None

    def engine(self, on: date) -> Engine:
        """Give an index of the catalogue, the present one or, while that is being made, the one before."""
        state = _state(on)
        held = self._held
        if held and held[0] == state:
            return held[1]
        if held and held[0].on == on and len(held[1].index.entries) > AT_ONCE:
            self._make_beside(state)
            return held[1]
        with self._lock:
            if self._held is None or self._held[0] != state:
                self._held = state, _made(on)
            return self._held[1]

    def _make_beside(self, state: State) -> None:
        with self._lock:
            if self._making is None or not self._making.is_alive():
                self._making = threading.Thread(target=self._make, args=[state], daemon=True)
                self._making.start()

    def _make(self, state: State) -> None:
        try:
            self._held = state, _made(state.on)
        finally:
            connection.close()


_shelf = _Shelf()


def search(query: str, *, limit: int, on: date) -> list[Hit]:
    """Give the procedures that answer best on a day, best first; those no longer in force come last.

    Without words there is no answer. Reads one statement for the state of the catalogue, three for what is
    shown; the index is made where the state has changed.
    """
    if not _says_something(query, limit):
        return []
    return _answer(_shelf.engine(on), query, limit)


def findings(query: str, *, limit: int, on: date) -> Findings:
    """Give what `search` gives without the answers far behind the best, and whether the best is sure."""
    if not _says_something(query, limit):
        return Findings([], sure=False)
    engine = _shelf.engine(on)
    asked = engine.reader.read(query)
    answer = engine.weighed(asked, limit)
    return Findings(_hits(asked, answer.found), sure=answer.sure)


def tried(query: str, *, limit: int, on: date, rows: Iterable[tuple[Row, bool]]) -> list[Hit]:
    """Give what a search would answer if these lines of the wordbook, perhaps switched off, were saved."""
    return _answer(Engine(_entries(on), wordbook(rows)), query, limit)


def _says_something(query: str, limit: int) -> bool:
    return limit > 0 and any(char.isalnum() for char in query)


def _answer(engine: Engine, query: str, limit: int) -> list[Hit]:
    asked = engine.reader.read(query)
    return _hits(asked, engine.answer(asked, limit))


def _hits(asked: Question, found: Sequence[Found]) -> list[Hit]:
    shown = _shown(found)
    reasons = [(one, reason(asked, one)) for one in found if one.entry.key in shown]
    differences = _differences([shown[one.entry.key] for one, _ in reasons])
    return [
        _hit(why, shown[one.entry.key], differences.get(one.entry.key, ""), closed=not one.entry.in_force)
        for one, why in reasons
    ]


def _state(on: date) -> State:
    with connection.cursor() as cursor:
        cursor.execute(_MARK)
        row = cursor.fetchone()
    assert row is not None
    return State(on, tuple(row))


def _made(on: date) -> Engine:
    return Engine(_entries(on), wordbook())


def _entries(on: date) -> list[Entry]:
    """Give what a search knows: the versions in force, and the last of each abolished procedure."""
    present = list(in_force(on).prefetch_related("procedure__codes"))
    known = {version.procedure_id for version in present}
    closed = (
        ProcedureVersion.objects.filter(state=VersionState.PUBLISHED, procedure__abolished_on__lte=on)
        .exclude(procedure__in=known)
        .select_related("procedure")
        .prefetch_related("procedure__codes")
        .order_by("procedure_id", "-number")
        .distinct("procedure_id")
    )
    results: dict[UUID, list[str]] = defaultdict(list)
    for version, name in ResultType.objects.order_by("order").values_list("version_id", "name"):
        results[version].append(name)
    return [
        *(_entry(version, results[version.pk], in_force=True) for version in present),
        *(_entry(version, results[version.pk], in_force=False) for version in closed),
    ]


def _entry(version: ProcedureVersion, results: Sequence[str], *, in_force: bool) -> Entry:
    procedure = version.procedure
    return Entry(
        key=str(version.pk),
        code=procedure.code,
        title=version.title,
        name=version.name,
        other_words=tuple(version.other_words),
        field=procedure.field,
        keywords=tuple(version.keywords),
        subjects=tuple(version.subjects),
        results=tuple(results),
        agency=version.deciding_agency,
        levels=tuple(procedure.levels),
        aliases=tuple(other.code for other in procedure.codes.all()),
        popularity=procedure.popularity,
        in_force=in_force,
    )


def _shown(found: Sequence[Found]) -> dict[str, ProcedureVersion]:
    """Give what is shown of the answers, without those that ended since the index was made."""
    versions = (
        ProcedureVersion.objects.filter(pk__in=[one.entry.key for one in found], state=VersionState.PUBLISHED)
        .select_related("procedure")
        .only(*SHOWN)
        .prefetch_related("channels", "fees")
    )
    return {str(version.pk): version for version in versions}


def _differences(versions: Sequence[ProcedureVersion]) -> dict[str, str]:
    """Give, for each answer whose name another answer bears too, the fact that tells it apart."""
    alike: dict[tuple[str, ...], list[ProcedureVersion]] = defaultdict(list)
    for version in versions:
        alike[bares(version.title)].append(version)
    return {
        str(version.pk): sentences.differing([_facts(one) for one in group], at)
        for group in alike.values()
        if len(group) > 1
        for at, version in enumerate(group)
    }


def _facts(version: ProcedureVersion) -> dict[str, str]:
    return {
        "level": sentences.levels_of(version.procedure.levels),
        "agency": version.deciding_agency,
        "field": version.procedure.field,
        "decision": version.decision_no,
    }


def _hit(why: Reason, version: ProcedureVersion, difference: str, *, closed: bool) -> Hit:
    code, channels, fees = version.procedure.code, list(version.channels.all()), list(version.fees.all())
    return Hit(
        code=code,
        name=version.name,
        title=version.title,
        why=sentences.why(why, code, difference),
        shown=why.shown,
        summary=version.summary,
        field=version.procedure.field,
        levels=tuple(version.procedure.levels),
        time=sentences.time_of_all(channels),
        fee=sentences.fee_of_all(fees),
        place=version.deciding_agency or sentences.NO_PLACE,
        channels=tuple(dict.fromkeys(rule.channel for rule in channels)),
        read=why.read,
        closed=closed,
    )
