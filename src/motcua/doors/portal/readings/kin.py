"""Answers whose names begin alike: which is mine, and how do they differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from motcua.doors.portal.readings.listing import Row
from motcua.reference.catalogue.queries import Hit

MOST = 6
LONGEST = 90
LEAST_TO_COMPARE = 3
COLUMNS_SHOWN = 3
COLUMNS = ("Dành cho ai", "Thời gian", "Bạn nhận được", "Phí, lệ phí", "Nơi giải quyết")
SUBJECTS = 2
FRONT = "thủ tục "
LOOSE = " ,;:-–()"
USUAL = "Trường hợp thông thường"


class Kind(NamedTuple):
    """One of them, by what its name says more than that of all."""

    code: str
    label: str


class Compared(NamedTuple):
    """One line of the comparison; cells stand under the columns that differ."""

    code: str
    title: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Kin:
    """What their names have in common, and each of them; `compared` only for three or more."""

    stem: str
    kinds: tuple[Kind, ...]
    columns: tuple[str, ...]
    compared: tuple[Compared, ...]


def alike(
    hits: Sequence[Hit], rows: Mapping[str, Row], results: Callable[[Sequence[str]], Mapping[str, str]]
) -> Kin | None:
    """Give the answers that share the name of the best one, None where it stands alone.

    `results` tells what people receive, by code.
    """
    stem, those = _those(hits)
    if len(those) == 1:
        return None
    compared = those if len(those) >= LEAST_TO_COMPARE else []
    columns = _columns(compared, rows, results([one.code for one in compared])) if compared else {}
    return Kin(
        stem.title,
        tuple(Kind(one.code, _more(stem, one)) for one in those),
        tuple(columns),
        tuple(
            Compared(one.code, one.title, tuple((name, told[one.code]) for name, told in columns.items()))
            for one in compared
        )
        if columns
        else (),
    )


def _those(hits: Sequence[Hit]) -> tuple[Hit, list[Hit]]:
    """Give the shortest name that begins the best one, with all whose names go on from it."""
    best = hits[0]
    stem = min((one for one in hits if _goes_on(one, best)), key=lambda one: len(one.name), default=best)
    return stem, [stem, *(one for one in hits if one is not stem and _goes_on(stem, one))][:MOST]


def _goes_on(stem: Hit, other: Hit) -> bool:
    if stem.closed or other.closed:
        return False
    return stem is other or f"{_named(other)} ".startswith(f"{_named(stem)} ")


def _named(hit: Hit) -> str:
    return hit.name.casefold().removeprefix(FRONT).strip(LOOSE)


def _more(stem: Hit, one: Hit) -> str:
    if one is stem:
        return stem.summary.rstrip(".") or USUAL
    more = _official(one)[len(_named(stem)) :].strip(LOOSE)
    short = more if len(more) <= LONGEST else f"{more[:LONGEST].rsplit(' ', 1)[0]}…"
    return f"{short[:1].upper()}{short[1:]}" or one.title


def _official(hit: Hit) -> str:
    """Give the official name without the words that every name begins with."""
    name = hit.name.strip()
    return name[len(FRONT) :] if name.casefold().startswith(FRONT) else name


def _columns(
    those: Sequence[Hit], rows: Mapping[str, Row], got: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Give the first facts on which they disagree."""
    facts = {
        one.code: (_whom(rows[one.code]), one.time, got.get(one.code, ""), one.fee, one.place)
        for one in those
    }
    offered = {name: {code: told[at] for code, told in facts.items()} for at, name in enumerate(COLUMNS)}
    differing = [name for name, told in offered.items() if all(told.values()) and len(set(told.values())) > 1]
    return {name: offered[name] for name in differing[:COLUMNS_SHOWN]}


def _whom(row: Row) -> str:
    first, rest = row.subjects[:SUBJECTS], len(row.subjects) - SUBJECTS
    return ", ".join(first) + (f" và {rest} đối tượng khác" if rest > 0 else "")
