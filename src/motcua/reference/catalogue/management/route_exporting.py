"""`motcua route export FILE`: the routes in force and the templates, in the form that `import` reads."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import OutputWrapper

from motcua.base.clock import today
from motcua.reference.catalogue.management.refusing import BadInput
from motcua.reference.catalogue.queries.routes import routes_to_write

HELP = "Xuất quy trình đang áp dụng và quy trình mẫu ra JSON Lines."
USAGE = "Dùng: motcua route export TỆP.jsonl [--json]."


def add_arguments(parser: ArgumentParser) -> None:
    """Take the file."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Write the file, whole or not at all."""
    path: Path = options["file"]
    if path.suffix.lower() not in (".jsonl", ".ndjson"):
        raise BadInput(USAGE)
    rows = [json.dumps(one, ensure_ascii=False) for one in routes_to_write(today())]
    partial = path.with_name(f".{path.stem}.partial{path.suffix}")
    try:
        partial.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise BadInput(f"Không ghi được tệp {path}: {error.strerror}.") from None
    finally:
        partial.unlink(missing_ok=True)
    if options["json"]:
        out.write(json.dumps({"file": str(path), "routes": len(rows)}, ensure_ascii=False))
    else:
        out.write(f"Đã ghi {len(rows)} quy trình vào {path}.")
