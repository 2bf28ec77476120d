"""`motcua catalogue import FILE`: loads the national record, tells every flaw, changes only what changed."""

import csv
import hashlib
import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import OutputWrapper

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.reference.catalogue.commands.importing import File, import_records
from motcua.reference.catalogue.importing.cells import safe_cell
from motcua.reference.catalogue.importing.judging import Conflicts, Judged, judge
from motcua.reference.catalogue.importing.lines import read_lines
from motcua.reference.catalogue.importing.names import NAMES_BESIDE, read_conflicts
from motcua.reference.catalogue.importing.sentences import sentence, title
from motcua.reference.catalogue.importing.words import KEEPS_OUT, Fate, Found, Line
from motcua.reference.catalogue.importing.workbook import Unreadable
from motcua.reference.catalogue.management.refusing import BadInput
from motcua.reference.catalogue.queries.importing import Comparison, compare

HELP = "Nạp danh mục từ tệp JSON Lines hoặc bảng tính."
USAGE = (
    "Dùng: motcua catalogue import TỆP [--preview] [--yes] [--names TỆP] [--accept MÃ] "
    "[--report TỆP.csv] [--json]."
)
SHOWN = 10
ROWS_SHOWN = 5
_FATES = {
    Fate.NEW: "mới",
    Fate.CHANGED: "thay đổi",
    Fate.UNCHANGED: "giữ nguyên",
    Fate.HELD: "giữ lại chờ đối chiếu tên",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Take the file, and how to go about it."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--preview", action="store_true", help="chỉ xem trước, không nạp")
    parser.add_argument("--yes", action="store_true", help="nạp ngay, không hỏi")
    parser.add_argument("--names", type=Path, help="danh sách tên mâu thuẫn giữa các nguồn (CSV)")
    parser.add_argument("--accept", action="append", default=[], help="mã có tên mới đã được đối chiếu")
    parser.add_argument("--report", type=Path, help="ghi mọi vấn đề theo dòng vào tệp CSV")
    parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Read, compare, ask where somebody can answer, load."""
    path, accepted = options["file"], frozenset(options["accept"])
    bar = Bar(quiet=options["json"] or not sys.stderr.isatty())
    rows = _rows_of(path, _conflicts(options["names"], path))
    with bar.step("Đọc và so sánh"):
        comparison = _compared(rows, bar, accepted)
    if not comparison.fates:
        raise BadInput(_nothing_loaded(path, comparison))
    if options["report"]:
        _write_report(options["report"], comparison.found)
    loaded = None
    if comparison.changes_something and not options["preview"] and _go_on(out, comparison, options):
        file = File(path.name, _digest(path), lambda: rows(bar.count))
        with bar.step("Nạp", total=comparison.rows):
            loaded = import_records(file=file, accepted=accepted, by=system("catalogue import"), at=now())
    _tell(out, comparison, loaded=loaded is not None and not isinstance(loaded, Refusal), options=options)


class Bar:
    """Progress on a terminal; says nothing where nobody watches."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet, self.name, self.total, self.done = quiet, "", 0, 0

    def step(self, name: str, total: int = 0) -> "Bar":
        """Begin a step of so many rows, if that is known."""
        self.name, self.total, self.done = name, total, 0
        return self

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *error: object) -> None:
        if not self.quiet and self.name:
            sys.stderr.write("\n")

    def count(self, row: int) -> None:
        """Note that a row was read."""
        self.done += 1
        if not self.quiet and self.done % 50 == 0:
            self._draw()

    def _draw(self) -> None:
        figure = f"{self.done:,}".replace(",", ".")
        if self.total:
            width = 30
            full = min(width, width * self.done // self.total)
            figure = f"[{'█' * full}{'·' * (width - full)}] {figure}/{self.total:,}".replace(",", ".")
        sys.stderr.write(f"\r{self.name}: {figure} dòng")
        sys.stderr.flush()


Rows = Callable[[Callable[[int], None]], Iterator[Judged | Found]]


def _rows_of(path: Path, conflicts: Conflicts) -> Rows:
    def rows(count: Callable[[int], None]) -> Iterator[Judged | Found]:
        return judge(_counted(read_lines(path), count), conflicts)

    return rows


def _counted(lines: Iterable[Line], count: Callable[[int], None]) -> Iterator[Line]:
    for line in lines:
        count(line.row)
        yield line


def _compared(rows: Rows, bar: Bar, accepted: frozenset[str]) -> Comparison:
    try:
        return compare(rows(bar.count), accepted=accepted)
    except Unreadable as error:
        raise BadInput(str(error)) from None


def _conflicts(names: Path | None, path: Path) -> Conflicts:
    beside = path.parent / NAMES_BESIDE
    if names is None and not beside.is_file():
        return {}
    try:
        return read_conflicts(names or beside)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"Không đọc được danh sách tên {names or beside}: {type(error).__name__}.") from None


def _nothing_loaded(path: Path, comparison: Comparison) -> str:
    first = next(iter(comparison.found), None)
    if first is None:
        return f"Tệp {path.name} không có thủ tục nào."
    return f"Không đọc được dòng nào của tệp {path.name}; dòng {first.row}: {sentence(first)}"


def _go_on(out: OutputWrapper, comparison: Comparison, options: Mapping[str, Any]) -> bool:
    if options["yes"] or options["json"] or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    _preview(out, comparison)
    sys.stderr.write("Nạp những thay đổi này? Gõ “có” để nạp: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("có", "co", "c", "yes", "y")


def _tell(out: OutputWrapper, comparison: Comparison, *, loaded: bool, options: Mapping[str, Any]) -> None:
    if options["json"]:
        out.write(json.dumps(_as_json(comparison, loaded=loaded), ensure_ascii=False))
        return
    if options["preview"]:
        _preview(out, comparison)
    _tell_fates(out, comparison)
    _tell_flaws(out, comparison)
    if loaded:
        out.write("Đã nạp.")
    elif comparison.changes_something:
        out.write("Chưa nạp gì.")
    else:
        out.write("Không có gì thay đổi: danh mục đã đúng như tệp.")


def _tell_fates(out: OutputWrapper, comparison: Comparison) -> None:
    told = [f"{comparison.fates[fate]} {name}" for fate, name in _FATES.items()]
    told.append(f"{comparison.kept_out} không nạp được")
    out.write(f"{comparison.rows} dòng: {', '.join(told)}.")
    if comparison.vanished:
        some = ", ".join(comparison.vanished[:SHOWN])
        out.write(f"{len(comparison.vanished)} thủ tục đang có không còn trong tệp, được giữ nguyên: {some}…")


def _tell_flaws(out: OutputWrapper, comparison: Comparison) -> None:
    for kind, found in comparison.by_kind().items():
        rows = list(dict.fromkeys(str(one.row) for one in found))
        more = "…" if len(rows) > ROWS_SHOWN else ""
        mark = "✗" if kind in KEEPS_OUT else "·"
        out.write(f"{mark} {len(found):>5}  {title(kind)}. Dòng {', '.join(rows[:ROWS_SHOWN])}{more}")
    for one in comparison.found:
        if one.kind in KEEPS_OUT:
            out.write(f"Dòng {one.row}{f' ({one.code})' if one.code else ''}: {sentence(one)}")


def _preview(out: OutputWrapper, comparison: Comparison) -> None:
    for row, code, name in comparison.new[:SHOWN]:
        out.write(f"+ {code}  {name} (dòng {row})")
    if len(comparison.new) > SHOWN:
        out.write(f"+ và {len(comparison.new) - SHOWN} thủ tục mới khác")
    for one in comparison.changed[:SHOWN]:
        out.write(f"~ {one.code}  {one.name} (dòng {one.row})")
        for line in one.lines:
            out.write(f"    {line}")
    if len(comparison.changed) > SHOWN:
        out.write(f"~ và {len(comparison.changed) - SHOWN} thủ tục thay đổi khác")


def _as_json(comparison: Comparison, *, loaded: bool) -> Mapping[str, Any]:
    return {
        "rows": comparison.rows,
        **{fate.value: comparison.fates[fate] for fate in Fate},
        "kept_out": comparison.kept_out,
        "vanished": comparison.vanished,
        "loaded": loaded,
        "changes": [
            {"row": one.row, "code": one.code, "differences": list(one.lines)} for one in comparison.changed
        ],
        "problems": [
            {"row": one.row, "code": one.code, "kind": one.kind.value, "sentence": sentence(one)}
            for one in comparison.found
        ],
        "summary": {kind.value: len(found) for kind, found in comparison.by_kind().items()},
    }


def _write_report(path: Path, found: Sequence[Found]) -> None:
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            table = csv.writer(stream)
            table.writerow(["Dòng", "Mã thủ tục", "Loại", "Vấn đề"])
            table.writerows(
                [safe_cell(cell) for cell in (one.row, one.code, one.kind.value, sentence(one))]
                for one in found
            )
    except OSError as error:
        raise BadInput(f"Không ghi được tệp {path}: {error.strerror}.") from None


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
