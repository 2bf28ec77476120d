"""Reading the catalogue."""

from motcua.reference.catalogue.queries.browsing import FieldOfWork, Listed, procedures
from motcua.reference.catalogue.queries.drafts import as_drafted
from motcua.reference.catalogue.queries.pages import Fact, ProcedurePage, page_of
from motcua.reference.catalogue.queries.searching import Hit, search
from motcua.reference.catalogue.queries.versions import (
    effective_version,
    fees,
    in_force,
    offering_agencies,
    requirements,
    result_types,
    route_of,
    rule_for,
)

__all__ = [
    "Fact",
    "FieldOfWork",
    "Hit",
    "Listed",
    "ProcedurePage",
    "as_drafted",
    "effective_version",
    "fees",
    "in_force",
    "offering_agencies",
    "page_of",
    "procedures",
    "requirements",
    "result_types",
    "route_of",
    "rule_for",
    "search",
]
