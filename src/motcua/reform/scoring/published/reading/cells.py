"""The cells of one row, read one by one; whatever is wrong is noted with row and column."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from motcua.base.clock.periods import Period, period_coded
from motcua.base.text import clean, fold
from motcua.base.text.numbers import NumberWhy, read_decimal
from motcua.reference.org.words import LAST_OF_DISTRICTS
from motcua.reform.scoring.published.reading.read import Amount, Place, Problem, Unit
from motcua.reform.scoring.published.rules.places import place_called, place_known
from motcua.reform.scoring.published.words import FileFault, Scope

_THREE = re.compile(r"\d{1,3}[.,]\d{3}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LIMIT = re.compile(r"[<>≤≥]\s*\d[\d.,]*")
_LARGEST = 10**9

SCOPES = {
    "province": Scope.PROVINCE,
    "ministry": Scope.MINISTRY,
    "national": Scope.COUNTRY,
    "region": Scope.REGION,
    "department": Scope.DEPARTMENT,
    "district": Scope.DISTRICT,
    "commune": Scope.COMMUNE,
    "all": Scope.GROUP,
}

Word = TypeVar("Word", bound=StrEnum)


class Cells:
    """One row of a file."""

    def __init__(self, row: int, values: Mapping[str, str]) -> None:
        self.row = row
        self.values = values
        self.problems: list[Problem] = []

    def text(self, column: str) -> str:
        """Give a cell as text, empty where nothing stands."""
        return clean(self.values.get(column, ""))

    def demanded(self, column: str) -> str:
        """Give a cell that must not be empty."""
        typed = self.text(column)
        if not typed:
            self.note(column, FileFault.EMPTY)
        return typed

    def number(self, column: str, *, most: Decimal | None = None) -> Amount:
        """Give a measured value: nothing where the cell is empty, its words where it only bounds (`<55`).

        `most` decides between two readings: of at most 10, `5.762` is no five thousand.
        """
        typed = self.text(column)
        if not typed or _LIMIT.fullmatch(typed):
            return Amount(printed=typed)
        found = [one for one in _readings(typed) if most is None or abs(one) <= most]
        if len(found) == 1 and found[0] >= 0:
            return Amount(found[0], _places(found[0]))
        if len(found) > 1:
            self.note(column, FileFault.TWO_READINGS, typed=typed)
        elif not _readings(typed):
            self.note(column, FileFault.NO_NUMBER, typed=typed)
        elif found:
            self.note(column, FileFault.BELOW_ZERO, typed=typed)
        else:
            self.note(column, FileFault.ABOVE_MAX, typed=typed, most=f"{most:f}")
        return Amount()

    def count(self, column: str) -> Amount:
        """Give a whole number; `1.972` is one thousand nine hundred seventy-two."""
        typed = self.text(column)
        if not typed:
            return Amount()
        whole = [one for one in _readings(typed) if one == one.to_integral_value()]
        if whole and 0 <= max(whole) <= _LARGEST:
            return Amount(max(whole).to_integral_value())
        fault = FileFault.BELOW_ZERO if whole and whole[0] < 0 else FileFault.NOT_WHOLE
        self.note(column, fault, typed=typed)
        return Amount()

    def whole(self, column: str) -> int | None:
        """Give a count as a number, None where nothing stands."""
        found = self.count(column).value
        return None if found is None else int(found)

    def place(self, rank: str, of: str = "", words: Iterable[str] = ()) -> Place:
        """Give a rank out of how many; `words` are told as they stand (`last`)."""
        if self.text(rank) in words:
            return Place(words=self.text(rank))
        place = Place(self.whole(rank), self.whole(of) if of else None)
        if place.rank is not None and (place.rank < 1 or (place.of is not None and place.rank > place.of)):
            self.note(rank, FileFault.RANK_BEYOND, rank=str(place.rank), of=str(place.of or ""))
            return Place()
        # The size of a group without a rank in it ("mean of 6 regions") says nothing about a rank.
        return place if place.rank is not None else Place()

    def period(self, column: str) -> Period | None:
        """Give a year, month, day or span (`2026-01-01..2026-09-26`)."""
        typed = self.demanded(column)
        code = f"{typed}_{typed}" if _DAY.fullmatch(typed) else typed.replace("..", "_")
        found = period_coded(code)
        if typed and found is None:
            self.note(column, FileFault.NO_PERIOD, typed=typed)
        return found

    def choice(self, column: str, known: Mapping[str, Word]) -> Word | None:
        """Give the word that a cell stands for."""
        typed = self.demanded(column)
        if typed and typed not in known:
            self.note(column, FileFault.NO_CHOICE, typed=typed, known=", ".join(known))
        return known.get(typed)

    def tier(self, column: str, period: Period | None) -> Scope | None:
        """Give the kind of unit; a district that is told after there were districts is a problem."""
        scope = self.choice(column, SCOPES)
        if scope is Scope.DISTRICT and period and period.first > LAST_OF_DISTRICTS:
            self.note(column, FileFault.ENDED_TIER)
        return scope

    def province(self, column: str, period: Period | None) -> Unit | None:
        """Give the province that a name means in a period."""
        typed = self.demanded(column)
        if not typed or period is None:
            return None
        found = place_called(typed, period)
        if found:
            return Unit(typed, found.key, found.code, found.until)
        known = place_known(typed)
        if known:
            self.note(column, FileFault.ENDED_PROVINCE, typed=typed, heir=known.heir or known.name)
        else:
            self.note(column, FileFault.NO_PROVINCE, typed=typed)
        return None

    def unit(self, column: str, *, code: str = "", within: str = "") -> Unit:
        """Give a unit that is no province, known by its name."""
        typed = self.demanded(column)
        return Unit(typed, "-".join(fold(typed).split()), code, None, within)

    def note(self, column: str, fault: FileFault, **facts: str) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(Problem(self.row, column, fault, facts))


def _readings(typed: str) -> list[Decimal]:
    """Give what a figure may mean: two things where a mark stands before exactly three digits."""
    found = read_decimal(typed)
    if _THREE.fullmatch(typed):
        return sorted({Decimal(typed.replace(",", ".")), Decimal(re.sub("[.,]", "", typed))})
    return [] if isinstance(found, NumberWhy) else [found]


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
