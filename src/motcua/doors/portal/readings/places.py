"""Counters as people find them."""

from motcua.base.text import fold
from motcua.reference.org.models import Unit


def told(unit: Unit) -> str:
    """Give a counter's name, with its agency when the name does not say where it is, and its address."""
    agency = unit.agency
    here = fold(agency.place) in fold(unit.name) if agency.place else False
    parts = (unit.name, "" if here else agency.name, agency.address)
    return ", ".join(part for part in parts if part)
