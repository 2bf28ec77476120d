"""What administration asks of dossiers: whose dates a calendar moves, what one who leaves still holds."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponseBase
from django.urls import reverse

from motcua.base.clock import local, now, today
from motcua.base.clock.sentences import full_moment, short_date
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.casework.dossiers import commands
from motcua.casework.dossiers.queries.calendar import Moved, held_by, would_move
from motcua.reference.org import commands as org
from motcua.reference.org import queries as places
from motcua.reference.org.models import CalendarDecision
from motcua.reference.org.pages.administration.calendar import decision_or_404
from motcua.reference.org.pages.administration.frame import (
    ADMINISTRATORS,
    KeyedForm,
    Line,
    answered,
    common,
    sent,
    shown,
)
from motcua.reference.org.pages.administration.people import person_or_404
from motcua.reference.org.pages.entrance import room
from motcua.reference.org.words import CalendarState

SHOWN = 200
NONE, CHOSEN = "none", "chosen"


class ChangeForm(KeyedForm):
    """Whether running dossiers go over to the newer calendar, which, and by what right."""

    how = forms.ChoiceField(
        label="Hạn của hồ sơ đang giải quyết",
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn giữ nguyên hay dời hạn của hồ sơ đang giải quyết."},
    )
    legal_basis = Line(label="Căn cứ dời hạn", required=False, help_text="Số văn bản, điều, khoản.")

    follow = {"how": {CHOSEN: ("legal_basis",)}}  # as the base declares it

    def __init__(self, *args: Any, moved: list[Moved], draft: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        how = self.fields["how"]
        assert isinstance(how, forms.ChoiceField)
        keep = [(NONE, "Giữ nguyên hạn; chỉ hồ sơ tiếp nhận từ nay theo lịch mới")] if draft else []
        move = [(CHOSEN, "Dời hạn các hồ sơ được đánh dấu ở trên")] if moved else []
        how.choices = [*keep, *move]
        self.moved = moved

    def clean(self) -> dict[str, Any]:
        """Demand a basis for moving."""
        said = super().clean() or self.cleaned_data
        if said.get("how") == CHOSEN and not said.get("legal_basis"):
            self.add_error("legal_basis", "Nhập căn cứ dời hạn.")
        return said

    def chosen(self, ticked: list[str]) -> list[UUID]:
        """Give the dossiers to move: those ticked, and those beyond what the page could show."""
        if self.cleaned_data["how"] != CHOSEN:
            return []
        first = {one.dossier.pk for one in self.moved[:SHOWN] if str(one.dossier.pk) in ticked}
        return [*first, *(one.dossier.pk for one in self.moved[SHOWN:])]


@page(audience=ADMINISTRATORS, writes=True)
def change(request: Request, calendar_id: UUID) -> HttpResponseBase:
    """Show whose dates a decision about the calendar moves; put it in force, with or without moving them."""
    decision = decision_or_404(calendar_id)
    draft = decision.state == CalendarState.DRAFT
    moved = would_move(decision, now())
    form = ChangeForm(
        sent(request), moved=moved, draft=draft, initial={"legal_basis": places.document_of(decision)}
    )
    done = answered(
        request,
        form,
        lambda: _change(request, form, decision),
        done="Đã ghi. Từng hồ sơ được dời hạn có một dòng trong nhật ký của hồ sơ ấy.",
        to=lambda _: reverse("desk:admin-calendar-decision", args=[decision.pk]),
    )
    ticked = request.POST.getlist("dossier") if form.is_bound else None
    context = {
        "decision": decision,
        "draft": draft,
        "rows": [
            (one, *_dates(one), ticked is None or str(one.dossier.pk) in ticked) for one in moved[:SHOWN]
        ],
        "total": len(moved),
        "beyond": max(0, len(moved) - SHOWN),
        "open": draft or bool(moved),
    }
    return done or shown(request, "dossiers/calendar_change.html", context, form)


class LeaveForm(KeyedForm):
    """The last day of somebody who leaves."""

    last_day = DateField(label="Ngày làm việc cuối cùng", help_text="Ghi xong thì không đăng nhập được nữa.")


@page(audience=ADMINISTRATORS, writes=True)
def leave(request: Request, staff_id: UUID) -> HttpResponseBase:
    """Let somebody leave; what they still hold is listed with whoever can give it to another."""
    person = person_or_404(staff_id)
    form = LeaveForm(sent(request))
    done = answered(
        request,
        form,
        lambda: org.leave(staff_id=person.pk, **form.said, **common(request, form)),
        done="Đã ghi thôi việc. Người ấy không vào được nữa.",
        to=lambda _: reverse("desk:admin-person-leave", args=[person.pk]),
    )
    context = {"person": person, "held": held_by(person.pk, today())}
    return done or shown(request, "dossiers/leave.html", context, form)


def _change(request: Request, form: ChangeForm, decision: CalendarDecision) -> object:
    return commands.change_calendar(
        decision_id=decision.pk,
        dossier_ids=form.chosen(request.POST.getlist("dossier")),
        legal_basis=form.cleaned_data["legal_basis"],
        **common(request, form),
    )


def _dates(one: Moved) -> tuple[str, str]:
    """Say the date now and the date after; with the hour where the hour decides."""
    if one.paused:
        return "Đang tạm dừng", "Tính lại khi tiếp tục"
    by_hour = one.dossier.due_by_instant
    return _date(one.old_due_at, by_hour=by_hour), _date(one.new_due_at, by_hour=by_hour)


def _date(at: datetime | None, *, by_hour: bool) -> str:
    if at is None:
        return "Không có hạn cố định"
    return full_moment(at) if by_hour else short_date(local(at).date())


CHANGES = [
    room("quan-tri/lich/<uuid:calendar_id>/hieu-luc/", change, "admin-calendar-change"),
    room("quan-tri/nguoi/<uuid:staff_id>/thoi-viec/", leave, "admin-person-leave"),
]
