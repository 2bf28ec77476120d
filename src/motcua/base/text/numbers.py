"""Numbers in Vietnamese words."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
BILLION = 10**9
FIVE = 5


def number_words(number: int) -> str:
    """Return a whole number in words (`một trăm năm mươi nghìn`)."""
    if number == 0:
        return DIGITS[0]
    words = _read(abs(number), full=False)
    return " ".join(["âm", *words] if number < 0 else words)


def _read(number: int, *, full: bool) -> list[str]:
    """Read a number from its billions down; `full` names the empty hundreds as well."""
    words: list[str] = []
    billions, rest = divmod(number, BILLION)
    if billions:
        words += [*_read(billions, full=full), "tỷ"]
        full = True
    for size, name in GROUPS:
        group, rest = divmod(rest, size)
        if group:
            words += _read_group(group, full=full)
            words += [name] if name else []
        full = full or bool(group)
    return words


def _read_group(group: int, *, full: bool) -> list[str]:
    hundreds, under = divmod(group, 100)
    tens, unit = divmod(under, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        return words if unit == 0 else [*words, *(["linh"] if words else []), DIGITS[unit]]
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return words if unit == 0 else [*words, _unit_after_ten(tens, unit)]


def _unit_after_ten(tens: int, unit: int) -> str:
    if unit == 1 and tens > 1:
        return "mốt"
    return "lăm" if unit == FIVE else DIGITS[unit]
