"""Rows of lists as HTML: each shape of a row is drawn once by its template, then only filled in.

A page has fifty rows of a handful of shapes; running the template for each of them was a third of its time.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString

from motcua.casework.dossiers.pages.told import Due
from motcua.casework.dossiers.words import State

# Letters for private use mark the gaps: no text of a template has them.
_GAP = re.compile("\ue000([a-z_]+)\ue001")
_MARKUP = re.compile(r"""[&<>"']""")


def filled(cells: Mapping[str, str], *, acts: bool, unit: bool) -> SafeString:
    """Give a row with these cells; `acts` puts a box to tick before it, `unit` names who holds it."""
    shape = tuple((name, bool(text)) for name, text in cells.items())
    return SafeString(_outline(shape, acts, unit) % {name: _safe(text) for name, text in cells.items()})


def _safe(text: str) -> str:
    """Escape a text; hardly any has anything to escape, and looking is cheaper than escaping."""
    return text if isinstance(text, SafeString) or not _MARKUP.search(text) else escape(text)


@lru_cache(maxsize=512)
def _outline(shape: tuple[tuple[str, bool], ...], acts: bool, unit: bool) -> str:
    """Give the row with a gap for each cell that has something in it."""
    gaps = {name: f"\ue000{name}\ue001" if there else "" for name, there in shape}
    drawn = render_to_string("dossiers/row.html", {"one": gaps, "acts": acts, "unit": unit})
    return _GAP.sub(r"%(\1)s", drawn.replace("%", "%%"))


# A mark hangs on nothing but its words, and a list has the same few again and again.
@lru_cache(maxsize=4096)
def due_mark(due: Due) -> SafeString:
    """Give the time left as it stands in a row."""
    return render_to_string("dossiers/parts/row_due.html", {"due": due})


@lru_cache(maxsize=32)
def state_mark(state: State) -> SafeString:
    """Give a state as it stands in a row."""
    return render_to_string("dossiers/parts/row_state.html", {"state": state})
