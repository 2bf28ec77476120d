"""One page for each act on a dossier."""

from motcua.casework.dossiers.pages.acts.base import ActForm
from motcua.casework.dossiers.pages.acts.counter import (
    Accept,
    AskAtIntake,
    HandOver,
    ReceiveSupplement,
    Refuse,
    SendSupplement,
)
from motcua.casework.dossiers.pages.acts.deciding import (
    ApproveResult,
    DecideSupplement,
    DraftResult,
    Issue,
    ProposeSupplement,
)
from motcua.casework.dossiers.pages.acts.process import Assign, Forward, GiveBack, TakeBack
from motcua.casework.dossiers.pages.acts.running import page_of

# In the order in which they stand on the page of a dossier; the first open one that may be main leads.
ACTS: tuple[type[ActForm], ...] = (
    Accept,
    SendSupplement,
    ReceiveSupplement,
    DecideSupplement,
    ApproveResult,
    Issue,
    HandOver,
    Forward,
    DraftResult,
    AskAtIntake,
    ProposeSupplement,
    Assign,
    GiveBack,
    TakeBack,
    Refuse,
)

__all__ = ["ACTS", "ActForm", "page_of"]
