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
    ALREADY_OFFERED = "catalogue.already_offered"
    NOT_ITS_TIER = "catalogue.not_its_tier"
