"""The small process that makes one photo upright and small.

It runs `python -m motcua.base.files.presser TURNS LIMITS`, reads the photo from its standard input and writes
width and height (four bytes each) and a JPEG. Where the photo was taken and with what is not copied.
"""

import io
import json
import os
import sys
from typing import BinaryIO, Final

from PIL import Image, ImageOps

from motcua.base.files.opener import confine
from motcua.base.files.words import Limits

LARGEST_PAGE: Final = 300 * 1024
_A4_200_DPI: Final = 2339  # pixels of the long side
_STEPS: Final = ((2339, 75), (2339, 60), (2000, 55), (1754, 50), (1754, 40), (1400, 35), (1169, 30))


def press(file: BinaryIO, turns: int, limits: Limits) -> tuple[bytes, int, int]:
    """Return a JPEG of at most 300 KB where that can be read, with its width and height."""
    with Image.open(file, formats=["JPEG", "PNG"]) as photo:
        if photo.width * photo.height > limits.max_pixels:
            raise ValueError("too many pixels")
        # A JPEG is decoded at a fraction of its size at once, which keeps memory small.
        photo.draft("RGB", (_A4_200_DPI, _A4_200_DPI))
        upright = _on_white(ImageOps.exif_transpose(photo))
    if turns:
        upright = upright.rotate(-90 * turns, expand=True)
    return _small(upright)


def _small(upright: Image.Image) -> tuple[bytes, int, int]:
    for side, quality in _STEPS:
        shown = upright.copy()
        shown.thumbnail((side, side), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        shown.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= LARGEST_PAGE:
            break
    return out.getvalue(), shown.width, shown.height


def _on_white(photo: Image.Image) -> Image.Image:
    if photo.mode in ("RGBA", "LA", "PA") or "transparency" in photo.info:
        clear = photo.convert("RGBA")
        paper = Image.new("RGB", clear.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return photo.convert("RGB")


def main() -> None:
    """Press standard input; an error ends the process without an answer."""
    turns, limits = int(sys.argv[1]), Limits(**json.loads(sys.argv[2]))
    confine(limits)
    with os.fdopen(0, "rb", closefd=False) as file:
        jpeg, width, height = press(file, turns, limits)
    sys.stdout.buffer.write(width.to_bytes(4, "big") + height.to_bytes(4, "big") + jpeg)


if __name__ == "__main__":
    main()
