"""What a leaf is given: the figures that its rule turns into points."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Need = Literal["numerator", "denominator", "step", "violations", "index", "answers", "points"]


@dataclass(frozen=True, slots=True)
class Given:
    """The figures declared for a leaf; each rule reads what it needs, None is not yet known.

    `step` counts from 0; `index` is a percentage; `answers` counts the answers of each option.
    """

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    step: int | None = None
    violations: int | None = None
    index: Decimal | None = None
    answers: Mapping[str, int] | None = None
    points: Decimal | None = None
    not_applicable: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was declared."""
        return self == NOTHING


NOTHING = Given()
