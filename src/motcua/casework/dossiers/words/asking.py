"""What is asked, proposed or drafted while a dossier runs, and how far it has come."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Stage(StrEnum):
    """When a supplement was asked; it decides what happens to the clock."""

    INTAKE = "intake"
    APPRAISAL = "appraisal"


class RoundState(StrEnum):
    """Where a supplement request stands."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DECLINED = "declined"
    SENT = "sent"
    ANSWERED = "answered"
    COMPLETE = "complete"


class ExtensionState(StrEnum):
    """Where an apology with a later date stands."""

    PROPOSED = "proposed"
    GRANTED = "granted"
    DECLINED = "declined"


class ConsultationState(StrEnum):
    """Where an opinion asked of another unit stands."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class ConsultationKind(StrEnum):
    """What is asked of another unit: an opinion, or its share of the work on an interlinked procedure."""

    OPINION = "opinion"
    SHARE = "share"


class ResultState(StrEnum):
    """Where the result stands before it is issued."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    ISSUED = "issued"


class StepTimeliness(StrEnum):
    """How a stay at a step stood to the time that the route gives it; computed, never typed."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


@dataclass(frozen=True)
class Asked:
    """One paper to add or mend."""

    name: str
    reason: str = ""
    requirement_id: UUID | None = None
