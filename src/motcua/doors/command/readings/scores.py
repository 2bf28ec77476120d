"""What the rooms of scoring give to the leader's page; None where they have nothing to give."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from motcua.base.money import format_number
from motcua.base.ui.charts import SCORING, Bar, Bars, Figure, Row, Stacks, bars, stacks
from motcua.reform.insight.pages.look import Look


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

    @property
    def chart(self) -> Bars:
        """Draw the groups, each in the frame of what it could be."""
        rows = [
            Bar(
                one.name,
                one.earned,
                Figure(format_number(one.earned, 1), one.href),
                whole=one.most,
                of=_plain(one.most),
                notes=(Figure(format_number(one.most - one.earned, 1)),),
            )
            for one in self.groups
        ]
        return bars("Chất lượng phục vụ, theo nhóm", ("Nhóm", "Điểm", "Thiếu"), rows)


@dataclass(frozen=True)
class Domain:
    """A domain of the PAR Index: points secured, still possible and lost."""

    name: str
    secured: Decimal
    possible: Decimal
    lost: Decimal
    href: str


@dataclass(frozen=True)
class Par:
    """The PAR Index of a place in a year; `note` says where its criteria come from."""

    year: int
    domains: Sequence[Domain]
    href: str
    note: str = ""

    @property
    def heads(self) -> list[tuple[str, str, bool]]:
        """Give the three sums with their words, the last as what is lost."""
        sums = [
            (sum((one.secured for one in self.domains), Decimal()), "điểm đã chắc", False),
            (sum((one.possible for one in self.domains), Decimal()), "điểm còn có thể đạt", False),
            (sum((one.lost for one in self.domains), Decimal()), "điểm đã mất", True),
        ]
        return [(format_number(amount, 2), words, lost and amount > 0) for amount, words, lost in sums]

    @property
    def chart(self) -> Stacks:
        """Draw the domains on one scale."""
        rows = [
            Row(
                one.name,
                (one.secured, one.possible, one.lost),
                tuple(Figure(format_number(each, 2)) for each in (one.secured, one.possible, one.lost)),
                Figure(format_number(one.secured + one.possible + one.lost, 2)),
                href=one.href,
            )
            for one in self.domains
        ]
        return stacks(
            "Chỉ số cải cách hành chính, theo lĩnh vực", SCORING, rows, heads=("Lĩnh vực", "Tối đa")
        )


def quality(look: Look) -> Quality | None:
    """Give Decision 766 of what is looked at; None where nothing is computed."""
    return None


def par(look: Look) -> Par | None:
    """Give the PAR Index of what is looked at; None where no sheet is scored."""
    return None


def _plain(amount: Decimal) -> str:
    places = 0 if amount == amount.to_integral_value() else 1
    return format_number(amount, places)
