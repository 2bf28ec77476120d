"""The control slip (M06): one for each dossier, it tells every hand-over."""

from dataclasses import dataclass
from typing import Any, ClassVar

from motcua.casework.dossiers.papers.parts import Slip


@dataclass(frozen=True, kw_only=True)
class HandoverLine:
    """One row: who gave, who took, when, how the ended step stood to its time, and a note; ready to print."""

    giver: str
    taker: str
    at: str
    timeliness: str
    note: str


@dataclass(frozen=True, kw_only=True)
class ControlSlip(Slip):
    """Phiếu kiểm soát quá trình giải quyết hồ sơ; it has no number of its own and nobody signs it by hand."""

    template: ClassVar[str] = "m06.typ"

    competent_agency: str
    consulted: tuple[str, ...] = ()
    lines: tuple[HandoverLine, ...]

    def body(self) -> dict[str, Any]:
        """Return the fields of the control slip as JSON values."""
        return {
            "competent_agency": self.competent_agency,
            "consulted": "; ".join(self.consulted),
            "lines": [
                [f"{n}", line.giver, line.taker, line.at, line.timeliness, line.note]
                for n, line in enumerate(self.lines, 1)
            ],
        }
