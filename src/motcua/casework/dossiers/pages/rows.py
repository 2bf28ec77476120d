"""How rows of dossiers stand in lists: heads, time left, and the next act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from motcua.base.access import Actor
from motcua.casework.dossiers.pages import told
from motcua.casework.dossiers.queries import Bucket, WorkRow
from motcua.casework.dossiers.words import Move, State
from motcua.reference.org.words import Role

HEADS = {
    Bucket.LATE: "Quá hạn",
    Bucket.TODAY: "Hạn hôm nay",
    Bucket.SOON: "Trong 2 ngày làm việc tới",
    Bucket.LATER: "Sau đó",
    Bucket.NEW: "Mới nộp, chờ tiếp nhận",
    Bucket.DONE: "Đã có kết quả, chờ trả",
    Bucket.OPEN: "Không có hạn cố định",
    Bucket.PAUSED: "Tạm dừng, chờ bổ sung",
}


@dataclass(frozen=True)
class Next:
    """The next act: a link, or who is waited for."""

    words: str
    href: str = ""


@dataclass(frozen=True)
class Row:
    """One row as the list shows it; `due` and `state` are marks that stand drawn."""

    row: WorkRow
    href: str
    due: SafeString
    since: str
    next: Next | None
    state: SafeString


@dataclass(frozen=True)
class Heading:
    """Rows under one head."""

    title: str
    late: bool
    rows: list[Row]


NEXT = {
    Move.TRANSFER: (
        "Chuyển về nơi có thẩm quyền",
        "desk:transfer",
        Role.RECEPTION_OFFICER,
        "Chờ quầy tiếp nhận chuyển",
    ),
    Move.TAKE_TRANSFER: (
        "Nhận hồ sơ chuyển đến",
        "desk:take-transfer",
        Role.RECEPTION_OFFICER,
        "Chờ quầy có thẩm quyền nhận",
    ),
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


def headings(rows: Iterable[WorkRow], actor: Actor, at: datetime) -> list[Heading]:
    """Put rows under their heads, in the order in which people work them off."""
    under: dict[Bucket, list[Row]] = {}
    for row in rows:
        under.setdefault(row.bucket, []).append(as_row(row, actor, at))
    return [Heading(HEADS[one], one is Bucket.LATE, under[one]) for one in Bucket if one in under]


def as_row(row: WorkRow, actor: Actor, at: datetime) -> Row:
    """Give a row as lists show it."""
    next_ = _next(row, actor)
    return Row(
        row,
        _address("desk:dossier", row.id),
        _due(told.due_told(row.left)),
        told.moment(row.since, at),
        next_,
        _NO_MARK if next_ else _state(row.state),
    )


_NO_MARK = SafeString()


# A list draws the same few marks again and again; a mark hangs on nothing but its words.
@lru_cache(maxsize=4096)
def _due(due: told.Due) -> SafeString:
    return render_to_string("dossiers/parts/row_due.html", {"due": due})


@lru_cache(maxsize=32)
def _state(state: State) -> SafeString:
    return render_to_string("dossiers/parts/row_state.html", {"state": state})


def _next(row: WorkRow, actor: Actor) -> Next | None:
    if row.next_move is None:
        return None
    words, name, role, waiting = NEXT[row.next_move]
    return Next(words, _address(name, row.id)) if actor.has(role) else Next(waiting)


def _address(name: str, dossier_id: UUID) -> str:
    before, after = _around(name)
    return f"{before}{dossier_id}{after}"


@lru_cache(maxsize=64)
def _around(name: str) -> tuple[str, str]:
    """Give an address without the id in it: looking it up anew for every row costs more than the row."""
    nobody = UUID(int=0)
    before, _, after = reverse(name, args=[nobody]).partition(str(nobody))
    return before, after
