"""Reading the rating."""

from motcua.reform.scoring.rating.queries.rated import (
    Found,
    Rated,
    declarations,
    rated,
    rated_units,
    scope_of,
)

__all__ = ["Found", "Rated", "declarations", "rated", "rated_units", "scope_of"]
