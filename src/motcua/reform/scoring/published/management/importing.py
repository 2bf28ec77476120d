"""`motcua published import FILE`: takes in a file of published figures, whole or not at all."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import OutputWrapper

from motcua.base.access import system
from motcua.base.clock import now
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.reference.catalogue.management.refusing import BadInput
from motcua.reform.scoring.published.commands import import_file
from motcua.reform.scoring.published.reading import LARGEST, Problem, read_file
from motcua.reform.scoring.published.sentences import KINDS, problem_sentence
from motcua.reform.scoring.published.words import FileKind, Why

HELP = "Nạp số liệu đã công bố từ tệp CSV."
USAGE = "Dùng: motcua published import TỆP.csv [--kind LOẠI] [--source NGUỒN] [--json]."
SHOWN = 5


def add_arguments(parser: ArgumentParser) -> None:
    """Take the file, its kind, and the source of figures whose row names none."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--kind", choices=[one.value for one in FileKind], help="loại tệp; tự nhận theo cột")
    parser.add_argument("--source", default="", help="nguồn của số liệu, khi tệp không có cột nguồn")
    parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Take the file in, or say what is wrong with which row and column."""
    path: Path = options["file"]
    kind = FileKind(options["kind"]) if options["kind"] else None
    content = _content(path)
    batch = import_file(
        file_name=path.name,
        content=content,
        kind=kind,
        source=options["source"],
        by=system("published import"),
        at=now(),
    )
    if isinstance(batch, Refusal):
        if batch.why is Why.NOT_READABLE:
            raise BadInput(_told(path, read_file(content, kind).problems))
        raise BadInput(refusal_sentence(batch))
    figures, parts = batch.figures.count(), batch.parts.count()
    if options["json"]:
        told = {"batch": str(batch.pk), "kind": batch.kind, "rows": batch.rows, "figures": figures}
        out.write(
            json.dumps({**told, "parts": parts, "corrects": _id(batch.corrects_id)}, ensure_ascii=False)
        )
        return
    out.write(f"{KINDS[FileKind(batch.kind)]}: đã nạp {batch.rows} dòng, {figures + parts} số liệu.")
    if batch.corrects:
        out.write("Tệp này sửa lần nạp trước cùng tên; số liệu cũ vẫn xem được.")


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(f"Tệp {path.name} lớn hơn {LARGEST // 1024**2} MB. Chia thành nhiều tệp.")
        return path.read_bytes()
    except OSError:
        raise BadInput(f"Không đọc được tệp {path}. Kiểm tra đường dẫn.") from None


def _told(path: Path, problems: tuple[Problem, ...]) -> str:
    """Say the first problems in one line each, and how many more there are."""
    first = [problem_sentence(one) for one in problems[:SHOWN]]
    more = [f"Còn {len(problems) - SHOWN} chỗ nữa."] if len(problems) > SHOWN else []
    return " ".join([f"Chưa nạp gì từ tệp {path.name}.", *first, *more])


def _id(batch_id: object) -> str | None:
    return None if batch_id is None else str(batch_id)
