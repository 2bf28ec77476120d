"""`motcua journal`: verify the chains, export them, take a root."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.journal import roots


class Command(BaseCommand):
    """Exit 0 when the journal is whole, 1 when it is not, 2 on bad input."""

    help = "Kiểm tra, xuất nhật ký hoặc lấy dấu gốc."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and with which chain."""
        acts = parser.add_subparsers(dest="act", required=True)
        verify = acts.add_parser("verify", help="kiểm tra các chuỗi còn nguyên vẹn")
        verify.add_argument("--json", action="store_true", help="trả lời bằng JSON")
        verify.add_argument("--thing", default="", help="chỉ một chuỗi, ví dụ dossier:<mã định danh>")
        export = acts.add_parser("export", help="xuất ra tệp để kiểm tra ở nơi khác")
        export.add_argument("file", type=Path, help="tệp ghi ra, mỗi dòng một JSON")
        export.add_argument("--thing", default="", help="chỉ một chuỗi")
        acts.add_parser("root", help="lấy dấu gốc của các dòng từ lần trước")

    def handle(self, *, act: str, **options: Any) -> None:
        """Do one of the three."""
        match act:
            case "verify":
                self._verify(options["thing"], as_json=options["json"])
            case "export":
                self._export(options["file"], options["thing"])
            case _:
                self._root()

    def _verify(self, thing: str, *, as_json: bool) -> None:
        report = roots.check(thing)
        if thing and not report.rows:
            raise CommandError(f"Nhật ký không có chuỗi {thing}.", returncode=2)
        if as_json:
            self.stdout.write(json.dumps({"whole": report.whole, **asdict(report)}, ensure_ascii=False))
        else:
            for fault in report.faults:
                self.stdout.write(f"{fault.thing}, dòng {fault.seq}: {fault.what}")
            state = "Nhật ký nguyên vẹn" if report.whole else "Nhật ký KHÔNG nguyên vẹn"
            self.stdout.write(f"{state}: {report.rows} dòng, {report.chains} chuỗi.")
        if not report.whole:
            sys.exit(1)

    def _export(self, path: Path, thing: str) -> None:
        try:
            with path.open("w", encoding="utf-8", newline="\n") as file:
                for row in roots.rows(thing):
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
        except OSError as error:
            raise CommandError(f"Không ghi được tệp {path}: {error.strerror}.", returncode=2) from error

    def _root(self) -> None:
        path = roots.take_root()
        self.stdout.write(str(path) if path else "Chưa có dòng mới để lấy dấu gốc.")
