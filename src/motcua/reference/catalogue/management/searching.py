"""`motcua catalogue search QUERY --limit N --json` and `--batch FILE`: the search as a contract."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import OutputWrapper

from motcua.base.clock import today
from motcua.reference.catalogue import queries
from motcua.reference.catalogue.management.refusing import BadInput

HELP = "Tìm thủ tục hành chính."
USAGE = "Dùng: motcua catalogue search CÂU-HỎI [--limit N] [--json], hoặc --batch TỆP thay cho câu hỏi."
LIMIT = 10
MOST = 100


class Asked(NamedTuple):
    """One question and how many answers it wants."""

    query: str
    limit: int


def add_arguments(parser: ArgumentParser) -> None:
    """Take a question, or a file of them."""
    parser.add_argument("query", nargs="?")
    parser.add_argument("--limit", default=str(LIMIT))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--batch", type=Path)


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Answer."""
    batch, query = options["batch"], options["query"]
    if (batch is None) == (query is None):
        raise BadInput(USAGE)
    if batch is None:
        _answer(out, _asked(query, options["limit"]), as_json=options["json"])
        return
    for asked in list(_read(batch)):
        _answer(out, asked, as_json=True)


def _answer(out: OutputWrapper, asked: Asked, *, as_json: bool) -> None:
    hits = queries.search(asked.query, limit=asked.limit, on=today())
    if as_json:
        rows = [{"code": hit.code, "name": hit.name, "why": hit.why} for hit in hits]
        out.write(json.dumps(rows, ensure_ascii=False))
    elif hits:
        out.write("\n".join(f"{hit.code}  {hit.title}\n          {hit.why}" for hit in hits))
    else:
        out.write(f"Không có thủ tục nào khớp “{asked.query}”. Thử từ khác.")


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
