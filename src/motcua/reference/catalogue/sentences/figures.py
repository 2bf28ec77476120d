"""Times, fees and quantities in words."""

from collections.abc import Sequence

from motcua.base.money import format_dong
from motcua.base.text import bind, fold
from motcua.reference.catalogue.models import ChannelRule, Fee
from motcua.reference.catalogue.words import Channel, DurationUnit, Level, OnlineLevel

NO_TIME = "Nguồn chưa ghi thời hạn"
NO_UNIT = "Nguồn không ghi đơn vị"
NO_FIXED_DATE = "Không có hạn cố định"
NO_AMOUNT = "Nguồn chưa ghi"
BY_COUNCIL = "Theo nghị quyết của HĐND tỉnh"
FREE = "Miễn phí"
BY_CASE = "Tùy trường hợp"
NO_PLACE = "Nguồn chưa ghi cơ quan"

CHANNELS = {Channel.DIRECT: "Tại quầy", Channel.ONLINE: "Trực tuyến", Channel.POST: "Bưu chính"}
UNITS = {
    DurationUnit.HOUR: "giờ làm việc",
    DurationUnit.WORKING_DAY: "ngày làm việc",
    DurationUnit.DAY: "ngày",
    DurationUnit.MONTH: "tháng",
}
LEVELS = {
    Level.MINISTRY: "Bộ, cơ quan trung ương",
    Level.PROVINCE: "Cấp tỉnh",
    Level.COMMUNE: "Xã, phường",
    Level.OTHER: "Cơ quan khác",
}
ONLINE_LEVELS = {
    OnlineLevel.FULL: "Toàn trình",
    OnlineLevel.PARTIAL: "Một phần",
    OnlineLevel.NONE: "Chưa có",
}


def levels_of(levels: Sequence[str]) -> str:
    """Say at which levels a procedure is decided, in the order of the State."""
    return ", ".join(said for level, said in LEVELS.items() if level in levels)


def apart(levels: Sequence[str], subjects: Sequence[str], agency: str, field: str, code: str) -> str:
    """Say what tells a procedure apart from its namesakes; its code where nothing else does."""
    told = [levels_of(levels), f"cho {', '.join(subjects)}" if subjects else "", agency, field]
    said = ", ".join(filter(None, told))
    return said or bind(f"Mã {code}")


def time_of(rule: ChannelRule) -> str:
    """Say how long one way of filing takes."""
    if rule.no_fixed_date:
        return NO_FIXED_DATE
    if rule.duration_value is None:
        return NO_UNIT if fold(NO_UNIT) in fold(rule.note) else NO_TIME
    return length(rule.duration_value, rule.duration_unit)


def length(value: int, unit: str) -> str:
    """Say a length of time; working days and days are never mixed."""
    return bind(f"{value} {UNITS[DurationUnit(unit)]}")


def time_of_all(rules: Sequence[ChannelRule]) -> str:
    """Say how long a procedure takes when one figure must stand for all ways of filing."""
    if not rules:
        return NO_TIME
    times = dict.fromkeys(time_of(rule) for rule in rules)
    if not times:
        return NO_TIME
    if len(times) == 1:
        return next(iter(times))
    lengths = [rule.duration_value for rule in rules if rule.duration_value and not rule.no_fixed_date]
    units = {rule.duration_unit for rule in rules}
    if len(lengths) < len(rules) or len(units) > 1:
        return BY_CASE
    return bind(f"{min(lengths)}–{max(lengths)} {UNITS[DurationUnit(units.pop())]}")


def amount_of(fee: Fee) -> str:
    """Say what one line costs; an amount that the council sets is not free, nor one that depends."""
    if fee.free:
        return FREE
    if fee.free is None and not fee.amount:
        words = fold(fee.note)
        return BY_COUNCIL if "hdnd" in words or "hoi dong nhan dan" in words else BY_CASE
    if fee.amount is None:
        words = fold(fee.note)
        return BY_COUNCIL if "hdnd" in words or "hoi dong nhan dan" in words else NO_AMOUNT
    if fee.amount == 0:
        return FREE
    return f"{format_dong(fee.amount)}/{fee.per}" if fee.per else format_dong(fee.amount)


def fee_of_all(fees: Sequence[Fee]) -> str:
    """Say what a procedure costs; its first line is the one that everybody meets."""
    return amount_of(fees[0]) if fees else NO_AMOUNT


def quantity(originals: int, copies: int) -> str:
    """Say how many of a paper to bring."""
    parts = [f"{originals} bản chính"] * bool(originals) + [f"{copies} bản sao"] * bool(copies)
    return bind(", ".join(parts))


def missing(rules: Sequence[ChannelRule], fees: Sequence[Fee], *, place: str, acts: int) -> tuple[str, ...]:
    """Name each fact that the source leaves out."""
    told = []
    lacking = [
        CHANNELS[Channel(rule.channel)].lower() for rule in rules if time_of(rule) in (NO_TIME, NO_UNIT)
    ]
    if lacking:
        told.append(f"Thời hạn khi nộp {', '.join(dict.fromkeys(lacking))}")
    told += ["Phí, lệ phí"] * (not fees)
    told += [f"Mức {fee.name[:1].lower()}{fee.name[1:]}" for fee in fees if amount_of(fee) == NO_AMOUNT]
    told += ["Cơ quan giải quyết"] * (not place)
    told += ["Căn cứ pháp lý"] * (not acts)
    return tuple(told)
