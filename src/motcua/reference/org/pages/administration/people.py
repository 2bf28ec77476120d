"""People: who joins, who moves, who stands in for whom."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.org import commands, queries
from motcua.reference.org.models import Agency, Delegation, Position, Staff
from motcua.reference.org.pages.administration.agencies import choices, said_roles
from motcua.reference.org.pages.administration.frame import (
    ADMINISTRATORS,
    Act,
    KeyedForm,
    Line,
    acted,
    common,
    sent,
    shown,
)

PAGE = 50
LOGIN = r"^[a-z0-9][a-z0-9._-]{2,59}$"
LOGIN_WRONG = "Nhập 3 đến 60 ký tự: chữ thường không dấu, số, dấu chấm, gạch. Ví dụ: hoa.minhxuan."


class JoinForm(KeyedForm):
    """Somebody new, with the name and the first password by which they come in."""

    full_name = Line(label="Họ, chữ đệm, tên", max_length=120)
    login = forms.RegexField(LOGIN, label="Tên đăng nhập", max_length=60, help_text="Ví dụ: hoa.minhxuan.")
    password = forms.CharField(
        label="Mật khẩu lần đầu",
        min_length=12,
        max_length=120,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text="Đưa tận tay. Người ấy tự đổi và đặt bước xác nhận thứ hai khi đăng nhập lần đầu.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages["invalid"] = LOGIN_WRONG


class PlaceForm(KeyedForm):
    """Which position, from which day."""

    position_id = forms.ChoiceField(label="Vị trí")
    valid_from = DateField(label="Từ ngày")

    def __init__(self, *args: Any, positions: list[Position], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), f"{one.title}, {one.unit.name}") for one in positions]
        self.fields["position_id"].choices = [("", "Chọn vị trí"), *named]  # type: ignore[attr-defined]  # ChoiceField

    def clean_position_id(self) -> UUID:
        """Give the id."""
        return UUID(self.cleaned_data["position_id"])


class DelegationForm(PlaceForm):
    """Who stands in, in which position, from when to when, by which document."""

    taker_id = forms.ChoiceField(label="Người làm thay")
    valid_to = DateField(label="Đến hết ngày")
    document = Line(label="Văn bản giao", help_text="Ví dụ: Quyết định 7/QĐ-UBND ngày 20/11/2026.")
    field_order = ("key", "position_id", "taker_id", "valid_from", "valid_to", "document")

    def __init__(self, *args: Any, takers: list[Staff], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.full_name) for one in takers]
        self.fields["taker_id"].choices = [("", "Chọn người"), *named]  # type: ignore[attr-defined]  # ChoiceField

    def clean_taker_id(self) -> UUID:
        """Give the id."""
        return UUID(self.cleaned_data["taker_id"])


class SureForm(KeyedForm):
    """Nothing is asked."""


@page(audience=ADMINISTRATORS)
def listing(request: Request) -> HttpResponse:
    """List who is in service, by name, with what they hold."""
    words, agency = request.GET.get("q", "")[:100], _agency_asked(request)
    found = Paginator(queries.staff_list(words, agency, today()), PAGE).get_page(request.GET.get("trang"))
    posts = queries.posts_of([one.pk for one in found], today())
    context = {
        "page": found,
        "rows": [(one, posts[one.pk]) for one in found],
        "words": words,
        "agency": agency,
        "agencies": choices(),
        "total": found.paginator.count,
    }
    return shown(request, "org/people.html", context)


@page(audience=ADMINISTRATORS)
def show(request: Request, staff_id: UUID) -> HttpResponse:
    """Show one official: what they hold, held and will hold, and who stands in for whom."""
    person, on = person_or_404(staff_id), today()
    context = {
        "person": person,
        "appointments": [
            (one, said_roles(one.position.roles), _look(one.valid_from, one.valid_to, on))
            for one in queries.appointments_of(person)
        ],
        "delegations": [delegation_row(one, on) for one in queries.delegations(on, person)],
    }
    return shown(request, "org/person.html", context)


@page(audience=ADMINISTRATORS, writes=True)
def join(request: Request) -> HttpResponseBase:
    """Take somebody into service."""
    form = JoinForm(sent(request))
    act = Act(
        "Thêm người",
        "Thêm người",
        "Đã thêm người. Chưa giữ vị trí nào thì chưa vào được trang nào.",
        reverse("desk:admin-people"),
        "Người làm việc",
    )
    return acted(
        request,
        form,
        lambda: commands.join(**form.said, **common(request, form)),
        act,
        to=lambda staff: reverse("desk:admin-person", args=[staff.pk]),
    )


@page(audience=ADMINISTRATORS, writes=True)
def appoint(request: Request, staff_id: UUID) -> HttpResponseBase:
    """Give somebody one more position."""
    person = person_or_404(staff_id)
    form, context = _place_form(request, person)
    act = Act("Giao vị trí", "Giao vị trí", "Đã giao vị trí.", _address(person), person.full_name)
    return acted(
        request,
        form,
        lambda: commands.appoint(
            staff=person,
            position=queries.position(form.cleaned_data["position_id"]),
            valid_from=form.cleaned_data["valid_from"],
            **common(request, form),
        ),
        act,
        context=context,
    )


@page(audience=ADMINISTRATORS, writes=True)
def move(request: Request, staff_id: UUID) -> HttpResponseBase:
    """Move somebody to another position."""
    person = person_or_404(staff_id)
    form, context = _place_form(request, person)
    act = Act(
        "Chuyển vị trí",
        "Chuyển vị trí",
        "Đã chuyển vị trí.",
        _address(person),
        person.full_name,
        lead="Mọi vị trí đang giữ kết thúc vào ngày liền trước.",
    )
    return acted(
        request,
        form,
        lambda: commands.move(staff_id=person.pk, **form.said, **common(request, form)),
        act,
        context=context,
    )


@page(audience=ADMINISTRATORS, writes=True)
def delegate(request: Request, staff_id: UUID) -> HttpResponseBase:
    """Let somebody stand in for an official."""
    person, on = person_or_404(staff_id), today()
    positions = queries.positions_of(person, on)
    takers = queries.colleagues_of(person, on)
    first = {"position_id": str(positions[0].pk)} if len(positions) == 1 else {}
    form = DelegationForm(sent(request), positions=positions, takers=takers, initial=first)
    act = Act(
        f"Giao làm thay {person.full_name}",
        "Giao làm thay",
        "Đã giao làm thay.",
        _address(person),
        person.full_name,
        lead="Trong những ngày ấy người làm thay có quyền của vị trí; nhật ký ghi tên cả hai.",
    )
    return acted(
        request,
        form,
        lambda: commands.delegate(giver_id=person.pk, **form.said, **common(request, form)),
        act,
    )


@page(audience=ADMINISTRATORS)
def delegations(request: Request) -> HttpResponse:
    """List who stands in for whom, the latest first."""
    on = today()
    found = Paginator(queries.delegations(on), PAGE).get_page(request.GET.get("trang"))
    return shown(
        request,
        "org/delegations.html",
        {"page": found, "rows": [delegation_row(one, on) for one in found]},
    )


@page(audience=ADMINISTRATORS, writes=True)
def end_delegation(request: Request, delegation_id: UUID) -> HttpResponseBase:
    """Take a delegation back."""
    made = queries.delegation(delegation_id)
    if made is None:
        raise Http404
    form = SureForm(sent(request))
    act = Act(
        "Thôi giao làm thay",
        "Thôi giao làm thay",
        "Đã thôi giao làm thay.",
        reverse("desk:admin-delegations"),
        "Làm thay",
        lead=f"{made.taker.full_name} thôi làm thay {made.giver.full_name} ngay từ bây giờ.",
        danger=True,
    )
    return acted(
        request,
        form,
        lambda: commands.end_delegation(delegation_id=made.pk, **common(request, form)),
        act,
    )


def person_or_404(staff_id: UUID) -> Staff:
    """Give the official of an address."""
    person = queries.person(staff_id)
    if person is None:
        raise Http404
    return person


def delegation_row(one: Delegation, on: date) -> tuple[Delegation, str, str, bool]:
    """Give a delegation with its state in words, how that looks, and whether it can be taken back."""
    if one.ended_at is not None:
        return one, "Đã thôi", "mute", False
    words, look = _look(one.valid_from, one.valid_to, on, now="Đang làm thay")
    return one, words, look, one.valid_to >= on


def _look(valid_from: date, valid_to: date | None, on: date, *, now: str = "Đang giữ") -> tuple[str, str]:
    if valid_from > on:
        return "Sắp tới", "action"
    return ("Đã hết", "mute") if valid_to is not None and valid_to < on else (now, "good")


def _place_form(request: Request, person: Staff) -> tuple[PlaceForm, dict[str, Any]]:
    """Give the form about a position of the agency that was asked for, or of the person's own."""
    posts = queries.posts_of([person.pk], today())[person.pk]
    agency = _agency_asked(request) or (posts[0].agency if posts else None)
    positions = queries.positions_in(agency, today()) if agency else []
    context = {"agencies": choices(), "agency": agency, "choose_agency": True}
    return PlaceForm(sent(request), positions=positions), context


def _agency_asked(request: Request) -> Agency | None:
    asked = request.GET.get("co-quan", "")
    return queries.agency_called(asked) if asked else None


def _address(person: Staff) -> str:
    return reverse("desk:admin-person", args=[person.pk])
