"""Words of the journal."""

from enum import StrEnum


class Mark(StrEnum):
    """Why a row's moment may lie before its recording: the only reasons that back-date."""

    NONE = ""
    IMPORT = "import"
    DEMO = "demo"
    LATE_ENTRY = "late_entry"


class Why(StrEnum):
    """Refusals of the command wrapper itself."""

    KEY_REUSED = "journal.key_reused"
    OUTCOME_GONE = "journal.outcome_gone"
