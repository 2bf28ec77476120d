"""The register of a counter: entered by itself, read from the journal, closed once."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import Error, transaction
from pypdf import PdfReader
from pytest_django.fixtures import Settings
from python_calamine import CalamineWorkbook

from motcua.base.access import Actor
from motcua.base.clock import ZONE
from motcua.base.files import queries as files
from motcua.base.journal.reading import reads_of
from motcua.base.journal.reading import rows_of as journal_of
from motcua.base.journal.writing import thing_of
from motcua.casework.dossiers import commands, printing
from motcua.casework.dossiers.models import Dossier, Register, RegisterEntry
from motcua.casework.dossiers.papers.register import typeset_register
from motcua.casework.dossiers.papers.workbook import as_workbook
from motcua.casework.dossiers.queries.register import Filter, Shown, entries_of, register_of, rows_of
from motcua.casework.dossiers.words import Outcome, Why
from motcua.reference.org.words import Role
from tests.rooms import papers
from tests.support.world import World, build, ok

pytestmark = pytest.mark.django_db
NEW_YEAR = datetime(2027, 1, 4, 8, 0, tzinfo=ZONE)
PERSONS = [f"0081900004{n:02}" for n in range(20, 40)]


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> World:
    settings.FILES_DIR = tmp_path / "files"
    return build()


def head_of(world: World) -> Actor:
    """Give the officer at the counter as its head."""
    return replace(world.hoa, roles=frozenset({Role.ONE_STOP_HEAD.value}))


def register(world: World) -> Register:
    found = register_of(world.counter.pk, 2026)
    assert found is not None
    return found


def close(world: World, *, at: datetime = NEW_YEAR) -> Register:
    done = commands.close_register(register_id=register(world).pk, by=head_of(world), at=at)
    assert isinstance(done, Register), done
    return register(world)


def why(outcome: object) -> object:
    return getattr(outcome, "why", None)


def test_an_accepted_dossier_stands_in_the_register_and_on_its_receipt(world: World) -> None:
    first, second = world.accepted(), world.received()
    assert [row.code for row in rows_of(register(world))] == [first.code, second.code]
    said = [one.slips.get().facts["paper"]["register"] for one in (first, second)]
    assert said == ["Quyển số 01, số thứ tự 01", "Quyển số 01, số thứ tự 02"]


def test_a_dossier_that_was_not_accepted_stands_in_none(world: World) -> None:
    world.submitted()
    assert register_of(world.counter.pk, 2026) is None


def test_each_year_begins_with_01(world: World) -> None:
    world.received()
    world.at = NEW_YEAR
    dossier = world.received(PERSONS[0])
    entry = RegisterEntry.objects.get(dossier=dossier)
    assert (entry.register.year, entry.number) == (2027, 1)


def test_numbers_go_on_through_the_volumes(world: World) -> None:
    world.received(PERSONS[0])
    done = commands.open_volume(register_id=register(world).pk, by=head_of(world), at=world.at)
    assert isinstance(done, Register)
    dossier = world.received(PERSONS[1])
    entry = RegisterEntry.objects.get(dossier=dossier)
    assert (entry.volume, entry.number) == (2, 2)
    assert dossier.slips.get().facts["paper"]["register"] == "Quyển số 02, số thứ tự 02"


def test_no_volume_is_opened_after_an_empty_one_nor_by_anybody_else(world: World) -> None:
    world.received()
    told = {"register_id": register(world).pk, "at": world.at}
    assert why(commands.open_volume(by=world.hoa, **told)) is Why.REGISTER_NOT_YOURS
    assert why(commands.open_volume(by=replace(head_of(world), unit=world.tuan.unit), **told)) is (
        Why.REGISTER_NOT_YOURS
    )
    assert isinstance(commands.open_volume(by=head_of(world), **told), Register)
    assert why(commands.open_volume(by=head_of(world), **told)) is Why.VOLUME_EMPTY


def test_the_dates_of_a_line_come_from_the_journal_and_agree_with_the_dossier(world: World) -> None:
    dossier = world.issued()
    world.at += timedelta(days=1)
    told = {"dossier_id": dossier.pk, "by": world.hoa, "at": world.at}
    ok(commands.hand_over_result(recipient="Giàng A Páo", relation="Chủ hồ sơ", **told))
    dossier = Dossier.objects.get(pk=dossier.pk)
    (row,) = rows_of(register(world))
    assert (row.received_at, row.due_at, row.returned_at) == (
        dossier.accepted_at,
        dossier.due_at,
        dossier.returned_at,
    )
    assert row.received_by == "Giàng A Páo"
    Dossier.objects.filter(pk=dossier.pk).update(returned_at=NEW_YEAR, due_at=NEW_YEAR)
    (again,) = rows_of(register(world))
    assert (again.returned_at, again.due_at) == (row.returned_at, row.due_at)


def test_a_refusal_and_a_withdrawal_are_noted(world: World) -> None:
    world.issued(Outcome.REFUSED)
    withdrawn = world.accepted()
    ok(commands.withdraw(dossier_id=withdrawn.pk, reason="Đổi ý", by=world.member, at=world.at))
    refused, gone = rows_of(register(world))
    assert refused.note.startswith("Từ chối giải quyết, văn bản số")
    assert gone.note == "Người nộp rút hồ sơ ngày 02/03/2026"


def test_filters_choose_lines_and_keep_their_numbers(world: World) -> None:
    world.received(PERSONS[0])
    world.at = world.at.replace(month=4)
    dossier = world.accepted()
    one = register(world)
    assert [row.number for row in rows_of(one, entries_of(one, Filter(month=4)))] == [2]
    assert [row.code for row in rows_of(one, entries_of(one, Filter(words="páo")))] == [dossier.code]
    assert rows_of(one, entries_of(one, Filter(shown=Shown.RETURNED))) == []
    assert len(rows_of(one, entries_of(one, Filter(shown=Shown.OPEN)))) == 2


def test_a_year_that_runs_is_not_closed(world: World) -> None:
    world.received()
    told = {"register_id": register(world).pk, "by": head_of(world)}
    last = datetime(2026, 12, 31, 23, 59, tzinfo=ZONE)
    assert why(commands.close_register(at=last, **told)) is Why.REGISTER_YEAR_RUNS
    assert isinstance(commands.close_register(at=last + timedelta(minutes=1), **told), Register)
    assert why(commands.close_register(at=NEW_YEAR, **told)) is Why.REGISTER_CLOSED


def test_only_the_head_of_the_counter_closes(world: World) -> None:
    world.received()
    told = {"register_id": register(world).pk, "at": NEW_YEAR}
    assert why(commands.close_register(by=world.hoa, **told)) is Why.REGISTER_NOT_YOURS


def test_a_closed_register_is_counted_signed_and_kept(world: World) -> None:
    for person in PERSONS[:12]:
        world.received(person)
    closed = close(world)
    assert closed.file is not None
    with files.content(closed.file) as kept:
        content = kept.read()
    pdf = PdfReader(io.BytesIO(content))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert (closed.count, closed.pages) == (12, len(pdf.pages))
    assert "Khóa sổ năm 2026 lúc 08 giờ 00 phút, ngày 04 tháng 01 năm 2027" in text
    assert "từ số thứ tự 01 đến số thứ tự 12" in text
    assert "Trần Thị Hoa" in text
    (row,) = journal_of(thing_of(closed))
    assert (row.verb, row.payload["count"], row.payload["sha256"]) == (
        "register.closed",
        12,
        closed.file.sha256,
    )
    assert row.payload["rows_sha256"] in text
    assert typeset_register(closed.facts, at=NEW_YEAR) == content
    changed = {**closed.facts, "year": "2025"}
    assert typeset_register(changed, at=NEW_YEAR) != content


def test_what_happens_after_closing_does_not_change_the_closed_register(world: World) -> None:
    dossier = world.issued()
    closed = close(world)
    before = closed.facts
    told = {"dossier_id": dossier.pk, "by": world.hoa, "at": NEW_YEAR}
    ok(commands.hand_over_result(recipient="Giàng A Páo", relation="Chủ hồ sơ", **told))
    assert register(world).facts == before
    with pytest.raises(Error), transaction.atomic():
        Register.objects.filter(pk=closed.pk).update(count=99)
    with pytest.raises(Error), transaction.atomic():
        Register.objects.filter(pk=closed.pk).delete()


def test_the_database_takes_no_line_into_a_closed_register(world: World) -> None:
    world.received(PERSONS[0])
    entry = RegisterEntry.objects.get()
    late = RegisterEntry(register=entry.register, volume=1, number=9, entered_at=world.at)
    late.dossier = world.submitted()
    close(world)
    with pytest.raises(Error, match="closed register"), transaction.atomic():
        late.save(force_insert=True)
    with pytest.raises(Error), transaction.atomic():
        RegisterEntry.objects.filter(pk=entry.pk).update(number=7)


def test_a_dossier_written_down_late_goes_into_the_next_open_year_and_says_so(world: World) -> None:
    world.received(PERSONS[0])
    close(world)
    world.at = datetime(2026, 12, 31, 16, 0, tzinfo=ZONE)
    late = world.received(PERSONS[1])
    found = register_of(world.counter.pk, 2027)
    assert found is not None
    (row,) = rows_of(found)
    assert (row.code, row.number) == (late.code, 1)
    assert row.note.startswith("Ghi muộn")


def test_an_extract_says_what_it_leaves_out(world: World) -> None:
    world.received()
    one = register(world)
    sheet = printing.sheet_of(one, rows_of(one), part="tháng 3", at=world.at)
    text = PdfReader(io.BytesIO(sheet.render(world.at))).pages[0].extract_text()
    assert "trích: tháng 3" in " ".join(text.split())
    assert "Khóa sổ" not in text


@pytest.mark.parametrize("evil", ['=HYPERLINK("http://x")', "+1+1", "-2", "@SUM(A1)", "\t=1", "http://x.vn"])
def test_a_name_is_never_a_formula_in_the_workbook(evil: str) -> None:
    made = as_workbook("Sổ 2026", [papers.line(1, name=evil), papers.line(2)])
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert ("quotePrefix" in styles) is (evil[0] in "=+-@\t")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert rows[1][4].strip() == evil.strip()
    assert rows[2][4] == "Lý Thị Hoa"


def test_whose_line_was_taken_away_can_see_it(world: World) -> None:
    dossier = world.received()
    commands.note_register([dossier], by=world.hoa, at=world.at)
    assert [row.verb for row in reads_of(thing_of(dossier))] == ["dossier.register_opened"]
