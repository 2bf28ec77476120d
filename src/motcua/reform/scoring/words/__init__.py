"""Words of scoring."""

from motcua.reform.scoring.words.sets import (
    NOT_OFFICIAL,
    Because,
    Fault,
    InputFault,
    LeafState,
    Method,
    NodeKind,
    NodeLevel,
    RuleKind,
    SetLevel,
    WhenZero,
)

__all__ = [
    "NOT_OFFICIAL",
    "Because",
    "Fault",
    "InputFault",
    "LeafState",
    "Method",
    "NodeKind",
    "NodeLevel",
    "RuleKind",
    "SetLevel",
    "WhenZero",
]
