"""On what published ground a date was moved or a paper is asked for."""

from datetime import datetime

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date


def move_sentence(old: datetime | None, new: datetime | None, basis: str) -> str:
    """Say why a newer calendar changed the date of a dossier."""
    why = f"Lịch làm việc thay đổi theo {basis}"
    if old is None or new is None or old == new:
        return f"{why}; ngày hẹn giữ nguyên."
    days = [local(one).date() for one in (old, new)]
    if days[0] == days[1]:
        return f"{why}; giờ hẹn trong ngày {short_date(days[1])} thay đổi."
    return f"{why}; ngày hẹn dời từ {short_date(days[0])} sang {short_date(days[1])}."


def published_list(decision_no: str) -> str:
    """Name the published list of papers as the ground on which a paper is asked for."""
    return (
        f"Thành phần hồ sơ công bố tại Quyết định số {decision_no}"
        if decision_no
        else "Thành phần hồ sơ đã công bố"
    )
