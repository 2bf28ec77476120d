"""Storing many national versions at once: one statement a table for a whole group."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from django.db.models import Max

from motcua.reference.catalogue.commands.storing import facts_of
from motcua.reference.catalogue.models import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    LegalBasis,
    Part,
    Procedure,
    ProcedureCase,
    ProcedureVersion,
    ResultType,
)
from motcua.reference.catalogue.words import Draft, VersionState

Drafted = tuple[Procedure, Draft]
_RENAMED = {"value": "duration_value", "unit": "duration_unit"}
_EMPTY_WORDS = ("unit", "statutory_unit", "channel")


def store_versions(drafted: Sequence[Drafted], *, publish_at: datetime | None) -> list[ProcedureVersion]:
    """Store the next version of each procedure with its parts; published at a moment, or left as a draft."""
    numbers = _last_numbers(drafted)
    versions = ProcedureVersion.objects.bulk_create(
        ProcedureVersion(procedure=procedure, number=numbers.get(procedure.pk, 0) + 1, **facts_of(draft))
        for procedure, draft in drafted
    )
    parts = [
        part for version, (_, draft) in zip(versions, drafted, strict=True) for part in _parts(version, draft)
    ]
    for _, rows in groupby(sorted(parts, key=_table), key=_table):
        same = list(rows)
        type(same[0])._default_manager.bulk_create(same)
    if publish_at is not None:
        ProcedureVersion.objects.filter(pk__in=[version.pk for version in versions]).update(
            state=VersionState.PUBLISHED, published_at=publish_at
        )
    return versions


def _parts(version: ProcedureVersion, draft: Draft) -> Iterator[Part]:
    cases = {
        case.code: ProcedureCase(version=version, order=order, code=case.code, name=case.name)
        for order, case in enumerate(draft.cases, start=1)
    }
    yield from cases.values()
    for order, terms in enumerate(draft.channels, start=1):
        yield ChannelRule(version=version, order=order, **_columns(terms, cases))
    for order, paper in enumerate(draft.papers, start=1):
        yield ComponentRequirement(version=version, order=order, **_columns(paper, cases))
    for order, charge in enumerate(draft.fees, start=1):
        yield Fee(version=version, order=order, **_columns(charge, cases))
    for order, outcome in enumerate(draft.results, start=1):
        yield ResultType(version=version, order=order, **_columns(outcome, cases))
    for order, act in enumerate(draft.legal_basis, start=1):
        yield LegalBasis(version=version, order=order, **_columns(act, cases))


def _columns(part: object, cases: dict[str, ProcedureCase]) -> dict[str, object]:
    columns: dict[str, object] = {}
    for name, held in vars(part).items():
        if name == "case":
            columns[name] = cases.get(held)
        elif held is None and name in _EMPTY_WORDS:
            columns[_RENAMED.get(name, name)] = ""
        else:
            columns[_RENAMED.get(name, name)] = held.value if isinstance(held, StrEnum) else held
    return columns


def _table(part: Part) -> tuple[bool, str]:
    """Cases come first: other parts point at them."""
    return not isinstance(part, ProcedureCase), part._meta.db_table


def _last_numbers(drafted: Sequence[Drafted]) -> dict[object, int]:
    rows = (
        ProcedureVersion.objects.filter(procedure__in=[procedure for procedure, _ in drafted])
        .values_list("procedure_id")
        .annotate(last=Max("number"))
    )
    return dict(rows.order_by())
