"""A step as plain values, for storing and for files, and back."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from motcua.reference.catalogue.words import Consult, Step, StepMove, Way, WayKind


def way_written(way: Way) -> dict[str, str]:
    """Give a way as plain values; what it does not say is left out."""
    said = {"to": way.to, "kind": way.kind.value, "value": way.value, "label": way.label}
    return {name: held for name, held in said.items() if held}


def way_read(held: Mapping[str, Any]) -> Way:
    """Read a way. Raises ValueError for one that cannot be read."""
    return Way(
        _text(held, "to"),
        WayKind(held.get("kind", WayKind.ALWAYS)),
        _text(held, "value"),
        _text(held, "label"),
    )


def consult_written(consult: Consult) -> dict[str, str]:
    """Give who is consulted as plain values."""
    return {"whom": consult.whom, "hours": str(consult.hours)}


def consult_read(held: Mapping[str, Any]) -> Consult:
    """Read who is consulted. Raises ValueError for what cannot be read."""
    return Consult(_text(held, "whom"), hours_read(held.get("hours")))


def step_written(step: Step) -> dict[str, Any]:
    """Give a step as plain values; what it does not say is left out."""
    said = {
        "key": step.key,
        "name": step.name,
        "public_name": step.public_name,
        "role": step.role,
        "unit_kind": step.unit_kind,
        "unit": step.unit,
        "hours": str(step.hours),
        "lead": step.lead,
        "moves": [move.value for move in step.moves],
        "ways": [way_written(way) for way in step.ways],
        "consults": [consult_written(one) for one in step.consults],
    }
    return {name: held for name, held in said.items() if held}


def step_read(held: Mapping[str, Any]) -> Step:
    """Read a step. Raises ValueError for one that cannot be read."""
    return Step(
        _text(held, "name"),
        _text(held, "public_name"),
        _text(held, "role"),
        _text(held, "unit_kind"),
        hours_read(held.get("hours")),
        key=_text(held, "key"),
        unit=_text(held, "unit"),
        lead=held.get("lead", False) is True,
        moves=tuple(StepMove(one) for one in _list(held, "moves")),
        ways=tuple(way_read(one) for one in _list(held, "ways")),
        consults=tuple(consult_read(one) for one in _list(held, "consults")),
    )


def hours_read(held: object) -> Decimal:
    """Read a number of hours. Raises ValueError for what is none."""
    try:
        hours = Decimal(str(held))
    except InvalidOperation:
        raise ValueError(f"no hours: {held!r}") from None
    if not hours.is_finite():
        raise ValueError(f"no hours: {held!r}")
    return hours


def _text(held: Mapping[str, Any], name: str) -> str:
    said = held.get(name, "")
    if not isinstance(said, str):
        raise ValueError(f"{name} is no text")
    return said


def _list(held: Mapping[str, Any], name: str) -> list[Any]:
    said = held.get(name, [])
    if not isinstance(said, list):
        raise ValueError(f"{name} is no list")
    return said
