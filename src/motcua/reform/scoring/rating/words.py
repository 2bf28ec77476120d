"""Words of the rating of one-stop units."""

from enum import StrEnum


class Indicator(StrEnum):
    """The nine indicators (TT 01/2018/TT-VPCP, Điều 13 to 15)."""

    WHOLE_TIME = "1"
    AGENCY_TIME = "2"
    CONTACTS = "3"
    AGENCIES_CONTACTED = "4"
    AT_ONE_STOP = "5"
    PUBLISHED = "6"
    ATTITUDE = "7"
    FEEDBACK = "8"
    ONLINE_SERVICES = "9"


class Basis(StrEnum):
    """How an indicator gets its score."""

    COMPUTED = "computed"
    DECLARED = "declared"
    BOTH = "both"


class RatingClass(StrEnum):
    """How an agency did as a whole."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    AVERAGE = "average"
    WEAK = "weak"


class OfficerClass(StrEnum):
    """How far an official did their task."""

    WHOLE = "whole"
    MOST = "most"
    LESS = "less"


class Why(StrEnum):
    """Why a declaration was refused."""

    NOT_A_QUARTER = "rating.not_a_quarter"
    QUARTER_AHEAD = "rating.quarter_ahead"
    NO_RULES = "rating.no_rules"
    IS_COMPUTED = "rating.is_computed"
    NOT_YOURS = "rating.not_yours"
    NO_SOURCE = "rating.no_source"
    NUMBERS_MISSING = "rating.numbers_missing"
    MORE_THAN_ALL = "rating.more_than_all"
