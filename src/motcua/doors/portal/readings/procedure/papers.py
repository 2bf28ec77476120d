"""The papers of a procedure: those to bring, and those that nobody has to bring."""

import re
from collections.abc import Sequence
from uuid import UUID

from motcua.doors.portal.readings.procedure.shapes import Bring, Known, Stack
from motcua.reference.catalogue import sentences
from motcua.reference.catalogue.models import ComponentRequirement, ProcedureCase
from motcua.reference.catalogue.queries import ProcedurePage

LONG_NAME = 140
LOOSE_END = " \t\n;:,."
SENTENCE = re.compile(r"(?<=[.;:])\s+")


def stacks(papers: Sequence[ComponentRequirement], cases: dict[UUID, ProcedureCase]) -> tuple[Stack, ...]:
    """Give the papers to bring: those of everybody first, then case by case."""
    grouped: dict[UUID | None, list[Bring]] = {None: [], **{case: [] for case in cases}}
    for paper in papers:
        if not paper.data_source and not paper.condition:
            grouped[paper.case_id].append(_bring(paper))
    return tuple(
        Stack(cases[case].name.rstrip(LOOSE_END) if case else "", tuple(those))
        for case, those in grouped.items()
        if those
    )


def _bring(paper: ComponentRequirement) -> Bring:
    name = paper.name.rstrip(LOOSE_END)
    more = ""
    if len(name) > LONG_NAME:
        name, more = _parted(name)
    hints = [more, paper.hint, "Số lượng do nguồn phỏng đoán." if paper.quantity_guessed else ""]
    return Bring(name, sentences.quantity(paper.originals, paper.copies), " ".join(filter(None, hints)))


def _parted(words: str) -> tuple[str, str]:
    """Give a long name up to the end of its first clause, and the rest; nothing of it is left out."""
    lead, *rest = SENTENCE.split(words, maxsplit=1)
    if not rest or len(lead) > LONG_NAME:
        return words, ""
    return lead.rstrip(LOOSE_END), rest[0]


def known(page: ProcedurePage) -> tuple[Known, ...]:
    """Give the papers not to bring, those of one database on one line."""
    groups: dict[tuple[str, str], list[str]] = {}
    for paper in page.not_bring:
        groups.setdefault((paper.source, paper.hint), []).append(paper.name)
    return tuple(Known(_listed(names), source, hint) for (source, hint), names in groups.items())


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name[:1].lower() + name[1:] for name in names)
