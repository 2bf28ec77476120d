from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from motcua.base.queue import worker


class Command(BaseCommand):
    """Does background work until asked to end."""

    help = "Chạy tiến trình làm việc nền."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many jobs run at once, and how long begun ones may take to end."""
        parser.add_argument("--concurrency", type=int, default=2, help="số việc làm cùng lúc")
        parser.add_argument("--grace", type=float, default=20.0, help="số giây chờ việc đang làm khi dừng")

    def handle(self, *, concurrency: int, grace: float, **_: Any) -> None:
        """Work."""
        worker.run(concurrency=concurrency, grace_seconds=grace)
