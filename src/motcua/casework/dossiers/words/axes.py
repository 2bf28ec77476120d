"""Where a dossier stands besides its state: its end, its money, its result, its way."""

from enum import StrEnum


class Outcome(StrEnum):
    """How a dossier ended, apart from its state."""

    NONE = ""
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    STOPPED = "stopped"


class Finance(StrEnum):
    """The axis of money; a partner's failure never changes the business state."""

    NONE = "none"
    DUE = "due"
    WAITING = "waiting"
    PAID = "paid"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class Delivery(StrEnum):
    """The axis of the result's way to its owner."""

    NONE = "none"
    READY = "ready"
    HANDED_OVER = "handed_over"


class Transfer(StrEnum):
    """Where a dossier filed at another counter stands; its code and its receiving unit stay."""

    NONE = "none"
    NEEDED = "needed"
    WAITING = "waiting"
    RECEIVED = "received"
    IN_PROCESS = "in_process"
    RESULT_RETURNED = "result_returned"


class Sync(StrEnum):
    """The axis of exchange with the national portal."""

    NONE = "none"
    PENDING = "pending"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    FAILED = "failed"


class ResultDelivery(StrEnum):
    """How the owner wants the result."""

    ONE_STOP = "one_stop"
    ELECTRONIC = "electronic"
