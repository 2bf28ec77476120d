"""Whether two calls ask for the same: one text for equal arguments, in every process and on every day."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.db import models

from motcua.base.access.actor import Actor
from motcua.base.journal.writing import canonical, commitment, name_of


def digest_of(arguments: Mapping[str, Any]) -> str:
    """Give a keyed commitment to some arguments; TypeError for one whose sameness cannot be told."""
    return commitment(canonical({name: _plain(value) for name, value in arguments.items()}))


def key_within(by: Actor, key: str) -> str:
    """Give a retry key as it is kept: its maker's own, short and plain whatever a page sent."""
    return f"{name_of(by)} {sha256(key.encode()).hexdigest()}"


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | float() | Enum():
            return repr(value)
        case str():
            return f"text {value}"
        case bytes():
            return f"bytes {sha256(value).hexdigest()}"
        case UUID() | datetime() | date() | timedelta() | Decimal() | PurePath():
            return f"{type(value).__name__} {value}"
        case models.Model():
            return f"{value._meta.label} {value.pk}"
        case _:
            return _compound(value)


def _compound(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        inside = {field.name: getattr(value, field.name) for field in fields(value)}
        return [type(value).__name__, _compound(inside)]
    if isinstance(value, Mapping):
        return sorted(([_plain(key), _plain(inner)] for key, inner in value.items()), key=repr)
    if isinstance(value, Set):
        return sorted(map(_plain, value), key=repr)
    if isinstance(value, Sequence):
        return [_plain(inner) for inner in value]
    raise TypeError(f"a repeatable command takes no {type(value).__name__}")
