"""One page for each act on a dossier."""

from motcua.casework.dossiers.pages.acts.base import ActForm
from motcua.casework.dossiers.pages.acts.consulting import (
    AnswerConsultation,
    OpenConsultation,
    OpenShares,
    WithdrawConsultation,
)
from motcua.casework.dossiers.pages.acts.correcting import (
    ApproveCorrection,
    DraftCorrection,
    IssueCorrection,
)
from motcua.casework.dossiers.pages.acts.counter import Accept, HandOver, Refuse
from motcua.casework.dossiers.pages.acts.deciding import (
    ApproveResult,
    DecideSupplement,
    DraftResult,
    Issue,
    ProposeSupplement,
)
from motcua.casework.dossiers.pages.acts.extending import DeclineExtension, Extend, ProposeExtension
from motcua.casework.dossiers.pages.acts.process import Assign, Forward, GiveBack, TakeBack
from motcua.casework.dossiers.pages.acts.running import page_of
from motcua.casework.dossiers.pages.acts.stopping import CloseNotSupplemented, Stop
from motcua.casework.dossiers.pages.acts.supplements import AskAtIntake, ReceiveSupplement, SendSupplement
from motcua.casework.dossiers.pages.acts.transferring import SendHome, TakeHome

# In the order in which they stand on the page of a dossier; the first open one that may be main leads.
ACTS: tuple[type[ActForm], ...] = (
    Accept,
    SendHome,
    TakeHome,
    SendSupplement,
    ReceiveSupplement,
    DecideSupplement,
    ApproveResult,
    Issue,
    HandOver,
    ApproveCorrection,
    IssueCorrection,
    AnswerConsultation,
    Forward,
    DraftResult,
    AskAtIntake,
    ProposeSupplement,
    OpenConsultation,
    OpenShares,
    WithdrawConsultation,
    ProposeExtension,
    Extend,
    DeclineExtension,
    Assign,
    GiveBack,
    TakeBack,
    DraftCorrection,
    Refuse,
    Stop,
    CloseNotSupplemented,
)

__all__ = ["ACTS", "ActForm", "page_of"]
