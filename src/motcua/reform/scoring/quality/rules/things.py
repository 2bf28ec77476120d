"""Which procedures stand behind the rows that the catalogue decides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from motcua.reform.scoring.quality.rules.scoring import Counted

KEPT, LATE = "kept", "late"
Codes = frozenset[str]


@dataclass(frozen=True)
class About:
    """What is known of a procedure: has all seven parts, is done online, costs something, is for persons."""

    full: bool
    online: bool
    fee: bool
    persons: bool


@dataclass(frozen=True)
class Decided:
    """A publication decision: its procedures, how it kept its two limits (empty: not known yet)."""

    id: str
    procedures: Codes
    signed: str
    loaded: str


@dataclass(frozen=True)
class Facts:
    """The catalogue as it stood on a day, and the decisions of a period.

    `offered` and `touched` are what each agency decides on: on that day, and at some time of the period.
    `charged` are the procedures of each agency with a synchronised dossier that costs something.
    """

    about: Mapping[str, About]
    offered: Mapping[UUID, Codes]
    touched: Mapping[UUID, Codes]
    charged: Mapping[UUID, Codes]
    decided: tuple[Decided, ...]

    def active(self, agencies: frozenset[UUID] | None) -> Codes:
        """Give the procedures in force that some agencies (None: all) decide on that day."""
        return _of(self.offered, agencies) & frozenset(self.about)

    def with_charges(self, agencies: frozenset[UUID] | None) -> Codes:
        """Give the procedures with a synchronised dossier that costs something."""
        return _of(self.charged, agencies)

    def published(self, agencies: frozenset[UUID] | None) -> tuple[tuple[Codes, Decided], ...]:
        """Give each decision with those of its procedures that concern some agencies; None: all of them."""
        if agencies is None:
            return tuple((one.procedures, one) for one in self.decided)
        own = _of(self.touched, agencies)
        return tuple((one.procedures & own, one) for one in self.decided)


@dataclass(frozen=True)
class Arisen:
    """The procedures of which dossiers came in a period: online, paid online, by somebody known."""

    online: Codes = frozenset()
    paid: Codes = frozenset()
    known: Codes = frozenset()


@dataclass(frozen=True)
class Behind:
    """The procedures in the numerator and in the denominator of a row."""

    numerator: Codes
    denominator: Codes = field(default=frozenset())

    @property
    def counted(self) -> Counted:
        """Give the two numbers."""
        return Counted(len(self.numerator), len(self.denominator))


Asked = frozenset[UUID] | None


def _of(by_agency: Mapping[UUID, Codes], agencies: Asked) -> Codes:
    wanted = by_agency if agencies is None else agencies & frozenset(by_agency)
    return frozenset().union(*(by_agency[one] for one in wanted))


def _which(facts: Facts, agencies: Asked, holds: Callable[[About], bool]) -> Codes:
    return frozenset(code for code in facts.active(agencies) if holds(facts.about[code]))


def _kept(facts: Facts, agencies: Asked, how: Callable[[Decided], str]) -> Behind:
    """Late once in the period is late; what is not decided yet does not count."""
    judged = [(codes, how(one)) for codes, one in facts.published(agencies) if how(one)]
    every = frozenset().union(*(codes for codes, _ in judged))
    late = frozenset().union(*(codes for codes, kept in judged if kept == LATE))
    return Behind(every - late, every)


def _publish(facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    return _kept(facts, agencies, lambda one: one.signed)


def _load(facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    return _kept(facts, agencies, lambda one: one.loaded)


def _full(facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    return Behind(_which(facts, agencies, lambda one: one.full), facts.active(agencies))


def _services(facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    return Behind(_which(facts, agencies, lambda one: one.online), facts.active(agencies))


def _used(facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    services = _which(facts, agencies, lambda one: one.online)
    return Behind(services & arisen.online, services)


def _integrated(facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    with_fee = _which(facts, agencies, lambda one: one.fee)
    return Behind(with_fee & facts.with_charges(agencies), with_fee)


def _paid(facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    with_fee = _which(facts, agencies, lambda one: one.fee)
    return Behind(with_fee & arisen.paid, with_fee)


def _known(facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    persons = _which(facts, agencies, lambda one: one.persons)
    return Behind(persons & arisen.known, persons)


OF_ROW: Mapping[str, Callable[[Facts, Arisen, Asked], Behind]] = {
    "PUBLISH_ON_TIME": _publish,
    "PUBLIC_UPDATE_ON_TIME": _load,
    "PUBLIC_CONTENT_FULL": _full,
    "ONLINE_SERVICES": _services,
    "SERVICES_USED": _used,
    "PAYMENT_INTEGRATED": _integrated,
    "PAYMENT_USED": _paid,
    "PROCEDURES_KNOWN": _known,
}


def behind(code: str, facts: Facts, arisen: Arisen, agencies: Asked) -> Behind:
    """Give the procedures behind a row of some agencies (None: all)."""
    return OF_ROW[code](facts, arisen, agencies)
