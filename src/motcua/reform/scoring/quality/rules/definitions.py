"""What a row of the index is, in each version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from motcua.base.rooms.measure import Term
from motcua.reform.scoring.quality.words import Block, FiguresFrom, Remedy, Subject, Timing

BOOK = "QĐ 766/QĐ-TTg ngày 23/06/2022; công thức của Cổng Dịch vụ công quốc gia, bản tháng 10/2026"


@dataclass(frozen=True)
class Definition:
    """One row of the index in one version that holds from `since` on.

    `most` are its points, 0 where it is only watched; `threshold` is the share (0 to 1) from which all
    points are given. `times` names a row whose rate this one is multiplied by. `formula` defines it for
    people, `lacks` says what its numbers do not know yet, `source` where the definition stands.
    """

    id: str
    code: str
    block: Block
    name: str
    most: Decimal
    timing: Timing
    origin: FiguresFrom
    subject: Subject
    formula: str
    threshold: Decimal | None = None
    numerator: tuple[Term, ...] = ()
    denominator: tuple[Term, ...] = ()
    times: str = ""
    remedy: Remedy = Remedy.NONE
    lacks: str = ""
    version: int = 1
    since: date = date(2022, 6, 23)
    source: str = BOOK

    @property
    def scored(self) -> bool:
        """Tell whether it gives points at all."""
        return self.most > 0

    @property
    def measure(self) -> str:
        """Give the code of the measure by which its dossiers open; empty where they are no dossiers."""
        return f"quality.{self.code.lower()}" if self.origin is FiguresFrom.COUNTERS else ""


def in_force(definitions: Sequence[Definition], on: date) -> tuple[Definition, ...]:
    """Give the version of each row that holds on a day, in the order of the rows."""
    found: dict[str, Definition] = {}
    for one in definitions:
        kept = found.get(one.id)
        if one.since <= on and (kept is None or kept.since < one.since):
            found[one.id] = one
    return tuple(found.values())
