"""What is closed for good: own figures and explanations by the leader, appraisals, the council's points."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponseBase

from motcua.base.clock import today
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reform.scoring import commands
from motcua.reform.scoring.pages.acts_shown import Rights
from motcua.reform.scoring.pages.audiences import APPRAISERS, COUNCIL, LOCKERS
from motcua.reform.scoring.pages.frame import (
    KeyedForm,
    Line,
    Words,
    answered,
    common,
    read_for,
    sent,
    sheet_for,
    shown,
)
from motcua.reform.scoring.pages.saying import MISSING
from motcua.reform.scoring.pages.sheet import headed
from motcua.reform.scoring.pages.sheet_shown import address, standing_bar
from motcua.reform.scoring.queries.sheets import LeafReading, SheetReading
from motcua.reform.scoring.words import LeafSource, ScoringAct, SheetState, VerdictStage


class LockForm(KeyedForm):
    """The words that are signed."""

    words = Words(label="Lời ký", help_text="Lời này được giữ cùng dấu nội dung của bảng điểm.")


class CouncilForm(LockForm):
    """The council signs by its minutes."""

    minutes_number = Line(label="Số biên bản họp hội đồng", max_length=80)
    minutes_on = DateField(label="Ngày họp", latest=today)
    field_order = ("minutes_number", "minutes_on", "words")


@dataclass(frozen=True)
class Closing:
    """One way to close a part of a sheet: its words, its right, its command, what hinders it.

    `seen_by` is the right of those who may look beforehand at what is missing.
    """

    act: ScoringAct
    title: str
    button: str
    lead: str
    words: str
    done: str
    do: Callable[..., object]
    waits: Callable[[SheetReading], list[tuple[LeafReading, str]]]
    form: type[LockForm] = LockForm
    seen_by: ScoringAct | None = None


def _missing(read: SheetReading) -> list[tuple[LeafReading, str]]:
    return [(leaf, ", ".join(MISSING[one].lower() for one in leaf.missing)) for leaf in read.missing]


def _unexplained(read: SheetReading) -> list[tuple[LeafReading, str]]:
    asked = [leaf for leaf in read.leaves.values() if leaf.asked is not None]
    return [(leaf, "chưa giải trình") for leaf in asked if not (leaf.score and leaf.score.reply)]


def _unjudged(read: SheetReading) -> list[tuple[LeafReading, str]]:
    second = read.sheet.state == SheetState.APPRAISAL_2
    stage = VerdictStage.APPRAISAL_2 if second else VerdictStage.APPRAISAL_1
    leaves = [leaf for leaf in read.leaves.values() if leaf.source is LeafSource.DECLARED]
    wanted = [leaf for leaf in leaves if leaf.asked is not None] if second else leaves
    return [(leaf, "chưa thẩm định") for leaf in wanted if stage not in leaf.verdicts]


SELF = Closing(
    ScoringAct.LOCK,
    "Khóa điểm tự chấm",
    "Khóa điểm tự chấm",
    "Khóa rồi thì đơn vị không sửa được điểm, số liệu và tài liệu nữa. Bảng điểm chuyển sang thẩm định.",
    "Tôi đã xem bảng điểm và tài liệu kiểm chứng của đơn vị. Số liệu đúng với tài liệu.",
    "Đã khóa điểm tự chấm. Bảng điểm chờ thẩm định.",
    commands.lock_sheet,
    _missing,
    seen_by=ScoringAct.SCORE,
)
EXPLANATION = Closing(
    ScoringAct.LOCK_EXPLANATION,
    "Khóa giải trình",
    "Khóa giải trình",
    "Khóa rồi thì giải trình và tài liệu bổ sung không sửa được nữa. Thẩm định lần 2 bắt đầu.",
    "Tôi đã xem giải trình và tài liệu bổ sung của đơn vị.",
    "Đã khóa giải trình. Thẩm định lần 2 bắt đầu.",
    commands.lock_explanation,
    _unexplained,
    seen_by=ScoringAct.EXPLAIN,
)
APPRAISAL = Closing(
    ScoringAct.APPRAISE,
    "Chốt thẩm định",
    "Chốt thẩm định",
    "Chốt rồi thì điểm thẩm định lần này không sửa được nữa. Có yêu cầu giải trình thì bảng điểm về đơn vị, "
    "không có thì lên hội đồng.",
    "Đã thẩm định hết các tiêu chí theo tài liệu kiểm chứng.",
    "Đã chốt thẩm định.",
    commands.close_appraisal,
    _unjudged,
)
COUNCILS = Closing(
    ScoringAct.COUNCIL,
    "Chốt điểm hội đồng",
    "Chốt điểm hội đồng",
    "Tiêu chí hội đồng không ghi điểm riêng thì lấy điểm thẩm định. Chốt rồi thì điểm cuối không đổi nữa.",
    "Hội đồng thẩm định thống nhất kết quả chấm điểm của đơn vị.",
    "Đã chốt điểm hội đồng.",
    commands.close_council,
    lambda read: [],
    form=CouncilForm,
)


def _page(request: Request, sheet_id: UUID, closing: Closing) -> HttpResponseBase:
    """Show what will be signed and what is missing, and close it."""
    read = read_for(request, sheet_id)
    rights = Rights(request, read.sheet)
    may = rights.may(closing.act)
    if not may and not (closing.seen_by and rights.may(closing.seen_by)):
        sheet_for(request, sheet_id, closing.act)
    form = closing.form(sent(request), initial={"words": closing.words}) if may else None
    done = form and answered(
        request,
        form,
        lambda: closing.do(sheet_id=sheet_id, **form.said, **common(request, form)),
        done=closing.done,
        to=address(read.sheet),
    )
    waits = [
        (leaf.node.code, leaf.node.name, why, address(read.sheet, leaf=leaf.node.code))
        for leaf, why in closing.waits(read)
    ]
    context: dict[str, Any] = {
        **headed(request, read),
        "closing": closing,
        "waits": waits,
        "has": read.standing[""],
        "bar": standing_bar(read.standing[""]),
        "back": address(read.sheet),
    }
    return done or shown(request, "close.html", context, form)


@page(audience=LOCKERS, writes=True)
def lock(request: Request, sheet_id: UUID) -> HttpResponseBase:
    """Lock the own figures of an agency."""
    return _page(request, sheet_id, SELF)


@page(audience=LOCKERS, writes=True)
def lock_explanation(request: Request, sheet_id: UUID) -> HttpResponseBase:
    """Lock what an agency explains."""
    return _page(request, sheet_id, EXPLANATION)


@page(audience=APPRAISERS, writes=True)
def close_appraisal(request: Request, sheet_id: UUID) -> HttpResponseBase:
    """Close the appraisal under way."""
    return _page(request, sheet_id, APPRAISAL)


@page(audience=COUNCIL, writes=True)
def close_council(request: Request, sheet_id: UUID) -> HttpResponseBase:
    """Close a sheet for the council."""
    return _page(request, sheet_id, COUNCILS)
