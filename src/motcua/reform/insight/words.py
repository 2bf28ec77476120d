"""What is counted, and by what it can be looked at."""

from enum import StrEnum


class Counter(StrEnum):
    """Things that happened to dossiers, each on a day. What stands at a moment is the sum up to then."""

    SUBMITTED = "submitted"
    TURNED_AWAY = "turned_away"
    ACCEPTED = "accepted"
    # How it ended, for whoever reports: by the date in force when the result came.
    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    NO_LIMIT = "no_limit"
    REFUSED = "refused"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    RETURNED = "returned"
    MINUTES = "minutes"
    # On the way.
    ASKED = "asked"
    EXTENDED = "extended"
    CORRECTED = "corrected"
    WAITING_IN = "waiting_in"
    WAITING_OUT = "waiting_out"
    LATE_IN = "late_in"
    LATE_OUT = "late_out"
    # How often the applicant was asked for more before the result.
    ONE_CONTACT = "one_contact"
    MORE_CONTACTS = "more_contacts"
    # As Decision 766/QĐ-TTg counts.
    KEPT = "kept"
    MISSED = "missed"
    OVER_IN = "over_in"
    OVER_OUT = "over_out"
    SYNCED = "synced"
    FULL_SERVICE = "full_service"
    FILED_FULLY = "filed_fully"
    ONLINE = "online"
    WITH_FEE = "with_fee"
    PAID_ONLINE = "paid_online"
    MUST_RETURN = "must_return"
    RETURNED_FILE = "returned_file"
    DIGITISED = "digitised"
    REUSED = "reused"
    FROM_STORE = "from_store"
    KNOWN = "known"


class End(StrEnum):
    """How the life of a dossier ended."""

    RESOLVED = "resolved"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"
    TURNED_AWAY = "turned_away"


class By(StrEnum):
    """By what a figure is split."""

    AGENCY = "agency"
    UNIT = "unit"
    PROCEDURE = "procedure"
    FIELD = "field"
    CHANNEL = "channel"
    DAY = "day"
    MONTH = "month"


class Part(StrEnum):
    """Which side of a share somebody asks about; without one, the whole figure."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    REST = "rest"


class Cause(StrEnum):
    """Why a dossier will likely be late: its steps as they are set, how long a step takes here, the queue."""

    STEPS_LEFT = "steps_left"
    SLOW_STEP = "slow_step"
    QUEUE = "queue"


class Why(StrEnum):
    """Why a figure was not given or a period not closed."""

    PERIOD_OPEN = "insight.period_open"
    PERIOD_UNKNOWN = "insight.period_unknown"
    CLOSED_ALREADY = "insight.closed_already"
    REPORT_OPEN = "insight.report_open"
    NOT_YOURS = "insight.not_yours"
