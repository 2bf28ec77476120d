"""One stored form for every text that enters the house."""

import re
import unicodedata

DROPPED = {"Cc", "Cf", "Cs"}
LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

# Old keyboards write the Icelandic and African capitals that look like Đ.
LOOK_ALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})


def clean(text: str) -> str:
    """Return one line of NFC text: single plain spaces, nothing invisible, nothing at the ends."""
    return " ".join(_visible(text).split())


def clean_lines(text: str) -> str:
    """Return the text with each line cleaned, at most one empty line in a row, none at the ends."""
    lines = [clean(line) for line in LINE_BREAK.split(text)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _visible(text: str) -> str:
    if text.isprintable():  # nothing of it is dropped: most texts, and a hundred times faster
        return unicodedata.normalize("NFC", text.translate(LOOK_ALIKES))
    kept = "".join(
        char if unicodedata.category(char) not in DROPPED else " " if char.isspace() else "" for char in text
    )
    return unicodedata.normalize("NFC", kept.translate(LOOK_ALIKES))
