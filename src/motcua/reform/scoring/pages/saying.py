"""How the pages of scoring say points, states, rounds and days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from uuid import UUID

from django.urls import reverse

from motcua.base.clock.sentences import period_words, short_date
from motcua.base.money.writing import format_number
from motcua.base.text import NBSP
from motcua.reference.org import queries as org
from motcua.reform.scoring.models import ScoringRound, Sheet
from motcua.reform.scoring.queries.rounds import deadlines_of
from motcua.reform.scoring.rules.wording import figure
from motcua.reform.scoring.words import (
    HistoryBreak,
    LeafChange,
    LeafSource,
    LockKind,
    Missing,
    RoundKind,
    SetLevel,
    SheetState,
    VerdictStage,
)

STATES: Mapping[SheetState, tuple[str, str, str]] = MappingProxyType(
    {
        SheetState.NOT_OPEN: ("Chưa mở", "mute", "minus"),
        SheetState.SELF_SCORING: ("Đang tự chấm", "action", "pencil"),
        SheetState.LOCKED: ("Đã khóa, chờ thẩm định", "action", "lock"),
        SheetState.APPRAISAL_1: ("Thẩm định lần 1", "action", "clipboard-check"),
        SheetState.EXPLANATION: ("Chờ đơn vị giải trình", "warn", "message-square"),
        SheetState.APPRAISAL_2: ("Thẩm định lần 2", "action", "clipboard-check"),
        SheetState.COUNCIL: ("Hội đồng thẩm định", "action", "users"),
        SheetState.APPROVED: ("Đã phê duyệt", "good", "circle-check"),
        SheetState.PUBLISHED: ("Đã công bố", "good", "check-check"),
    }
)
SOURCES: Mapping[LeafSource, tuple[str, str, str]] = MappingProxyType(
    {
        LeafSource.COMPUTED: ("Hệ thống tính", "action", "calculator"),
        LeafSource.DECLARED: ("Đơn vị chấm", "mute", "pencil"),
        LeafSource.SURVEYED: ("Khảo sát", "mute", "users"),
    }
)
DEADLINES: Mapping[SheetState, str] = MappingProxyType(
    {
        SheetState.SELF_SCORING: "Hạn khóa điểm",
        SheetState.LOCKED: "Hạn bắt đầu thẩm định",
        SheetState.APPRAISAL_1: "Hạn thẩm định lần 1",
        SheetState.EXPLANATION: "Hạn giải trình",
        SheetState.APPRAISAL_2: "Hạn thẩm định lần 2",
        SheetState.COUNCIL: "Hạn hội đồng thẩm định",
        SheetState.APPROVED: "Hạn công bố",
    }
)
LEVELS: Mapping[str, str] = MappingProxyType(
    {
        SetLevel.PROVINCE: "Cấp tỉnh",
        SetLevel.DEPARTMENT: "Sở, ban, ngành",
        SetLevel.COMMUNE: "Xã, phường",
        SetLevel.DISTRICT: "Huyện, thành phố",
    }
)
STAGES: Mapping[VerdictStage, str] = MappingProxyType(
    {
        VerdictStage.APPRAISAL_1: "Thẩm định lần 1",
        VerdictStage.APPRAISAL_2: "Thẩm định lần 2",
        VerdictStage.COUNCIL: "Hội đồng",
    }
)
LOCKS: Mapping[str, str] = MappingProxyType(
    {
        LockKind.SELF: "Đơn vị khóa điểm tự chấm",
        LockKind.APPRAISAL_1: "Chốt thẩm định lần 1",
        LockKind.EXPLANATION: "Đơn vị khóa giải trình",
        LockKind.APPRAISAL_2: "Chốt thẩm định lần 2",
        LockKind.COUNCIL: "Hội đồng chốt điểm",
    }
)
MISSING: Mapping[Missing, str] = MappingProxyType(
    {Missing.VALUE: "Chưa chấm", Missing.EVIDENCE: "Chưa có tài liệu"}
)
CHANGES: Mapping[LeafChange, str] = MappingProxyType(
    {
        LeafChange.KEPT: "Giữ nguyên",
        LeafChange.NEW_MAX: "Đổi điểm tối đa",
        LeafChange.NEW_RULE: "Đổi cách chấm",
        LeafChange.ADDED: "Tiêu chí mới",
        LeafChange.GONE: "Tiêu chí không còn",
    }
)
BREAKS: Mapping[HistoryBreak, str] = MappingProxyType(
    {
        HistoryBreak.REORGANISED: "đơn vị được sắp xếp lại",
        HistoryBreak.NEW_CRITERIA: "bộ tiêu chí khác",
        HistoryBreak.YEARS_MISSING: "không có kết quả của năm ở giữa",
    }
)


def points(value: Decimal | None) -> str:
    """Return points with two places (`13,50`), `chưa có` for none."""
    return "chưa có" if value is None else format_number(value, 2)


def short(value: Decimal) -> str:
    """Return a maximum with no more places than it needs."""
    return figure(value)


def percent(value: Decimal | None) -> str:
    """Return an index with two places (`86,57 %`), `chưa có` for none."""
    return "chưa có" if value is None else f"{format_number(value, 2)}{NBSP}%"


def round_name(round_: ScoringRound) -> str:
    """Return what a round scores: `tháng 11/2026`, `năm 2026`."""
    return period_words(round_.period)


def sheet_title(sheet: Sheet, *, own: bool) -> str:
    """Return the name of a sheet, with its agency for everybody else."""
    what = "Tự chấm chỉ số cải cách hành chính" if own else f"Chỉ số cải cách hành chính, {sheet.agency.name}"
    return f"{what}, {round_name(sheet.round)}"


def is_month(round_: ScoringRound) -> bool:
    """Tell whether a round is a provisional month."""
    return round_.kind == RoundKind.MONTH


def working_days_to(day: date, on: date, agency_id: UUID) -> int:
    """Count the working days after a day up to another, that one included."""
    calendar = org.calendar_for(agency_id)
    days = (on + timedelta(days=one) for one in range(1, (day - on).days + 1))
    return sum(1 for one in days if calendar.is_working(one))


def left(day: date, on: date, agency_id: UUID) -> tuple[str, str]:
    """Give how long remains to a day, as the component of due times tells it: its kind and its words."""
    if day < on:
        late = working_days_to(on, day, agency_id)
        return "late", f"Quá hạn {late} ngày làm việc"
    if day == on:
        return "today", "Hạn hôm nay"
    days = working_days_to(day, on, agency_id)
    return ("soon" if days <= 1 else "far"), f"Còn {days} ngày làm việc"


def on_day(day: date) -> str:
    """Return `hạn 30/11/2026`."""
    return f"hạn {short_date(day)}"


def counted_from(round_: ScoringRound) -> date:
    """Give the day from which measures are counted: the first of the year."""
    return date(round_.last.year, 1, 1)


@dataclass(frozen=True)
class SheetLine:
    """A sheet in a list."""

    sheet: Sheet
    href: str
    period: str
    state: tuple[str, str, str]
    due: tuple[str, str] | None
    due_on: str


def sheet_line(sheet: Sheet, on: date) -> SheetLine:
    """Give a sheet for a list, with what remains of the time of its state."""
    state = SheetState(sheet.state)
    day = deadlines_of(sheet.round).get(state)
    return SheetLine(
        sheet,
        reverse("desk:score-sheet", args=[sheet.pk]),
        round_name(sheet.round),
        STATES[state],
        left(day, on, sheet.agency_id) if day else None,
        on_day(day) if day else "",
    )
