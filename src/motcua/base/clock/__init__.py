"""Now and working-time arithmetic. Pure."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """Return this moment, aware, in Vietnamese time; the only place that asks the machine."""
    return datetime.now(ZONE)  # noqa: TID251  # the one allowed call: everybody else asks here


def today() -> date:
    """Return the present day in Vietnam."""
    return now().date()


def local(moment: datetime) -> datetime:
    """Return an aware moment in Vietnamese time. Raises ValueError for a naive one."""
    if moment.tzinfo is ZONE:
        return moment
    if moment.tzinfo is None:
        raise ValueError(f"naive moment: {moment}")
    return moment.astimezone(ZONE)
