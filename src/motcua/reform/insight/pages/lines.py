"""Lines of figures about places and people, each figure with the list behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from motcua.base.money import format_number
from motcua.base.rooms import Measure
from motcua.base.ui.charts import Figure
from motcua.casework.dossiers.queries.board import Load
from motcua.casework.dossiers.queries.buckets import Bucket
from motcua.casework.dossiers.queries.standing import Among, Loads
from motcua.reform.insight.pages.look import Look
from motcua.reform.insight.queries.figures import measure_called

ON_TIME = "dossiers.in_time_share"
SHOWN = (
    *("dossiers.accepted", "dossiers.resolved", "dossiers.early", "dossiers.on_time", "dossiers.late"),
    *(ON_TIME, "dossiers.mean_days", "dossiers.online_share", "dossiers.asked", "dossiers.extended"),
    *("dossiers.refused", "dossiers.stopped", "dossiers.withdrawn", "dossiers.corrected"),
    *("dossiers.open", "dossiers.open_late", "dossiers.waiting"),
)
LOADS = {
    Among.OPEN: "Đang giải quyết",
    Among.LATE: "Quá hạn",
    Among.TODAY: "Hạn hôm nay",
    Among.WAITING: "Tạm dừng",
}
BUCKETS = {Among.LATE: Bucket.LATE, Among.TODAY: Bucket.TODAY, Among.WAITING: Bucket.PAUSED}


@dataclass(frozen=True)
class Line:
    """One place, person, procedure or channel: its name, where that leads, its figures."""

    name: str
    href: str
    figures: Sequence[Figure]
    rank: str = ""


def offered(look: Look) -> list[Measure]:
    """Give the measures that pages show, in the version of a period."""
    known = (measure_called(code, look.period.last) for code in SHOWN)
    return [one for one in known if one is not None]


def load_of(agencies: Iterable[UUID], loads: Loads) -> Load:
    """Add up what stands open at some agencies."""
    return Loads({one: loads.by_agency[one] for one in agencies if one in loads.by_agency}).whole


def load_figures(load: Load, look: Look, wanted: Iterable[Among] = LOADS, **more: object) -> list[Figure]:
    """Give how much stands open, each amount with its list; `more` narrows the lists."""
    found = []
    for one in wanted:
        amount = load.of(BUCKETS[one]) if one in BUCKETS else load.total
        href = now_address(look, one, **more) if amount else ""
        found.append(Figure(format_number(amount), href, late=one is Among.LATE and amount > 0))
    return found


def now_address(look: Look, among: Among, **more: object) -> str:
    """Give the address of a list of open dossiers; it knows no period."""
    return look.address("standing", ky="", xem="" if among is Among.OPEN else among.value, **more)
