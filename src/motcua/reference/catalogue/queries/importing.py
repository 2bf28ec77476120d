"""What a file would change, before it does."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from motcua.reference.catalogue.importing.changes import changes
from motcua.reference.catalogue.importing.judging import Judged
from motcua.reference.catalogue.importing.names import agree
from motcua.reference.catalogue.importing.words import KEEPS_OUT, Fate, Flaw, Found
from motcua.reference.catalogue.models import (
    ImportBatch,
    ImportProblem,
    ImportUpload,
    ProcedureVersion,
    SourceRecord,
)

AT_ONCE = 200


@dataclass(frozen=True)
class Changed:
    """A record that a file says otherwise, with its differences in words."""

    row: int
    code: str
    name: str
    lines: tuple[str, ...]


@dataclass
class Comparison:
    """What a file would do: rows by fate, what changes, every flaw, and codes that the file lacks."""

    fates: Counter[str] = field(default_factory=Counter)
    kept_out: int = 0
    new: list[tuple[int, str, str]] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Give the number of rows in the file, those kept out among them."""
        return self.fates.total() + self.kept_out

    @property
    def changes_something(self) -> bool:
        """Tell whether loading would write anything."""
        return bool(self.fates[Fate.NEW] or self.fates[Fate.CHANGED])

    def by_kind(self) -> dict[Flaw, list[Found]]:
        """Give the flaws by kind, in the order of the list of kinds."""
        grouped = {kind: [one for one in self.found if one.kind is kind] for kind in Flaw}
        return {kind: found for kind, found in grouped.items() if found}


def fates_of(
    judged: Iterable[Judged], *, accepted: frozenset[str] = frozenset()
) -> Iterator[tuple[Judged, Fate, dict[str, Any] | None]]:
    """Give the fate of each row, with the stored record where it is another one.

    A row whose name cannot be of the procedure that its code stands for is held back until somebody
    accepts it.
    """
    for some in in_groups(judged):
        stored = SourceRecord.objects.in_bulk([one.code.text for one in some], field_name="code")
        for one in some:
            before = stored.get(one.code.text)
            if before is None:
                yield one, Fate.NEW, None
            elif before.digest == one.digest:
                yield one, Fate.UNCHANGED, None
            elif one.code.text not in accepted and not agree(one.draft.name, str(before.raw.get("name"))):
                yield one, Fate.HELD, before.raw
            else:
                yield one, Fate.CHANGED, before.raw


def compare(rows: Iterable[Judged | Found], *, accepted: frozenset[str] = frozenset()) -> Comparison:
    """Compare a file with what is stored; nothing is written."""
    result, seen = Comparison(), set[str]()
    for one, fate, before in fates_of(_loadable(rows, result), accepted=accepted):
        seen.add(one.code.text)
        result.fates[fate] += 1
        result.found += one.found
        if fate is Fate.NEW:
            result.new.append((one.row, one.code.text, one.draft.name))
        elif fate is Fate.HELD and before is not None:
            facts = {"name": one.draft.name, "other": str(before.get("name"))}
            result.found.append(Found(one.row, Flaw.HELD_BACK, one.code.text, facts))
        elif fate is Fate.CHANGED and before is not None:
            lines = changes(before, one.raw)
            result.changed.append(Changed(one.row, one.code.text, one.draft.name, lines))
    codes = set(SourceRecord.objects.values_list("code", flat=True))
    told = {one.code for one in result.found}
    result.vanished = sorted(codes - seen - told)
    result.found.sort(key=lambda one: one.row)
    return result


def in_groups(judged: Iterable[Judged]) -> Iterator[list[Judged]]:
    """Give the rows in groups small enough for one statement and little memory."""
    group: list[Judged] = []
    for one in judged:
        group.append(one)
        if len(group) == AT_ONCE:
            yield group
            group = []
    if group:
        yield group


def stored_records() -> Iterator[dict[str, Any]]:
    """Give every stored record as it came, in the order of codes."""
    return SourceRecord.objects.order_by("code").values_list("raw", flat=True).iterator(chunk_size=AT_ONCE)


def _loadable(rows: Iterable[Judged | Found], result: Comparison) -> Iterator[Judged]:
    for one in rows:
        if isinstance(one, Judged):
            yield one
            continue
        result.found.append(one)
        result.kept_out += one.kind in KEEPS_OUT


def uploads() -> list[ImportUpload]:
    """Give the files that were sent, the latest first, without their bytes."""
    return list(ImportUpload.objects.defer("content").select_related("batch").order_by("-uploaded_at")[:50])


def upload(upload_id: UUID) -> ImportUpload | None:
    """Give one file that was sent, without its bytes."""
    return ImportUpload.objects.defer("content").select_related("batch").filter(pk=upload_id).first()


def batches() -> list[ImportBatch]:
    """Give what was loaded, the latest first."""
    return list(ImportBatch.objects.order_by("-at", "-id")[:50])


def open_problems(kind: str = "") -> QuerySet[ImportProblem]:
    """Give the problems that nobody settled yet, by code and row."""
    found = ImportProblem.objects.filter(resolved_at=None).order_by("code", "row", "kind", "id")
    return found.filter(kind=kind) if kind else found


def open_counts() -> list[tuple[Flaw, int]]:
    """Count the open problems by kind, in the order of the list of kinds."""
    rows = open_problems().order_by().values_list("kind").annotate(number=Count("id"))
    counted = dict(rows)
    return [(kind, counted[kind.value]) for kind in Flaw if kind.value in counted]


def title_of(code: str) -> str:
    """Give the title of the newest version of a procedure, empty when there is none."""
    rows = ProcedureVersion.objects.filter(procedure__code=code).order_by("-number")
    return rows.values_list("title", flat=True).first() or ""


def problem(problem_id: UUID) -> ImportProblem | None:
    """Give one problem."""
    return ImportProblem.objects.select_related("batch").filter(pk=problem_id).first()
