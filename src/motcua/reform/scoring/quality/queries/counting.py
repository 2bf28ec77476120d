"""The numbers of rows from sums and facts, whether they are live, closed or only supposed."""

from collections.abc import Sequence
from uuid import UUID

from motcua.base.rooms import Term
from motcua.reform.insight.queries.sums import Sums
from motcua.reform.insight.words import Counter
from motcua.reform.scoring.quality.rules.definitions import Definition
from motcua.reform.scoring.quality.rules.scoring import Counted
from motcua.reform.scoring.quality.rules.things import Arisen, Facts, behind
from motcua.reform.scoring.quality.words import FiguresFrom


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


def _added(terms: Sequence[Term], sums: Sums) -> int:
    return sum(term.sign * sums.of(term.when).get(Counter(term.counter), 0) for term in terms)
