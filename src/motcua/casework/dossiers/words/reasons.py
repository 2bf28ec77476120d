"""Why an official refuses, stops, delays or waits."""

from enum import StrEnum


class RefusalReason(StrEnum):
    """Why intake is refused (§12b); every reason also has words of its own."""

    NOT_ELIGIBLE = "not_eligible"
    WRONG_AUTHORITY = "wrong_authority"
    INCOMPLETE = "incomplete_not_supplemented"
    INVALID_DOCUMENT = "invalid_document"
    FALSE_DECLARATION = "false_declaration"
    OTHER = "other"


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


class LatenessReason(StrEnum):
    """Why a dossier will be late (§12b); every reason also has words of its own."""

    UNIT_OVERLOAD = "unit_overload"
    CONSULTATION_LATE = "consultation_late"
    INCOMPLETE_VERIFICATION = "incomplete_verification"
    SYSTEM_INCIDENT = "system_incident"
    LEGAL_CHANGE = "legal_change"
    FORCE_MAJEURE = "force_majeure"
    OTHER = "other"
