"""What the rooms of scoring give to the leader's page; None where they have nothing to give."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from django.urls import reverse

from motcua.base.access import Actor
from motcua.base.clock.periods import Period
from motcua.base.clock.sentences import period_words
from motcua.base.money import format_number
from motcua.base.ui.charts import SCORING, Bar, Bars, Figure, Row, Stacks, bars, stacks
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.pages.told import NO_DATA
from motcua.reform.insight.queries.scope import Scope
from motcua.reform.insight.queries.tree import top
from motcua.reform.scoring.quality.queries import groups
from motcua.reform.scoring.queries.relations import may
from motcua.reform.scoring.queries.sheets import reading, sheets_of_agency
from motcua.reform.scoring.rules.standing import Standing
from motcua.reform.scoring.words import NOT_OFFICIAL, NodeKind, ScoringAct


@dataclass(frozen=True)
class Group:
    """A group of Decision 766: points earned of those that apply, and where its rows are."""

    name: str
    earned: Decimal
    most: Decimal
    href: str


@dataclass(frozen=True)
class Quality:
    """Decision 766 of a place and period; `note` says what has no data."""

    groups: Sequence[Group]
    href: str
    note: str = ""

    @property
    def earned(self) -> str:
        """Give the points."""
        return format_number(sum((one.earned for one in self.groups), Decimal()), 1)

    @property
    def most(self) -> str:
        """Give the points that apply."""
        return _plain(sum((one.most for one in self.groups), Decimal()))

    def _bar(self, one: Group) -> Bar:
        """Draw one group; where nothing applies there is no data, which is not 0."""
        if not one.most:
            return Bar(one.name, one.earned, Figure(NO_DATA), notes=(Figure(""),))
        earned, lacks = (
            Figure(format_number(one.earned, 1), one.href),
            format_number(one.most - one.earned, 1),
        )
        return Bar(one.name, one.earned, earned, whole=one.most, of=_plain(one.most), notes=(Figure(lacks),))

    @property
    def chart(self) -> Bars:
        """Draw the groups, each in the frame of what it could be."""
        rows = [self._bar(one) for one in self.groups]
        return bars("Chất lượng phục vụ, theo nhóm", ("Nhóm", "Điểm", "Thiếu"), rows)


@dataclass(frozen=True)
class Domain:
    """A domain of the PAR Index: points secured, still possible and lost."""

    name: str
    secured: Decimal
    possible: Decimal
    lost: Decimal


@dataclass(frozen=True)
class Par:
    """The PAR Index of a place in a year; `note` says where its criteria come from."""

    year: int
    domains: Sequence[Domain]
    href: str
    note: str = ""

    @property
    def heads(self) -> list[tuple[Figure, str]]:
        """Give the three sums with their words, the last as what is lost."""
        sums = [
            (sum((one.secured for one in self.domains), Decimal()), "điểm đã chắc", False),
            (sum((one.possible for one in self.domains), Decimal()), "điểm còn có thể đạt", False),
            (sum((one.lost for one in self.domains), Decimal()), "điểm đã mất", True),
        ]
        return [
            (replace(self._figure(amount), late=lost and amount > 0), words) for amount, words, lost in sums
        ]

    def _figure(self, points: Decimal) -> Figure:
        return Figure(format_number(points, 2), self.href if points else "")

    @property
    def chart(self) -> Stacks:
        """Draw the domains on one scale."""
        rows = [
            Row(
                one.name,
                (one.secured, one.possible, one.lost),
                tuple(self._figure(each) for each in (one.secured, one.possible, one.lost)),
                Figure(format_number(one.secured + one.possible + one.lost, 2)),
            )
            for one in self.domains
        ]
        return stacks(
            "Chỉ số cải cách hành chính, theo lĩnh vực", SCORING, rows, heads=("Lĩnh vực", "Tối đa")
        )


def quality(look: Look) -> Quality | None:
    """Give Decision 766 of what is looked at; None where no row has data."""
    found = groups(Scope(look.scope.agencies), look.period, look.on)
    if not any(one.applicable_max for one in found):
        return None
    href = look.address("quality")
    without = sum(len(one.missing) for one in found)
    note = f"{without} chỉ tiêu chưa có số liệu nên không tính vào điểm." if without else ""
    return Quality([Group(one.name, one.earned, one.applicable_max, href) for one in found], href, note)


def par(look: Look, actor: Actor, at: datetime) -> Par | None:
    """Give the PAR Index of the agency looked at by its newest sheet; None where none may be read."""
    agency = look.agency or look.own or top()
    newest = sheets_of_agency(agency.pk).filter(round__first__lte=look.on).first() if agency else None
    if newest is None or not may(actor, ScoringAct.READ, newest, at=at):
        return None
    read = reading(newest, at=at)
    roots = [one for one in read.criteria.roots if one.kind is NodeKind.POINTS]
    domains = [_domain(one.name, read.standing[one.code]) for one in roots]
    span = period_words(Period(newest.round.first, newest.round.last))
    note = f"{read.criteria.meta.name}, {span}"
    official = "" if read.criteria.meta.official else f"; bộ tiêu chí {NOT_OFFICIAL}"
    href = reverse("desk:score-sheet", args=[newest.pk])
    return Par(newest.round.last.year, domains, href, f"{note}{official}")


def _domain(name: str, stands: Standing) -> Domain:
    return Domain(name, stands.secured, stands.possible, stands.lost)


def _plain(amount: Decimal) -> str:
    places = 0 if amount == amount.to_integral_value() else 1
    return format_number(amount, places)
