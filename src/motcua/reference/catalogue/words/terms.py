"""The terms of the catalogue."""

from enum import StrEnum


class Level(StrEnum):
    """The level at which a procedure is decided; one procedure may have several."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    COMMUNE = "commune"
    OTHER = "other"


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
    """Phí and lệ phí are never merged; a national record may not say which of them it means."""

    SERVICE_FEE = "service_fee"
    CHARGE = "charge"
    UNSAID = "unsaid"


class OnlineLevel(StrEnum):
    """How far a procedure can be done online (NĐ 224/2026/NĐ-CP, Điều 14)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Origin(StrEnum):
    """Whose words a version holds: the national record's, or those of the province's controllers."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"


class VersionState(StrEnum):
    """How far a version has come; that it is in force or has ended follows from its dates."""

    DRAFT = "draft"
    IN_CHECK = "in_check"
    SIGNED = "signed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class VersionMove(StrEnum):
    """What may be done with a version."""

    EDIT = "edit"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    CONFIRM = "confirm"
    SIGN = "sign"
    PUBLISH = "publish"
    DISCARD = "discard"


class Change(StrEnum):
    """Why there is a new version."""

    NEW = "new"
    AMENDED = "amended"
    REPLACED = "replaced"
    TIME_CUT = "time_cut"
    FORM = "form"
    ROUTE = "route"
    RECORD = "record"


class CodeKind(StrEnum):
    """What another code of a procedure is."""

    LOCALISED = "localised"
    REPLACED = "replaced"
    LOCAL = "local"


class DecisionKind(StrEnum):
    """What a publication decision does (NĐ 63/2010/NĐ-CP, sửa đổi 2017; tthc §4.3)."""

    ANNOUNCE_NEW = "announce_new"
    AMEND = "amend"
    REPLACE = "replace"
    ABOLISH = "abolish"
    TIME_CUT = "time_cut"
    INTERNAL_PROCESS = "internal_process"
    NON_BOUNDARY = "non_boundary"


class DecisionStep(StrEnum):
    """What happens to a signed decision; each has a moment of its own."""

    LOADED = "loaded"
    PUBLISHED = "published"
    POSTED = "posted"


class Duty(StrEnum):
    """A limit of law for a publication decision (NĐ 63/2010/NĐ-CP, Điều 15 and 24)."""

    SIGN = "sign"
    LOAD = "load"
    PUBLISH = "publish"


class Keeping(StrEnum):
    """How a duty was kept."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    OPEN = "open"
    NO_RULE = "no_rule"


class Part(StrEnum):
    """A part of a version, as it is edited and compared."""

    FACTS = "facts"
    CASES = "cases"
    CHANNELS = "channels"
    FEES = "fees"
    PAPERS = "papers"
    RESULTS = "results"
    LEGAL_BASIS = "legal_basis"
    ROUTE = "route"
    FORM = "form"
    ONLINE = "online"


class Shift(StrEnum):
    """How something differs between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


class Why(StrEnum):
    """Why a change of the catalogue was refused."""

    NO_CHANNEL = "catalogue.no_channel"
    NO_ROUTE = "catalogue.no_route"
    ROUTE_TOO_LONG = "catalogue.route_too_long"
    REQUIRED_IN_DATABASE = "catalogue.required_in_database"
    CASE_UNKNOWN = "catalogue.case_unknown"
    CHANNEL_TWICE = "catalogue.channel_twice"
    ABOVE_STATUTORY = "catalogue.above_statutory"
    CUT_WITHOUT_DECISION = "catalogue.cut_without_decision"
    NO_PARTIAL_REASON = "catalogue.no_partial_reason"
    NO_START = "catalogue.no_start"
    ENDS_BEFORE_START = "catalogue.ends_before_start"
    NOT_ITS_TURN = "catalogue.not_its_turn"
    OWN_DRAFT = "catalogue.own_draft"
    NOT_CHECKED = "catalogue.not_checked"
    ALREADY_PUBLISHED = "catalogue.already_published"
    NOT_PUBLISHED = "catalogue.not_published"
    NEWER_IN_FORCE = "catalogue.newer_in_force"
    CODE_TWICE = "catalogue.code_twice"
    UNKNOWN_CODE = "catalogue.unknown_code"
    NO_REMARK = "catalogue.no_remark"
    NUMBER_TAKEN = "catalogue.number_taken"
    SIGNED_IN_FUTURE = "catalogue.signed_in_future"
    DECISION_NOT_SIGNED = "catalogue.decision_not_signed"
    STEP_BEFORE_SIGNING = "catalogue.step_before_signing"
    STEP_TAKEN = "catalogue.step_taken"
    ALREADY_ABOLISHED = "catalogue.already_abolished"
    OWN_SUCCESSOR = "catalogue.own_successor"
    SUCCESSOR_ABOLISHED = "catalogue.successor_abolished"
    OFFERING_ENDED = "catalogue.offering_ended"
    ALREADY_OFFERED = "catalogue.already_offered"
    NOT_ITS_TIER = "catalogue.not_its_tier"
    NOTHING_TO_IMPORT = "catalogue.nothing_to_import"
    ALREADY_RESOLVED = "catalogue.already_resolved"
    NO_RESOLUTION = "catalogue.no_resolution"
    UPLOAD_MOVED_ON = "catalogue.upload_moved_on"
    NOTHING_SAID = "catalogue.nothing_said"
    NOTHING_MEANT = "catalogue.nothing_meant"
    NO_CODE = "catalogue.no_code"
    WEIGHT_OUT_OF_RANGE = "catalogue.weight_out_of_range"
