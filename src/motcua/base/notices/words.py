"""Words about notices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Medium(StrEnum):
    """By what a notice reaches somebody."""

    IN_APP = "in_app"
    EMAIL = "email"
    SMS = "sms"
    ZALO = "zalo"


SHORT_MEDIA = frozenset({Medium.SMS, Medium.ZALO})


class NoticeState(StrEnum):
    """Where a notice stands: a failed one is tried again by itself, one given up by a person alone."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    GIVEN_UP = "given_up"


class Why(StrEnum):
    """Why a notice was not sent, or an act about notices was refused."""

    UNREACHABLE = "notice.unreachable"
    NOT_TAKEN = "notice.not_taken"
    NOT_CONFIGURED = "notice.not_configured"
    TOLD_BEFORE = "notice.told_before"
    NOT_FAILED = "notice.not_failed"
    WORDS_GONE = "notice.words_gone"
    BRACES = "notice.braces"
    UNKNOWN_FIELD = "notice.unknown_field"
    FIELD_MISSING = "notice.field_missing"
    FOREIGN_LINK = "notice.foreign_link"
    NOTHING_SAID = "notice.nothing_said"
    NO_SHORT_WORDS = "notice.no_short_words"
    NO_MEDIUM = "notice.no_medium"
    NO_LEGAL_BASIS = "notice.no_legal_basis"
    CHANGED_MEANWHILE = "notice.changed_meanwhile"
    NO_ADDRESS = "notice.no_address"


@dataclass(frozen=True)
class Wording:
    """What is said: a subject and a body, and short words for a telephone; fields stand as `{name}`."""

    subject: str
    body: str
    short: str = ""


@dataclass(frozen=True)
class Occasion:
    """Something that people are told about, as a room declares it.

    `fields` gives the label of each field that a wording may name, `needed` those that it must name in
    subject or body (the minimum content), `needed_short` those of the short words, `sample` the facts of
    a preview. A quiet occasion does not count as unread; one that is coming has no act yet.
    """

    event: str
    title: str
    fields: Mapping[str, str]
    needed: frozenset[str]
    sample: Mapping[str, str]
    needed_short: frozenset[str] = frozenset({"code"})
    quiet: bool = False
    coming: bool = False


@dataclass(frozen=True)
class Recipient:
    """Somebody to tell: `key` says who without a personal value, `addresses` how they are reached."""

    key: str
    account: UUID | None = None
    addresses: Mapping[Medium, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Letter:
    """One notice to make; a quiet one does not count as unread."""

    recipient: Recipient
    medium: Medium
    subject: str
    body: str
    quiet: bool = False


@dataclass(frozen=True)
class Message:
    """One notice on its way; the id is the same each time, so that a gateway can drop a double."""

    id: UUID
    medium: Medium
    to: str
    subject: str
    body: str


@dataclass(frozen=True)
class Pace:
    """How often and how far apart a notice is tried (seconds), and how long its words are kept (days)."""

    tries: int
    first_s: int
    factor: int
    keep_days: int
