"""Bands of a result as data: a name and the least value, without holes."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """One band: from `least` percent up to the next better band; `inclusive` counts `least` itself in."""

    name: str
    least: Decimal
    inclusive: bool = True

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value reaches it."""
        return value >= self.least if self.inclusive else value > self.least


# National groups as published with the results of 2015 and 2024; D is what is left below.
NATIONAL = (
    Band("A", Decimal(90)),
    Band("B", Decimal(80)),
    Band("C", Decimal(70)),
    Band("D", Decimal(0)),
)


def band_of(value: Decimal, bands: Sequence[Band]) -> Band | None:
    """Give the best band that a value reaches; None only where there are no bands.

    The lowest band takes whatever is below the others, so that no value falls between two.
    """
    ranked = best_first(bands)
    return next((band for band in ranked if band.holds(value)), ranked[-1] if ranked else None)


def next_band(value: Decimal, bands: Sequence[Band]) -> Band | None:
    """Give the band right above the one a value is in; None from the best."""
    ranked = best_first(bands)
    now = band_of(value, ranked)
    at = ranked.index(now) if now else 0
    return ranked[at - 1] if at else None


def best_first(bands: Sequence[Band]) -> list[Band]:
    """Give the bands from the best down; of two with one bound the one without the bound is better."""
    return sorted(bands, key=lambda band: (band.least, not band.inclusive), reverse=True)


def are_sound(bands: Sequence[Band]) -> bool:
    """Tell whether every value from 0 has exactly one band: the lowest begins at 0, no bound stands twice."""
    bounds = [(band.least, band.inclusive) for band in bands]
    names = [band.name for band in bands]
    return (
        bool(bands)
        and len(set(bounds)) == len(bounds)
        and len(set(names)) == len(names)
        and min(bounds, key=lambda bound: bound[0]) == (Decimal(0), True)
    )
