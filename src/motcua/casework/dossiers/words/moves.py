"""In which state a dossier stands, what can happen to it, and by whom."""

from enum import IntEnum, StrEnum


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
