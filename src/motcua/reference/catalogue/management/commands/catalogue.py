"""`motcua catalogue search QUERY --limit N --json` and `--batch FILE`: the search as a contract."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandError

from motcua.base.clock import today
from motcua.reference.catalogue import queries

USAGE = "Dùng: motcua catalogue search CÂU-HỎI [--limit N] [--json], hoặc --batch TỆP thay cho câu hỏi."
LIMIT = 10
MOST = 100


class Asked(NamedTuple):
    """One question and how many answers it wants."""

    query: str
    limit: int


class Command(BaseCommand):
    help = "Tìm thủ tục hành chính."
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        # Django's parser then raises instead of printing its usage in English.
        self._called_from_command_line = False
        return super().create_parser(prog_name, subcommand, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["search"])
        parser.add_argument("query", nargs="?")
        parser.add_argument("--limit", default=str(LIMIT))
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--batch", type=Path)

    def run_from_argv(self, argv: list[str]) -> None:
        """Run, and end with 2 and one sentence on bad input."""
        try:
            super().run_from_argv(argv)
        except CommandError as error:
            if not isinstance(error, BadInput):
                error = BadInput(USAGE)
            sys.stderr.write(f"{error}\n")
            sys.exit(2)

    def execute(self, *args: Any, **options: Any) -> Any:
        """Let bad input pass unprinted to `run_from_argv`."""
        try:
            return super().execute(*args, **options)
        except BadInput as error:
            if options.get("traceback"):
                raise
            sys.stderr.write(f"{error}\n")
            sys.exit(2)

    def handle(self, *args: Any, **options: Any) -> None:
        batch, query = options["batch"], options["query"]
        if (batch is None) == (query is None):
            raise BadInput(USAGE)
        if batch is None:
            self._answer(_asked(query, options["limit"]), as_json=options["json"])
            return
        for asked in list(_read(batch)):
            self._answer(asked, as_json=True)

    def _answer(self, asked: Asked, *, as_json: bool) -> None:
        hits = queries.search(asked.query, limit=asked.limit, on=today())
        if as_json:
            rows = [{"code": hit.code, "name": hit.name, "why": hit.why} for hit in hits]
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
        elif hits:
            self.stdout.write("\n".join(f"{hit.code}  {hit.title}\n          {hit.why}" for hit in hits))
        else:
            self.stdout.write(f"Không có thủ tục nào khớp “{asked.query}”. Thử từ khác.")


class BadInput(CommandError):
    """Input that cannot be used; its text is one sentence for whoever typed it."""


def _asked(query: object, limit: object) -> Asked:
    if not isinstance(query, str) or not query.strip():
        raise BadInput("Câu hỏi trống. Gõ vài chữ về việc cần làm.")
    number = int(limit) if isinstance(limit, int | str) and str(limit).isdecimal() else 0
    if isinstance(limit, bool) or not 1 <= number <= MOST:
        raise BadInput(f"Số kết quả phải là số nguyên từ 1 đến {MOST}.")
    return Asked(query, number)


def _read(path: Path) -> Iterator[Asked]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BadInput(f"Không đọc được tệp {path}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise BadInput(f"Tệp {path} không được ghi bằng UTF-8.") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            raise BadInput(f"Dòng {number} của tệp {path} không phải là JSON.") from None
        if not isinstance(row, dict):
            raise BadInput(f"Dòng {number} của tệp {path} phải là một đối tượng JSON có “query”.")
        try:
            yield _asked(row.get("query"), row.get("limit", LIMIT))
        except BadInput as error:
            raise BadInput(f"Dòng {number} của tệp {path}: {error}") from None
