"""Machine-readable codes as SVG, with their quiet zones: the same text gives the same bytes."""

import io

import segno
from barcode.codex import Code128
from barcode.writer import SVGWriter

# ISO/IEC 18004 asks for 4 modules of white around a QR code, ISO/IEC 15417 for 10 beside a Code 128.
QR_QUIET_MODULES = 4
BAR_MODULE_MM = 0.25
BAR_QUIET_MM = 10 * BAR_MODULE_MM


def qr_svg(text: str) -> str:
    """Return a QR code of `text` (error correction M, 4 quiet modules) as one SVG document."""
    drawn = io.BytesIO()
    segno.make_qr(text, error="m", boost_error=False).save(drawn, kind="svg", border=QR_QUIET_MODULES)
    return drawn.getvalue().decode()


def code128_svg(text: str, *, height_mm: float = 8) -> str:
    """Return a Code 128 of printable ASCII `text` as one SVG document, 0.25 mm a module, no caption.

    ValueError when `text` is empty or has a character outside ASCII 32-126.
    """
    if not text or not (text.isascii() and text.isprintable()):
        raise ValueError("Code 128 holds printable ASCII only")
    drawn = io.BytesIO()
    Code128(text, writer=SVGWriter()).write(
        drawn,
        {
            "write_text": False,
            "module_width": BAR_MODULE_MM,
            "module_height": height_mm,
            "quiet_zone": BAR_QUIET_MM,
            "margin_top": 0,
            "margin_bottom": 0,
        },
    )
    return drawn.getvalue().decode()
