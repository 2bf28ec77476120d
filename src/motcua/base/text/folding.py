"""The form in which texts are searched."""

import unicodedata

from motcua.base.text.cleaning import clean


def fold(text: str) -> str:
    """Return the cleaned text in lower case without tone or vowel marks, đ as d."""
    bare = unicodedata.normalize("NFD", clean(text).casefold()).replace("đ", "d")
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    return clean(unicodedata.normalize("NFC", kept))
