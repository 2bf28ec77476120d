"""How rows of dossiers stand in lists: heads, time left, and the next act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString

from motcua.base.access import Actor
from motcua.casework.dossiers.pages import told
from motcua.casework.dossiers.pages.drawing import due_mark, filled, state_mark
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
    Bucket.PAUSED: "Tạm dừng",
}


@dataclass(frozen=True)
class Heading:
    """Rows under one head, drawn."""

    title: str
    late: bool
    rows: list[SafeString]


# Where a dossier stands before its first step and after its last.
BESIDE_STEPS = {
    State.SUBMITTED: "Tiếp nhận",
    State.SUPPLEMENT_REQUESTED: "Tiếp nhận",
    State.RESOLVED: "Trả kết quả",
}
ENDED = "Đã kết thúc"
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


def headings(rows: Iterable[WorkRow], actor: Actor, at: datetime, *, acts: bool, unit: bool) -> list[Heading]:
    """Put rows under their heads, in the order in which people work them off."""
    under: dict[Bucket, list[SafeString]] = {}
    for row in rows:
        under.setdefault(row.bucket, []).append(as_row(row, actor, at, acts=acts, unit=unit))
    return [Heading(HEADS[one], one is Bucket.LATE, under[one]) for one in Bucket if one in under]


def as_row(row: WorkRow, actor: Actor, at: datetime, *, acts: bool = False, unit: bool = False) -> SafeString:
    """Give a row as lists show it: with a box to tick for `acts`, with who holds it for a `unit`."""
    words, href = _next(row, actor)
    cells = {
        "id": str(row.id),
        "code": row.code,
        "href": _address("desk:dossier", row.id),
        "due": due_mark(told.due_told(row.left)),
        "title": row.title,
        "applicant": row.applicant,
        "commune": row.commune,
        "step": row.step or BESIDE_STEPS.get(row.state, ENDED),
        "since": told.moment(row.since, at),
        "holder": row.holder,
        "next": words,
        "next_href": href,
        "state": "" if words else state_mark(row.state),
    }
    return filled(cells, acts=acts, unit=unit)


def _next(row: WorkRow, actor: Actor) -> tuple[str, str]:
    """Give the words and the address of the next act; without an address, who is waited for."""
    if row.extending and actor.has(Role.AGENCY_LEADER):
        return "Quyết định gia hạn", _address("desk:extend", row.id)
    if row.next_move is None:
        return "", ""
    words, name, role, waiting = NEXT[row.next_move]
    return (words, _address(name, row.id)) if actor.has(role) else (waiting, "")


def _address(name: str, dossier_id: UUID) -> str:
    before, after = _around(name)
    return f"{before}{dossier_id}{after}"


@lru_cache(maxsize=64)
def _around(name: str) -> tuple[str, str]:
    """Give an address without the id in it: looking it up anew for every row costs more than the row."""
    nobody = UUID(int=0)
    before, _, after = reverse(name, args=[nobody]).partition(str(nobody))
    return before, after
