"""Why a dossier will likely be late, in words."""

from decimal import Decimal

from motcua.base.money import format_number
from motcua.base.text import NBSP
from motcua.reform.insight.queries.ahead import Likely
from motcua.reform.insight.words import Cause

HOUR = 60


def why_late(one: Likely) -> str:
    """Tell what a dossier has left, and what it needs."""
    where, told = one.where, one.told
    begin = f"Còn {hours(where.left)} làm việc, cần khoảng {hours(told.need)}: "
    if told.cause is Cause.QUEUE:
        assert where.pace is not None, "a queue is as long as its pace"
        return f"{begin}trước nó {where.ahead} hồ sơ cùng người giữ, mỗi hồ sơ khoảng {hours(where.pace)}."
    if told.cause is Cause.SLOW_STEP:
        assert where.usual is not None, "what is seen here is known"
        spent = f"{begin}bước này ở đây thường mất {hours(where.usual)}, đã ở {hours(where.spent)}"
        return f"{spent}, sau đó còn {hours(told.after)} theo quy trình." if told.after else f"{spent}."
    return f"{begin}các bước còn lại theo quy trình cần ít nhất {hours(told.here + told.after)}."


def hours(minutes: int) -> str:
    """Tell working minutes (`2,5 giờ`, `40 phút`)."""
    if minutes < HOUR:
        return f"{minutes}{NBSP}phút"
    places = 0 if minutes % HOUR == 0 else 1
    return f"{format_number(Decimal(minutes) / HOUR, places)}{NBSP}giờ"
