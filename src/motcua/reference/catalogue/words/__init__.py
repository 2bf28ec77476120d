"""Words of the catalogue."""

from motcua.reference.catalogue.words.drafts import Act, Case, Charge, Draft, Outcome, Paper, Step, Terms
from motcua.reference.catalogue.words.terms import (
    Change,
    Channel,
    CodeKind,
    DecisionKind,
    DurationUnit,
    FeeKind,
    Level,
    OnlineLevel,
    Origin,
    Part,
    SupplementClock,
    VersionMove,
    VersionState,
    Why,
)

__all__ = [
    "Act",
    "Case",
    "Change",
    "Channel",
    "Charge",
    "CodeKind",
    "DecisionKind",
    "Draft",
    "DurationUnit",
    "FeeKind",
    "Level",
    "OnlineLevel",
    "Origin",
    "Outcome",
    "Paper",
    "Part",
    "Step",
    "SupplementClock",
    "Terms",
    "VersionMove",
    "VersionState",
    "Why",
]
