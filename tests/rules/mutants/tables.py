"""Mutants of the tables: a row lost, two rows exchanged, a guard, a state or a party changed."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from importlib import import_module

from motcua.casework.dossiers.words import Party, State

HOUSE = ("motcua.", "tests.rules.")
CLOCK, DOSSIERS = "motcua.base.clock", "motcua.casework.dossiers.rules"

# What each area consists of besides its functions. The days of `official` are compared one by one with the
# collected facts by their own test, and are left out here.
TABLES = {
    f"{CLOCK}.calendar": ("WORKED",),
    f"{CLOCK}.left": ("PLAIN", "AMOUNT", "DAY_UNITS"),
    f"{CLOCK}.official": ("LAW",),
    f"{CLOCK}.remaining": ("MEASURES", "SOON_MINUTES"),
    f"{CLOCK}.segments": ("AFTER", "_COUNTS_AFRESH"),
    f"{CLOCK}.sentences": ("WEEKDAYS", "OFF", "WORKED", "WHAT", "NATURED"),
    f"{DOSSIERS}.parties": ("_PARTIES", "ANSWERERS"),
    f"{DOSSIERS}.rights": ("RIGHTS",),
    f"{DOSSIERS}.table": ("TABLE", "_AT_INTAKE", "ENDED", "STEERED", "_SIGNED"),
}


@dataclass(frozen=True)
class Spoiled:
    """One table of a module with one spot spoiled."""

    module: str
    table: str
    spot: str
    value: object

    @property
    def name(self) -> str:
        """Give the name by which a report tells it."""
        return f"{self.module}.{self.table}: {self.spot}"

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Put the spoiled table wherever the house and its tests have taken the whole one from."""
        whole = getattr(import_module(self.module), self.table)
        takers = [module for name, module in list(sys.modules.items()) if name.startswith(HOUSE)]
        takers = [module for module in takers if vars(module).get(self.table) is whole]
        for module in takers:
            setattr(module, self.table, self.value)
        yield
        for module in takers:
            setattr(module, self.table, whole)


def spoiled_tables(area: str) -> Iterator[Spoiled]:
    """Give every mutant of every table of an area."""
    for module, tables in TABLES.items():
        if not module.startswith(area):
            continue
        for table in tables:
            whole = getattr(import_module(module), table)
            spoil = _transitions if table == "TABLE" else _spoil_of(whole)
            yield from (Spoiled(module, table, spot, value) for spot, value in spoil(whole))


def _spoil_of(whole: object) -> Callable[..., Iterator[tuple[str, object]]]:
    match whole:
        case Mapping():
            return _mapping
        case frozenset():
            return _set
        case tuple():
            return _row
        case int():
            return _number
    raise TypeError(f"no way to spoil {whole!r}")


def _mapping(whole: Mapping[object, object]) -> Iterator[tuple[str, object]]:
    """Lose each entry, give each the value of the next one that differs, and words to each sentence."""
    entries = list(whole.items())
    for at, (key, value) in enumerate(entries):
        yield f"without {_said(key)}", {one: other for one, other in entries if one != key}
        others = [other for _, other in (*entries[at + 1 :], *entries[:at]) if other != value]
        if others:
            yield f"{_said(key)} like another", {**whole, key: others[0]}
        if type(value) is str:  # not a word of an enumeration: nobody reads those
            yield f"{_said(key)} with more words", {**whole, key: f"{value} ×"}


def _set(whole: frozenset[object]) -> Iterator[tuple[str, object]]:
    for one in sorted(whole, key=str):
        yield f"without {_said(one)}", whole - {one}


def _row(whole: tuple[object, ...]) -> Iterator[tuple[str, object]]:
    """Lose each of the row, and exchange each with the next."""
    for at, one in enumerate(whole):
        yield f"without {one}", (*whole[:at], *whole[at + 1 :])
        if at:
            yield f"{one} earlier", (*whole[: at - 1], one, whole[at - 1], *whole[at + 1 :])


def _number(whole: int) -> Iterator[tuple[str, object]]:
    yield from ((str(near), near) for near in (whole - 1, whole + 1))


def _transitions(whole: tuple[object, ...]) -> Iterator[tuple[str, object]]:
    """Lose each row; in each change the end, the party, one source and one guard."""
    for at, row in enumerate(whole):
        for spot, changed in _rows_instead(row):
            yield f"row {at + 1}, {row.move}: {spot}", (*whole[:at], *changed, *whole[at + 1 :])


def _rows_instead(row) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield "lost", ()
    end = next(state for state in (State.STOPPED, State.WITHDRAWN) if state is not row.target)
    yield f"leads to {end.name}", (row._replace(target=end),)
    party = next(party for party in (Party.COUNTER, Party.OFFICER) if party is not row.party)
    yield f"by the {party}", (row._replace(party=party),)
    for source in sorted(row.source, key=str):
        yield f"not from {_said(source)}", (row._replace(source=row.source - {source}),)
    for at, guard in enumerate(row.guards):
        rest = (*row.guards[:at], *row.guards[at + 1 :])
        yield f"without {guard.__qualname__.partition('.')[0]}", (row._replace(guards=rest),)


def _said(spot: object) -> str:
    """Give a short name of a key, a state, a shift."""
    match spot:
        case tuple():
            return " and ".join(map(_said, spot))
        case Enum():
            return spot.name
    return str(spot)
