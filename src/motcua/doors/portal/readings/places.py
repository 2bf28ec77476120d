"""Counters as people find them."""

from motcua.base.text import fold
from motcua.reference.org.models import Unit


def told(unit: Unit) -> str:
    """Give a counter's name, with its agency when the name does not say where it is, and its address."""
    agency, said = unit.agency, fold(unit.name)
    street = agency.address.partition(",")[0]
    parts = (
        unit.name,
        "" if agency.place and fold(agency.place) in said else agency.name,
        "" if fold(street) in said else agency.address,
    )
    return ", ".join(part for part in parts if part)
