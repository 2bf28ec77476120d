"""`motcua demo load`: the demo province, which stands beside the program and is no part of it."""

import json
import sys
from dataclasses import asdict
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.clock import now
from motcua.config import environment as env


class Command(BaseCommand):
    """Loads the demo province once, and tells who may come in."""

    help = "Nạp tỉnh dùng thử."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        parser.add_argument("act", choices=["load"], help="load: nạp, nếu chưa có")
        parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")
        parser.add_argument(
            "--finished",
            type=int,
            default=settings.DEMO_FINISHED,
            help="số hồ sơ đã xong của ba tháng qua",
        )
        parser.add_argument("--all", action="store_true", help="in mọi người dùng thử, không chỉ người đầu")

    def handle(self, *, act: str, **options: Any) -> None:
        """Load."""
        if not (env.ROOT / "demo" / "load.py").is_file():
            raise CommandError("Bản cài này không kèm dữ liệu dùng thử.", returncode=2)
        if str(env.ROOT) not in sys.path:
            sys.path.append(str(env.ROOT))
        loaded = import_module("demo.load").load(at=now(), finished=options["finished"])
        entrances = [asdict(entrance) for entrance in loaded.entrances]
        if options["json"]:
            answer = {"entrances": entrances, "people_file": str(loaded.people_file), "built": loaded.built}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        else:
            self.stdout.write(loaded.sentence)
            for entrance in entrances:
                if options["all"] or entrance["first"]:
                    self.stdout.write("\t".join(entrance.values()))
