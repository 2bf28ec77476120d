"""Words of criteria sets: what a tree is made of, how its leaves score, what may be wrong with them."""

from enum import StrEnum

NOT_OFFICIAL = "dựng lại, chưa phải bản chính thức"


class SetLevel(StrEnum):
    """Whom a criteria set scores; districts live in history alone."""

    PROVINCE = "province"
    DEPARTMENT = "department"
    COMMUNE = "commune"
    DISTRICT = "district"


class NodeLevel(StrEnum):
    """How a row of a criteria set is called; a criterion without children is itself a leaf."""

    DOMAIN = "domain"
    CRITERION = "criterion"
    COMPONENT = "component"
    ITEM = "item"


class NodeKind(StrEnum):
    """Whether a row gives points of the total, points above it, or takes some away."""

    POINTS = "points"
    BONUS = "bonus"
    PENALTY = "penalty"


class Method(StrEnum):
    """How a leaf is scored, as the column of official tables groups the rules."""

    LADDER = "ladder"
    RATIO = "ratio"
    SURVEY = "survey"
    MANUAL = "manual"


class RuleKind(StrEnum):
    """The seven ways in which what is given becomes points."""

    LADDER = "ladder"
    RATIO = "ratio"
    RATIO_BANDS = "ratio_bands"
    SURVEY_MEAN = "survey_mean"
    EXTERNAL_INDEX = "external_index"
    DEDUCT = "deduct"
    MANUAL = "manual"


class WhenZero(StrEnum):
    """What a leaf gets where there was nothing to do: its denominator is zero."""

    MAX = "max"
    ZERO = "zero"
    NOT_APPLICABLE = "not_applicable"


class LeafState(StrEnum):
    """Where a leaf stands: scored, without input yet (0 of its maximum), or out of the denominator."""

    SCORED = "scored"
    PENDING = "pending"
    NOT_APPLICABLE = "not_applicable"


class Because(StrEnum):
    """Why a leaf has its points."""

    NO_INPUT = "no_input"
    SAID_NOT_APPLICABLE = "said_not_applicable"
    NO_SURVEY_HELD = "no_survey_held"
    STEP_CHOSEN = "step_chosen"
    SHARE = "share"
    CAPPED = "capped"
    BELOW_FLOOR = "below_floor"
    BAND_REACHED = "band_reached"
    NO_BAND = "no_band"
    ZERO_GIVES_MAX = "zero_gives_max"
    ZERO_GIVES_NOTHING = "zero_gives_nothing"
    ZERO_NOT_APPLICABLE = "zero_not_applicable"
    ZERO_UNRULED = "zero_unruled"
    MEAN = "mean"
    INDEX = "index"
    DEDUCTED = "deducted"
    JUDGED = "judged"


class Fault(StrEnum):
    """What is wrong with a criteria set or its file."""

    NOT_READ = "not_read"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    NO_ROWS = "no_rows"
    NO_SHEET = "no_sheet"
    UNKNOWN_FILE = "unknown_file"
    TOO_MANY_ROWS = "too_many_rows"
    MISSING_COLUMN = "missing_column"
    COLUMN_TWICE = "column_twice"
    MISSING_VALUE = "missing_value"
    WRONG_TYPE = "wrong_type"
    NOT_A_NUMBER = "not_a_number"
    TOO_FINE = "too_fine"
    FORMULA = "formula"
    UNKNOWN_WORD = "unknown_word"
    TOO_LONG = "too_long"
    DUPLICATE_CODE = "duplicate_code"
    BAD_CODE = "bad_code"
    UNKNOWN_PARENT = "unknown_parent"
    CIRCLE = "circle"
    TOO_DEEP = "too_deep"
    LEAF_WITHOUT_RULE = "leaf_without_rule"
    PARENT_WITH_RULE = "parent_with_rule"
    POINTS_BELOW_ZERO = "points_below_zero"
    NO_POINTS = "no_points"
    SUM_OF_CHILDREN = "sum_of_children"
    SUM_OF_TOTAL = "sum_of_total"
    KIND_INSIDE = "kind_inside"
    UNKNOWN_RULE = "unknown_rule"
    UNKNOWN_SETTING = "unknown_setting"
    MISSING_SETTING = "missing_setting"
    SETTING_WRONG = "setting_wrong"
    SETTING_OUT_OF_RANGE = "setting_out_of_range"
    STEP_ABOVE_MAX = "step_above_max"
    BANDS_NOT_DESCENDING = "bands_not_descending"
    BAND_NEVER_REACHED = "band_never_reached"
    BANDS_HOLE = "bands_hole"
    BANDS_OVERLAP = "bands_overlap"
    UNKNOWN_MEASURE = "unknown_measure"


class InputFault(StrEnum):
    """What is wrong with the figures declared for a leaf."""

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    NOT_WHOLE = "not_whole"
    TOO_LARGE = "too_large"
    UNKNOWN_FIELD = "unknown_field"
    NO_SUCH_LEAF = "no_such_leaf"
    NOT_NEEDED = "not_needed"
    MISSING_FIELD = "missing_field"
    STEP_OUT_OF_RANGE = "step_out_of_range"
    UNKNOWN_OPTION = "unknown_option"
    ABOVE_MAX = "above_max"
    ABOVE_HUNDRED = "above_hundred"
    WITHOUT_WHOLE = "without_whole"
    MORE_THAN_WHOLE = "more_than_whole"
