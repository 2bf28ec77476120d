"""Files that others published are taken in whole, with the source of each figure, and never changed after."""

import os
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from motcua.base.access import system
from motcua.base.clock import ZONE
from motcua.base.journal.models import Entry
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reform.scoring.published.commands import import_file
from motcua.reform.scoring.published.models import Batch, Break, Figure, Part
from motcua.reform.scoring.published.words import FileKind, Standing, Why

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 25, 9, 0, tzinfo=ZONE)
BY = system("tests")
SHARED = Path(os.environ.get("MOTCUA_SHARED", "nowhere")) / "data"
HEAD = "index,year,unit,unit_kind,value,max,rank,of,status,source\n"
REAL = {
    "par/results/index_results.csv": (FileKind.INDICES, 92, 92),
    "par/results/local_par_results.csv": (FileKind.LOCAL, 17, 19),
    "par/results/par_components.csv": (FileKind.PARTS, 6, 6),
    "par/results/papi_2011_2024.csv": (FileKind.PAPI, 882, 6976),
    "par/results/papi_codebook.csv": (FileKind.CODEBOOK, 29, 29),
    "par/results/pci_2005_2016.csv": (FileKind.PCI, 738, 8015),
    "par/results/pci_2021_2022_partial.csv": (FileKind.PCI_TABLE, 31, 241),
    "stats/phu_tho_2026_progress.csv": (FileKind.PROGRESS, 112, 672),
}


def taken(*lines: str, name: str = "chi-so.csv", head: str = HEAD) -> Batch | Refusal:
    content = (head + "\n".join(lines)).encode()
    return import_file(file_name=name, content=content, by=BY, at=AT)


def taken_in(*lines: str, name: str = "chi-so.csv", head: str = HEAD) -> Batch:
    batch = taken(*lines, name=name, head=head)
    assert isinstance(batch, Batch), batch
    return batch


@pytest.mark.parametrize("name", REAL)
def test_a_real_file_is_taken_in_whole(name: str) -> None:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the shared data is not here")
    kind, rows, told = REAL[name]
    batch = import_file(file_name=path.name, content=path.read_bytes(), by=BY, at=AT)
    assert isinstance(batch, Batch), batch
    assert (batch.kind, batch.rows) == (kind, rows)
    assert Figure.objects.count() + Part.objects.count() == told
    assert not Figure.objects.filter(source="").exists()


def test_a_figure_keeps_what_its_source_printed() -> None:
    taken_in('PAR,2020,Tuyên Quang,province,"83,81",100,35,63,verified,"Báo tỉnh, trang 2"')
    figure = Figure.objects.get()
    assert (figure.value, figure.places, figure.rank, figure.of) == (Decimal("83.81"), 2, 35, 63)
    assert (figure.unit_key, figure.unit_code, figure.unit_until) == ("tuyen-quang", "08", date(2025, 6, 30))
    assert (figure.standing, figure.source) == (Standing.VERIFIED, "Báo tỉnh, trang 2")
    entry = Entry.objects.get(verb="published.imported")
    assert str(Batch.objects.get().pk) in entry.about


@pytest.mark.covers("R-10")
def test_two_sources_of_one_figure_are_both_kept() -> None:
    row = "PAR.mean,2023,Đông Nam Bộ,region,{},100,,6,verified,{}"
    taken_in(row.format("87.79", "Bảng vùng"), row.format("87.45", "Báo khác"))
    told = Figure.objects.values_list("value", "source")
    assert set(told) == {(Decimal("87.79"), "Bảng vùng"), (Decimal("87.45"), "Báo khác")}


def test_a_file_taken_in_before_changes_nothing_and_says_so() -> None:
    taken_in("PAR,2020,Huế,province,80,100,,63,verified,a")
    again = taken("PAR,2020,Huế,province,80,100,,63,verified,a", name="ten-khac.csv")
    assert isinstance(again, Refusal) and again.why is Why.IMPORTED_ALREADY
    assert "chi-so.csv" in refusal_sentence(again) and "25/11/2026" in refusal_sentence(again)
    assert (Batch.objects.count(), Figure.objects.count()) == (1, 1)


def test_a_corrected_file_leaves_the_old_readable() -> None:
    first = taken_in("PAR,2020,Huế,province,80,100,,63,verified,a")
    second = taken_in("PAR,2020,Huế,province,81,100,,63,verified,a")
    other = taken_in("PAR,2021,Huế,province,82,100,,63,verified,a", name="nam-sau.csv")
    assert (second.corrects, other.corrects) == (first, None)
    assert first.figures.get().value == 80
    third = taken_in("PAR,2020,Huế,province,83,100,,63,verified,a")
    assert third.corrects == second


def test_one_bad_row_keeps_the_whole_file_out() -> None:
    good = "PAR,2020,Huế,province,80,100,,63,verified,a"
    refused = taken(good, "PAR,2020,Atlantis,province,8,100,,63,verified,a")
    assert isinstance(refused, Refusal) and refused.why is Why.NOT_READABLE
    assert not Figure.objects.exists() and not Batch.objects.exists()
    assert isinstance(taken(good), Batch)


@pytest.mark.parametrize("change", [{"value": 1}, {"source": "b"}])
def test_a_figure_never_changes(change: dict[str, object]) -> None:
    taken_in("PAR,2020,Huế,province,80,100,,63,verified,a")
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Figure.objects.update(**change)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Figure.objects.all().delete()


def test_the_breaks_that_are_known_come_with_the_house() -> None:
    told = set(Break.objects.values_list("index", "from_on"))
    assert {("sipas", date(2022, 1, 1)), ("papi", date(2018, 1, 1)), ("", date(2025, 7, 1))} <= told


def test_the_command_line_takes_a_file_in_and_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "so-lieu.csv"
    path.write_text(HEAD + "PAR,2020,Huế,province,tám,100,,63,verified,a\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        call_command("published", "import", str(path))
    assert ended.value.code == 2
    assert "Dòng 2, cột value: “tám” không phải là số. Ghi số, ví dụ 83,81." in capsys.readouterr().err
    path.write_text(HEAD + "PAR,2020,Huế,province,80,100,,63,verified,a\n", encoding="utf-8")
    call_command("published", "import", str(path), "--kind", "indices")
    assert "đã nạp 1 dòng, 1 số liệu" in capsys.readouterr().out
