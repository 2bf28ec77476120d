"""Reading of scoring."""

from motcua.reform.scoring.queries.sets import (
    criteria_of,
    criteria_set,
    criteria_sets,
    known_measures,
    next_version,
    set_in_force,
)

__all__ = ["criteria_of", "criteria_set", "criteria_sets", "known_measures", "next_version", "set_in_force"]
