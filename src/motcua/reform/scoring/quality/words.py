"""Words of the index of service by Decision 766/QĐ-TTg."""

from enum import StrEnum


class Block(StrEnum):
    """The six blocks into which the index is shown; online services and payment are one official group."""

    OPENNESS = "openness"
    PROGRESS = "progress"
    ONLINE = "online"
    PAYMENT = "payment"
    DIGITAL = "digital"
    SATISFACTION = "satisfaction"


class Timing(StrEnum):
    """Whether a row is about a moment, about a period, or sets what came in a period against a moment."""

    POINT = "point"
    PERIOD = "period"
    MIXED = "mixed"


class FiguresFrom(StrEnum):
    """Where the numbers of a row come from."""

    COUNTERS = "counters"
    CATALOGUE = "catalogue"
    MEAN = "mean"
    NOWHERE = "nowhere"


class Subject(StrEnum):
    """What a row counts."""

    DOSSIER = "dossier"
    PROCEDURE = "procedure"


class Remedy(StrEnum):
    """How points are still won: what is there is put right, the next ones are done well, or not at all."""

    MEND = "mend"
    NEXT = "next"
    NONE = "none"


class Supposed(StrEnum):
    """Which dossiers are supposed to be finished today."""

    LATE = "late"
    WITHIN = "within"


class Why(StrEnum):
    """Why the index of a period was not closed."""

    COUNTS_OPEN = "quality.counts_open"
    CLOSED_ALREADY = "quality.closed_already"
