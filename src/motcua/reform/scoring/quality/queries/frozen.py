"""The index of a closed period: how it is written down once, and read again."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from motcua.reform.insight.queries.sums import Sums
from motcua.reform.insight.words import Counter
from motcua.reform.scoring.quality.models import QualityClosing
from motcua.reform.scoring.quality.queries.arising import arisen_of, arisen_told
from motcua.reform.scoring.quality.queries.counting import counted_rows
from motcua.reform.scoring.quality.rules.definitions import in_force
from motcua.reform.scoring.quality.rules.rows import ROWS
from motcua.reform.scoring.quality.rules.things import About, Decided, Facts

WHENS = ("during", "at_start", "at_end")
Told = Mapping[str, Any]


def text_of(counts: str, last: date, known: Facts, at: datetime) -> str:
    """Give the one text of the index of a period from the text of its counts and the facts."""
    definitions = in_force(ROWS, last)
    rows, arisen = {}, arisen_told(counts)
    for agency, sums in sorted(_by_agency(counts, known).items()):
        alone = frozenset({UUID(agency)})
        found = counted_rows(definitions, sums, known, arisen_of(arisen, alone), alone)
        rows[agency] = {one: [each.numerator, each.denominator] for one, each in sorted(found.items())}
    whole = {
        "definitions": {one.id: one.version for one in definitions},
        "facts": told(known),
        "rows": rows,
        "snapshot_at": at.astimezone(UTC).isoformat(),
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def facts_of(closing: QualityClosing) -> Facts:
    """Give the facts of the catalogue as they were kept."""
    return _facts(closing.pk, closing.digest)


def kept_rows(closing: QualityClosing) -> dict[str, dict[str, list[int]]]:
    """Give numerator and denominator of each row of each agency by itself, as they were kept."""
    found: dict[str, dict[str, list[int]]] = json.loads(closing.figures)["rows"]
    return found


def versions_of(closing: QualityClosing) -> dict[str, int]:
    """Give which version of each row held."""
    found: dict[str, int] = json.loads(closing.figures)["definitions"]
    return found


@lru_cache(maxsize=24)
def _facts(pk: UUID, digest: str) -> Facts:
    return heard(json.loads(QualityClosing.objects.get(pk=pk).figures)["facts"])


def told(known: Facts) -> Told:
    """Write facts down in one order."""
    return {
        "about": {
            code: [int(flag) for flag in (one.full, one.online, one.fee, one.persons)]
            for code, one in sorted(known.about.items())
        },
        **{name: _codes(getattr(known, name)) for name in ("offered", "touched", "charged")},
        "decided": [[one.id, sorted(one.procedures), one.signed, one.loaded] for one in known.decided],
    }


def heard(said: Told) -> Facts:
    """Read facts again."""
    return Facts(
        about={code: About(*map(bool, flags)) for code, flags in said["about"].items()},
        offered=_places(said["offered"]),
        touched=_places(said["touched"]),
        charged=_places(said["charged"]),
        decided=tuple(
            Decided(one, frozenset(codes), signed, loaded) for one, codes, signed, loaded in said["decided"]
        ),
    )


def _codes(by_agency: Mapping[UUID, frozenset[str]]) -> dict[str, list[str]]:
    return {str(agency): sorted(codes) for agency, codes in sorted(by_agency.items())}


def _places(said: Mapping[str, Sequence[str]]) -> dict[UUID, frozenset[str]]:
    return {UUID(agency): frozenset(codes) for agency, codes in said.items()}


def _by_agency(counts: str, known: Facts) -> dict[str, Sums]:
    """Give the sums of each agency that decides on something or had a dossier, from the counts."""
    found: dict[str, dict[str, dict[Counter, int]]] = {
        str(one): {when: {} for when in WHENS} for one in known.offered
    }
    for (agency, *_), amounts in json.loads(counts)["places"]:
        kept = found.setdefault(agency, {when: {} for when in WHENS})
        for when, counters in amounts.items():
            for name, amount in counters.items():
                kept[when][Counter(name)] = kept[when].get(Counter(name), 0) + amount
    return {agency: Sums(**kept) for agency, kept in found.items()}
