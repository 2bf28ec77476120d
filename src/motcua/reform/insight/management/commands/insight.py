"""`motcua insight`: count, count anew, hold against the journal, close a period, make it again."""

import json
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reform.insight import commands
from motcua.reform.insight.queries.figures import closed_period
from motcua.reform.insight.queries.frozen import digest_of

ACTS = {
    "follow": "cộng dồn những gì nhật ký ghi thêm",
    "rebuild": "làm lại mọi số liệu từ nhật ký",
    "verify": "đối chiếu số liệu với nhật ký",
    "close": "chốt một kỳ đã hết",
    "remake": "làm lại một kỳ đã chốt từ nhật ký, so mã kiểm chứng",
}


class Command(BaseCommand):
    """Exit 0 when it is done and whole, 1 when figures and journal differ, 2 on bad input."""

    help = "Số liệu: cộng dồn, làm lại, đối chiếu với nhật ký, chốt kỳ."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and with which period."""
        acts = parser.add_subparsers(dest="act", required=True)
        for name, words in ACTS.items():
            act = acts.add_parser(name, help=words)
            act.add_argument("--json", action="store_true", help="trả lời bằng JSON")
            if name in ("close", "remake"):
                act.add_argument("period", help="2026, 2026-H1, 2026-Q3 hoặc 2026-10")
            if name == "close":
                act.add_argument("--reason", default="", help="lý do chốt lại")

    def handle(self, *, act: str, **options: Any) -> None:
        """Do it, and say what came of it."""
        began = time.perf_counter()
        whole, told = self._done(act, options)
        told["seconds"] = round(time.perf_counter() - began, 2)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        else:
            self.stdout.write("; ".join(f"{name}: {value}" for name, value in told.items()))
        if not whole:
            sys.exit(1)

    def _done(self, act: str, options: dict[str, Any]) -> tuple[bool, dict[str, Any]]:
        match act:
            case "follow":
                return True, {"dossiers": commands.follow()}
            case "rebuild":
                return True, {"dossiers": commands.rebuild()}
            case "verify":
                wrong = commands.faults()
                return not wrong, {"whole": not wrong, "faults": wrong[:100], "count": len(wrong)}
            case "close":
                return True, self._closed(options["period"], options["reason"])
        return self._remade(options["period"])

    def _closed(self, code: str, reason: str) -> dict[str, Any]:
        done = commands.close_period(code=code, reason=reason, by=system("insight"), at=now())
        if isinstance(done, Refusal):
            raise CommandError(refusal_sentence(done), returncode=2)
        return {"period": done.code, "number": done.number, "digest": done.digest}

    def _remade(self, code: str) -> tuple[bool, dict[str, Any]]:
        closed = closed_period(code)
        if closed is None:
            raise CommandError(
                f"Kỳ {code} chưa chốt nên chưa có gì để đối chiếu. Chốt kỳ trước.", returncode=2
            )
        digest = digest_of(commands.remade(closed))
        told = {"period": closed.code, "digest": closed.digest, "remade": digest}
        return digest == closed.digest, {**told, "identical": digest == closed.digest}
