"""The files that citizens of the demo hand in."""

from datetime import datetime
from io import BytesIO

import pikepdf
from PIL import Image, ImageDraw

from motcua.base.access import Actor
from motcua.base.files import commands as files
from motcua.base.files.models import StoredFile


def document(by: Actor, at: datetime) -> StoredFile:
    """Store a one-page PDF that says what it is."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(420, 595))
    content = b"BT /F1 16 Tf 40 520 Td (Giay to ban thu, khong co that) Tj ET"
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    made.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    made.pages[0].Contents = made.make_stream(content)
    stream = BytesIO()
    made.save(stream)
    return _stored(stream, "giay-to.pdf", by, at)


def photo(by: Actor, at: datetime) -> StoredFile:
    """Store a photo of nothing."""
    image = Image.new("RGB", (900, 640), (236, 232, 220))
    ImageDraw.Draw(image).rectangle((60, 60, 840, 580), outline=(90, 90, 90), width=6)
    ImageDraw.Draw(image).text((100, 100), "Anh giay to ban thu", fill=(40, 40, 40))
    stream = BytesIO()
    image.save(stream, "JPEG", quality=80)
    return _stored(stream, "anh-chup.jpg", by, at)


def _stored(stream: BytesIO, name: str, by: Actor, at: datetime) -> StoredFile:
    stream.seek(0)
    file = files.take_in(stream=stream, name=name, by=by, at=at)
    assert isinstance(file, StoredFile), f"the demo's own file is refused: {file}"
    return file
