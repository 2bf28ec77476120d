"""An official's one list, and the search within their rights."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.access import Actor
from motcua.base.access.audience import STAFF
from motcua.base.clock import now
from motcua.base.text import clean
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.pages import told
from motcua.casework.dossiers.pages.audiences import AT_WORK
from motcua.casework.dossiers.pages.opening import shown
from motcua.casework.dossiers.queries import Group, View, WorkRow
from motcua.casework.dossiers.words import Move, State
from motcua.reference.org.words import Role

VIEWS = {
    View.ALL: "Tất cả",
    View.LATE: "Quá hạn",
    View.TODAY: "Hạn hôm nay",
    View.WAITING: "Chờ người dân",
    View.FRESH: "Mới nộp",
}
EMPTY = {
    View.ALL: "Chưa có hồ sơ nào chờ bạn. Hồ sơ đến lượt bạn sẽ hiện ở đây, gần hạn nhất xếp trước.",
    View.LATE: "Không có hồ sơ nào quá hạn.",
    View.TODAY: "Không có hồ sơ nào đến hạn hôm nay.",
    View.WAITING: "Không có hồ sơ nào đang chờ người dân bổ sung.",
    View.FRESH: "Không có hồ sơ mới nộp.",
}
HEADS = {
    Group.LATE: "Quá hạn",
    Group.TODAY: "Hạn hôm nay",
    Group.SOON: "Còn 1 ngày làm việc trở xuống",
    Group.LATER: "Sau đó",
}
WITHOUT_CLOCK = {State.SUBMITTED: "Mới nộp, chờ tiếp nhận", State.RESOLVED: "Đã có kết quả, chờ trả"}
PAUSED = "Tạm dừng, chờ bổ sung"
ORDER = (*HEADS.values(), *WITHOUT_CLOCK.values(), PAUSED)


@dataclass(frozen=True)
class Next:
    """The next act: a link, or who is waited for."""

    words: str
    href: str = ""


@dataclass(frozen=True)
class Row:
    """One row as the list shows it."""

    row: WorkRow
    href: str
    due: told.Due
    since: str
    next: Next | None


@dataclass(frozen=True)
class Heading:
    """Rows under one head."""

    title: str
    late: bool
    rows: list[Row]


NEXT = {
    Move.FORWARD: ("Chuyển xử lý", "desk:forward", Role.RECEPTION_OFFICER, "Chờ một cửa chuyển"),
    Move.HAND_OVER_RESULT: ("Trả kết quả", "desk:hand-over", Role.RECEPTION_OFFICER, "Chờ một cửa trả"),
    Move.ACCEPT: ("Kiểm tra giấy tờ", "desk:dossier", Role.RECEPTION_OFFICER, "Chờ một cửa tiếp nhận"),
    Move.DRAFT_RESULT: ("Thẩm định, soạn kết quả", "desk:dossier", Role.CASE_OFFICER, "Chờ thẩm định"),
    Move.ADVANCE_STEP: ("Xem, chuyển bước", "desk:forward", Role.UNIT_HEAD, "Chờ chuyển bước"),
    Move.APPROVE_RESULT: ("Duyệt, ký kết quả", "desk:approve", Role.AGENCY_LEADER, "Chờ lãnh đạo ký"),
    Move.ISSUE_RESULT: ("Vào số, phát hành", "desk:issue", Role.RECORDS_CLERK, "Chờ văn thư"),
    Move.APPROVE_SUPPLEMENT: (
        "Duyệt yêu cầu bổ sung",
        "desk:decide-supplement",
        Role.AGENCY_LEADER,
        "Chờ lãnh đạo duyệt bổ sung",
    ),
    Move.REQUEST_SUPPLEMENT: (
        "Gửi yêu cầu bổ sung",
        "desk:send-supplement",
        Role.RECEPTION_OFFICER,
        "Chờ một cửa gửi yêu cầu",
    ),
    Move.SUPPLEMENT_COMPLETE: (
        "Kiểm tra giấy tờ bổ sung",
        "desk:receive-supplement",
        Role.RECEPTION_OFFICER,
        "Chờ một cửa kiểm tra bổ sung",
    ),
}


@page(audience=STAFF)
def work(request: Request) -> HttpResponse:
    """Show what waits for an official now, nearest legal time first."""
    asked, at = request.GET, now()
    view = View(asked["xem"]) if asked.get("xem") in set(View) else View.ALL
    search, field = clean(asked.get("q", "")), clean(asked.get("linh-vuc", ""))
    listed = queries.work_list(
        request.actor, at=at, view=view, search=search, field=field, page=number(asked.get("trang"))
    )
    context = {
        "headings": headings(listed.rows, request.actor, at),
        "views": [(one, VIEWS[one], listed.counts[one], _address(one), one is view) for one in View],
        "view": view,
        "empty": EMPTY[view],
        "filtered": bool(search or field),
        "all_in_view": listed.counts[view],
        "clear": _address(view),
        "fields": queries.fields_of(request.actor),
        "field": field,
        "search": search,
        "total": listed.total,
        "page": paged(listed.total, listed.page, queries.PAGE),
    }
    return shown(request, "work.html", context)


@page(audience=AT_WORK)
def search(request: Request) -> HttpResponse:
    """Find dossiers by code, name or procedure, among those that the official may see."""
    words = clean(request.GET.get("q", ""))
    found = queries.find(request.actor, words, at=now(), page=number(request.GET.get("trang")))
    rows = [as_row(one, request.actor, now()) for one in found.rows]
    context = {
        "words": words,
        "rows": rows,
        "total": found.total,
        "page": paged(found.total, found.page, queries.PAGE),
    }
    return shown(request, "search.html", context)


def headings(rows: list[WorkRow], actor: Actor, at: datetime) -> list[Heading]:
    """Put rows under their heads, in the order in which people work them off."""
    under: dict[str, list[Row]] = {}
    for row in rows:
        head = HEADS.get(row.group) or WITHOUT_CLOCK.get(row.state, PAUSED)
        under.setdefault(head, []).append(as_row(row, actor, at))
    return [Heading(title, title == HEADS[Group.LATE], under[title]) for title in ORDER if title in under]


def as_row(row: WorkRow, actor: Actor, at: datetime) -> Row:
    """Give a row as lists show it."""
    return Row(
        row,
        reverse("desk:dossier", args=[row.id]),
        told.due_told(row.left),
        told.moment(row.since, at),
        _next(row, actor),
    )


def number(text: str | None) -> int:
    """Read the number of a page; whatever is none is the first."""
    return int(text) if text and text.isascii() and text.isdigit() and int(text[:6]) else 1


def paged(total: int, current: int, size: int) -> Page[int]:
    """Give the pages of a list that was cut already."""
    return Paginator(range(total), size).get_page(current)


def _address(view: View) -> str:
    query = "" if view is View.ALL else f"?{urlencode({'xem': view})}"
    return f"{reverse('desk:work')}{query}"


def _next(row: WorkRow, actor: Actor) -> Next | None:
    if row.next_move is None:
        return None
    words, name, role, waiting = NEXT[row.next_move]
    return Next(words, reverse(name, args=[row.id])) if actor.has(role) else Next(waiting)
