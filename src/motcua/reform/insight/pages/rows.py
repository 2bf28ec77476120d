"""Dossiers behind a figure as a page and a workbook list them: with nobody's name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.safestring import SafeString

from motcua.base.access import Actor
from motcua.base.clock import local, now
from motcua.base.print.workbook import Cell, Column, Sheet, workbook
from motcua.base.web.page import Request
from motcua.casework.dossiers.pages.drawing import due_mark
from motcua.casework.dossiers.pages.rows import BESIDE_STEPS, ENDED
from motcua.casework.dossiers.pages.told import due_of
from motcua.casework.dossiers.queries.listed import ListedDossier, listed
from motcua.casework.dossiers.queries.standing import times_left
from motcua.casework.dossiers.sentences.names import LATENESS_REASONS, STATES
from motcua.casework.dossiers.words import LatenessReason
from motcua.reference.org import queries as org
from motcua.reference.org.words import Role

PAGE = 50
NO_REASON = "chưa ghi lý do"
COLUMNS = (
    Column("Mã hồ sơ", 24),
    Column("Thủ tục", 50),
    Column("Mã thủ tục", 14),
    Column("Cơ quan", 36),
    Column("Trạng thái", 24),
    Column("Bước", 28),
    Column("Người giữ", 24),
    Column("Ngày nhận"),
    Column("Hẹn trả"),
    Column("Ngày có kết quả", 16),
    Column("Lý do trễ", 36),
)


@dataclass(frozen=True)
class Row:
    """One dossier of a list; without `href` it is not theirs to open. `why` says what a forecast found."""

    code: str
    href: str
    procedure: str
    agency: str
    step: str
    holder: str
    due: SafeString
    reason: str
    why: str = ""


def page_of(request: Request, ids: Sequence[UUID], why: Mapping[UUID, str] | None = None) -> dict[str, Any]:
    """Give one page of some dossiers, the earliest due first, as the template of lists shows it."""
    page: Page[int] = Paginator(range(len(ids)), PAGE).get_page(request.GET.get("trang"))
    first = (page.number - 1) * PAGE
    found = listed(ids, first=first, most=PAGE)
    rows = _rows(found, request.actor, now(), why or {})
    return {"page": page, "rows": rows, "forecast": why is not None}


def rows_of(ids: Sequence[UUID], actor: Actor, why: Mapping[UUID, str]) -> list[Row]:
    """Give some dossiers in the order in which they are given."""
    found = {one.id: one for one in listed(ids)} if ids else {}
    return _rows([found[one] for one in ids], actor, now(), why)


def _rows(found: Sequence[ListedDossier], actor: Actor, at: datetime, why: Mapping[UUID, str]) -> list[Row]:
    left = times_left([one.id for one in found], at)
    own = (
        org.with_those_below(actor.agency) if actor.agency and actor.has(Role.AGENCY_LEADER) else frozenset()
    )
    return [
        Row(
            one.code,
            reverse("desk:dossier", args=[one.id]) if one.agency_id in own else "",
            one.procedure,
            one.agency,
            step_of(one),
            one.holder,
            due_mark(due_of(one.state, left[one.id])),
            _reason(one, at),
            why.get(one.id, ""),
        )
        for one in found
    ]


def step_of(one: ListedDossier) -> str:
    """Give where a dossier stands."""
    return one.step or BESIDE_STEPS.get(one.state, ENDED)


def _reason(one: ListedDossier, at: datetime) -> str:
    if one.late_reason:
        return LATENESS_REASONS[LatenessReason(one.late_reason)]
    return NO_REASON if _is_late(one, at) else ""


def _is_late(one: ListedDossier, at: datetime) -> bool:
    if one.due_at is None or one.paused:
        return False
    until = one.resolved_at or at
    return until > one.due_at if one.due_by_instant else local(until).date() > local(one.due_at).date()


def as_workbook(name: str, above: Sequence[str], ids: Sequence[UUID]) -> bytes:
    """Give all of some dossiers as a workbook."""
    rows = [_cells(one) for one in listed(ids)]
    return workbook([Sheet(name, COLUMNS, rows, above=above)])


def _cells(one: ListedDossier) -> list[Cell]:
    return [
        one.code,
        one.procedure,
        one.procedure_code,
        one.agency,
        STATES[one.state],
        step_of(one),
        one.holder,
        _day(one.accepted_at),
        _day(one.due_at),
        _day(one.resolved_at),
        LATENESS_REASONS[LatenessReason(one.late_reason)] if one.late_reason else "",
    ]


def _day(at: datetime | None) -> date | None:
    return local(at).date() if at else None
