"""`motcua route import FILE`: loads routes as templates, tells every flaw, changes only what changed."""

import hashlib
import json
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import OutputWrapper

from motcua.base.access import system
from motcua.base.clock import now, today
from motcua.base.rooms import Refusal
from motcua.reference.catalogue.commands.loading_routes import RouteFile, import_routes
from motcua.reference.catalogue.importing.lines import read_lines
from motcua.reference.catalogue.importing.routes.reading import ReadRoute, counted, kept_out, read_routes
from motcua.reference.catalogue.importing.routes.sentences import TITLES, sentence
from motcua.reference.catalogue.importing.routes.words import KEEPS_OUT, FoundInRoute
from motcua.reference.catalogue.importing.words import Fate
from motcua.reference.catalogue.importing.workbook import Unreadable
from motcua.reference.catalogue.management.refusing import BadInput
from motcua.reference.catalogue.queries.routes import fates_of_routes

HELP = "Nạp quy trình mẫu từ tệp JSON Lines."
USAGE = "Dùng: motcua route import TỆP.jsonl [--json]."
ROWS_SHOWN = 5
_FATES = {Fate.NEW: "mới", Fate.CHANGED: "thay đổi", Fate.UNCHANGED: "giữ nguyên"}


def add_arguments(parser: ArgumentParser) -> None:
    """Take the file."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")


def run(out: OutputWrapper, options: dict[str, Any]) -> None:
    """Read, tell what is wrong, load what is new or changed."""
    path: Path = options["file"]
    try:
        read = list(read_routes(read_lines(path), today()))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except (Unreadable, OSError) as error:
        raise BadInput(str(error)) from None
    rows = [one for one in read if isinstance(one, ReadRoute)]
    found = [flaw for one in read for flaw in (one.found if isinstance(one, ReadRoute) else (one,))]
    if not rows:
        raise BadInput(_nothing(path, found))
    fates = fates_of_routes(rows)
    loaded = import_routes(file=RouteFile(path.name, digest, rows), by=system("route import"), at=now())
    told = {
        "rows": len(read),
        **{fate.value: fates[fate] for fate in _FATES},
        "kept_out": kept_out(found),
    }
    if options["json"]:
        out.write(
            json.dumps(_as_json(told, found, loaded=not isinstance(loaded, Refusal)), ensure_ascii=False)
        )
    else:
        _tell(out, told, found, loaded=not isinstance(loaded, Refusal))


def _nothing(path: Path, found: Sequence[FoundInRoute]) -> str:
    if not found:
        return f"Tệp {path.name} không có quy trình nào."
    return f"Không đọc được dòng nào của tệp {path.name}; dòng {found[0].row}: {sentence(found[0])}"


def _tell(
    out: OutputWrapper, told: Mapping[str, int], found: Sequence[FoundInRoute], *, loaded: bool
) -> None:
    fates = ", ".join(f"{told[fate]} {name}" for fate, name in _FATES.items())
    out.write(f"{told['rows']} dòng: {fates}, {told['kept_out']} không nạp được.")
    for kind, title in TITLES.items():
        rows = list(dict.fromkeys(str(one.row) for one in found if one.kind is kind))
        if rows:
            count = sum(one.kind is kind for one in found)
            more = "…" if len(rows) > ROWS_SHOWN else ""
            mark = "✗" if kind in KEEPS_OUT else "·"
            out.write(f"{mark} {count:>5}  {title}. Dòng {', '.join(rows[:ROWS_SHOWN])}{more}")
    out.write("Đã nạp." if loaded else "Không có gì thay đổi: quy trình mẫu đã đúng như tệp.")


def _as_json(told: Mapping[str, int], found: Sequence[FoundInRoute], *, loaded: bool) -> Mapping[str, Any]:
    return {
        **told,
        "loaded": loaded,
        "summary": counted(found),
        "problems": [
            {"row": one.row, "code": one.code, "kind": one.kind.value, "sentence": sentence(one)}
            for one in found
        ],
    }
