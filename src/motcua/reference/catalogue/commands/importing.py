"""Loading the national record: one file, one act, one row in the journal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from motcua.base.access import Actor
from motcua.base.clock import local
from motcua.base.journal import writing as journal
from motcua.base.journal.command import command
from motcua.base.rooms import Refusal
from motcua.base.text import sort_key
from motcua.reference.catalogue.commands.bulk import Drafted, store_versions
from motcua.reference.catalogue.importing.changes import same_procedure
from motcua.reference.catalogue.importing.codes import Whose, read_code
from motcua.reference.catalogue.importing.judging import Judged
from motcua.reference.catalogue.importing.words import DOUBTS_THE_NAME, KEEPS_OUT, Fate, Flaw, Found
from motcua.reference.catalogue.models import (
    ImportBatch,
    ImportProblem,
    Procedure,
    ProcedureCode,
    ProcedureVersion,
    SourceRecord,
)
from motcua.reference.catalogue.queries.importing import AT_ONCE, fates_of, in_groups
from motcua.reference.catalogue.words import Change, CodeKind, Origin, VersionState, Why

Progress = Callable[[int], None]
_DOUBTS = [kind.value for kind in DOUBTS_THE_NAME]
OVERTAKEN = "Bản nạp sau không còn vấn đề này."


@dataclass(frozen=True)
class File:
    """The file that is loaded: its name, the digest of its bytes, its judged rows in order."""

    name: str
    sha256: str
    rows: Callable[[], Iterable[Judged | Found]]


@command
def import_records(
    *,
    file: File,
    accepted: frozenset[str] = frozenset(),
    progress: Progress = lambda rows: None,
    by: Actor,
    at: datetime,
) -> ImportBatch | Refusal:
    """Load what is new or changed in a file; the rest stays as it is, and what the file lacks stays too.

    A changed record of a procedure that the province keeps itself becomes a draft for its controller.
    """
    batch = ImportBatch.objects.create(file_name=file.name, sha256=file.sha256, rows=0, at=at, by=by.account)
    loading = _Loading(batch, at, accepted, progress)
    loading.load(file.rows())
    if not loading.counts[Fate.NEW] + loading.counts[Fate.CHANGED]:
        return Refusal(Why.NOTHING_TO_IMPORT, {"file": file.name})
    batch.rows, batch.counts = loading.rows, loading.counts
    batch.save(update_fields=["rows", "counts"])
    journal.write(
        "catalogue.imported",
        about=batch,
        by=by,
        at=at,
        data={"sha256": file.sha256, "rows": batch.rows, "counts": batch.counts},
    )
    return batch


@command
def resolve_problem(
    *, problem_id: UUID, resolution: str, by: Actor, at: datetime, key: str = ""
) -> ImportProblem | Refusal:
    """Say how a problem was settled; a name settled by its last doubt is no longer doubtful."""
    problem = ImportProblem.objects.select_for_update().get(pk=problem_id)
    if problem.resolved_at is not None:
        return Refusal(Why.ALREADY_RESOLVED)
    if not resolution.strip():
        return Refusal(Why.NO_RESOLUTION)
    problem.resolved_at, problem.resolved_by, problem.resolution = at, by.account, resolution.strip()
    problem.save(update_fields=["resolved_at", "resolved_by", "resolution"])
    if problem.kind in _DOUBTS and not _open(problem.code).filter(kind__in=_DOUBTS).exists():
        Procedure.objects.filter(sources__code=problem.code).update(name_doubtful=False)
    journal.write(
        "import_problem.resolved",
        about=problem,
        by=by,
        at=at,
        data={"code": problem.code, "kind": problem.kind},
    )
    return problem


class _Loading:
    """One file on its way into the tables, group by group."""

    def __init__(
        self, batch: ImportBatch, at: datetime, accepted: frozenset[str], progress: Progress
    ) -> None:
        self.batch, self.at, self.accepted, self.progress = batch, at, accepted, progress
        self.today = local(at).date()
        self.counts: dict[str, int] = dict.fromkeys([*Fate, "kept_out", "problems"], 0)
        self.rows = 0
        self.told: list[Found] = []

    def load(self, rows: Iterable[Judged | Found]) -> None:
        """Load every row that is new or changed."""
        for group in in_groups(self._loadable(rows)):
            self._load_group(group)
            self.progress(self.rows)
        self._store_problems([])

    def _loadable(self, rows: Iterable[Judged | Found]) -> Iterable[Judged]:
        for one in rows:
            if isinstance(one, Judged):
                self.rows += 1
                yield one
            else:
                self.told.append(one)
                if one.kind in KEEPS_OUT:
                    self.rows += 1
                    self.counts["kept_out"] += 1

    def _load_group(self, group: list[Judged]) -> None:
        fresh: list[Judged] = []
        changed: list[tuple[Judged, Mapping[str, Any]]] = []
        for one, fate, before in fates_of(group, accepted=self.accepted):
            self.counts[fate] += 1
            if fate is Fate.NEW:
                fresh.append(one)
            elif fate is Fate.CHANGED and before is not None:
                changed.append((one, before))
            elif fate is Fate.HELD and before is not None:
                facts = {"name": one.draft.name, "other": str(before.get("name"))}
                self.told.append(Found(one.row, Flaw.HELD_BACK, one.code.text, facts))
        self._store_new(fresh)
        self._store_changed(changed)
        self._store_problems([*fresh, *(one for one, _ in changed)])

    def _store_new(self, fresh: list[Judged]) -> None:
        procedures = self._procedures_of(fresh)
        SourceRecord.objects.bulk_create(
            SourceRecord(code=one.code.text, procedure=procedures[one.draft.code], **self._source(one))
            for one in fresh
        )
        known = _with_any_version(procedures.values())
        # A variant of one province makes the first version only where the shared record is absent.
        first = {one.draft.code: one for one in reversed(fresh) if procedures[one.draft.code].pk not in known}
        drafted = [(procedures[code], one.draft) for code, one in first.items()]
        store_versions(drafted, publish_at=self.at)

    def _store_changed(self, changed: list[tuple[Judged, Mapping[str, Any]]]) -> None:
        stored = SourceRecord.objects.select_related("procedure").in_bulk(
            [one.code.text for one, _ in changed], field_name="code"
        )
        records, replaced, proposed = [], list[Drafted](), list[Drafted]()
        for one, before in changed:
            record = stored[one.code.text]
            for name, value in self._source(one).items():
                setattr(record, name, value)
            records.append(record)
            if one.code.whose is Whose.LOCALISED or same_procedure(before, one.raw):
                continue
            give_way = self._may_replace(record.procedure)
            kept = replaced if give_way else proposed
            kept.append((record.procedure, replace(one.draft, change=Change.RECORD)))
        SourceRecord.objects.bulk_update(
            records, ["raw", "digest", "as_of", "source", "batch"], batch_size=AT_ONCE
        )
        self._replace(replaced)
        store_versions(proposed, publish_at=None)

    def _may_replace(self, procedure: Procedure) -> bool:
        """Tell whether the newest published version is a national one and the procedure still lives."""
        newest = procedure.versions.filter(state=VersionState.PUBLISHED).order_by("-number").first()
        return procedure.abolished_on is None and (newest is None or newest.origin == Origin.NATIONAL)

    def _replace(self, drafted: list[Drafted]) -> None:
        """Put a new national version into the place of the one in force, from today on."""
        in_place = ProcedureVersion.objects.filter(
            procedure__in=[procedure for procedure, _ in drafted], state=VersionState.PUBLISHED
        )
        # A record corrected on the day on which it was loaded held for no whole day.
        in_place.filter(effective_from__gte=self.today).update(state=VersionState.WITHDRAWN)
        in_place.filter(effective_to=None).update(effective_to=self.today - timedelta(days=1))
        store_versions(
            [(procedure, replace(draft, effective_from=self.today)) for procedure, draft in drafted],
            publish_at=self.at,
        )
        for procedure, draft in drafted:
            _note_facts(procedure, draft.field, draft.levels, draft.ministry, draft.procedure_type)
            procedure.save(update_fields=["field", "field_sort_key", "levels", "ministry", "procedure_type"])

    def _procedures_of(self, rows: list[Judged]) -> dict[str, Procedure]:
        """Give the procedure of each row by its code, new ones made."""
        drafts = {one.draft.code: one.draft for one in reversed(rows)}
        known = Procedure.objects.in_bulk(list(drafts), field_name="code")
        fresh = [code for code in drafts if code not in known]
        for code in fresh:
            draft = drafts[code]
            known[code] = Procedure(code=code)
            _note_facts(known[code], draft.field, draft.levels, draft.ministry, draft.procedure_type)
        Procedure.objects.bulk_create([known[code] for code in fresh])
        return known

    def _source(self, one: Judged) -> dict[str, Any]:
        return {
            "raw": one.raw,
            "digest": one.digest,
            "as_of": _day(one.as_of),
            "source": one.source,
            "batch": self.batch,
        }

    def _store_problems(self, rows: list[Judged]) -> None:
        """Keep what is wrong with the rows just stored; what was told before and holds still is kept."""
        told = [*self.told, *(found for one in rows for found in one.found)]
        self.told = []
        codes = [one.code.text for one in rows]
        open_before = {(one.code, one.kind, _facts(one.facts)): one for one in _open(*codes)}
        known = {
            (one.code, one.kind, _facts(one.facts)) for one in ImportProblem.objects.filter(code__in=codes)
        }
        holds = {(one.code, one.kind.value, _facts(one.facts)) for one in told}
        gone = [problem.pk for sign, problem in open_before.items() if sign not in holds]
        ImportProblem.objects.filter(pk__in=gone).update(resolved_at=self.at, resolution=OVERTAKEN)
        fresh = [one for one in told if (one.code, one.kind.value, _facts(one.facts)) not in known]
        self.counts["problems"] += len(fresh)
        ImportProblem.objects.bulk_create(
            ImportProblem(
                batch=self.batch, row=one.row, code=one.code, kind=one.kind.value, facts=dict(one.facts)
            )
            for one in fresh
        )
        _store_codes(rows)
        _note_doubts(codes)


def _with_any_version(procedures: Iterable[Procedure]) -> frozenset[UUID]:
    rows = ProcedureVersion.objects.filter(procedure__in=list(procedures), published_at__isnull=False)
    return frozenset(rows.values_list("procedure_id", flat=True))


def _note_facts(
    procedure: Procedure, field: str, levels: Iterable[str], ministry: str, procedure_type: str
) -> None:
    procedure.field, procedure.field_sort_key = field, sort_key(field)
    procedure.levels = [str(level) for level in levels]
    procedure.ministry, procedure.procedure_type = ministry, procedure_type


def _store_codes(rows: Iterable[Judged]) -> None:
    """Keep each other code under which a procedure is known: of a province, of an office, replaced."""
    for one in rows:
        if one.code.whose is not Whose.NATIONAL and one.code.text != one.draft.code:
            _know(one.code.text, one.draft.code, CodeKind.LOCALISED)
        successor = read_code(one.replaced_by) if one.replaced_by else None
        if successor is not None:
            _know(one.code.text, successor.national or successor.text, CodeKind.REPLACED)


def _know(code: str, procedure: str, kind: CodeKind) -> None:
    owner = Procedure.objects.filter(code=procedure).first()
    if owner is not None:
        ProcedureCode.objects.get_or_create(code=code, defaults={"procedure": owner, "kind": kind.value})


def _note_doubts(codes: list[str]) -> None:
    doubted = set(_open(*codes).filter(kind__in=_DOUBTS).values_list("code", flat=True))
    Procedure.objects.filter(sources__code__in=doubted).update(name_doubtful=True)
    sure = [code for code in codes if code not in doubted]
    Procedure.objects.filter(sources__code__in=sure, name_doubtful=True).update(name_doubtful=False)


def _open(*codes: str) -> QuerySet[ImportProblem]:
    return ImportProblem.objects.filter(code__in=codes, resolved_at=None)


def _facts(facts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Give the facts without the rows of the file, which move from file to file."""
    return tuple(sorted((name, value) for name, value in facts.items() if name not in ("at", "first")))


def _day(text: str) -> date | None:
    """Read `2026-06` or `2026-06-15`; a month stands for its first day."""
    try:
        return date.fromisoformat(f"{text}-01" if len(text) == len("2026-06") else text)
    except ValueError:
        return None
