"""Vietnamese alphabetical order as a stored key, for a database that compares bytes.

A key has three levels parted by `!`: letters, then tones, then capitals; a level is looked at only
when all levels before it are equal. `{` and `|` mark the later letters of a family (a ă â), so that
they stand behind everything that begins with the plain letter and before the next letter.
"""

import unicodedata

from motcua.base.text.cleaning import clean

LEVEL = "!"
SPACE = '"'
PUNCTUATION = "#"
LAST = "z}"  # letters of other scripts, in order of code point

MARKS_OF_PUNCTUATION = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
BREVE, CIRCUMFLEX, HORN = "\u0306", "\u0302", "\u031b"
LATER_LETTERS = {
    "a" + BREVE: "a{",
    "a" + CIRCUMFLEX: "a|",
    "đ": "d{",
    "e" + CIRCUMFLEX: "e{",
    "o" + CIRCUMFLEX: "o{",
    "o" + HORN: "o|",
    "u" + HORN: "u{",
}
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
FOREIGN_MARK = "6"


def sort_key(text: str) -> str:
    """Return an ASCII key whose byte order is the Vietnamese order of the texts."""
    letters, tones, capitals = [], [], []
    for char in clean(text):
        letter, tone = _weigh(char.lower())
        letters.append(letter)
        tones.append(tone)
        capitals.append("1" if char != char.lower() else "0")
    levels = ("".join(letters), "".join(tones).rstrip("0"), "".join(capitals).rstrip("0"))
    return LEVEL.join(levels).rstrip(LEVEL)


def _weigh(char: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", char)
    base = letter = parts[0]
    tone = "0"
    for mark in parts[1:]:
        if base + mark in LATER_LETTERS:
            letter = base + mark
        else:
            tone = max(tone, TONES.get(mark, FOREIGN_MARK))
    return _place(letter), tone


def _place(letter: str) -> str:
    if letter in LATER_LETTERS:
        return LATER_LETTERS[letter]
    if letter.isascii() and letter.isalnum():
        return letter
    if letter == " ":
        return SPACE
    if letter in MARKS_OF_PUNCTUATION:
        return PUNCTUATION + chr(ord("A") + MARKS_OF_PUNCTUATION.index(letter))
    return f"{LAST}{ord(letter[0]):06x}"
