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


class Move(StrEnum):
    """Everything that can happen to a dossier; whatever is not here is refused."""

    CREATE_DRAFT = "create_draft"
    SAVE_DRAFT = "save_draft"
    SUBMIT_ONLINE = "submit_online"
    RECEIVE_DIRECT = "receive_direct"
    ACCEPT = "accept"
    REQUEST_SUPPLEMENT_AT_INTAKE = "request_supplement_at_intake"
    REFUSE_INTAKE = "refuse_intake"
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
    WITHDRAW = "withdraw"
    DISCARD_DRAFT = "discard_draft"
    JUDGE_PAPER = "judge_paper"
    DRAFT_RESULT = "draft_result"
    APPROVE_RESULT = "approve_result"
    REFUSE_ON_MERITS = "refuse_on_merits"
    ISSUE_RESULT = "issue_result"
    HAND_OVER_RESULT = "hand_over_result"


class Party(StrEnum):
    """Who makes a move, by relation to the dossier."""

    OWNER = "owner"
    WITHDRAWER = "withdrawer"
    DISCARDER = "discarder"
    COUNTER = "counter"
    HANDLER = "handler"
    OFFICER = "officer"
    HEAD = "head"
    LEADER = "leader"
    FORWARDER = "forwarder"
    SIGNER = "signer"
    CLERK = "clerk"
    SENDER = "sender"
    RETURNER = "returner"


class Relation(StrEnum):
    """How somebody stands to a dossier; rights follow from it alone."""

    OWN = "own"
    REPRESENTING = "representing"
    COUNTER = "counter"
    ASSIGNED = "assigned"
    TOOK_PART = "took_part"
    SUPERVISING = "supervising"
    INSPECTING = "inspecting"


class Outcome(StrEnum):
    """How a dossier ended, apart from its state."""

    NONE = ""
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


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


class ResultState(StrEnum):
    """Where the result stands before it is issued."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    ISSUED = "issued"


class SlipForm(StrEnum):
    """Slips of the form set of TT 03/2025/TT-VPCP; the same number names another form in older sets."""

    M01 = "M01"
    M02 = "M02"
    M03 = "M03"


FORM_SET = "TT03/2025"


class Why(StrEnum):
    """Why a move was refused."""

    NOT_OPEN = "dossier.not_open"
    NOT_YOURS = "dossier.not_yours"
    CHANGED_MEANWHILE = "dossier.changed_meanwhile"
    NOT_OFFERED = "dossier.not_offered"
    PROCEDURE_ABOLISHED = "dossier.procedure_abolished"
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
    NO_RESULT = "dossier.no_result"
    RESULT_NOT_APPROVED = "dossier.result_not_approved"
    RESULT_ALREADY_APPROVED = "dossier.result_already_approved"
    RESULT_TYPE_UNKNOWN = "dossier.result_type_unknown"
    NO_NEXT_STEP = "dossier.no_next_step"
    NO_STEP_BEFORE = "dossier.no_step_before"
    NOBODY_AT_STEP = "dossier.nobody_at_step"
    NOT_IN_UNIT = "dossier.not_in_unit"
    ALREADY_ACTED_ON = "dossier.already_acted_on"
    NO_RECIPIENT = "dossier.no_recipient"
    NO_DURATION = "dossier.no_duration"


@dataclass(frozen=True)
class Asked:
    """One paper to add or mend."""

    name: str
    reason: str = ""
    requirement_id: UUID | None = None
