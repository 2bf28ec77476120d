"""`motcua doctor`: whether this installation can do its work."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from motcua.base.files.commands import scanner
from motcua.base.files.scan import NoScanner
from motcua.base.print.fonts import check_fonts


class Finding(NamedTuple):
    """One thing looked at: whether it is well, and what to do if not."""

    name: str
    well: bool
    says: str


class Command(BaseCommand):
    """Looks at database, fonts, folders and scanner."""

    help = "Kiểm tra bản cài: cơ sở dữ liệu, phông chữ, thư mục, quét vi-rút."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how to answer."""
        parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")

    def handle(self, **options: Any) -> None:
        """Look at everything; exit 1 when something is not well."""
        findings = [finding for look in LOOKS for finding in look()]
        if options["json"]:
            self.stdout.write(json.dumps([finding._asdict() for finding in findings], ensure_ascii=False))
        else:
            for finding in findings:
                self.stdout.write(f"{'tốt' if finding.well else 'HỎNG'}  {finding.name}: {finding.says}")
        if not all(finding.well for finding in findings):
            raise CommandError("Có chỗ cần sửa, xem các dòng HỎNG.", returncode=1)


def _database() -> Iterator[Finding]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('server_version'), current_user")
            version, role = cursor.fetchone()
            cursor.execute("SELECT has_table_privilege(current_user, 'journal_entry', 'UPDATE')")
            (may_change,) = cursor.fetchone()
            waiting = MigrationExecutor(connection).migration_plan(
                MigrationExecutor(connection).loader.graph.leaf_nodes()
            )
    except Error as error:
        yield Finding("cơ sở dữ liệu", False, f"không trả lời ({type(error).__name__}); xem DATABASE_URL")
        return
    yield Finding("cơ sở dữ liệu", True, f"PostgreSQL {version}, vai {role}")
    yield Finding("nhật ký", not may_change, "chỉ thêm" if not may_change else "vai chạy sửa được nhật ký")
    says = "đủ" if not waiting else f"còn {len(waiting)} bước; chạy motcua migrate"
    yield Finding("lược đồ", not waiting, says)


def _fonts() -> Iterator[Finding]:
    problems = check_fonts(Path(settings.FONT_DIR))
    yield Finding("phông chữ", not problems, " ".join(problems) or "Tinos đủ chữ Việt")


def _folders() -> Iterator[Finding]:
    for name in ("FILES_DIR", "JOURNAL_ROOTS_DIR"):
        folder = Path(getattr(settings, name))
        nearest = next(place for place in (folder, *folder.parents) if place.exists())
        well = os.access(nearest, os.W_OK)
        yield Finding(name, well, "ghi được" if well else f"không ghi được vào {folder}")


def _scanner() -> Iterator[Finding]:
    there = not isinstance(scanner(), NoScanner)
    yield Finding(
        "quét vi-rút", True, "có" if there else "chưa đặt MOTCUA_CLAMD_ADDRESS, tệp không được quét"
    )


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (_database, _fonts, _folders, _scanner)
