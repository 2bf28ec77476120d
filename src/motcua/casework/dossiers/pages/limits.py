"""A new value of a legal limit: whose moments it would move is seen first, then it is set."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.base.clock import local
from motcua.base.clock.sentences import full_moment, short_date
from motcua.base.database.ids import uuid7
from motcua.base.rooms import Refusal
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.queries.limits import Limit, Shifted, moves_dossiers, would_shift
from motcua.casework.dossiers.words import Why
from motcua.reference.org.pages.administration.frame import ADMINISTRATORS, answered, common, shown
from motcua.reference.org.pages.administration.regulations import ValueForm, first_of, limit_or_404, said
from motcua.reference.org.pages.entrance import room
from motcua.reference.org.sentences import regulation_name

SHOWN = 200
DONE = "Đã đặt giá trị mới. Giá trị trước hết hiệu lực vào ngày liền trước."
DONE_MOVING = "Đã đặt giá trị mới. {} hồ sơ được dời, mỗi hồ sơ có một dòng trong nhật ký của nó."


@dataclass(frozen=True)
class Preview:
    """What a value would do; `mark` stands for the dossiers that were seen."""

    moved: list[Shifted]
    mark: str


@page(audience=ADMINISTRATORS, writes=True)
def change(request: Request, regulation_code: str) -> HttpResponseBase:
    """Ask for a value, show by GET what it would move, and set it when that was seen."""
    limit = limit_or_404(regulation_code)
    form = ValueForm(_given(request), code=regulation_code, initial=first_of(limit.now))
    preview = _preview(regulation_code, form)
    done = _set(request, regulation_code, form, preview) if preview and request.method == "POST" else None
    context = {
        "name": regulation_name(regulation_code),
        "code": regulation_code,
        "now": said(limit.now),
        "limit": limit,
        "preview": preview,
        "by_its_day": not moves_dossiers(regulation_code),
        "rows": [_row(one) for one in preview.moved[:SHOWN]] if preview else [],
        "beyond": max(0, len(preview.moved) - SHOWN) if preview else 0,
        "given": _hidden(request, form) if preview else [],
    }
    return done or shown(request, "dossiers/limit_change.html", context, form)


def _given(request: Request) -> Any:
    if request.method == "POST":
        return request.POST
    return request.GET if "value" in request.GET else None


def _preview(code: str, form: ValueForm) -> Preview | None:
    if not form.is_bound or not form.is_valid():
        return None
    said = form.cleaned_data
    moved = would_shift(code, Limit(said["value"], said["unit"]), said["valid_from"])
    ids = " ".join(sorted(str(one.dossier.pk) for one in moved))
    return Preview(moved, hashlib.sha256(ids.encode()).hexdigest()[:16])


def _set(request: Request, code: str, form: ValueForm, preview: Preview) -> HttpResponseBase | None:
    if request.POST.get("seen") != preview.mark:
        form.add_error(None, refusal_sentence(Refusal(Why.OTHERS_WOULD_MOVE)))
        return None
    ids = [one.dossier.pk for one in preview.moved]
    return answered(
        request,
        form,
        lambda: commands.change_limit(code=code, dossier_ids=ids, **form.said, **common(request, form)),
        done=DONE_MOVING.format(len(ids)) if ids else DONE,
        to=lambda _: reverse("desk:admin-regulation", args=[code]),
    )


def _hidden(request: Request, form: ValueForm) -> list[tuple[str, str]]:
    """Give what was asked for, to be sent along when it is wanted; with a fresh retry key."""
    given = _given(request)
    names = (
        "value",
        "unit",
        "legal_basis",
        "certainty",
        *(f"valid_from_{part}" for part in ("day", "month", "year")),
    )
    return [*((name, given.get(name, "")) for name in names), ("key", uuid7().hex)]


def _row(one: Shifted) -> tuple[Shifted, str, str]:
    return one, _moment(one.old, by_instant=one.by_instant), _moment(one.new, by_instant=one.by_instant)


def _moment(at: datetime | None, *, by_instant: bool) -> str:
    if at is None:
        return "Chưa có quy định"
    return full_moment(at) if by_instant else short_date(local(at).date())


LIMITS = [room("quan-tri/tham-so/<str:regulation_code>/dat/", change, "admin-regulation-change")]
