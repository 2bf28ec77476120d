"""Names of people: one full name, never split into Western parts."""

from motcua.base.text.cleaning import clean
from motcua.base.text.sorting import sort_key
from motcua.base.text.spacing import NBSP

PART = " "  # below every character of a sort key


def name_sort_key(full_name: str) -> str:
    """Return the key of Vietnamese lists of people: the given name (last word) first, then the rest."""
    *before, given = clean(full_name).lower().split(" ")
    return PART.join((sort_key(given), sort_key(" ".join(before)))).rstrip(PART)


def initials(full_name: str) -> str:
    """Return the name as shown to strangers: the family name, then initials (`Lý T. H.`)."""
    family, *rest = clean(full_name).split(" ")
    if not rest:
        return f"{family[:1].upper()}." if family else ""
    return NBSP.join([family, *(f"{word[0].upper()}." for word in rest)])
