"""Photos bound into one PDF: a page of A4 each, lying when the photo lies."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pikepdf

A4_POINTS: Final = (595.28, 841.89)
_MARGIN: Final = 14.17  # 5 mm


@dataclass(frozen=True)
class Sheet:
    """A photo as it goes on a page: an upright JPEG and its pixels."""

    jpeg: bytes
    width: int
    height: int


def bound(sheets: Iterable[Sheet]) -> bytes:
    """Give a PDF with one page for each sheet."""
    pdf = pikepdf.new()
    for sheet in sheets:
        _add(pdf, sheet)
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _add(pdf: pikepdf.Pdf, sheet: Sheet) -> None:
    page_size = A4_POINTS if sheet.height >= sheet.width else A4_POINTS[::-1]
    scale = min((side - 2 * _MARGIN) / pixels for side, pixels in zip(page_size, _size(sheet), strict=True))
    width, height = (pixels * scale for pixels in _size(sheet))
    left, low = ((side - shown) / 2 for side, shown in zip(page_size, (width, height), strict=True))
    picture = pdf.make_stream(
        sheet.jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=sheet.width,
        Height=sheet.height,
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.add_blank_page(page_size=page_size)
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Photo=picture))
    drawing = f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {low:.2f} cm /Photo Do Q"
    page.obj.Contents = pdf.make_stream(drawing.encode())


def _size(sheet: Sheet) -> tuple[int, int]:
    return sheet.width, sheet.height
