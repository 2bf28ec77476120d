"""A schema from JSON and back."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, Final

from motcua.base.text import clean
from motcua.reference.forms.rules.schema import Condition, Field, Option, Page, Schema
from motcua.reference.forms.rules.soundness import demand_sound
from motcua.reference.forms.sentences import fault
from motcua.reference.forms.words import Comparison, Fault, FieldKind

CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")

KINDS = frozenset(kind.value for kind in FieldKind)
TESTS = frozenset(test.value for test in Comparison)
DEEPEST: Final = 3  # a table within a group within a page
TOLD_BY_GROUPS: Final = ("above", "within")

Shape = Mapping[str, type | tuple[type, ...]]
SCHEMA: Shape = {"code": str, "title": str, "pages": list}
PAGE: Shape = {"code": str, "title": str, "fields": list, "caption": str}
FIELD: Shape = {
    "name": str,
    "kind": str,
    "label": str,
    "hint": str,
    "required": bool,
    "options": list,
    "show_if": dict,
    "prefill": str,
    "min": (int, float, str),
    "max": (int, float, str),
    "max_length": int,
    "autocomplete": str,
    "places": int,
    "row": str,
    "fields": list,
}
OPTION: Shape = {"code": str, "label": str, "hint": str}
CONDITION: Shape = {"field": str, "value": (str, bool, int, float), "test": str}


def parse(plain: object) -> Schema:
    """Return the schema that JSON describes. Raises ValueError with one sentence for a broken one."""
    schema = read(plain)
    demand_sound(schema)
    return schema


def read(plain: object) -> Schema:
    """Return the schema that JSON describes, whether or not its parts fit together yet.

    Raises ValueError with one sentence when it has not the shape of a schema.
    """
    keys = _object(plain, SCHEMA, "Mẫu", {"code", "title", "pages"})
    code = _code(keys["code"], CODE, "Mẫu")
    where = f"Mẫu {code}"
    return Schema(code, clean(keys["title"]), tuple(_page(each, where) for each in keys["pages"]))


def to_json(schema: Schema) -> dict[str, object]:
    """Return the schema as JSON keeps it, without what is as usual."""
    return {
        "code": schema.code,
        "title": schema.title,
        "pages": [
            {
                "code": page.code,
                "title": page.title,
                **({"caption": page.caption} if page.caption else {}),
                "fields": [_plain_field(field) for field in page.fields],
            }
            for page in schema.pages
        ],
    }


def _plain_field(field: Field) -> dict[str, object]:
    plain: dict[str, Any] = {}
    for each in fields(Field):
        value = getattr(field, each.name)
        if each.name in TOLD_BY_GROUPS:
            continue
        if each.default is MISSING or value != each.default:
            plain[each.name] = value
    plain["kind"] = field.kind.value
    if field.options:
        plain["options"] = [
            {"code": code, "label": label, **({"hint": hint} if hint else {})}
            for code, label, hint in field.options
        ]
    if field.show_if:
        name, value, test = field.show_if
        plain["show_if"] = {"field": name} | ({} if test is Comparison.FILLED else {"value": value})
        plain["show_if"] |= {} if test is Comparison.IS else {"test": test.value}
    if field.fields:
        plain["fields"] = [_plain_field(each) for each in field.fields]
    return plain


def _page(plain: object, where: str) -> Page:
    keys = _object(plain, PAGE, f"{where}, trang", {"code", "title", "fields"})
    code = _code(keys["code"], CODE, where)
    inside = f"{where}, trang {code}"
    read = tuple(_field(each, inside) for each in keys["fields"])
    return Page(code, clean(keys["title"]), read, clean(keys.get("caption", "")))


def _field(plain: object, where: str, depth: int = 1) -> Field:
    keys = _object(plain, FIELD, f"{where}, ô", {"name", "kind", "label"})
    name = _code(keys["name"], NAME, where)
    inside = f"{where}, ô {name}"
    if keys["kind"] not in KINDS:
        raise fault(Fault.KIND, where=inside, kind=keys["kind"])
    keys |= {key: clean(keys[key]) for key in ("label", "hint", "row") if key in keys}
    keys["kind"] = FieldKind(keys["kind"])
    keys["options"] = tuple(_option(each, inside) for each in keys.get("options", ()))
    if "show_if" in keys:
        keys["show_if"] = _condition(keys["show_if"], inside)
    if "fields" in keys:
        if depth == DEEPEST:
            raise fault(Fault.NESTED, where=inside, kind=keys["kind"])
        keys["fields"] = tuple(_field(each, where, depth + 1) for each in keys["fields"])
    return Field(**keys)


def _condition(plain: object, where: str) -> Condition:
    keys = _object(plain, CONDITION, where, {"field"})
    test = keys.get("test", Comparison.IS)
    if test not in TESTS:
        raise fault(Fault.CONDITION_TEST, where=where, name=keys["field"], test=test)
    if "value" not in keys and test != Comparison.FILLED:
        raise fault(Fault.KEY_MISSING, where=where, key="value")
    return Condition(keys["field"], keys.get("value", True), Comparison(test))


def _option(plain: object, where: str) -> Option:
    keys = _object(plain, OPTION, where, {"code", "label"})
    return Option(keys["code"], clean(keys["label"]), clean(keys.get("hint", "")))


def _object(plain: object, shape: Shape, where: str, needed: set[str]) -> dict[str, Any]:
    """Return the keys of a JSON object that has all it needs, nothing unknown, and the right types."""
    if not isinstance(plain, dict):
        raise fault(Fault.NOT_OBJECT, where=where)
    for key in sorted(needed - plain.keys()):
        raise fault(Fault.KEY_MISSING, where=where, key=key)
    for key, value in plain.items():
        if key not in shape:
            raise fault(Fault.KEY_UNKNOWN, where=where, key=key)
        # JSON keeps true apart from 1; Python does not.
        if not isinstance(value, shape[key]) or (isinstance(value, bool) and not _takes_bool(shape[key])):
            raise fault(Fault.KEY_TYPE, where=where, key=key)
        if key in needed and value == "":
            raise fault(Fault.KEY_MISSING, where=where, key=key)
    return dict(plain)


def _takes_bool(kind: type | tuple[type, ...]) -> bool:
    return bool in (kind if isinstance(kind, tuple) else (kind,))


def _code(code: str, form: re.Pattern[str], where: str) -> str:
    if not form.fullmatch(code):
        raise fault(Fault.CODE, where=where, code=code, joint="-" if form is CODE else "_")
    return code
