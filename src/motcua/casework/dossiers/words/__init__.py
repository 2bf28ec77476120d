"""Words of a dossier's life."""

from motcua.casework.dossiers.words.asking import (
    Asked,
    ConsultationKind,
    ConsultationState,
    ExtensionState,
    ResultState,
    RoundState,
    Stage,
    StepTimeliness,
)
from motcua.casework.dossiers.words.axes import Delivery, Finance, Outcome, ResultDelivery, Sync, Transfer
from motcua.casework.dossiers.words.moves import UNDERWAY, Move, Party, Relation, State
from motcua.casework.dossiers.words.papers import PaperForm, PaperSize, PaperSource, SlipForm, Verdict
from motcua.casework.dossiers.words.reasons import (
    LatenessReason,
    PauseReason,
    RefusalReason,
    Settlement,
    StopGround,
)
from motcua.casework.dossiers.words.refusals import Why

__all__ = [
    "UNDERWAY",
    "Asked",
    "ConsultationKind",
    "ConsultationState",
    "Delivery",
    "ExtensionState",
    "Finance",
    "LatenessReason",
    "Move",
    "Outcome",
    "PaperForm",
    "PaperSize",
    "PaperSource",
    "Party",
    "PauseReason",
    "RefusalReason",
    "Relation",
    "ResultDelivery",
    "ResultState",
    "RoundState",
    "Settlement",
    "SlipForm",
    "Stage",
    "State",
    "StepTimeliness",
    "StopGround",
    "Sync",
    "Transfer",
    "Verdict",
    "Why",
]
