"""E-forms without a database: schemas, checks of answers, and how answers are read."""

from motcua.reference.forms.rules.answers import (
    Wrong,
    cleaned,
    kept,
    may_be_shown,
    merged,
    missing,
    open_pages,
    prefilled,
    shown,
)
from motcua.reference.forms.rules.contract import json_schema
from motcua.reference.forms.rules.kinds import check
from motcua.reference.forms.rules.reading import parse, to_json
from motcua.reference.forms.rules.rows import Group, Row, as_rows, value_text
from motcua.reference.forms.rules.schema import Condition, Field, Option, Page, Schema
from motcua.reference.forms.rules.soundness import limit

__all__ = [
    "Condition",
    "Field",
    "Group",
    "Option",
    "Page",
    "Row",
    "Schema",
    "Wrong",
    "as_rows",
    "check",
    "cleaned",
    "json_schema",
    "kept",
    "limit",
    "may_be_shown",
    "merged",
    "missing",
    "open_pages",
    "parse",
    "prefilled",
    "shown",
    "to_json",
    "value_text",
]
