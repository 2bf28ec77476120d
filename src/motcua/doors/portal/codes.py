"""The code of a dossier, as typed, spoken or scanned."""

from urllib.parse import parse_qs, urlsplit

from motcua.base.text import clean

LONGEST_CODE = 40
LONGEST_SCAN = 500


def scanned(text: str) -> str:
    """Give the code in what a reader sends: a bare code, or the look-up address that slips carry as QR.

    A reader types like a keyboard, so letter case and blanks do not matter. Another address gives nothing:
    whatever it names is not looked up.
    """
    told = clean(text)[:LONGEST_SCAN]
    if "://" in told:
        parts = urlsplit(told)
        told = parse_qs(parts.query).get("ma", [""])[0] if parts.path.rstrip("/") == "/tra-cuu" else ""
    return "".join(told.split()).upper()[:LONGEST_CODE]
