"""Typst templates and plain data to PDF/A."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from motcua.base.print import fonts

# Templates of every room import the shared layout as "/base/print/templates/paper.typ".
ROOT = Path(__file__).resolve().parents[2]


def render(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Return the PDF/A-2b of `template` (a path below the package) filled with `data` (JSON values).

    The same template, data and moment give the same bytes. `at` must know its zone and stands as the
    time of making. A character that the fonts cannot draw is printed as an empty box.
    FontsMissing when the fonts are not there or not Vietnamese.
    """
    if at.tzinfo is None:
        raise ValueError("the moment of a paper needs a time zone")
    place = fonts.folder()
    loaded = fonts.ready(place)
    text = json.dumps(_drawable(data, place), ensure_ascii=False, sort_keys=True)
    return typst.compile(
        ROOT / template,
        root=ROOT,
        font_paths=loaded,
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="a-2b",
        sys_inputs={"data": text},
        timestamp=int(at.timestamp()),
    )


def _drawable(value: Any, place: Path) -> Any:
    """Return `value` with an empty box for each character that the fonts cannot draw."""
    if isinstance(value, str):
        odd = fonts.undisplayable(value, place)
        return value.translate({ord(character): fonts.PLACEHOLDER for character in odd}) if odd else value
    if isinstance(value, Mapping):
        return {key: _drawable(part, place) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_drawable(part, place) for part in value]
    return value
