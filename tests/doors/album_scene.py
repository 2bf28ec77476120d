"""Photos for tests, and the news that has them joined."""

import io

import pikepdf
from PIL import Image

from motcua.base.files.models import StoredFile
from motcua.base.files.queries import content
from motcua.base.journal.delivery import deliver
from motcua.base.journal.models import Delivery

RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (30, 200, 30)
REDDISH, BLUISH, BLACKISH = (2, 0, 0), (0, 0, 2), (0, 0, 0)


def photo(colour: tuple[int, int, int], size: tuple[int, int] = (600, 800), turned: int = 0) -> bytes:
    """Give a photo of one colour, whose lower half is black; `turned` is its EXIF orientation."""
    made, out = Image.new("RGB", size, colour), io.BytesIO()
    made.paste((0, 0, 0), (0, size[1] // 2, size[0], size[1]))
    exif = Image.Exif()
    exif[0x0112] = turned or 1
    exif[0x010F] = "Camera of anh Páo"
    made.save(out, "JPEG", quality=95, exif=exif)
    return out.getvalue()


def deliver_all(*, newest_first: bool = False) -> None:
    """Deliver all news, and the news of what it brings about."""
    order = "-pk" if newest_first else "pk"
    undone = Delivery.objects.filter(delivered_at=None).order_by(order)
    while waiting := list(undone.values_list("pk", flat=True)):
        for pk in waiting:
            deliver(delivery=str(pk))


def deliver_only(subscriber: str) -> None:
    """Deliver the news that one subscriber waits for."""
    for row in Delivery.objects.filter(delivered_at=None, subscriber=subscriber):
        deliver(delivery=str(row.pk))


def pages_of(stored: StoredFile) -> list[Image.Image]:
    """Give the pictures of a PDF, page by page."""
    with content(stored) as file, pikepdf.open(io.BytesIO(file.read())) as pdf:
        return [Image.open(io.BytesIO(one.Resources.XObject.Photo.read_raw_bytes())) for one in pdf.pages]


def colour(picture: Image.Image) -> tuple[int, ...]:
    """Give the rough colour of the upper part of a picture."""
    seen = picture.convert("RGB").getpixel((picture.width // 2, picture.height // 8))
    assert isinstance(seen, tuple)
    return tuple(round(value / 100) for value in seen)


def colours(stored: StoredFile) -> list[tuple[int, ...]]:
    """Give the colours of the pages of a PDF."""
    return [colour(one) for one in pages_of(stored)]
