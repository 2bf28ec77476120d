"""`motcua bench NAME`: the benchmarks, which stand beside the program and are no part of it."""

import json
import os
import sys
from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.config import environment as env

NAMES = {
    "lifecycle": "cả đời hồ sơ, qua lệnh và qua HTTP",
    "search": "tìm thủ tục",
    "clock": "tính hạn",
    "slip": "in giấy tiếp nhận",
    "scoring": "chấm điểm cải cách hành chính",
    "insight": "cộng dồn số liệu từ nhật ký, đọc một năm của 500 đơn vị",
    "worklist": "danh sách việc và tìm theo mã giữa nhiều hồ sơ",
}
SIZES = (100_000, 1_000_000)
_NAMED = "; ".join(f"{name}: {words}" for name, words in NAMES.items())


class Command(BaseCommand):
    """Measures, on a database of its own, and tells the figures."""

    help = "Đo tốc độ trên một cơ sở dữ liệu riêng, xong thì xóa."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to measure, and how often."""
        parser.add_argument("name", choices=NAMES, help=_NAMED)
        parser.add_argument("--rounds", type=int, default=3, help="số vòng; lấy số giữa")
        parser.add_argument("--lives", type=int, default=40, help="số hồ sơ mỗi vòng của một người")
        parser.add_argument(
            "--size", type=int, action="append", help="worklist: bao nhiêu hồ sơ; mặc định đo lần lượt hai cỡ"
        )
        parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")

    def handle(self, *, name: str, rounds: int, lives: int, size: list[int] | None, **options: Any) -> None:
        """Measure."""
        if not (env.ROOT / "bench" / f"{name}.py").is_file():
            raise CommandError("Bản cài này không kèm bộ đo.", returncode=2)
        if not os.environ.get("DATABASE_URL"):
            raise CommandError("Chưa có cơ sở dữ liệu để đo.", returncode=2)
        sizes = tuple(size or SIZES)
        if min(rounds, lives, *sizes) < 1:
            raise CommandError("Số vòng và số hồ sơ phải từ 1 trở lên.", returncode=2)
        if str(env.ROOT) not in sys.path:
            sys.path.append(str(env.ROOT))
        benchmark = import_module(f"bench.{name}")
        try:
            report = benchmark.measure(rounds=rounds, lives=lives, sizes=sizes, tell=self.stderr.write)
        except benchmark.NotMeasured as error:
            raise CommandError(str(error), returncode=2) from error
        answer = json.dumps(report, ensure_ascii=False) if options["json"] else benchmark.told(report)
        self.stdout.write(answer)
