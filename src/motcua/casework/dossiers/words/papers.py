"""What a paper of a dossier is, filed by the applicant or issued by the house."""

from enum import StrEnum


class Verdict(StrEnum):
    """What an officer found about a paper."""

    UNSEEN = "unseen"
    PASSED = "passed"
    FAILED = "failed"


class PaperForm(StrEnum):
    """In which form a paper came."""

    ORIGINAL = "original"
    CERTIFIED_COPY = "certified_copy"
    COPY = "copy"
    ELECTRONIC = "electronic"


class PaperSource(StrEnum):
    """Where a paper came from."""

    E_FORM = "e_form"
    UPLOAD = "upload"
    COUNTER = "counter"
    STORE = "store"


class SlipForm(StrEnum):
    """What an official paper is, by its number in TT 03/2025/TT-VPCP; another set may number it otherwise."""

    M01 = "M01"
    M02 = "M02"
    M03 = "M03"
    M04 = "M04"
    M05 = "M05"
    M06 = "M06"
    M07 = "M07"


class PaperSize(StrEnum):
    """The size of an official paper."""

    A5 = "a5"
    A4 = "a4"
