"""Two versions beside each other."""

from dataclasses import dataclass

from motcua.reference.catalogue import rules, sentences
from motcua.reference.catalogue.models import ProcedureVersion
from motcua.reference.catalogue.queries.drafts import as_drafted
from motcua.reference.catalogue.words import Part


@dataclass(frozen=True)
class ChangedPart:
    """What changed in one part of a version, a sentence each."""

    part: Part
    name: str
    changes: tuple[str, ...]


def compare(before: ProcedureVersion, after: ProcedureVersion) -> tuple[ChangedPart, ...]:
    """Say what differs between two versions, part by part; nothing where they say the same."""
    found = rules.differences(
        as_drafted(before), as_drafted(after), forms=(_form_of(before), _form_of(after))
    )
    parts: dict[Part, list[str]] = {}
    for difference in found:
        parts.setdefault(difference.part, []).append(sentences.told(difference))
    return tuple(
        ChangedPart(part, sentences.PARTS[part], tuple(parts[part]))
        for part in sentences.PARTS
        if part in parts
    )


def _form_of(version: ProcedureVersion) -> str:
    return f"“{version.form.title}”, bản {version.form.number}" if version.form else ""
