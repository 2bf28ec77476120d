"""`motcua bench slip`: how long a warm process prints one receipt slip, with an empty page as floor."""

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from tests.rooms import papers

from bench import machine
from bench.figures import middle, p50_p95
from motcua.base.print import fonts

SLIPS, MS = 40, 100
EMPTY = '#set page(width: 148mm, height: 210mm)\n#set text(font: "Tinos")\nMột dòng\n'

NotMeasured = (fonts.FontsMissing,)


def measure(*, rounds: int, tell: Callable[[str], object], **_: object) -> dict[str, Any]:
    """Print different receipt slips and the same number of pages with one line, in turns."""
    load = f"{os.getloadavg()[0]:.1f}"
    found: dict[str, list[float]] = {"slip": [], "empty page": []}
    ratios = []
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.typ"
        ways: dict[str, Callable[[int], object]] = {"slip": _slip, "empty page": lambda n: _empty(page, n)}
        for way in ways.values():
            way(-1)
        for number in range(1, rounds + 1):
            taken = {
                name: [_timed(way, number * SLIPS + n) for n in range(SLIPS)] for name, way in ways.items()
            }
            for name, seconds in taken.items():
                found[name] += seconds
                tell(f"round {number} {name}: {p50_p95(seconds)[0]:.1f} ms")
            ratios.append(middle(taken["slip"]) / middle(taken["empty page"]))
    slow = p50_p95(found["slip"])[1]
    return {
        "slips": rounds * SLIPS,
        "milliseconds": {name: _ends(took) for name, took in found.items()},
        "ratios": {"slip/empty page": round(middle(ratios), 2)},
        "machine": {"load_before": load, **machine.processor()},
        "bars": {f"slip p95 < {MS} ms": slow < MS},
    }


def _ends(seconds: list[float]) -> dict[str, float]:
    return dict(zip(("p50", "p95"), p50_p95(seconds), strict=True))


def _slip(number: int) -> bytes:
    """Print a receipt that no print before was like: nothing of it can be remembered."""
    return papers.receipt(register_no=str(number)).render(papers.AT + timedelta(minutes=number))


def _empty(page: Path, number: int) -> bytes:
    page.write_text(f"{EMPTY}{number}\n", encoding="utf-8")
    loaded = fonts.ready(fonts.folder())
    return typst.compile(
        page, font_paths=loaded, ignore_system_fonts=True, format="pdf", pdf_standards="a-2b"
    )


def _timed(way: Callable[[int], object], number: int) -> float:
    began = time.perf_counter()
    way(number)
    return time.perf_counter() - began


def told(report: dict[str, Any]) -> str:
    """Give the report as lines for the diary."""
    lines = ["| way | p50 ms | p95 ms |", "|---|---|---|"]
    lines += [
        f"| {name} | {took['p50']:.1f} | {took['p95']:.1f} |" for name, took in report["milliseconds"].items()
    ]
    lines += ["", *(f"{name}: {value}" for name, value in report["ratios"].items())]
    lines += [f"load before: {report['machine']['load_before']}"]
    lines += [f"{'ok ' if held else 'NOT'} {name}" for name, held in report["bars"].items()]
    return "\n".join(lines)
