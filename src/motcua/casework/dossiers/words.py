"""Words of a dossier's life."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from uuid import UUID


class State(IntEnum):
    """The ten national states, the only ones that other systems understand, and our draft before them."""

    DRAFT = 0
    SUBMITTED = 1
    ACCEPTED = 2
    REJECTED_AT_INTAKE = 3
    IN_PROCESS = 4
    SUPPLEMENT_REQUESTED = 5
    PAYMENT_REQUIRED = 6
    WITHDRAWN = 7
    STOPPED = 8
    RESOLVED = 9
    RESULT_RETURNED = 10


UNDERWAY = (
    State.SUBMITTED,
    State.ACCEPTED,
    State.IN_PROCESS,
    State.SUPPLEMENT_REQUESTED,
    State.PAYMENT_REQUIRED,
    State.RESOLVED,
)


class Move(StrEnum):
    """Everything that can happen to a dossier; whatever is not here is refused."""

    CREATE_DRAFT = "create_draft"
    SAVE_DRAFT = "save_draft"
    SUBMIT_ONLINE = "submit_online"
    RECEIVE_DIRECT = "receive_direct"
    ACCEPT = "accept"
    REQUEST_SUPPLEMENT_AT_INTAKE = "request_supplement_at_intake"
    REFUSE_INTAKE = "refuse_intake"
    TRANSFER = "transfer_non_boundary"
    TAKE_TRANSFER = "take_transfer"
    FORWARD = "forward"
    ASSIGN = "assign"
    ADVANCE_STEP = "advance_step"
    RETURN_STEP = "return_step"
    RECALL = "recall"
    PROPOSE_SUPPLEMENT = "propose_supplement"
    APPROVE_SUPPLEMENT = "approve_supplement"
    DECLINE_SUPPLEMENT = "decline_supplement"
    REQUEST_SUPPLEMENT = "request_supplement"
    ANSWER_SUPPLEMENT = "answer_supplement"
    SUPPLEMENT_COMPLETE = "supplement_received_complete"
    SUPPLEMENT_PARTIAL = "supplement_received_partial"
    PROPOSE_EXTENSION = "propose_extension"
    DECLINE_EXTENSION = "decline_extension"
    APOLOGISE_AND_EXTEND = "apologise_and_extend"
    CLOSE_NOT_SUPPLEMENTED = "close_not_supplemented"
    STOP = "stop"
    WITHDRAW = "withdraw"
    DISCARD_DRAFT = "discard_draft"
    JUDGE_PAPER = "judge_paper"
    DRAFT_RESULT = "draft_result"
    APPROVE_RESULT = "approve_result"
    REFUSE_ON_MERITS = "refuse_on_merits"
    ISSUE_RESULT = "issue_result"
    HAND_OVER_RESULT = "hand_over_result"
    OPEN_CONSULTATION = "open_consultation"
    ANSWER_CONSULTATION = "answer_consultation"
    WITHDRAW_CONSULTATION = "withdraw_consultation"
    FLAG_CONSULTEE_LATE = "flag_consultee_late"
    DRAFT_CORRECTION = "draft_correction"
    APPROVE_CORRECTION = "approve_correction"
    ISSUE_CORRECTION = "issue_correction"


class Party(StrEnum):
    """Who makes a move, by relation to the dossier."""

    OWNER = "owner"
    WITHDRAWER = "withdrawer"
    DISCARDER = "discarder"
    COUNTER = "counter"
    HOME_COUNTER = "home_counter"
    SENDING_COUNTER = "sending_counter"
    HANDLER = "handler"
    OFFICER = "officer"
    HEAD = "head"
    LEADER = "leader"
    FORWARDER = "forwarder"
    SIGNER = "signer"
    CLERK = "clerk"
    SENDER = "sender"
    RETURNER = "returner"
    CORRECTOR = "corrector"
    CONSULTED = "consulted"
    HOUSE = "house"
    AGENCY_CLERK = "agency_clerk"


class Relation(StrEnum):
    """How somebody stands to a dossier; rights follow from it alone."""

    OWN = "own"
    REPRESENTING = "representing"
    COUNTER = "counter"
    ASSIGNED = "assigned"
    TOOK_PART = "took_part"
    CONSULTED = "consulted"
    SUPERVISING = "supervising"
    INSPECTING = "inspecting"


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


class Verdict(StrEnum):
    """What an officer found about a paper."""

    UNSEEN = "unseen"
    PASSED = "passed"
    FAILED = "failed"


class PaperForm(StrEnum):
    """In which form a paper came."""

    ORIGINAL = "original"
    CERTIFIED_COPY = "certified_copy"
    COPY = "copy"
    ELECTRONIC = "electronic"


class PaperSource(StrEnum):
    """Where a paper came from."""

    E_FORM = "e_form"
    UPLOAD = "upload"
    COUNTER = "counter"
    STORE = "store"


class RefusalReason(StrEnum):
    """Why intake is refused (§12b); every reason also has words of its own."""

    NOT_ELIGIBLE = "not_eligible"
    WRONG_AUTHORITY = "wrong_authority"
    INCOMPLETE = "incomplete_not_supplemented"
    INVALID_DOCUMENT = "invalid_document"
    FALSE_DECLARATION = "false_declaration"
    OTHER = "other"


class ExtensionState(StrEnum):
    """Where an apology with a later date stands."""

    PROPOSED = "proposed"
    GRANTED = "granted"
    DECLINED = "declined"


class StopGround(StrEnum):
    """On what ground a dossier is stopped (§12b)."""

    APPLICANT_REQUEST = "applicant_request"
    LEGAL_GROUND = "legal_ground"
    NOT_SUPPLEMENTED = "not_supplemented_by_rule"
    OBJECT_CEASED = "object_ceased"


class Settlement(StrEnum):
    """What becomes of the money when a dossier is stopped; the axis of money itself is not touched."""

    NOTHING_DUE = "nothing_due"
    REFUNDED = "refunded"
    KEPT = "kept"
    CANCELLED = "cancelled"


class PauseReason(StrEnum):
    """What a paused clock waits for."""

    SUPPLEMENT = "supplement"
    CONSULTATION = "consultation"


class ConsultationState(StrEnum):
    """Where an opinion asked of another unit stands."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class ConsultationKind(StrEnum):
    """What is asked of another unit: an opinion, or its share of the work on an interlinked procedure."""

    OPINION = "opinion"
    SHARE = "share"


class LatenessReason(StrEnum):
    """Why a dossier will be late (§12b); every reason also has words of its own."""

    UNIT_OVERLOAD = "unit_overload"
    CONSULTATION_LATE = "consultation_late"
    INCOMPLETE_VERIFICATION = "incomplete_verification"
    SYSTEM_INCIDENT = "system_incident"
    LEGAL_CHANGE = "legal_change"
    FORCE_MAJEURE = "force_majeure"
    OTHER = "other"


class ResultState(StrEnum):
    """Where the result stands before it is issued."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    ISSUED = "issued"


class SlipForm(StrEnum):
    """What an official paper is, by its number in TT 03/2025/TT-VPCP; another set may number it otherwise."""

    M01 = "M01"
    M02 = "M02"
    M03 = "M03"
    M04 = "M04"
    M05 = "M05"
    M06 = "M06"
    M07 = "M07"


class PaperSize(StrEnum):
    """The size of an official paper."""

    A5 = "a5"
    A4 = "a4"


class StepTimeliness(StrEnum):
    """How a stay at a step stood to the time that the route gives it; computed, never typed."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


class Why(StrEnum):
    """Why a move was refused."""

    NOT_OPEN = "dossier.not_open"
    NOT_YOURS = "dossier.not_yours"
    CHANGED_MEANWHILE = "dossier.changed_meanwhile"
    NOT_OFFERED = "dossier.not_offered"
    PROCEDURE_ABOLISHED = "dossier.procedure_abolished"
    NEWER_VERSION = "dossier.newer_version"
    PROCEDURE_REPLACED = "dossier.procedure_replaced"
    VERSION_NOT_EFFECTIVE = "dossier.version_not_effective"
    NOT_VERIFIED = "dossier.not_verified"
    ANSWERS_MISSING = "dossier.answers_missing"
    PAPERS_MISSING = "dossier.papers_missing"
    PAPERS_NOT_JUDGED = "dossier.papers_not_judged"
    PAPERS_FAILED = "dossier.papers_failed"
    FEE_UNPAID = "dossier.fee_unpaid"
    HELD_BY_STATE = "dossier.held_by_state"
    NOT_REPRESENTED = "dossier.not_represented"
    NOT_KEPT_LONG = "dossier.not_kept_long"
    NO_REASON = "dossier.no_reason"
    NO_ITEMS = "dossier.no_items"
    NO_LEGAL_GROUND = "dossier.no_legal_ground"
    RIGHT_AUTHORITY_NEEDED = "dossier.right_authority_needed"
    SUPPLEMENT_ALREADY_ASKED = "dossier.supplement_already_asked"
    SUPPLEMENT_TOO_LATE = "dossier.supplement_too_late"
    SUPPLEMENT_OPEN = "dossier.supplement_open"
    SUPPLEMENT_NOT_ANSWERED = "dossier.supplement_not_answered"
    ITEMS_NOT_TICKED = "dossier.items_not_ticked"
    NO_CLOSING_RULE = "dossier.no_closing_rule"
    STILL_AWAITED = "dossier.still_awaited"
    NOT_ACCEPTED_YET = "dossier.not_accepted_yet"
    CLOSED_BY_ITS_OWN_MOVE = "dossier.closed_by_its_own_move"
    SETTLEMENT_NEEDED = "dossier.settlement_needed"
    NO_DUE_DATE = "dossier.no_due_date"
    NO_EXTENSION_RULE = "dossier.no_extension_rule"
    ALREADY_EXTENDED = "dossier.already_extended"
    EXTENSION_TOO_LATE = "dossier.extension_too_late"
    EXTENSION_PROPOSED = "dossier.extension_already_proposed"
    NO_EXTENSION_PROPOSED = "dossier.no_extension_proposed"
    NEW_DUE_NOT_LATER = "dossier.new_due_not_later"
    NEW_DUE_NOT_WORKED = "dossier.new_due_not_worked"
    NO_RESULT = "dossier.no_result"
    RESULT_NOT_APPROVED = "dossier.result_not_approved"
    RESULT_ALREADY_APPROVED = "dossier.result_already_approved"
    OWN_DRAFT = "dossier.own_draft"
    RESULT_TYPE_UNKNOWN = "dossier.result_type_unknown"
    NO_ERROR_SAID = "dossier.no_error_said"
    NO_CORRECTION = "dossier.no_correction"
    CORRECTION_NOT_APPROVED = "dossier.correction_not_approved"
    CORRECTION_APPROVED = "dossier.correction_signed_already"
    NOTHING_TO_HAND_OVER = "dossier.nothing_to_hand_over"
    CONSULTATION_OPEN = "dossier.consultation_open"
    SHARE_OPEN = "dossier.share_open"
    NO_CONSULTATION = "dossier.no_consultation"
    NO_CONTENT = "dossier.no_content"
    REPLY_DUE_PAST = "dossier.reply_due_past"
    OWN_UNIT = "dossier.own_unit"
    UNIT_UNKNOWN = "dossier.unit_unknown"
    NOT_LATE_YET = "dossier.not_late_yet"
    SHARES_TOO_LONG = "dossier.shares_too_long"
    SHARES_NOT_WHOLE = "dossier.shares_not_whole"
    CLOCK_PAUSED = "dossier.clock_paused"
    NOT_RECEIVED_HERE = "dossier.not_received_here"
    NO_TRANSFER_NEEDED = "dossier.no_transfer_needed"
    TRANSFER_FIRST = "dossier.transfer_first"
    TRANSFER_NOT_TAKEN = "dossier.transfer_not_taken"
    NO_NEXT_STEP = "dossier.no_next_step"
    NO_STEP_BEFORE = "dossier.no_step_before"
    NOBODY_AT_STEP = "dossier.nobody_at_step"
    NOT_IN_UNIT = "dossier.not_in_unit"
    ALREADY_ACTED_ON = "dossier.already_acted_on"
    NO_RECIPIENT = "dossier.no_recipient"
    NO_DURATION = "dossier.no_duration"
    NO_ROUTE = "dossier.no_route"
    NOT_AT_STEP = "dossier.not_at_step"
    CALENDAR_NOT_IN_FORCE = "dossier.calendar_not_in_force"
    NOTHING_TO_MOVE = "dossier.nothing_to_move"
    OTHERS_WOULD_MOVE = "dossier.others_would_move"
    FORM_NOT_IN_SET = "dossier.form_not_in_set"
    NO_APPLICANT = "dossier.no_applicant"
    REGISTER_YEAR_RUNS = "dossier.register_year_runs"
    REGISTER_CLOSED = "dossier.register_closed"
    REGISTER_NOT_YOURS = "dossier.register_not_yours"
    REGISTER_EMPTY = "dossier.register_empty"
    VOLUME_EMPTY = "dossier.volume_empty"
    OUTAGE_SPAN = "outage.span"
    OUTAGE_NOT_OVER = "outage.not_over"
    NO_OUTAGE_BASIS = "outage.no_basis"
    NOT_OUTAGE_APPROVER = "outage.not_approver"
    NOT_OUTAGE_COUNTER = "outage.not_counter"
    OUTSIDE_OUTAGE = "outage.outside"
    OUTAGE_CLOSED = "outage.closed"
    HELD_ALREADY = "dossier.held_already"
    NO_NAME = "saved_view.no_name"
    TOO_MANY_VIEWS = "saved_view.too_many"
    NO_SUCH_VIEW = "saved_view.no_such_view"


@dataclass(frozen=True)
class Asked:
    """One paper to add or mend."""

    name: str
    reason: str = ""
    requirement_id: UUID | None = None
