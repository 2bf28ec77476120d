"""E-forms without a database: schemas, checks of answers, and how answers are read."""

from motcua.reference.forms.rules.answers import (
    FileAnswer,
    Wrong,
    cleaned,
    files_in,
    held_files,
    kept,
    merged,
    missing,
    open_pages,
    prefilled,
    rows_of,
)
from motcua.reference.forms.rules.conditions import holds, may_be_shown, shown
from motcua.reference.forms.rules.contract import json_schema
from motcua.reference.forms.rules.difference import difference
from motcua.reference.forms.rules.editing import (
    changed,
    doubled,
    earlier_than,
    field_at,
    moved,
    named,
    options_from,
    options_text,
    removed,
    thing_at,
    with_field,
    with_page,
)
from motcua.reference.forms.rules.kinds import check, doubt
from motcua.reference.forms.rules.limits import limit
from motcua.reference.forms.rules.reading import parse, read, to_json
from motcua.reference.forms.rules.rows import Group, Row, as_rows, value_text
from motcua.reference.forms.rules.schema import Condition, Field, Option, Page, Schema
from motcua.reference.forms.rules.soundness import Flaw, flaws

__all__ = [
    "Condition",
    "Field",
    "FileAnswer",
    "Flaw",
    "Group",
    "Option",
    "Page",
    "Row",
    "Schema",
    "Wrong",
    "as_rows",
    "changed",
    "check",
    "cleaned",
    "difference",
    "doubled",
    "doubt",
    "earlier_than",
    "field_at",
    "files_in",
    "flaws",
    "held_files",
    "holds",
    "json_schema",
    "kept",
    "limit",
    "may_be_shown",
    "merged",
    "missing",
    "moved",
    "named",
    "open_pages",
    "options_from",
    "options_text",
    "parse",
    "prefilled",
    "read",
    "removed",
    "rows_of",
    "shown",
    "thing_at",
    "to_json",
    "value_text",
    "with_field",
    "with_page",
]
