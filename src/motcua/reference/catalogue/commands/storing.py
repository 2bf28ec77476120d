"""How the words of a draft are stored: facts in the version, parts in tables of their own."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from motcua.base.text import fold
from motcua.reference.catalogue.commands.laying import store_founding
from motcua.reference.catalogue.models import (
    ChannelRule,
    ComponentRequirement,
    Fee,
    LegalBasis,
    ProcedureCase,
    ProcedureVersion,
    ResultType,
)
from motcua.reference.catalogue.models import Part as StoredPart
from motcua.reference.catalogue.words import Draft, Part

FACTS = (
    *("name", "title", "summary", "deciding_agency", "competent_agency", "authorised_agency"),
    *("direct_handler", "receiving_address", "requirements", "implementing_order", "portal_url", "brief"),
    *("decision_no", "effective_from", "partial_reason", "copies", "supplement_clock_basis"),
    *("origin", "change", "online_level", "supplement_clock"),
)
OF_TABLES = frozenset(
    (Part.CASES, Part.CHANNELS, Part.FEES, Part.PAPERS, Part.RESULTS, Part.LEGAL_BASIS, Part.ROUTE)
)
LISTS = ("subjects", "coordinating_agencies", "keywords", "related", "other_words")


def facts_of(draft: Draft) -> dict[str, object]:
    """Give the columns of a version."""
    return {
        **{name: _plain(getattr(draft, name)) for name in FACTS},
        **{name: list(getattr(draft, name)) for name in LISTS},
        "folded": fold(" ".join([draft.title, draft.name, *draft.other_words])),
    }


def store_parts(version: ProcedureVersion, draft: Draft) -> None:
    """Store every part of a new version."""
    _store(version, ProcedureCase, map(_row, draft.cases))
    cases: dict[str, ProcedureCase | None] = {case.code: case for case in version.cases.all()}
    cases[""] = None
    store_channels(version, draft, cases)
    _store(version, ComponentRequirement, ({**_row(one), "case": cases[one.case]} for one in draft.papers))
    _store(version, Fee, ({**_row(one), "case": cases[one.case]} for one in draft.fees))
    _store(version, ResultType, map(_row, draft.results))
    _store(version, LegalBasis, map(_row, draft.legal_basis))
    store_founding(version, draft.route)


def drop_parts(version: ProcedureVersion) -> None:
    """Take the parts of a draft away but for its route; cases last, for the others name them."""
    parts: tuple[type[StoredPart], ...] = (
        *(ChannelRule, ComponentRequirement, Fee, ResultType, LegalBasis, ProcedureCase),
    )
    for part in parts:
        part._default_manager.filter(version=version).delete()


def store_channels(
    version: ProcedureVersion, draft: Draft, cases: Mapping[str, ProcedureCase | None]
) -> None:
    """Store the ways of filing."""
    rows = ({**_row(one), "case": cases[one.case]} for one in draft.channels)
    renamed = {"value": "duration_value", "unit": "duration_unit"}
    _store(
        version, ChannelRule, ({renamed.get(name, name): held for name, held in row.items()} for row in rows)
    )


def _row(one: object) -> dict[str, object]:
    """Give the columns of a part; a word that is not said is stored empty."""
    return {
        name: "" if held is None and name in ("unit", "statutory_unit", "channel") else _plain(held)
        for name, held in vars(one).items()
    }


def _plain(held: object) -> object:
    return held.value if isinstance(held, StrEnum) else held


def _store(version: ProcedureVersion, part: type[StoredPart], rows: Iterable[Mapping[str, object]]) -> None:
    part._default_manager.bulk_create(
        [part(version=version, order=order, **row) for order, row in enumerate(rows, start=1)]
    )
