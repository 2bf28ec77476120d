"""Words of the catalogue."""

from enum import StrEnum


class Channel(StrEnum):
    """How a dossier comes in (national codes 1, 2, 3)."""

    DIRECT = "direct"
    ONLINE = "online"
    POST = "post"


class DurationUnit(StrEnum):
    """The unit of a time limit. Working days and days are never mixed."""

    HOUR = "hour"
    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"


class SupplementClock(StrEnum):
    """What a supplement after appraisal does to the clock."""

    RESTART = "restart"
    PAUSE = "pause"


class FeeKind(StrEnum):
    """Phí and lệ phí are never merged."""

    SERVICE_FEE = "service_fee"
    CHARGE = "charge"


class OnlineLevel(StrEnum):
    """How far a procedure can be done online (NĐ 224/2026/NĐ-CP, Điều 14)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
