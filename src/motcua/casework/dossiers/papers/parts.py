"""What all papers of a dossier share: head, look-up, applicant, signatures, and how data becomes a PDF.

Money, durations and names come as text that is ready to print.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from motcua.base import print as printing
from motcua.casework.dossiers.papers.sets import Form
from motcua.casework.dossiers.papers.wording import day_words, stamp

FOLDER = "casework/dossiers/papers"


@dataclass(frozen=True, kw_only=True)
class Head:
    """Who issues the paper, under which number, where and when."""

    parent: str  # agency above the issuing one, empty when there is none
    agency: str  # one-stop unit or agency; a line break may be set by sense
    number: str  # number and symbol: 1287/TNHS; empty for a paper that has none of its own
    place: str  # commune or province
    day: date


@dataclass(frozen=True, kw_only=True)
class Lookup:
    """Where a citizen follows the dossier: printed address, QR target, telephone."""

    address: str  # as people type it: motcua.tuyenquang.gov.vn
    url: str  # public look-up of this dossier; never a personal value
    hotline: str = ""


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """The person or organisation that owns the dossier."""

    name: str
    address: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One signing block; `signed_at` is set when the signature is digital."""

    role: str
    name: str
    note: str = ""
    signed_at: datetime | None = None

    def printed(self) -> dict[str, str]:
        """Return the block as the template reads it."""
        return {"role": self.role, "name": self.name, "note": self.note, "signed_at": stamp(self.signed_at)}


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What all papers share; `demo` prints that the paper has no legal force."""

    template: ClassVar[str]

    head: Head
    code: str  # dossier code, also as Code 128
    lookup: Lookup
    demo: bool = False

    def render(self, at: datetime) -> bytes:
        """Return the paper as PDF/A-2b; the same paper and moment give the same bytes."""
        return typeset(self.data(), at=at)

    def data(self) -> dict[str, Any]:
        """Return everything that the paper says, as JSON values: what is kept of it and printed again."""
        return {"template": self.template, **self._common(), **self.body()}

    def body(self) -> dict[str, Any]:
        """Return the fields of this paper alone, as JSON values."""
        raise NotImplementedError

    def _common(self) -> dict[str, Any]:
        head = {**asdict(self.head), "day": day_words(self.head.day)}
        lookup = {"address": self.lookup.address, "hotline": self.lookup.hotline}
        return {"head": head, "code": self.code, "lookup": lookup, "demo": self.demo}


@dataclass(frozen=True, kw_only=True)
class Slip(Paper):
    """A slip of a form set about one dossier of one procedure; its QR leads to the public look-up."""

    form: Form
    applicant: Applicant
    procedure: str  # official name and case, frozen with the procedure version

    def _common(self) -> dict[str, Any]:
        common = super()._common()
        return common | {
            "form": {"label": self.form.label, "name": self.form.name, "size": self.form.size.value},
            "lookup": common["lookup"] | {"url": self.lookup.url},
            "applicant": asdict(self.applicant),
            "procedure": self.procedure,
        }


def typeset(data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Return the PDF/A-2b of what a paper says; the same data and moment give the same bytes."""
    url = data["lookup"].get("url", "")
    drawn = {"qr_svg": printing.qr_svg(url), "bars_svg": printing.code128_svg(data["code"])} if url else {}
    lookup = {**data["lookup"], "qr": bool(url)}
    return printing.render(f"{FOLDER}/{data['template']}", {**data, "lookup": lookup, **drawn}, at=at)
