"""The publication decisions behind the rows about publication."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from motcua.reference.catalogue.models import PublicationDecision
from motcua.reform.scoring.quality.queries.reading import Index
from motcua.reform.scoring.quality.rules.things import Decided

_HOW: Mapping[str, Callable[[Decided], str]] = {
    "PUBLISH_ON_TIME": lambda one: one.signed,
    "PUBLIC_UPDATE_ON_TIME": lambda one: one.loaded,
}


@dataclass(frozen=True)
class Judged:
    """A decision with how many procedures it concerns here, and how it kept the limit of the row."""

    decision: PublicationDecision
    procedures: int
    kept: str


def decided_behind(found: Index, code: str) -> list[Judged]:
    """Give the decisions that a row judges, the latest first; none for a row about something else."""
    how = _HOW.get(code)
    if how is None:
        return []
    told = {one.id: (len(codes), how(one)) for codes, one in found.facts.published(found.scope.agencies)}
    rows = PublicationDecision.objects.filter(
        pk__in=[one for one, (many, kept) in told.items() if many and kept]
    )
    return [Judged(one, *told[str(one.pk)]) for one in rows.order_by("-signed_on", "number")]
