"""`motcua catalogue export FILE`: the national records as loaded, to a workbook, CSV or JSON Lines."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import OutputWrapper

from motcua.reference.catalogue.importing.writing import write_csv, write_jsonl, write_workbook
from motcua.reference.catalogue.management.refusing import BadInput
from motcua.reference.catalogue.queries.importing import stored_records

HELP = "Xuất danh mục đã nạp ra bảng tính, CSV hoặc JSON Lines."
USAGE = "Dùng: motcua catalogue export TỆP.xlsx | TỆP.csv | TỆP.jsonl [--json]."


def add_arguments(parser: ArgumentParser) -> None:
    """Take the file; its ending says which kind."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Write the file, whole or not at all."""
    path: Path = options["file"]
    if path.suffix.lower() not in (".xlsx", ".csv", ".jsonl"):
        raise BadInput(USAGE)
    records = list(stored_records())
    partial = path.with_name(f".{path.stem}.partial{path.suffix}")
    try:
        _write(records, partial)
        partial.replace(path)
    except OSError as error:
        raise BadInput(f"Không ghi được tệp {path}: {error.strerror}.") from None
    finally:
        partial.unlink(missing_ok=True)
    if options["json"]:
        out.write(json.dumps({"file": str(path), "procedures": len(records)}, ensure_ascii=False))
    else:
        out.write(f"Đã ghi {len(records)} thủ tục vào {path}.")


def _write(records: list[dict[str, Any]], path: Path) -> None:
    if path.suffix.lower() == ".xlsx":
        write_workbook(records, path)
        return
    # Spreadsheets read the letters of a CSV rightly only after a byte order mark.
    encoding = "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"
    with path.open("w", encoding=encoding, newline="") as stream:
        (write_csv if path.suffix.lower() == ".csv" else write_jsonl)(records, stream)
