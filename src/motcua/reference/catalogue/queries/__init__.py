"""Reading the catalogue."""

from motcua.reference.catalogue.queries.browsing import FieldOfWork, procedures
from motcua.reference.catalogue.queries.comparing import ChangedPart, compare
from motcua.reference.catalogue.queries.decisions import Registered, measures_of, register, waiting
from motcua.reference.catalogue.queries.drafts import as_drafted
from motcua.reference.catalogue.queries.listing import (
    Facet,
    Facets,
    Listed,
    Namesake,
    abolished,
    facets,
    listing,
    mark,
    namesakes,
)
from motcua.reference.catalogue.queries.page_rows import Fact, ProcedurePage
from motcua.reference.catalogue.queries.pages import page_of
from motcua.reference.catalogue.queries.parts import Parts, parts_of
from motcua.reference.catalogue.queries.searching import Hit, search, tried
from motcua.reference.catalogue.queries.versions import (
    Closed,
    closed,
    effective_version,
    fileable,
    holds,
    in_force,
    offering_agencies,
    offers,
    procedure_called,
    published_of,
    with_way,
)
from motcua.reference.catalogue.queries.wording import Line, counts, line_called, lines, wordbook

__all__ = [
    "ChangedPart",
    "Closed",
    "Facet",
    "Facets",
    "Fact",
    "FieldOfWork",
    "Hit",
    "Line",
    "Listed",
    "Namesake",
    "Parts",
    "ProcedurePage",
    "Registered",
    "abolished",
    "as_drafted",
    "closed",
    "compare",
    "counts",
    "effective_version",
    "facets",
    "fileable",
    "holds",
    "in_force",
    "line_called",
    "lines",
    "listing",
    "mark",
    "measures_of",
    "namesakes",
    "offering_agencies",
    "offers",
    "page_of",
    "parts_of",
    "procedure_called",
    "procedures",
    "published_of",
    "register",
    "search",
    "tried",
    "waiting",
    "with_way",
    "wordbook",
]
