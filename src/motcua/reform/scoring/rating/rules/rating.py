"""Scores of indicators, their sum, and the class."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from motcua.reform.scoring.rating.rules.rulesets import SCORES, Bounds, RuleSet
from motcua.reform.scoring.rating.words import Indicator, OfficerClass, RatingClass

PLACE = Decimal("0.1")
DAY = timedelta(days=1)
TWO, ONE, NONE = SCORES


@dataclass(frozen=True)
class Tally:
    """How many things got two points, one, none."""

    two: int
    one: int
    none: int

    @property
    def things(self) -> int:
        """Give how many were scored."""
        return self.two + self.one + self.none

    @property
    def score(self) -> Decimal | None:
        """Give the mean to one decimal, half up; None where nothing was scored."""
        if not self.things:
            return None
        mean = Decimal(TWO * self.two + ONE * self.one) / self.things
        return mean.quantize(PLACE, ROUND_HALF_UP)


@dataclass(frozen=True)
class Score:
    """The score of one indicator; None for no data."""

    indicator: Indicator
    value: Decimal | None


@dataclass(frozen=True)
class Rating:
    """The sum, the most there can be where there is data, and the class by the rules."""

    scores: tuple[Score, ...]
    rules: RuleSet

    @property
    def total(self) -> Decimal:
        """Give the sum of the scores."""
        return sum((one.value for one in self.scores if one.value is not None), Decimal(0))

    @property
    def applicable(self) -> int:
        """Give the most points of the indicators with data."""
        return TWO * sum(1 for one in self.scores if one.value is not None)

    @property
    def scaled(self) -> Decimal | None:
        """Give the sum as it would be of the whole maximum, exactly; None where nothing has data."""
        return self.total * self.rules.most / self.applicable if self.applicable else None

    @property
    def class_(self) -> RatingClass | None:
        """Give the class; None where nothing has data."""
        return None if self.scaled is None else class_of(self.scaled, self.rules)


def class_of(total: Decimal, rules: RuleSet) -> RatingClass:
    """Give the class of a total: each class holds its lowest total itself."""
    return next(name for name, lowest in rules.classes if total >= lowest)


def officer_class_of(total: Decimal, rules: RuleSet) -> OfficerClass:
    """Give how far an official did their task: officials are classed apart from agencies."""
    return next(name for name, lowest in rules.officer_classes if total >= lowest)


def contacts(dossiers: int, once: int, more: int) -> Tally:
    """Score dossiers by how often the applicant had to come again."""
    return Tally(dossiers - once - more, once, more)


def attitude(timed: Tally, complaints: tuple[int, int]) -> Tally:
    """Score dossiers by time and complaints; `complaints` are those about early ones and ones on time."""
    early, on_time = complaints
    return Tally(timed.two - early, timed.one - on_time, timed.none + early + on_time)


@dataclass(frozen=True)
class Spent:
    """What an agency spent on its steps of a dossier, and what they allowed together."""

    spent: timedelta
    allowed: timedelta

    @property
    def late(self) -> bool:
        """Tell whether it took longer than its steps allow together."""
        return self.spent > self.allowed

    @property
    def early(self) -> bool:
        """Tell whether it was done a day or more before; earliness is told by days."""
        return self.allowed - self.spent >= DAY


def by_agencies(dossiers: Sequence[Sequence[Spent]]) -> Tally:
    """Score each dossier by its agencies: one late is none, all early are two."""
    late = sum(1 for agencies in dossiers if any(one.late for one in agencies))
    early = sum(1 for agencies in dossiers if agencies and all(one.early for one in agencies))
    scored = sum(1 for agencies in dossiers if agencies)
    return Tally(early, scored - early - late, late)


def at_one_stop(procedures: int, received: int, whole: int, bounds: Bounds) -> int | None:
    """Score how much is done at the one-stop unit; None without procedures."""
    if not procedures:
        return None
    if Decimal(received) / procedures < bounds.received_at_one_stop:
        return NONE
    return TWO if Decimal(whole) / procedures >= bounds.whole_at_one_stop else ONE


def feedback(received: int, in_time: int, prolonged: int, bounds: Bounds) -> int:
    """Score how feedback was handled."""
    if prolonged:
        return NONE
    if in_time == received:
        return TWO
    return ONE if Decimal(in_time) / received >= bounds.feedback_in_time else NONE


@dataclass(frozen=True)
class Online:
    """What is done online: procedures of all, dossiers of all, and those late among them."""

    procedures: int
    all_procedures: int
    dossiers: int
    all_dossiers: int
    late: int


def online(found: Online, bounds: Bounds) -> int | None:
    """Score online services; None where there is neither a procedure nor a dossier to look at."""
    if not found.all_procedures or not found.all_dossiers:
        return None
    dossiers = Decimal(found.dossiers) / found.all_dossiers
    if found.late or dossiers < bounds.dossiers_online_least:
        return NONE
    many = Decimal(found.procedures) / found.all_procedures >= bounds.procedures_online
    return TWO if many and dossiers >= bounds.dossiers_online else ONE
