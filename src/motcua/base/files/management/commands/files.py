"""`motcua files`: look after the store and its keys."""

import json
import secrets
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.access import system
from motcua.base.clock import now, today
from motcua.base.files import commands
from motcua.base.files.inspection import inspect_store
from motcua.base.files.keyring import KeyRingBroken, MasterAway
from motcua.base.files.models import OwnerKey
from motcua.base.files.places import key_ring
from motcua.base.files.words import Why
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence

OPERATOR = system("operator")
FAULTS = {
    "missing": "không có trong kho",
    "changed": "khác với lúc lưu",
    "does not open": "không mở được bằng khóa của chủ",
    "no master key": "thiếu khóa chủ",
}


class Command(BaseCommand):
    """Exit 0 when all is well, 1 when a file is not, 2 on bad input."""

    help = "Kiểm tra kho tệp, thay khóa, hủy khóa, dọn kho."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        acts = parser.add_subparsers(dest="act", required=True)
        check = acts.add_parser("check", help="đối chiếu mọi tệp trong kho với lúc lưu, liệt kê tệp vô chủ")
        check.add_argument("--without-keys", action="store_true", help="chỉ đối chiếu mã băm, không mở tệp")
        rotate = acts.add_parser("rotate", help="bọc lại khóa tệp bằng khóa chủ mới nhất")
        rotate.add_argument("--rewrite", default="", metavar="CHỦ", help="mã hóa lại mọi tệp của một chủ")
        shred = acts.add_parser("shred", help="hủy khóa của một chủ: tệp của họ không ai đọc được nữa")
        shred.add_argument("owner", metavar="CHỦ", help="ví dụ member:<mã định danh>")
        shred.add_argument("--yes", action="store_true", help="xác nhận, vì không lấy lại được")
        sweep = acts.add_parser("sweep", help="dọn tệp không còn dùng")
        acts.add_parser("key", help="in một khóa chủ mới để đặt vào MOTCUA_FILE_KEYS")
        for one in (check, rotate, shred, sweep):
            one.add_argument("--json", action="store_true", help="trả lời bằng JSON")

    def handle(self, *, act: str, **options: Any) -> None:
        """Do it."""
        try:
            getattr(self, f"_{act}")(options)
        except (KeyRingBroken, MasterAway) as error:
            says = str(error) if isinstance(error, KeyRingBroken) else f"Thiếu khóa chủ {error}."
            raise CommandError(says, returncode=2) from error

    def _check(self, options: dict[str, Any]) -> None:
        away = OwnerKey.objects.filter(destroyed_at=None).values_list("master", flat=True).distinct()
        missing = sorted(master for master in away if master not in key_ring())
        if missing and not options["without_keys"]:
            raise CommandError(f"Thiếu khóa chủ {', '.join(missing)} trong MOTCUA_FILE_KEYS.", returncode=1)
        report = inspect_store(now(), with_keys=not options["without_keys"])
        if options["json"]:
            self.stdout.write(json.dumps({"well": report.well, **asdict(report)}, ensure_ascii=False))
        else:
            for file, fault in report.faults.items():
                self.stdout.write(f"HỎNG  {file}: {FAULTS[fault]}")
            for key in report.orphans:
                self.stdout.write(f"vô chủ  {key}")
            self.stdout.write(
                f"{report.files} tệp: {report.whole} nguyên vẹn, {len(report.faults)} hỏng, "
                f"{report.shredded} đã hủy khóa; {len(report.orphans)} tệp vô chủ."
            )
        if not report.well:
            sys.exit(1)

    def _rotate(self, options: dict[str, Any]) -> None:
        if owner := options["rewrite"]:
            count = self._done(commands.rewrite(owner=owner, by=OPERATOR, at=now())).files.count()
            says = f"Đã mã hóa lại {count} tệp của {owner} bằng khóa mới."
            self._say(options, says, {"owner": owner, "files": count})
            return
        before = OwnerKey.objects.filter(destroyed_at=None).exclude(master=key_ring().newest).count()
        done = commands.rotate(by=OPERATOR, at=now())
        if isinstance(done, Refusal) and done.why is not Why.KEYS_NEWEST:
            raise CommandError(refusal_sentence(done), returncode=2)
        newest = key_ring().newest
        says = (
            f"Đã bọc lại {before} khóa bằng khóa chủ {newest}."
            if before
            else refusal_sentence(Refusal(Why.KEYS_NEWEST))
        )
        self._say(options, says, {"master": newest, "keys": before})

    def _shred(self, options: dict[str, Any]) -> None:
        owner = options["owner"]
        if not OwnerKey.objects.filter(owner=owner, destroyed_at=None).exists():
            raise CommandError(f"Không có chủ tệp nào tên {owner} còn khóa.", returncode=2)
        if not options["yes"]:
            raise CommandError("Việc này không lấy lại được. Chắc chắn thì thêm --yes.", returncode=2)
        count = commands.shred(owner=owner, by=OPERATOR, at=now())
        self._say(options, f"Đã hủy khóa của {owner}: {count} tệp không đọc được nữa.", {"files": count})

    def _sweep(self, options: dict[str, Any]) -> None:
        counts = commands.sweep(by=OPERATOR, at=now())
        says = "Đã dọn {uploads} tệp tải dở, {albums} bộ ảnh, {orphans} tệp vô chủ.".format(**counts)
        self._say(options, says, counts)

    def _key(self, options: dict[str, Any]) -> None:
        self.stdout.write(f"{today():%Y%m%d}:{secrets.token_urlsafe(48)}")

    def _say(self, options: dict[str, Any], says: str, facts: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(facts, ensure_ascii=False) if options["json"] else says)

    @staticmethod
    def _done(outcome: OwnerKey | Refusal) -> OwnerKey:
        if isinstance(outcome, Refusal):
            raise CommandError(refusal_sentence(outcome), returncode=2)
        return outcome
