"""Words of an import: what may be wrong with a row, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Flaw(StrEnum):
    """What is wrong with a row. The first group keeps a row out; with the others it is loaded and told."""

    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    NOT_AN_OBJECT = "not_an_object"
    LINE_TOO_LONG = "line_too_long"
    CODE_MISSING = "code_missing"
    CODE_MALFORMED = "code_malformed"
    CODE_REPEATED = "code_repeated"
    NAME_MISSING = "name_missing"
    WRONG_TYPE = "wrong_type"
    ORPHAN_ROW = "orphan_row"

    HELD_BACK = "held_back"
    NAME_DISAGREES = "name_disagrees"
    NAME_VARIES = "name_varies"
    NAME_TRUNCATED = "name_truncated"
    NAME_LONG = "name_long"
    SAME_NAME = "same_name"
    CODE_LOCAL = "code_local"
    CODE_LOCALISED = "code_localised"
    CODE_REPLACED = "code_replaced"
    FIELD_MISSING = "field_missing"
    LEVEL_UNKNOWN = "level_unknown"
    NO_AGENCY = "no_agency"
    AGENCY_FROM_LIST = "agency_from_list"
    NO_SUBJECTS = "no_subjects"
    BRIEF = "brief"
    WRONG_PAGE = "wrong_page"
    NO_CHANNEL = "no_channel"
    CHANNEL_UNKNOWN = "channel_unknown"
    CHANNEL_REPEATED = "channel_repeated"
    SEVERAL_TIMES = "several_times"
    UNIT_MISSING = "unit_missing"
    UNIT_UNKNOWN = "unit_unknown"
    DURATION_MISSING = "duration_missing"
    DURATION_ZERO = "duration_zero"
    DURATION_NEGATIVE = "duration_negative"
    DURATION_FRACTION = "duration_fraction"
    DURATION_UNSURE = "duration_unsure"
    FEE_SUSPECT = "fee_suspect"
    FEE_DEPENDS = "fee_depends"
    FEE_CONTRADICTS = "fee_contradicts"
    FEE_NEGATIVE = "fee_negative"
    FEE_FOREIGN = "fee_foreign"
    FEE_UNSPLIT = "fee_unsplit"
    FEE_MISSING = "fee_missing"
    SEVERAL_CASES = "several_cases"
    NO_COMPONENTS = "no_components"
    COMPONENTS_UNPARSED = "components_unparsed"
    QUANTITY_GUESSED = "quantity_guessed"
    QUANTITY_MISSING = "quantity_missing"
    NO_RESULTS = "no_results"
    RESULT_CODE_MISSING = "result_code_missing"
    RESULT_CODE_REPEATED = "result_code_repeated"
    NO_LEGAL_BASIS = "no_legal_basis"
    UNKNOWN_PART = "unknown_part"
    UNPRINTABLE = "unprintable"
    FLAGGED = "flagged"


KEEPS_OUT = frozenset(
    {
        Flaw.NOT_UTF8,
        Flaw.NOT_JSON,
        Flaw.NOT_AN_OBJECT,
        Flaw.LINE_TOO_LONG,
        Flaw.CODE_MISSING,
        Flaw.CODE_MALFORMED,
        Flaw.CODE_REPEATED,
        Flaw.NAME_MISSING,
        Flaw.WRONG_TYPE,
        Flaw.ORPHAN_ROW,
    }
)
# While one of these is open, the name is shown with its code as not yet checked.
DOUBTS_THE_NAME = frozenset({Flaw.NAME_DISAGREES, Flaw.NAME_TRUNCATED, Flaw.WRONG_PAGE})


@dataclass(frozen=True)
class Found:
    """One flaw of one row; `row` counts from 1 as an editor or a sheet does, `facts` fill its sentence."""

    row: int
    kind: Flaw
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One row of a file as it came: a value that may be anything, or the flaws that made it unreadable."""

    row: int
    value: object = None
    flaws: tuple[Found, ...] = ()


class Fate(StrEnum):
    """What becomes of a row that can be loaded."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    HELD = "held"


class UploadState(StrEnum):
    """Where an uploaded file stands on its way into the catalogue."""

    WAITING = "waiting"
    COMPARED = "compared"
    LOADING = "loading"
    LOADED = "loaded"
    UNREADABLE = "unreadable"
    DROPPED = "dropped"
