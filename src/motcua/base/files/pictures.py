"""Opening a JPEG or PNG: the only proof that it is one."""

import struct
from typing import BinaryIO

from PIL import Image

from motcua.base.files.words import Kind, Limits, Problem, Trouble

_BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error, OverflowError)


def open_picture(file: BinaryIO, kind: Kind, limits: Limits) -> tuple[int, int] | Problem:
    """Return width and height of a picture whose every pixel could be decoded.

    The size stands in the head of the file and is checked before any pixel is decoded.
    """
    try:
        with Image.open(file, formats=[kind.name]) as picture:
            width, height = picture.size
            if width * height > limits.max_pixels:
                return Problem(Trouble.TOO_MANY_PIXELS, limit=limits.max_pixels)
            picture.verify()
        file.seek(0)
        with Image.open(file, formats=[kind.name]) as picture:
            picture.load()
    except _BOMB:
        return Problem(Trouble.TOO_MANY_PIXELS, limit=limits.max_pixels)
    except _BROKEN:
        return Problem(Trouble.CORRUPT)
    return width, height
