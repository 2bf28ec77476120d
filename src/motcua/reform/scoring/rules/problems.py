"""What is wrong with a criteria set, told with row and column."""

from dataclasses import dataclass

from motcua.reform.scoring.rules.criteria import Criteria
from motcua.reform.scoring.words import Fault


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `row` is the line of the file (0: the whole), `column` the field, `says` what to do."""

    fault: Fault
    row: int
    column: str
    says: str

    @property
    def told(self) -> str:
        """Give the whole sentence: `Dòng 14, cột max_points: …`."""
        row = f"Dòng {self.row}" if self.row else ""
        column = f"cột {self.column}" if row else f"Cột {self.column}"
        where = ", ".join(part for part in (row, column if self.column else "") if part)
        return f"{where}: {self.says}" if where else self.says


@dataclass(frozen=True, slots=True)
class Read:
    """A criteria set as a file gives it: whole, or not at all with every problem found."""

    criteria: Criteria | None
    problems: tuple[Problem, ...] = ()
