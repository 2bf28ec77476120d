"""A file is loaded once, tells every flaw by its row, and changes only what changed."""

import json
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from motcua.base.access import system
from motcua.base.clock import ZONE
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.reference.catalogue import commands as catalogue
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.commands.importing import File, import_records, resolve_problem
from motcua.reference.catalogue.importing.judging import judge
from motcua.reference.catalogue.importing.lines import read_lines
from motcua.reference.catalogue.importing.words import Fate, Flaw
from motcua.reference.catalogue.importing.writing import write_workbook
from motcua.reference.catalogue.models import (
    ImportBatch,
    ImportProblem,
    Procedure,
    ProcedureCode,
    ProcedureVersion,
    SourceRecord,
)
from motcua.reference.catalogue.queries.importing import compare
from motcua.reference.catalogue.words import Origin, VersionState, Why
from tests.rooms.test_catalogue_versions import DRAFT
from tests.support.records import FAULTS, component, method, paid, record, write

pytestmark = pytest.mark.django_db

LAN = system("bà Lan")
AT = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
LATER = AT + timedelta(days=30)
CODE = "1.900001"


def load(path: Path, *, at: datetime = AT, accepted: frozenset[str] = frozenset()) -> ImportBatch | Refusal:
    file = File(path.name, "digest", lambda: judge(read_lines(path)))
    return import_records(file=file, accepted=accepted, by=LAN, at=at)


def answer(*arguments: str) -> dict[str, Any]:
    out = StringIO()
    call_command("catalogue", *arguments, "--json", stdout=out)
    told = json.loads(out.getvalue())
    assert isinstance(told, dict)
    return told


HIDDEN = ("id", "version_id", "case_id", "batch_id", "procedure_id", "published_at", "drafted_by")
PARTS = ("cases", "channels", "components", "fees", "results", "legal_basis")


def content() -> list[Any]:
    """Give everything that loading stored, without the ids and moments of one run."""
    versions = list(ProcedureVersion.objects.order_by("procedure__code", "number"))
    parts = [
        row for version in versions for part in PARTS for row in getattr(version, part).order_by("order")
    ]
    return [
        *map(bare, versions),
        *map(bare, parts),
        *map(bare, Procedure.objects.order_by("code")),
        *map(bare, SourceRecord.objects.order_by("code")),
        *ImportProblem.objects.order_by("row", "kind", "code").values_list("row", "code", "kind", "facts"),
    ]


def bare(row: Any) -> dict[str, Any]:
    held = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    case = getattr(row, "case", None)
    return {name: value for name, value in held.items() if name not in HIDDEN} | {"of": case and case.code}


def journal() -> list[str]:
    return list(Entry.objects.order_by("recorded_at", "id").values_list("verb", flat=True))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "danh-muc.jsonl"


def test_twenty_faults_are_each_told_with_their_row_and_the_rest_is_loaded(path: Path) -> None:
    """Acceptance: twenty prepared faults, each told by its kind and its row."""
    write(path, [record(CODE), *(line for line, _ in FAULTS)])
    told = answer("import", str(path), "--yes")
    found = {(problem["row"], problem["kind"]) for problem in told["problems"]}
    wanted = {(row, kind.value) for row, (_, kind) in enumerate(FAULTS, start=2)}
    assert len(wanted) == 20
    assert wanted - found == set()
    kept = set(ImportProblem.objects.values_list("row", "kind"))
    assert wanted - kept == set()
    assert (told["rows"], told["new"], told["kept_out"], told["loaded"]) == (21, 13, 8, True)
    assert SourceRecord.objects.count() == 13
    assert all(problem["sentence"].endswith(".") for problem in told["problems"])


def test_a_file_without_faults_tells_none(path: Path) -> None:
    write(path, [record(CODE)])
    assert answer("import", str(path))["problems"] == []


def test_a_load_is_one_act_in_the_journal(path: Path) -> None:
    batch = load(write(path, [record(CODE), record("1.900002")]))
    assert isinstance(batch, ImportBatch)
    assert journal() == ["catalogue.imported"]
    assert json.loads(Entry.objects.get().payload)["counts"][Fate.NEW] == 2
    version = queries.effective_version(CODE, AT.date())
    assert version is not None
    assert (version.origin, version.number, version.effective_from) == (Origin.NATIONAL, 1, None)


def test_a_second_load_changes_nothing_and_says_so(path: Path) -> None:
    load(write(path, [record(CODE), record("1.900002")]))
    before = content(), journal()
    again = load(path, at=LATER)
    assert isinstance(again, Refusal)
    assert again.why is Why.NOTHING_TO_IMPORT
    assert (content(), journal()) == before
    out = StringIO()
    call_command("catalogue", "import", str(path), stdout=out)
    assert "Không có gì thay đổi" in out.getvalue()
    assert (content(), journal()) == before


def test_a_changed_file_changes_only_what_changed(path: Path) -> None:
    load(write(path, [record(CODE), record("1.900002")]))
    write(path, [record(CODE, methods=[method(duration_value=2)]), record("1.900002"), record("1.900003")])
    told = answer("import", str(path), "--preview")
    assert [(one["code"], one["row"]) for one in told["changes"]] == [(CODE, 1)]
    assert told["changes"][0]["differences"] == ["Cách thực hiện: bỏ 1, sửa 1"]
    assert not told["loaded"]
    assert journal() == ["catalogue.imported"]
    load(path, at=LATER)
    assert list(ProcedureVersion.objects.filter(procedure__code="1.900002").values_list("number")) == [(1,)]
    old, new = ProcedureVersion.objects.filter(procedure__code=CODE).order_by("number")
    assert (old.effective_to, new.effective_from) == (LATER.date() - timedelta(days=1), LATER.date())
    assert new.channels.get().duration_value == 2


def test_a_record_corrected_on_its_own_day_takes_the_place_at_once(path: Path) -> None:
    for value in (3, 2, 1):
        load(write(path, [record(CODE, methods=[method(duration_value=value)])]), at=LATER)
    states = ProcedureVersion.objects.order_by("number").values_list("state", flat=True)
    assert list(states) == [VersionState.PUBLISHED, VersionState.WITHDRAWN, VersionState.PUBLISHED]
    version = queries.effective_version(CODE, LATER.date())
    assert version is not None
    assert version.channels.get().duration_value == 1


def test_a_newer_record_of_the_same_procedure_makes_no_version(path: Path) -> None:
    load(write(path, [record(CODE)]))
    load(write(path, [record(CODE, as_of="2026-07", source="khác")]))
    assert ProcedureVersion.objects.count() == 1
    assert SourceRecord.objects.get().source == "khác"


def test_what_is_no_longer_in_the_file_stays_and_is_told(path: Path) -> None:
    load(write(path, [record(CODE), record("1.900002")]))
    told = answer("import", str(write(path, [record(CODE)])))
    assert told["vanished"] == ["1.900002"]
    assert queries.effective_version("1.900002", AT.date()) is not None


def test_another_procedures_name_under_a_known_code_is_held_back_until_accepted(path: Path) -> None:
    load(write(path, [record(CODE, name="Đăng ký khai sinh")]))
    write(path, [record(CODE, name="Cấp giấy phép lái xe hạng A")])
    told = answer("import", str(path))
    assert (told["held"], told["loaded"], told["summary"]) == (1, False, {Flaw.HELD_BACK: 1})
    assert ProcedureVersion.objects.get().name == "Đăng ký khai sinh"
    assert answer("import", str(path), "--accept", CODE)["changed"] == 1
    assert ProcedureVersion.objects.latest("number").name == "Cấp giấy phép lái xe hạng A"


def test_a_doubtful_name_is_kept_with_its_code_until_its_doubt_is_settled(path: Path) -> None:
    load(write(path, [record(CODE, quality_flags=["detail_page_mismatch_dropped"])]))
    assert Procedure.objects.get().name_doubtful
    problem = ImportProblem.objects.get()
    refused = resolve_problem(problem_id=problem.pk, resolution="  ", by=LAN, at=AT)
    assert isinstance(refused, Refusal) and refused.why is Why.NO_RESOLUTION
    resolve_problem(problem_id=problem.pk, resolution="Đúng theo Quyết định 1/QĐ", by=LAN, at=AT)
    assert not Procedure.objects.get().name_doubtful
    again = resolve_problem(problem_id=problem.pk, resolution="Lại", by=LAN, at=AT)
    assert isinstance(again, Refusal) and again.why is Why.ALREADY_RESOLVED


def test_a_flaw_that_a_newer_file_mends_is_closed(path: Path) -> None:
    load(write(path, [record(CODE, agency=None, subjects=[])]))
    load(write(path, [record(CODE, agency=None)]), at=LATER)
    assert dict(ImportProblem.objects.values_list("kind", "resolved_at")) == {
        Flaw.NO_AGENCY: None,
        Flaw.NO_SUBJECTS: LATER,
    }


def test_codes_of_a_province_and_replaced_codes_lead_to_their_procedure(path: Path) -> None:
    local = "1.900001.000.00.00.H60"
    lines = [record(local), record(CODE), record("1.900002.H41"), record("1.900003", replaced_by=CODE)]
    load(write(path, lines))
    assert dict(ProcedureCode.objects.values_list("code", "procedure__code")) == {
        local: CODE,
        "1.900002.H41": "1.900002",
        "1.900003": CODE,
    }
    assert Procedure.objects.get(code=CODE).versions.count() == 1
    assert SourceRecord.objects.count() == 4
    found = queries.procedure_called(local)
    assert found is not None and found.code == CODE


def test_what_the_province_keeps_itself_is_not_overwritten(path: Path) -> None:
    draft = catalogue.draft_version(draft=DRAFT, by=LAN, at=AT)
    assert isinstance(draft, ProcedureVersion)
    catalogue.publish_version(version_id=draft.pk, by=LAN, at=AT)
    load(write(path, [record(DRAFT.code)]))
    load(write(path, [record(DRAFT.code, field="Khác")]), at=LATER)
    own, proposed = ProcedureVersion.objects.order_by("number")
    assert (own.state, own.effective_to) == (VersionState.PUBLISHED, None)
    assert (proposed.state, proposed.origin) == (VersionState.DRAFT, Origin.NATIONAL)
    assert Procedure.objects.get().field == DRAFT.field


def test_jsonl_and_a_workbook_written_from_it_load_equal(path: Path, tmp_path: Path) -> None:
    """Acceptance: what is stored is the same, row by row, part by part."""
    lines = [
        record(CODE, components=[component("Đơn", "Cấp mới"), component("Giấy", "Cấp lại")]),
        record(
            "1.900002", methods=[paid(20), paid(5000, "=phí", channel="buu_chinh")], conditions="x" * 40_000
        ),
        record("1.900003", methods=[], agency=None, khac="phần lạ"),
    ]
    book = tmp_path / "danh-muc.xlsx"
    with transaction.atomic():
        load(write(path, lines))
        first = content()
        answer("export", str(book))
        assert answer("import", str(book))["unchanged"] == 3
        transaction.set_rollback(True)
    assert content() == []
    load(book)
    # A sheet has its headings in its first row; all else is the same.
    moved = {one.pk: one.row - 1 for one in ImportProblem.objects.all()}
    for key, row in moved.items():
        ImportProblem.objects.filter(pk=key).update(row=row)
    assert content() == first


def test_loading_stops_at_no_file_with_code_two_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["import", str(tmp_path / "none.jsonl")], ["export", str(tmp_path / "a.doc")]):
        with pytest.raises(SystemExit) as stopped:
            call_command("catalogue", *arguments)
        assert stopped.value.code == 2
        assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_the_report_names_each_row(path: Path, tmp_path: Path) -> None:
    write(path, [record(CODE, agency=None, field=None)])
    answer("import", str(path), "--report", str(report := tmp_path / "loi.csv"))
    rows = report.read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[:3] for row in rows[1:]] == [
        ["1", CODE, "field_missing"],
        ["1", CODE, "no_agency"],
    ]


@pytest.mark.slow
def test_the_whole_real_catalogue_is_loaded(shared: Path, tmp_path: Path) -> None:
    """Every row is kept, none twice; a workbook of it says the same; the doubtful names are marked."""
    path = shared / "data" / "tthc" / "procedures.jsonl"
    if not path.is_file():
        pytest.skip(f"the real catalogue is not at {path}")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    told = answer("import", str(path), "--yes")
    assert (told["rows"], told["new"], told["kept_out"]) == (len(rows), len(rows), 0)
    assert SourceRecord.objects.count() == Procedure.objects.count() == len(rows)
    stored = dict(SourceRecord.objects.values_list("code", "raw"))
    assert all(stored[row["code"]] == row for row in rows)
    flags = [flag for row in rows for flag in row["quality_flags"]]
    for flag, kind in (
        ("duration_unit_missing", Flaw.UNIT_MISSING),
        ("fee_zero_with_note", Flaw.FEE_DEPENDS),
    ):
        assert told["summary"][kind] == flags.count(flag)
    wrong = flags.count("detail_page_mismatch_dropped")
    assert Procedure.objects.filter(name_doubtful=True).count() == wrong + flags.count("name_truncated")
    assert not ProcedureVersion.objects.filter(fees__free=True, fees__note__icontains="Hội đồng nhân dân")
    assert answer("import", str(path))["unchanged"] == len(rows)
    book = tmp_path / "danh-muc.xlsx"
    write_workbook(rows, book)
    assert compare(judge(read_lines(book))).fates == {Fate.UNCHANGED: len(rows)}
    assert journal() == ["catalogue.imported"]
