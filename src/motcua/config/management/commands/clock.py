"""`motcua clock due`: when a time limit ends, and why.

By the official calendar, which needs no database; with `--agency` by what was decided for that agency.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.clock import today
from motcua.base.clock.answer import answer, answer_batch
from motcua.base.clock.calendar import Calendar
from motcua.base.clock.explain import Line
from motcua.base.clock.sentences import line_sentence, line_with_basis
from motcua.base.clock.terms import Unit
from motcua.reference.org import queries as org


class By(NamedTuple):
    """By which calendar (None: the official one), and how its lines are said."""

    calendar: Calendar | None
    say: Callable[[Line], str]


OFFICIAL = By(None, line_sentence)


class Command(BaseCommand):
    """Reckons a due date with the official calendar, or with the one that holds at an agency."""

    help = "Tính ngày đến hạn và giải thích từng dòng."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take one question, or a file of questions."""
        parser.add_argument("act", choices=["due"], help="due: ngày đến hạn")
        parser.add_argument("--from", dest="start", help="bắt đầu, ví dụ 2026-03-02T09:00")
        parser.add_argument("--amount", help="số lượng; số âm để đếm lùi")
        parser.add_argument("--unit", help=" | ".join(unit.value for unit in Unit))
        parser.add_argument("--pause", action="append", default=[], help="TỪ/ĐẾN, lặp lại được")
        parser.add_argument(
            "--agency",
            default="",
            help="mã cơ quan, ví dụ H60.24: theo lịch làm việc đã ban hành của cơ quan ấy",
        )
        parser.add_argument("--batch", help="tệp mỗi dòng một đối tượng JSON, - là đầu vào chuẩn")
        parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")

    def handle(self, **options: Any) -> None:
        """Answer."""
        by = _decided_for(options["agency"]) if options["agency"] else OFFICIAL
        if options["batch"]:
            self._answer_batch(options["batch"], by)
            return
        question = {"from": options["start"], "amount": options["amount"], "unit": options["unit"]}
        if options["pause"]:
            question["pauses"] = options["pause"]
        try:
            found = answer(question, by.calendar, by.say)
        except ValueError as refused:
            raise CommandError(str(refused), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
        else:
            explanation = found["explanation"]
            assert isinstance(explanation, list), "an answer is explained line by line"
            self.stdout.write("\n".join(explanation))

    def _answer_batch(self, name: str, by: By) -> None:
        try:
            lines = sys.stdin.readlines() if name == "-" else Path(name).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            raise CommandError(f"Không đọc được tệp {name}.", returncode=2) from None
        for line in answer_batch(lines, by.calendar, by.say):
            self.stdout.write(line)


def _decided_for(code: str) -> By:
    """Give the calendar of an agency as decided so far; its lines name the document behind each day."""
    agency = org.agency_coded(code, today())
    if agency is None:
        raise CommandError(f"Không có cơ quan nào đang hoạt động mang mã {code}.", returncode=2)
    calendar = org.calendar_for(agency.pk)
    return By(calendar, partial(line_with_basis, calendar=calendar))
