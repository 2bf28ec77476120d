"""Storage of dossiers."""

from motcua.casework.dossiers.models.consulting import Consultation
from motcua.casework.dossiers.models.desk import SavedView
from motcua.casework.dossiers.models.dossier import Dossier
from motcua.casework.dossiers.models.extensions import Extension
from motcua.casework.dossiers.models.outages import Outage
from motcua.casework.dossiers.models.papers import AnswerFile, Paper, SupplementItem, SupplementRound
from motcua.casework.dossiers.models.results import Result, ResultReturn
from motcua.casework.dossiers.models.running import CalendarMove, ClockMark, StepRun
from motcua.casework.dossiers.models.slips import Register, RegisterEntry, Serial, Slip
from motcua.casework.dossiers.models.stopping import StopNotice

__all__ = [
    "AnswerFile",
    "CalendarMove",
    "ClockMark",
    "Consultation",
    "Dossier",
    "Extension",
    "Outage",
    "Paper",
    "Register",
    "RegisterEntry",
    "Result",
    "ResultReturn",
    "SavedView",
    "Serial",
    "Slip",
    "StepRun",
    "StopNotice",
    "SupplementItem",
    "SupplementRound",
]
