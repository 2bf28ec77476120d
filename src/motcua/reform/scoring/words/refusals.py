"""Why something about criteria sets was refused."""

from enum import StrEnum


class SetWhy(StrEnum):
    """Why a criteria set was not imported."""

    FAULTY = "scoring.set_faulty"
    KNOWN = "scoring.set_known"
    OFFICIAL_UNDECIDED = "scoring.set_official_undecided"
