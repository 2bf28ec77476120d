"""The working calendar: a year seen, decisions drafted line by line."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.clock.sentences import WEEKDAYS, full_date
from motcua.base.ui.forms import DateField, Option
from motcua.base.web.page import Request, page
from motcua.reference.org import commands, queries
from motcua.reference.org.models import Agency, CalendarDay, CalendarDecision
from motcua.reference.org.pages.administration.frame import (
    ADMINISTRATORS,
    Act,
    KeyedForm,
    Line,
    acted,
    answered,
    common,
    sent,
    shown,
)
from motcua.reference.org.pages.administration.year import hours_of, months_of
from motcua.reference.org.rules import read_shifts, say_shifts, shifts_of
from motcua.reference.org.sentences import DAY_KINDS
from motcua.reference.org.words import CalendarState

FIRST_YEAR, LAST_YEAR = 2015, 2060
HOURS_WRONG = "Nhập giờ như 07:30–11:30, 13:30–17:30."
EVERYBODY, ALL = "all", "Cả tỉnh"


class DecisionForm(KeyedForm):
    """A decision to draft: about whom, by which document."""

    agency_id = forms.ChoiceField(label="Áp dụng cho")
    title = Line(label="Tên gọi", max_length=160, help_text="Ví dụ: Nghỉ bù ngày Văn hoá Việt Nam 2026.")
    document = Line(label="Văn bản làm căn cứ", max_length=160, help_text="Ví dụ: Quyết định 12/QĐ-UBND.")
    document_on = DateField(label="Ngày văn bản", latest=today)
    final_year = forms.IntegerField(
        label="Chốt lịch nghỉ cả năm",
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        help_text="Chỉ ghi khi văn bản là lịch nghỉ chính thức của cả năm ấy cho cả tỉnh.",
    )
    note = Line(label="Ghi chú", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency_id"].choices = [(EVERYBODY, ALL), *_agencies()]  # type: ignore[attr-defined]  # ChoiceField

    def clean_agency_id(self) -> UUID | None:
        """Give the agency, None for everybody."""
        chosen = self.cleaned_data["agency_id"]
        return None if chosen == EVERYBODY else UUID(chosen)


class Hours(forms.CharField):
    """Working hours of a day, as people write them; empty is none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 100, "required": False, **kwargs})

    def clean(self, value: Any) -> Any:
        """Return the shifts."""
        said = super().clean(value)
        found = read_shifts(said) if said else ()
        if found is None:
            raise forms.ValidationError(HOURS_WRONG)
        return found


class DayForm(KeyedForm):
    """How a day, or some days in a row, differ."""

    day = DateField(label="Ngày", earliest=date(2000, 1, 1))
    until = DateField(label="Đến hết ngày", required=False, help_text="Khi nhiều ngày liền nhau giống nhau.")
    kind = forms.ChoiceField(
        label="Ngày này",
        widget=forms.RadioSelect,
        choices=[(kind, Option(said)) for kind, said in DAY_KINDS.items()],
    )
    name = Line(label="Dịp", required=False, max_length=120, help_text="Ví dụ: Quốc khánh.")
    shifts = Hours(
        label="Giờ làm việc hôm ấy",
        help_text="Cho ngày làm bù, làm nửa ngày, ví dụ 07:30–11:30. Làm bù mà bỏ trống thì theo giờ thường.",
    )
    basis = Line(label="Văn bản riêng của ngày này", required=False, help_text="Bỏ trống: văn bản chung.")


class WeekForm(KeyedForm):
    """The hours of each weekday, from a day on."""

    valid_from = DateField(label="Có hiệu lực từ ngày", earliest=date(2000, 1, 1))

    def __init__(self, *args: Any, decision: CalendarDecision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        week = queries.calendar_for(decision.agency_id).weeks[-1]
        for number, name in enumerate(WEEKDAYS):
            usual = say_shifts(week.shifts.get(number, ()))
            self.fields[f"day_{number}"] = Hours(label=name, initial=usual)
        if decision.agency_id is not None:
            self.fields["common"] = forms.BooleanField(
                label="Bỏ giờ riêng, trở lại giờ chung của cả tỉnh", required=False
            )

    @property
    def shifts(self) -> dict[int, Any]:
        """Give the shifts by weekday; none at all to go back to those of all."""
        if self.cleaned_data.get("common"):
            return {}
        return {number: self.cleaned_data[f"day_{number}"] for number in range(len(WEEKDAYS))}


class DropForm(KeyedForm):
    """Which line is taken out."""

    day = forms.DateField(required=False, widget=forms.HiddenInput)
    week = forms.DateField(required=False, widget=forms.HiddenInput)


class NoAnswer(KeyedForm):
    """Nothing is asked."""


@page(audience=ADMINISTRATORS)
def year(request: Request) -> HttpResponse:
    """Show a year of the calendar of all, or of one agency, and the decisions behind it."""
    agency = _agency_asked(request)
    shown_year = _year_asked(request)
    calendar = queries.calendar_for(agency.pk if agency else None)
    context = {
        "agency": agency,
        "agencies": _agencies(),
        "year": shown_year,
        "years": [one for one in (shown_year - 1, shown_year + 1) if FIRST_YEAR <= one <= LAST_YEAR],
        "final": calendar.is_announced(date(shown_year, 1, 1)),
        "months": months_of(calendar, shown_year),
        "hours": hours_of(calendar, shown_year),
        "decisions": [_listed(one) for one in queries.calendar_decisions(agency.pk if agency else None)],
        "drafts": [_listed(one) for one in queries.calendar_drafts()],
    }
    return shown(request, "org/calendar.html", context)


@page(audience=ADMINISTRATORS, writes=True)
def new(request: Request) -> HttpResponseBase:
    """Begin a decision about the calendar."""
    form = DecisionForm(sent(request))
    return acted(
        request,
        form,
        lambda: commands.draft_calendar(**form.said, **common(request, form)),
        Act(
            "Soạn quyết định về lịch",
            "Soạn tiếp từng ngày",
            "Đã mở dự thảo. Ghi từng ngày hoặc giờ làm việc.",
            reverse("desk:admin-calendar"),
            "Lịch làm việc",
            lead="Dự thảo chưa làm thay đổi gì. Bạn xem trước hồ sơ nào dời hạn rồi mới cho có hiệu lực.",
        ),
        to=lambda decision: _address(decision.pk),
    )


@page(audience=ADMINISTRATORS, writes=True)
def decision(request: Request, calendar_id: UUID) -> HttpResponseBase:
    """Show a decision line by line; a line of a draft can be taken out."""
    held = decision_or_404(calendar_id)
    form = DropForm(sent(request))
    days, weeks = queries.lines_of(held)
    context = {
        "decision": held,
        "whose": held.agency.name if held.agency else ALL,
        "draft": held.state == CalendarState.DRAFT,
        "days": [
            (one, full_date(one.day), DAY_KINDS[one.kind], say_shifts(shifts_of(one.shifts) or ()))
            for one in days
        ],
        "weeks": [(one, _week(one.shifts)) for one in weeks],
    }
    done = answered(
        request,
        form,
        lambda: _drop_line(request, form, held),
        done="Đã bỏ dòng ấy.",
        to=lambda _: _address(held.pk),
    )
    return done or shown(request, "org/calendar_decision.html", context, form)


@page(audience=ADMINISTRATORS, writes=True)
def day(request: Request, calendar_id: UUID) -> HttpResponseBase:
    """Say in a draft how a day differs."""
    held = decision_or_404(calendar_id)
    form = DayForm(sent(request))
    return acted(
        request,
        form,
        lambda: commands.set_day(decision_id=held.pk, **form.said, **common(request, form)),
        Act("Ghi ngày vào dự thảo", "Ghi vào dự thảo", "Đã ghi vào dự thảo.", _address(held.pk), held.title),
    )


@page(audience=ADMINISTRATORS, writes=True)
def week(request: Request, calendar_id: UUID) -> HttpResponseBase:
    """Say in a draft the hours of each weekday."""
    held = decision_or_404(calendar_id)
    form = WeekForm(sent(request), decision=held)
    return acted(
        request,
        form,
        lambda: commands.set_week(
            decision_id=held.pk,
            valid_from=form.cleaned_data["valid_from"],
            shifts=form.shifts,
            **common(request, form),
        ),
        Act(
            "Đặt giờ làm việc trong tuần",
            "Ghi vào dự thảo",
            "Đã ghi giờ làm việc vào dự thảo.",
            _address(held.pk),
            held.title,
            lead="Bỏ trống ngày không làm việc. Giờ ghi như 07:30–11:30, 13:30–17:30.",
        ),
    )


@page(audience=ADMINISTRATORS, writes=True)
def drop(request: Request, calendar_id: UUID) -> HttpResponseBase:
    """Throw a draft away."""
    held = decision_or_404(calendar_id)
    form = NoAnswer(sent(request))
    return acted(
        request,
        form,
        lambda: commands.drop_calendar_draft(
            decision_id=held.pk, by=request.actor, at=common(request, form)["at"]
        ),
        Act(
            "Bỏ dự thảo lịch",
            "Bỏ dự thảo",
            "Đã bỏ dự thảo.",
            _address(held.pk),
            held.title,
            lead="Các dòng đã soạn mất hết. Lịch đang dùng không đổi.",
            danger=True,
        ),
        to=lambda _: reverse("desk:admin-calendar"),
    )


def decision_or_404(calendar_id: UUID) -> CalendarDecision:
    """Give the decision of an address."""
    found = queries.calendar_decision(calendar_id)
    if found is None:
        raise Http404
    return found


def _drop_line(request: Request, form: DropForm, held: CalendarDecision) -> object:
    day, week = form.cleaned_data["day"], form.cleaned_data["week"]
    if week:
        return commands.drop_week(decision_id=held.pk, valid_from=week, **common(request, form))
    return commands.drop_day(decision_id=held.pk, day=day or held.document_on, **common(request, form))


def _agency_asked(request: Request) -> Agency | None:
    asked = request.GET.get("co-quan", "")
    if not asked:
        return None
    found = queries.agency_called(asked)
    if found is None:
        raise Http404
    return found


def _year_asked(request: Request) -> int:
    """Give the year of an address; one that no calendar shows is the present one."""
    asked = request.GET.get("nam", "")[:5]
    year = int(asked) if asked.isascii() and asked.isdigit() else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else today().year


def _agencies() -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in queries.agencies(today())]


def _address(calendar_id: UUID) -> str:
    return reverse("desk:admin-calendar-decision", args=[calendar_id])


def _line(one: CalendarDay) -> tuple[CalendarDay, str, str, str]:
    return one, full_date(one.day), DAY_KINDS[one.kind], say_shifts(shifts_of(one.shifts) or ())


def _week(plain: dict[str, Any]) -> list[tuple[str, str]]:
    if not any(plain.values()):
        return []
    return [
        (name, say_shifts(shifts_of(plain.get(str(number))) or ()) or "nghỉ")
        for number, name in enumerate(WEEKDAYS)
    ]


def _listed(one: CalendarDecision) -> tuple[CalendarDecision, str, str]:
    return one, one.agency.name if one.agency else ALL, _address(one.pk)
