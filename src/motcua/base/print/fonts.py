"""The fonts of official papers: where they lie, and whether they can write Vietnamese."""

import os
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import typst
from PIL import ImageFont

FAMILY = "Tinos"
STYLES = (("normal", 400), ("italic", 400), ("normal", 700), ("italic", 700))

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LOWER = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES) + "đ"
VIETNAMESE = _LOWER + _LOWER.upper()
_PLAIN = "".join(map(chr, range(0x20, 0x7F)))
_SAFE = frozenset(VIETNAMESE + _PLAIN + "\n")
PLACEHOLDER = "□"


class FontsMissing(Exception):
    """The folder of fonts cannot typeset an official paper; the message says what to do."""


def folder() -> Path:
    """Return the folder of the paper fonts: `MOTCUA_FONT_DIR`, else `build/fonts` beside the sources."""
    named = os.environ.get("MOTCUA_FONT_DIR")
    return Path(named) if named else Path(__file__).resolve().parents[4] / "build" / "fonts"


def check_fonts(place: Path) -> list[str]:
    """Return one Vietnamese sentence for each reason why the fonts in `place` may not be used."""
    faces = _load(place).fonts() if place.is_dir() else []
    present = {(face.style, face.weight): face.path for face in faces if face.family == FAMILY}
    if not present:
        return [f"Không thấy phông chữ {FAMILY} trong thư mục {place}. Chạy `make assets` rồi thử lại."]
    problems = []
    for style, weight in STYLES:
        path = present.get((style, weight))
        if path is None:
            problems.append(f"Thiếu kiểu chữ {FAMILY} {style} {weight}. Chạy `make assets` rồi thử lại.")
        elif missing := _missing(path):
            problems.append(
                f"Phông chữ {FAMILY} {style} {weight} thiếu các chữ: {missing}. Dùng phông đủ chữ tiếng Việt."
            )
    return problems


@lru_cache(maxsize=8)
def ready(place: Path) -> typst.Fonts:
    """Return the loaded fonts of `place`, checked once; raise FontsMissing with the reasons."""
    problems = check_fonts(place)
    if problems:
        raise FontsMissing(" ".join(problems))
    return _load(place)


def undisplayable(text: Iterable[str], place: Path) -> frozenset[str]:
    """Return the characters of `text` that some style of the fonts in `place` cannot draw."""
    return frozenset(c for c in set(text) - _SAFE if not _drawn_in_all_styles(place, c))


def _missing(path: str) -> str:
    """Return the Vietnamese letters for which the font file has no glyph of their own."""
    # The basic layout takes one glyph a character; a typesetter would stack loose marks on a bare vowel.
    font = ImageFont.truetype(path, size=32, layout_engine=ImageFont.Layout.BASIC)
    absent = _drawing(font, "\uffff")
    return "".join(letter for letter in VIETNAMESE if _drawing(font, letter) == absent)


def _drawing(font: ImageFont.FreeTypeFont, character: str) -> bytes:
    return bytes(font.getmask(character))


@lru_cache(maxsize=4096)
def _drawn_in_all_styles(place: Path, character: str) -> bool:
    return all(_writes(place, character, style, weight) for style, weight in STYLES)


@lru_cache(maxsize=8)
def _load(place: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[place])


def _writes(place: Path, character: str, style: str, weight: int) -> bool:
    # PDF/A forbids a glyph that means nothing, so the typesetter itself tells which letters are missing.
    page = (
        f'#set text(font: "{FAMILY}", style: "{style}", weight: {weight}, fallback: false)\n#sys.inputs.text'
    )
    if "\ud800" <= character <= "\udfff":
        return False
    try:
        typst.compile(
            page.encode(),
            font_paths=_load(place),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="a-2b",
            sys_inputs={"text": character},
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True
