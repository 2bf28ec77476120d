"""Words about applicants, those who act for them, and their papers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ApplicantKind(StrEnum):
    """Who a dossier can belong to."""

    PERSON = "person"
    ORGANISATION = "organisation"


class IdentifierKind(StrEnum):
    """What an identifier is; two applicants are the same by kind and identifier alone."""

    PERSONAL_ID = "personal_id"
    TAX_CODE = "tax_code"


class NoIdentifier(StrEnum):
    """Why an applicant has no identifier here. A dummy number is never written instead."""

    NOT_SHOWN = "not_shown"
    NOT_ISSUED = "not_issued"
    FOREIGN = "foreign"


class Basis(StrEnum):
    """By what right somebody acts for another."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    AUTHORISED = "authorised"
    LEGAL_REPRESENTATIVE = "legal_representative"


class Power(StrEnum):
    """What somebody who acts for another may do."""

    FILE = "file"
    WITHDRAW = "withdraw"
    PAPERS = "papers"


class PaperState(StrEnum):
    """How a held paper stands; only a valid one is used again."""

    VALID = "valid"
    EXPIRED = "expired"
    REPLACED = "replaced"
    REVOKED = "revoked"
    UNDER_CORRECTION = "under_correction"


class PaperOrigin(StrEnum):
    """How a paper came into the store."""

    RESULT = "result"
    ACCEPTED = "accepted"


class CorrectionState(StrEnum):
    """Where a report of wrong data stands."""

    OPEN = "open"
    CORRECTED = "corrected"
    KEPT = "kept"


class Why(StrEnum):
    """Why an act about applicants was refused."""

    DUMMY_IDENTIFIER = "people.dummy_identifier"
    TAX_CODE_FORM = "people.tax_code_form"
    PERSONAL_ID_FORM = "people.personal_id_form"
    NOT_YOUR_REPRESENTATION = "people.not_your_representation"
    REPRESENTS_ONESELF = "people.represents_oneself"
    NOT_A_MINOR = "people.not_a_minor"
    NO_DOCUMENT = "people.no_document"
    NO_POWERS = "people.no_powers"
    ENDS_BEFORE_START = "people.ends_before_start"
    ORGANISATION_NEEDED = "people.organisation_needed"
    DOCUMENT_SETTLED = "people.document_settled"
    PAPER_NOT_VALID = "people.paper_not_valid"
    PAPER_FROM_THE_FUTURE = "people.paper_from_the_future"
    PAPER_ENDS_BEFORE_ISSUE = "people.paper_ends_before_issue"
    NOTHING_SAID = "people.nothing_said"
    CORRECTION_ANSWERED = "people.correction_answered"
    NO_ANSWER = "people.no_answer"


@dataclass(frozen=True)
class Identity:
    """What national e-identity, or the paper shown at the counter, says about a person."""

    full_name: str
    personal_id: str = ""
    birth_date: date | None = None
    gender: str = ""
    phone: str = ""
    email: str = ""
    province: str = ""
    commune: str = ""
    address_detail: str = ""
    no_identifier: NoIdentifier = NoIdentifier.NOT_SHOWN


@dataclass(frozen=True)
class Body:
    """What is said about an organisation; the tax code is the enterprise code too."""

    full_name: str
    tax_code: str
    legal_representative: str = ""
    phone: str = ""
    email: str = ""
    province: str = ""
    commune: str = ""
    address_detail: str = ""


@dataclass(frozen=True)
class Mandate:
    """By what right somebody acts for another: basis, powers, the document behind it, from when to when."""

    basis: Basis
    powers: frozenset[Power]
    valid_from: date
    valid_to: date | None = None
    document: str = ""


@dataclass(frozen=True)
class Described:
    """What an official read on a paper: number, issuer, day of issue, last day; empty for what it lacks."""

    number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Kept:
    """What a paper of the store says of itself; no date means that nobody wrote it down."""

    name: str
    issuer: str = ""
    number: str = ""
    issued_on: date | None = None
    valid_to: date | None = None
    kind: str = ""
    component: str = ""


@dataclass(frozen=True)
class Wanted:
    """A paper that a procedure asks for: its key (`procedure/component`) and its name."""

    key: str
    name: str


@dataclass(frozen=True)
class Use:
    """What a held paper is used for."""

    procedure: str
    purpose: str
    thing: str
