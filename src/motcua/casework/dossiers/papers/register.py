"""The register as a paper (M07): A4 across, its head on every page, a closing line when the year is over."""

import hashlib
import io
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar

import pikepdf

from motcua.base import print as printing
from motcua.casework.dossiers.papers.parts import FOLDER, Head, Signature
from motcua.casework.dossiers.papers.sets import Form
from motcua.casework.dossiers.papers.wording import day_words


@dataclass(frozen=True, kw_only=True)
class RegisterLine:
    """One dossier in the register; every cell as it is printed."""

    number: str
    code: str
    procedure: str
    copies: str
    name: str
    contact: str  # address and telephone
    agency: str  # that leads
    received: str
    due: str
    returned: str
    delivery: str
    received_by: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Closing:
    """The signed line under a closed register: how many, from which number to which, by whom."""

    words: str
    signature: Signature


@dataclass(frozen=True, kw_only=True)
class RegisterSheet:
    """Sổ theo dõi hồ sơ of a counter: one year or a part of it, volume by volume."""

    template: ClassVar[str] = "m07.typ"

    form: Form
    head: Head
    year: int
    part: str = ""  # what is left out of an extract: tháng 3; empty for the whole year
    volumes: tuple[tuple[int, tuple[RegisterLine, ...]], ...]
    address: str
    hotline: str = ""
    closing: Closing | None = None
    demo: bool = False

    def render(self, at: datetime) -> bytes:
        """Return the register as PDF/A-2b; the same lines and moment give the same bytes."""
        return typeset_register(self.data(), at=at)

    def data(self) -> dict[str, Any]:
        """Return everything that the register says, as JSON values."""
        return {
            "template": self.template,
            "form": {"label": self.form.label, "name": self.form.name, "size": self.form.size.value},
            "head": {**asdict(self.head), "day": day_words(self.head.day)},
            "year": f"{self.year}",
            "part": self.part,
            "volumes": [
                {"number": f"{number:02}", "lines": [list(asdict(line).values()) for line in lines]}
                for number, lines in self.volumes
            ],
            "lookup": {"address": self.address, "hotline": self.hotline, "qr": False},
            "closing": {
                "words": self.closing.words,
                "digest": self.digest(),
                "signature": self.closing.signature.printed(),
            }
            if self.closing
            else None,
            "demo": self.demo,
        }

    def digest(self) -> str:
        """Return the SHA-256 of the lines, by which a closed register is checked against its print."""
        lines = [[number, [list(asdict(line).values()) for line in lines]] for number, lines in self.volumes]
        text = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def typeset_register(data: dict[str, Any], *, at: datetime) -> bytes:
    """Return the PDF/A-2b of a register from its data."""
    return printing.render(f"{FOLDER}/{data['template']}", data, at=at)


def pages_in(content: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)
