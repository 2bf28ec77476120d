"""Report 06 as people read it: every number leads to the dossiers that it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.base.clock import local
from motcua.base.clock.sentences import short_date
from motcua.casework.dossiers.sentences.names import LATENESS_REASONS
from motcua.casework.dossiers.words import LatenessReason
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.org import queries as org
from motcua.reform.insight.pages.links import behind
from motcua.reform.insight.pages.report.asked import Asked
from motcua.reform.insight.queries.frozen import LateRow
from motcua.reform.insight.queries.report import Line, Report
from motcua.reform.insight.words import By

NO_REASON = "chưa ghi lý do"
NOT_DONE = "chưa xong"
# Each column: its name on a line, its words, the measure whose dossiers it counts.
COLUMNS = (
    ("total", "Tổng số", ""),
    ("carried_over", "Kỳ trước chuyển qua", "dossiers.carried_over"),
    ("online", "Trực tuyến", "dossiers.accepted"),
    ("other", "Trực tiếp, bưu chính", "dossiers.accepted"),
    ("resolved", "Đã giải quyết", "dossiers.resolved"),
    ("early", "Trước hạn", "dossiers.early"),
    ("on_time", "Đúng hạn", "dossiers.on_time"),
    ("late", "Quá hạn", "dossiers.late"),
    ("no_limit", "Không có hạn", "dossiers.no_limit"),
    ("ended_otherwise", "Dừng, rút", "dossiers.ended_otherwise"),
    ("open", "Đang giải quyết", "dossiers.open"),
    ("open_within", "Còn hạn", "dossiers.open_within"),
    ("open_late", "Quá hạn", "dossiers.open_late"),
    ("waiting", "Chờ bổ sung", "dossiers.waiting"),
    ("returned", "Đã trả", "dossiers.returned"),
)
CHANNELS = {"online": "online", "other": "offline"}
RED = ("late", "open_late")


@dataclass(frozen=True)
class Number:
    """One number of the report, where its dossiers are listed, and whether it is bad news."""

    words: str
    amount: int
    href: str
    late: bool = False


def numbers(line: Line, asked: Asked) -> list[Number]:
    """Give the numbers of a line in the order of the columns; the sum of two kinds leads nowhere."""
    return [_number(line, asked, *column) for column in COLUMNS]


def _number(line: Line, asked: Asked, name: str, words: str, measure: str) -> Number:
    amount = int(getattr(line, name))
    by_agency = asked.by is By.AGENCY
    href = behind(
        measure,
        asked.period,
        agency=(line.key if by_agency else "") or asked.agency,
        alone=by_agency and bool(line.key),
        field="" if by_agency else line.key,
        channel=CHANNELS.get(name, ""),
    )
    return Number(words, amount, href if measure and amount else "", name in RED and amount > 0)


def named(made: Report, by: By) -> list[tuple[str, Line]]:
    """Give the lines with their names: agencies in their order, fields by name."""
    if by is By.FIELD:
        return [(line.key, line) for line in made.lines]
    lines = {UUID(line.key): line for line in made.lines}
    return [(name, lines[key]) for key, name in org.names_of_agencies(lines).items()]


def late_lines(rows: Sequence[LateRow]) -> list[Mapping[str, str]]:
    """Give the late list in words."""
    agencies = org.names_of_agencies({UUID(row.agency) for row in rows})
    titles = catalogue.titles_by_code({row.procedure for row in rows})
    return [
        {
            "id": row.dossier,
            "code": row.code,
            "agency": agencies[UUID(row.agency)],
            "procedure": titles.get(row.procedure, row.procedure),
            "accepted": _day(row.accepted),
            "due": _day(row.due),
            "ended": _day(row.ended) or NOT_DONE,
            "reason": LATENESS_REASONS[LatenessReason(row.reason)] if row.reason else NO_REASON,
        }
        for row in rows
    ]


def _day(moment: str) -> str:
    return short_date(local(datetime.fromisoformat(moment)).date()) if moment else ""
