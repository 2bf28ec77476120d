"""Words of an import of routes: what may be wrong with a row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RouteFlaw(StrEnum):
    """What is wrong with a row. The first group keeps a row out; with the others it is loaded and told."""

    UNREADABLE = "unreadable"
    CODE_MISSING = "code_missing"
    CODE_REPEATED = "code_repeated"
    NO_STEPS = "no_steps"

    NO_LIMIT = "no_limit"
    TOTAL_MISSING = "total_missing"
    TOTAL_DIFFERS = "total_differs"
    TASKS_DIFFER = "tasks_differ"
    DANGLING = "dangling"
    LEADS_BACK = "leads_back"
    OUT_OF_ORDER = "out_of_order"
    ZERO_DAYS = "zero_days"
    NEGATIVE_DAYS = "negative_days"
    OFFICE_UNKNOWN = "office_unknown"
    OFFICE_GONE = "office_gone"
    ROLE_UNSAID = "role_unsaid"
    NOT_IN_CATALOGUE = "not_in_catalogue"


KEEPS_OUT = frozenset(
    {RouteFlaw.UNREADABLE, RouteFlaw.CODE_MISSING, RouteFlaw.CODE_REPEATED, RouteFlaw.NO_STEPS}
)


@dataclass(frozen=True)
class FoundInRoute:
    """One flaw of one row; `facts` fill its sentence."""

    row: int
    kind: RouteFlaw
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
