"""Reading the catalogue."""

from motcua.reference.catalogue.queries.browsing import FieldOfWork, Listed, procedures
from motcua.reference.catalogue.queries.drafts import as_drafted
from motcua.reference.catalogue.queries.pages import Fact, ProcedurePage, page_of
from motcua.reference.catalogue.queries.parts import Parts, parts_of
from motcua.reference.catalogue.queries.searching import Hit, search
from motcua.reference.catalogue.queries.versions import (
    effective_version,
    fileable,
    holds,
    in_force,
    offering_agencies,
    offers,
    procedure_called,
    with_way,
)

__all__ = [
    "Fact",
    "FieldOfWork",
    "Hit",
    "Listed",
    "Parts",
    "ProcedurePage",
    "as_drafted",
    "effective_version",
    "fileable",
    "holds",
    "in_force",
    "offering_agencies",
    "offers",
    "page_of",
    "parts_of",
    "procedure_called",
    "procedures",
    "search",
    "with_way",
]
