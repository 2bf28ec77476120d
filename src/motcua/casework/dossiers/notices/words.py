"""Words about notices of dossiers."""

from enum import StrEnum


class Addressee(StrEnum):
    """Who is told, by relation to the dossier."""

    APPLICANT = "applicant"
    HOLDER = "holder"
    FORMER_HOLDER = "former_holder"
    COUNTER = "counter"
    UNIT_HEAD = "unit_head"
    ONE_STOP_HEAD = "one_stop_head"
    LEADER = "leader"


class NoticeEvent(StrEnum):
    """What people are told about (§12c): acts of the life, then alarms, then what is still to come."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    INTAKE_REFUSED = "intake_refused"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    SUPPLEMENT_ANSWERED = "supplement_answered"
    SUPPLEMENT_PARTIAL = "supplement_partial"
    SUPPLEMENT_COMPLETED = "supplement_completed"
    MOVED_ON = "moved_on"
    ASSIGNED = "assigned"
    TAKEN_OVER = "taken_over"
    RESULT_READY = "result_ready"
    RESULT_RETURNED = "result_returned"
    WITHDRAWN = "withdrawn"
    EXTENDED = "extended"
    STOPPED = "stopped"
    TRANSFERRED = "transferred"
    RESULT_CORRECTED = "result_corrected"
    CALENDAR_MOVED = "calendar_moved"
    CONSULTATION_LATE = "consultation_late"

    DUE_FIRST = "due_first"
    DUE_LAST = "due_last"
    OVERDUE = "overdue"
    STEP_LATE = "step_late"
    SILENT = "silent"
    SUPPLEMENT_UNANSWERED = "supplement_unanswered"

    PAYMENT_DUE = "payment_due"
    PAYMENT_RECEIVED = "payment_received"
    REFUNDED = "refunded"
    EVALUATION = "evaluation"


# How an alarm climbs when nobody stands at one of these.
LADDER = (Addressee.HOLDER, Addressee.UNIT_HEAD, Addressee.ONE_STOP_HEAD, Addressee.LEADER)
ALARMS = frozenset(
    {
        NoticeEvent.DUE_FIRST,
        NoticeEvent.DUE_LAST,
        NoticeEvent.OVERDUE,
        NoticeEvent.STEP_LATE,
        NoticeEvent.SILENT,
        NoticeEvent.SUPPLEMENT_UNANSWERED,
    }
)
