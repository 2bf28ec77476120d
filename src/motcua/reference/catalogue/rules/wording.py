"""What a line of the wordbook must say to be of use."""

from motcua.reference.catalogue.words import Why, Wording

TOLD = frozenset({Wording.SAYING, Wording.INTENT, Wording.ABBREVIATION})
CODED = frozenset({Wording.NAME, Wording.DEMAND})
LIGHTEST, HEAVIEST = -5.0, 5.0


def wording_fault(kind: Wording, said: str, meant: str, codes: tuple[str, ...], weight: float) -> Why | None:
    """Give what keeps a line from being of use, None when nothing does."""
    if not any(char.isalnum() for char in said):
        return Why.NOTHING_SAID
    if kind in TOLD and not any(char.isalnum() for char in meant):
        return Why.NOTHING_MEANT
    if kind in CODED and not codes:
        return Why.NO_CODE
    return None if LIGHTEST <= weight <= HEAVIEST else Why.WEIGHT_OUT_OF_RANGE
