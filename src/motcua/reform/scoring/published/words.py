"""Words of what others published."""

from enum import StrEnum


class Index(StrEnum):
    """An outside series of figures; its value stands in addresses."""

    PAR = "par"
    SIPAS = "sipas"
    PAPI = "papi"
    PCI = "pci"
    SERVICE = "766"
    PROGRESS = "tien-do"


class Scope(StrEnum):
    """Whose figure it is."""

    PROVINCE = "province"
    MINISTRY = "ministry"
    COUNTRY = "country"
    REGION = "region"
    DEPARTMENT = "department"
    DISTRICT = "district"
    COMMUNE = "commune"
    GROUP = "group"


class Scale(StrEnum):
    """In what a figure is told."""

    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"
    DAYS = "days"


class Standing(StrEnum):
    """How a figure came to us; the surest first."""

    VERIFIED = "verified"  # read in the source itself
    REPORTED = "reported"  # one cell of a published table
    DERIVED = "derived"  # worked out from other figures of the source
    SUMMED = "summed"  # added up by whoever collected the table, not published as a total
    MISSING = "missing"  # the source leaves it blank


# How a rank is marked that whoever collected the table worked out from the values.
RANKED_ANEW = "ranked anew"


class FileKind(StrEnum):
    """What a file of figures is, known by its columns."""

    INDICES = "indices"
    LOCAL = "local-par"
    PARTS = "par-parts"
    PAPI = "papi"
    CODEBOOK = "papi-codebook"
    PCI = "pci"
    PCI_TABLE = "pci-table"
    PROGRESS = "progress"


class Verdict(StrEnum):
    """How a published figure stands to the one computed from its parts."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class How(StrEnum):
    """How a figure is computed from others."""

    SUM = "sum"
    MEAN = "mean"
    SHARE = "share"
    SCORE = "score"


class FileFault(StrEnum):
    """Why a file or one of its cells cannot be read."""

    NOT_TEXT = "not_text"
    NO_ROWS = "no_rows"
    UNKNOWN_KIND = "unknown_kind"
    OTHER_KIND = "other_kind"
    TOO_MANY_CELLS = "too_many_cells"
    EMPTY = "empty"
    NO_NUMBER = "no_number"
    TWO_READINGS = "two_readings"
    NOT_WHOLE = "not_whole"
    BELOW_ZERO = "below_zero"
    ABOVE_MAX = "above_max"
    RANK_BEYOND = "rank_beyond"
    NO_PERIOD = "no_period"
    NO_CHOICE = "no_choice"
    NO_PROVINCE = "no_province"
    ENDED_PROVINCE = "ended_province"
    ENDED_TIER = "ended_tier"
    NO_COMPONENT = "no_component"
    NO_FIGURE = "no_figure"
    TWICE = "twice"


class Why(StrEnum):
    """Why an import was refused."""

    NOT_READABLE = "published.not_readable"
    IMPORTED_ALREADY = "published.imported_already"
    BREAK_KNOWN = "published.break_known"
