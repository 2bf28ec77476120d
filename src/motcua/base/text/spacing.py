"""What must stay on one line, and what must stay hidden."""

import re

NBSP = "\u00a0"
BULLET = "•"
GROUP = 4

UNITS = "giờ|phút|ngày|tháng|năm|₫|%"
COMPOUNDS = (
    "làm việc",
    "lệ phí",
    "hồ sơ",
    "y tế",
    "Chủ nhật",
    "Thứ Hai",
    "Thứ Ba",
    "Thứ Tư",
    "Thứ Năm",
    "Thứ Sáu",
    "Thứ Bảy",
)
NUMBER_WITH_UNIT = re.compile(rf"(\d) (?=(?:{UNITS})(?!\w))")
COMPOUND = re.compile("|".join(COMPOUNDS), re.IGNORECASE)


def keep(text: str) -> str:
    """Return the text with every space turned into a no-break space."""
    return text.replace(" ", NBSP)


def bind(text: str) -> str:
    """Return the text with numbers bound to their units and common compounds held together."""
    return COMPOUND.sub(lambda found: keep(found[0]), NUMBER_WITH_UNIT.sub(rf"\1{NBSP}", text))


def mask_tail(text: str, shown: int) -> str:
    """Return a number with only its last characters legible, in fours (`•••• •••• 7890`).

    A text not longer than `shown` is hidden whole. The groups are parted by no-break spaces.
    """
    hidden = max(len(text) - shown, 0) or len(text)
    masked = BULLET * hidden + text[hidden:]
    first = len(masked) % GROUP
    groups = [masked[:first], *(masked[at : at + GROUP] for at in range(first, len(masked), GROUP))]
    return NBSP.join(group for group in groups if group)
