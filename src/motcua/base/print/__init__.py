"""Typst templates to PDF."""

from motcua.base.print.codes import code128_svg, qr_svg
from motcua.base.print.fonts import FontsMissing, check_fonts
from motcua.base.print.typeset import render

__all__ = ["FontsMissing", "check_fonts", "code128_svg", "qr_svg", "render"]
