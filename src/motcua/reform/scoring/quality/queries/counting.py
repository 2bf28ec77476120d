"""The numbers of rows from sums and facts, whether they are live, closed or only supposed."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from motcua.base.rooms import Term
from motcua.reference.catalogue.words import Channel
from motcua.reform.insight.queries.sums import Sums
from motcua.reform.insight.words import Counter
from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.scoring import Counted
from motcua.reform.scoring.quality.rules.things import Arisen, Facts, behind
from motcua.reform.scoring.quality.words import FiguresFrom

# The sums of a procedure and a channel.
Parts = Mapping[tuple[str, str], Sums]


def counted_rows(
    definitions: Sequence[Definition],
    sums: Sums,
    known: Facts,
    arisen: Arisen,
    agencies: frozenset[UUID] | None,
) -> dict[str, Counted]:
    """Give the two numbers of each row that has a source of numbers, by its id."""
    found = {}
    for one in definitions:
        if one.origin is FiguresFrom.COUNTERS:
            found[one.id] = Counted(_added(one.numerator, sums), _added(one.denominator, sums))
        elif one.origin is FiguresFrom.CATALOGUE:
            found[one.id] = behind(one.code, known, arisen, agencies).counted
    return found


def arisen_in(parts: Parts) -> Arisen:
    """Give the procedures of which dossiers came in a period."""
    return Arisen(
        frozenset(
            code
            for (code, channel), sums in parts.items()
            if channel == Channel.ONLINE and sums.during.get(Counter.ACCEPTED, 0) > 0
        ),
        _with(parts, Counter.PAID_ONLINE),
        _with(parts, Counter.KNOWN),
    )


def _with(parts: Parts, counter: Counter) -> frozenset[str]:
    return frozenset(code for (code, _), sums in parts.items() if sums.during.get(counter, 0) > 0)


def _added(terms: Sequence[Term], sums: Sums) -> int:
    return sum(term.sign * sums.of(term.when).get(Counter(term.counter), 0) for term in terms)
