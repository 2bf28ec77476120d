"""Words of the year of scoring: rounds, sheets, what is given to a leaf, what is decided."""

from enum import StrEnum


class RoundKind(StrEnum):
    """What a round scores: a year, or provisionally one month of it."""

    YEAR = "year"
    MONTH = "month"


class SheetState(StrEnum):
    """Where the sheet of one agency stands; what is approved and published never changes."""

    NOT_OPEN = "not_open"
    SELF_SCORING = "self_scoring"
    LOCKED = "locked"
    APPRAISAL_1 = "appraisal_1"
    EXPLANATION = "explanation"
    APPRAISAL_2 = "appraisal_2"
    COUNCIL = "council"
    APPROVED = "approved"
    PUBLISHED = "published"


class SheetMove(StrEnum):
    """What carries a sheet from one state to the next."""

    OPEN = "open"
    LOCK = "lock"
    TAKE_UP = "take_up"
    ASK = "ask"
    ANSWER = "answer"
    HAND_ON = "hand_on"
    APPROVE = "approve"
    PUBLISH = "publish"


class ScoringAct(StrEnum):
    """What somebody may do in a year of scoring; `rules.rights` says who."""

    RUN = "run"
    SCORE = "score"
    LOCK = "lock"
    APPRAISE = "appraise"
    EXPLAIN = "explain"
    LOCK_EXPLANATION = "lock_explanation"
    SURVEY = "survey"
    COUNCIL = "council"
    DECIDE = "decide"
    READ = "read"
    READ_EVIDENCE = "read_evidence"


class LeafSource(StrEnum):
    """Who gives a leaf its value: the house from its measures, the agency, or a survey."""

    COMPUTED = "computed"
    DECLARED = "declared"
    SURVEYED = "surveyed"


class VerdictStage(StrEnum):
    """In which sitting a leaf was judged by somebody else than its agency."""

    APPRAISAL_1 = "appraisal_1"
    APPRAISAL_2 = "appraisal_2"
    COUNCIL = "council"


class EvidenceFor(StrEnum):
    """What a piece of evidence was handed in for."""

    SELF = "self"
    EXPLANATION = "explanation"


class LockKind(StrEnum):
    """What a lock closed."""

    SELF = "self"
    APPRAISAL_1 = "appraisal_1"
    EXPLANATION = "explanation"
    APPRAISAL_2 = "appraisal_2"
    COUNCIL = "council"


class ResultKind(StrEnum):
    """What a decision about results is: of a round, a correction of one, or one carried over from before."""

    ROUND = "round"
    CORRECTION = "correction"
    PAST = "past"


class LeafChange(StrEnum):
    """What a new version of the criteria does to a leaf of a running round."""

    KEPT = "kept"
    NEW_MAX = "new_max"
    NEW_RULE = "new_rule"
    ADDED = "added"
    GONE = "gone"


class Missing(StrEnum):
    """What a leaf still lacks before its sheet can be locked."""

    VALUE = "value"
    EVIDENCE = "evidence"


class HistoryBreak(StrEnum):
    """Why two years of results must not be joined by a line."""

    REORGANISED = "reorganised"
    NEW_CRITERIA = "new_criteria"
    YEARS_MISSING = "years_missing"


class RoundWhy(StrEnum):
    """Why an act in the year of scoring was refused."""

    NOT_YOURS = "scoring.not_yours"
    OWN_AGENCY = "scoring.own_agency"
    SCORED_IT = "scoring.scored_it"
    APPRAISED_IT = "scoring.appraised_it"
    NOT_OPEN_FOR = "scoring.not_open_for"
    ROUND_STANDS = "scoring.round_stands"
    NO_AGENCIES = "scoring.no_agencies"
    AGENCY_OF_OTHER_LEVEL = "scoring.agency_of_other_level"
    DEADLINES_BACKWARDS = "scoring.deadlines_backwards"
    DOMAIN_UNKNOWN = "scoring.domain_unknown"
    DOMAIN_WITHOUT_APPRAISER = "scoring.domain_without_appraiser"
    MONTH_OF_OTHER_YEAR = "scoring.month_of_other_year"
    CAP_NEGATIVE = "scoring.cap_negative"
    LEAF_UNKNOWN = "scoring.leaf_unknown"
    LEAF_COMPUTED = "scoring.leaf_computed"
    LEAF_SURVEYED = "scoring.leaf_surveyed"
    LEAF_NOT_SURVEYED = "scoring.leaf_not_surveyed"
    INPUT_WRONG = "scoring.input_wrong"
    REASON_MISSING = "scoring.reason_missing"
    NOTE_MISSING = "scoring.note_missing"
    POINTS_OUT_OF_RANGE = "scoring.points_out_of_range"
    EVIDENCE_UNPLACED = "scoring.evidence_unplaced"
    EVIDENCE_UNISSUED = "scoring.evidence_unissued"
    EVIDENCE_FROM_FUTURE = "scoring.evidence_from_future"
    EVIDENCE_NOT_YOURS = "scoring.evidence_not_yours"
    EVIDENCE_GONE = "scoring.evidence_gone"
    NOT_READY = "scoring.not_ready"
    NO_WORDS = "scoring.no_words"
    NOT_APPRAISED = "scoring.not_appraised"
    NOT_ASKED = "scoring.not_asked"
    NOT_EXPLAINED = "scoring.not_explained"
    APPRAISED_ELSEWHERE = "scoring.appraised_elsewhere"
    COUNCIL_CLOSED = "scoring.council_closed"
    SHEETS_BEHIND = "scoring.sheets_behind"
    NO_DECISION_NUMBER = "scoring.no_decision_number"
    DECISION_STANDS = "scoring.decision_stands"
    DECISION_PUBLISHED = "scoring.decision_published"
    DECISION_NOT_PUBLISHED = "scoring.decision_not_published"
    DECISION_REPLACED = "scoring.decision_replaced"
    NOTHING_CORRECTED = "scoring.nothing_corrected"
    SAME_SET = "scoring.same_set"
    SET_OF_OTHER_LEVEL = "scoring.set_of_other_level"
    NOTHING_CARRIED = "scoring.nothing_carried"
    RESULTS_WRONG = "scoring.results_wrong"
