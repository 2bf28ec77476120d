"""`motcua clock due`: when a time limit ends, and why."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.clock.answer import answer, answer_batch
from motcua.base.clock.terms import Unit


class Command(BaseCommand):
    """Reckons a due date with the official calendar."""

    help = "Tính ngày đến hạn và giải thích từng dòng."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take one question, or a file of questions."""
        parser.add_argument("act", choices=["due"], help="due: ngày đến hạn")
        parser.add_argument("--from", dest="start", help="bắt đầu, ví dụ 2026-03-02T09:00")
        parser.add_argument("--amount", help="số lượng; số âm để đếm lùi")
        parser.add_argument("--unit", help=" | ".join(unit.value for unit in Unit))
        parser.add_argument("--pause", action="append", default=[], help="TỪ/ĐẾN, lặp lại được")
        parser.add_argument("--batch", help="tệp mỗi dòng một đối tượng JSON, - là đầu vào chuẩn")
        parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")

    def handle(self, **options: Any) -> None:
        """Answer."""
        if options["batch"]:
            self._answer_batch(options["batch"])
            return
        question = {"from": options["start"], "amount": options["amount"], "unit": options["unit"]}
        if options["pause"]:
            question["pauses"] = options["pause"]
        try:
            found = answer(question)
        except ValueError as refused:
            raise CommandError(str(refused), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
        else:
            explanation = found["explanation"]
            assert isinstance(explanation, list), "an answer is explained line by line"
            self.stdout.write("\n".join(explanation))

    def _answer_batch(self, name: str) -> None:
        try:
            lines = sys.stdin.readlines() if name == "-" else Path(name).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            raise CommandError(f"Không đọc được tệp {name}.", returncode=2) from None
        for line in answer_batch(lines):
            self.stdout.write(line)
