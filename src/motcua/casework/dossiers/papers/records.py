"""What is printed beside the form sets: the result of an agency, and the record of what was filed."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from motcua.casework.dossiers.papers.parts import Paper, Signature


@dataclass(frozen=True, kw_only=True)
class ResultPaper(Paper):
    """The result document of an agency: title, rows of content, legal basis, signer."""

    template: ClassVar[str] = "result.typ"

    title: str
    about: str = ""
    rows: tuple[tuple[str, str], ...] = field(default=())
    legal_basis: tuple[str, ...] = ()
    signature: Signature

    def body(self) -> dict[str, Any]:
        """Return the fields of the result as JSON values."""
        return {
            "title": self.title,
            "about": self.about,
            "rows": [list(row) for row in self.rows],
            "legal_basis": list(self.legal_basis),
            "signature": self.signature.printed(),
        }


@dataclass(frozen=True, kw_only=True)
class SentPaper(Paper):
    """What somebody filed online, for them to keep; no official paper."""

    template: ClassVar[str] = "sent.typ"

    title: str
    about: str
    filed_at: str
    rows: tuple[tuple[str, str], ...]

    def body(self) -> dict[str, Any]:
        """Return the fields of the record as JSON values."""
        return {
            "title": self.title,
            "about": self.about,
            "filed_at": self.filed_at,
            "rows": [list(row) for row in self.rows],
        }
