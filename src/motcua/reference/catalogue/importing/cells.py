"""Cells of tables that spreadsheets open: what begins like a formula must not run as one."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
QUOTE = "'"


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for a formula."""
    return text.startswith(FORMULA)


def safe_cell(value: object) -> object:
    """Give a value that is safe in a CSV: a text that begins like a formula gets a quote before it."""
    return QUOTE + value if isinstance(value, str) and looks_like_formula(value) else value
