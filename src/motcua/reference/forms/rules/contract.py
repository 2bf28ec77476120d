"""A schema as JSON Schema, for those who send answers by interface."""

from collections.abc import Mapping
from typing import Any

from motcua.reference.forms.rules.schema import PART_LENGTH, Condition, Field, Schema
from motcua.reference.forms.words import TODAY, FieldKind, Part

DRAFT = "https://json-schema.org/draft/2020-12/schema"

PLAIN: Mapping[FieldKind, Mapping[str, Any]] = {
    FieldKind.NUMBER: {"type": "integer", "minimum": 0},
    FieldKind.MONEY: {"type": "integer", "minimum": 0},
    FieldKind.DATE: {"type": "string", "format": "date"},
    FieldKind.YES_NO: {"type": "boolean"},
    FieldKind.PERSONAL_ID: {"type": "string", "pattern": "^[0-9]{12}$"},
    FieldKind.EMAIL: {"type": "string", "format": "email"},
    FieldKind.ADDRESS: {
        "type": "object",
        "properties": {part.value: {"type": "string", "maxLength": PART_LENGTH} for part in Part},
        "required": [Part.PROVINCE.value, Part.COMMUNE.value],
        "additionalProperties": False,
    },
}


def json_schema(schema: Schema) -> dict[str, Any]:
    """Return the JSON Schema of the answers to an e-form."""
    asked = [field for _, field in schema.asked()]
    conditional = [
        _when_shown(field.name, field.show_if) for field in asked if field.show_if and field.required
    ]
    return {
        "$schema": DRAFT,
        "title": schema.title,
        "type": "object",
        "properties": {field.name: _property(field) for field in asked},
        "required": [field.name for field in asked if field.required and not field.show_if],
        "additionalProperties": False,
        **({"allOf": conditional} if conditional else {}),
    }


def _property(field: Field) -> dict[str, Any]:
    plain: dict[str, Any] = {"title": field.label, **PLAIN.get(field.kind, {"type": "string"})}
    codes = [option.code for option in field.options]
    if field.kind is FieldKind.CHOICE:
        plain["enum"] = codes
    if field.kind is FieldKind.CHOICES:
        plain |= {"type": "array", "items": {"enum": codes}, "uniqueItems": True}
        plain |= {"minItems": 1} if field.required else {}
    if field.longest:
        plain["maxLength"] = field.longest
    if field.kind in {FieldKind.NUMBER, FieldKind.MONEY}:
        plain |= {"minimum": field.min} if field.min is not None else {}
        plain |= {"maximum": field.max} if field.max is not None else {}
    if TODAY in (field.min, field.max):
        plain["description"] = (
            "not after the day of filing" if field.max == TODAY else "not before the day of filing"
        )
    return plain


def _when_shown(shown: str, condition: Condition) -> dict[str, Any]:
    name, value = condition
    held = {"anyOf": [{"const": value}, {"type": "array", "contains": {"const": value}}]}
    return {
        "if": {"properties": {name: held}, "required": [name]},
        "then": {"required": [shown]},
    }
