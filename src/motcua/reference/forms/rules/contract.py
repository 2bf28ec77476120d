"""A schema as JSON Schema, for those who send answers by interface."""

from collections.abc import Iterable, Mapping
from typing import Any

from motcua.reference.forms.rules.schema import FIGURES, PART_LENGTH, Condition, Field, Schema
from motcua.reference.forms.words import TODAY, Comparison, FieldKind, Part

DRAFT = "https://json-schema.org/draft/2020-12/schema"

PLAIN: Mapping[FieldKind, Mapping[str, Any]] = {
    FieldKind.NUMBER: {"type": "integer", "minimum": 0},
    FieldKind.MONEY: {"type": "integer", "minimum": 0},
    FieldKind.DATE: {"type": "string", "format": "date"},
    FieldKind.YES_NO: {"type": "boolean"},
    FieldKind.PERSONAL_ID: {"type": "string", "pattern": "^[0-9]{12}$"},
    FieldKind.TAX_CODE: {"type": "string", "pattern": "^([0-9]{10}(-[0-9]{3})?|[0-9]{12})$"},
    FieldKind.EMAIL: {"type": "string", "format": "email"},
    FieldKind.ADDRESS: {
        "type": "object",
        "properties": {part.value: {"type": "string", "maxLength": PART_LENGTH} for part in Part},
        "required": [Part.PROVINCE.value, Part.COMMUNE.value],
        "additionalProperties": False,
    },
    FieldKind.FILE: {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "id": {"type": "string", "format": "uuid"},
                "name": {"type": "string", "maxLength": PART_LENGTH},
            },
            "required": ["id", "name"],
            "additionalProperties": False,
        },
    },
}


def json_schema(schema: Schema) -> dict[str, Any]:
    """Return the JSON Schema of the answers to an e-form."""
    asked = [field for _, field in schema.asked()]
    return {"$schema": DRAFT, "title": schema.title, **_object(asked, {field.name for field in asked})}


def _object(fields: Iterable[Field], known: set[str]) -> dict[str, Any]:
    """Give an object of answers; a condition on what stands outside it cannot be said and demands nothing."""
    fields = list(fields)
    conditional = [
        _when_shown(field.name, field.conditions)
        for field in fields
        if field.required and field.conditions and known >= {each.field for each in field.conditions}
    ]
    return {
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.required and not field.conditions],
        "additionalProperties": False,
        **({"allOf": conditional} if conditional else {}),
    }


def _property(field: Field) -> dict[str, Any]:
    plain: dict[str, Any] = {"title": field.full_label, **PLAIN.get(field.kind, {"type": "string"})}
    codes = [option.code for option in field.options]
    if field.kind is FieldKind.CHOICE:
        plain["enum"] = codes
    if field.kind is FieldKind.CHOICES:
        plain |= {"type": "array", "items": {"enum": codes}, "uniqueItems": True}
        plain |= {"minItems": 1} if field.required else {}
    if field.kind is FieldKind.TABLE:
        columns = {column.name for column in field.fields}
        plain |= {"type": "array", "items": _object(field.fields, columns), "maxItems": field.most_rows}
        plain |= {"minItems": field.least_rows} if field.least_rows else {}
    if field.kind is FieldKind.FILE:
        plain |= {"maxItems": field.most_files} | ({"minItems": 1} if field.required else {})
    if field.longest:
        plain["maxLength"] = field.longest
    return plain | _bounds(field)


def _bounds(field: Field) -> dict[str, Any]:
    bounds: dict[str, Any] = {}
    if field.kind in FIGURES:
        bounds |= {"type": "number"} if field.places else {}
        bounds |= {"minimum": field.min} if field.min is not None else {}
        bounds |= {"maximum": field.max} if field.max is not None else {}
    if TODAY in (field.min, field.max):
        latest = field.max == TODAY
        bounds["description"] = "not after the day of filing" if latest else "not before the day of filing"
    return bounds


def _when_shown(shown: str, conditions: Iterable[Condition]) -> dict[str, Any]:
    return {"if": {"allOf": [_passed(each) for each in conditions]}, "then": {"required": [shown]}}


def _passed(condition: Condition) -> dict[str, Any]:
    name, value, test = condition
    same = {"anyOf": [{"const": value}, {"type": "array", "contains": {"const": value}}]}
    tests: Mapping[Comparison, Any] = {
        Comparison.IS: same,
        Comparison.IS_NOT: {"not": same},
        Comparison.FILLED: {"not": {"enum": [None, "", [], {}]}},
        Comparison.AT_LEAST: {"type": "number", "minimum": value},
        Comparison.AT_MOST: {"type": "number", "maximum": value},
    }
    return {"properties": {name: tests[test]}, "required": [name]}
