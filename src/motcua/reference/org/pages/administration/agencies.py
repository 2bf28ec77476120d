"""Agencies with their units and positions: founded, ended with a successor, never renamed in place."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse

from motcua.base.clock import today
from motcua.base.ui.forms import DateField
from motcua.base.web.page import Request, page
from motcua.reference.org import commands, queries
from motcua.reference.org.models import Agency, Unit
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
from motcua.reference.org.sentences import AGENCY_KINDS, ROLES, TIERS, UNIT_KINDS
from motcua.reference.org.words import AgencyKind, Role, Tier, UnitKind

CODE = r"^[A-Y]\d{2}(?:\.\d{1,3}){0,5}$"
OLD_CODE = r"^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}$"
CODE_WRONG = "Nhập mã như H60.24: một chữ cái, hai chữ số, rồi các nhóm số cách nhau bằng dấu chấm."
OLD_CODE_WRONG = "Nhập mã cũ như 000.00.01.H22."


class AgencyForm(KeyedForm):
    """An agency to found, with both of its identifiers."""

    name = Line(label="Tên cơ quan")
    short_name = Line(label="Tên gọn", max_length=120)
    kind = forms.ChoiceField(label="Loại", widget=forms.RadioSelect, choices=list(AGENCY_KINDS.items()))
    tier = forms.ChoiceField(
        label="Cấp",
        widget=forms.RadioSelect,
        choices=[(tier, said) for tier, said in TIERS.items() if tier != Tier.DISTRICT],
    )
    code = forms.RegexField(
        CODE, label="Mã định danh", max_length=35, help_text="Theo Quyết định 20/2020/QĐ-TTg, ví dụ H60.24."
    )
    old_code = forms.RegexField(
        OLD_CODE, label="Mã cũ", max_length=13, required=False, help_text="Theo Thông tư 10/2016/TT-BTTTT."
    )
    parent = forms.ChoiceField(label="Cơ quan cấp trên", required=False)
    valid_from = DateField(label="Hoạt động từ ngày")
    province = Line(label="Tỉnh, thành phố", max_length=120)
    place = Line(label="Địa danh ghi trên giấy tờ", max_length=120, help_text="Ví dụ: Minh Xuân.")
    address = Line(label="Trụ sở", required=False)
    phone = Line(label="Điện thoại", max_length=25, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", "Không có"), *choices()]  # type: ignore[attr-defined]  # ChoiceField
        self.fields["code"].error_messages["invalid"] = CODE_WRONG
        self.fields["old_code"].error_messages["invalid"] = OLD_CODE_WRONG

    def clean_parent(self) -> Agency | None:
        """Give the agency above."""
        return queries.agency_called(self.cleaned_data["parent"])

    def clean_kind(self) -> AgencyKind:
        """Give the word."""
        return AgencyKind(self.cleaned_data["kind"])

    def clean_tier(self) -> Tier:
        """Give the word."""
        return Tier(self.cleaned_data["tier"])


class EndForm(KeyedForm):
    """The last day of an agency, and who goes on."""

    last_day = DateField(label="Ngày hoạt động cuối cùng")
    successor = forms.ChoiceField(label="Cơ quan kế thừa")

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(pk, name) for pk, name in choices() if pk != str(agency.pk)]
        self.fields["successor"].choices = [("", "Chọn cơ quan"), *others]  # type: ignore[attr-defined]  # ChoiceField

    def clean_successor(self) -> Agency:
        """Give the agency."""
        found = queries.agency_called(self.cleaned_data["successor"])
        if found is None:
            raise forms.ValidationError("Chọn một mục trong danh sách.")
        return found


class UnitForm(KeyedForm):
    """A unit to set up."""

    name = Line(label="Tên đơn vị")
    kind = forms.ChoiceField(label="Làm việc gì", widget=forms.RadioSelect, choices=list(UNIT_KINDS.items()))
    code = forms.RegexField(
        CODE,
        label="Mã ghi trong mã hồ sơ",
        max_length=35,
        required=False,
        help_text="Chỉ quầy tiếp nhận cần.",
    )
    valid_from = DateField(label="Hoạt động từ ngày")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages["invalid"] = CODE_WRONG

    def clean_kind(self) -> UnitKind:
        """Give the word."""
        return UnitKind(self.cleaned_data["kind"])


class PositionForm(KeyedForm):
    """A position with what it may do."""

    title = Line(label="Chức danh", max_length=160)
    roles = forms.MultipleChoiceField(
        label="Được làm việc gì", widget=forms.CheckboxSelectMultiple, choices=list(ROLES.items())
    )

    def clean_roles(self) -> list[Role]:
        """Give the words."""
        return [Role(one) for one in self.cleaned_data["roles"]]


@page(audience=ADMINISTRATORS)
def listing(request: Request) -> HttpResponse:
    """List the agencies by tier; the ended ones on a view of their own."""
    ended = request.GET.get("xem") == "da-ket-thuc"
    on = today()
    everything = list(queries.agencies())
    alive = [one for one in everything if one.valid_to is None or one.valid_to >= on]
    past = [one for one in everything if one not in alive]
    here = reverse("desk:admin-agencies")
    groups = [
        (said, [one for one in (past if ended else alive) if one.tier == tier])
        for tier, said in TIERS.items()
    ]
    context = {
        "groups": [(said, rows) for said, rows in groups if rows],
        "views": [
            ("Đang hoạt động", len(alive), here, not ended),
            ("Đã kết thúc", len(past), f"{here}?xem=da-ket-thuc", ended),
        ],
    }
    return shown(request, "org/agencies.html", context)


@page(audience=ADMINISTRATORS)
def show(request: Request, agency_id: UUID) -> HttpResponse:
    """Show one agency with its units, positions and who holds them."""
    agency = agency_or_404(agency_id)
    units = [
        (unit, UNIT_KINDS[unit.kind], [(one, said_roles(one.roles)) for one in unit.positions.all()])
        for unit in queries.units_of(agency, today())
    ]
    context = {
        "agency": agency,
        "tier": TIERS[agency.tier],
        "kind": AGENCY_KINDS[agency.kind],
        "units": units,
        "predecessors": list(agency.predecessors.order_by("sort_key")),
    }
    return shown(request, "org/agency.html", context)


@page(audience=ADMINISTRATORS, writes=True)
def new(request: Request) -> HttpResponseBase:
    """Found an agency."""
    form = AgencyForm(sent(request))
    act = Act(
        "Lập cơ quan", "Lập cơ quan", "Đã lập cơ quan.", reverse("desk:admin-agencies"), "Cơ quan, đơn vị"
    )
    return acted(
        request,
        form,
        lambda: commands.found_agency(**form.said, **common(request, form)),
        act,
        to=lambda agency: reverse("desk:admin-agency", args=[agency.pk]),
    )


@page(audience=ADMINISTRATORS, writes=True)
def end(request: Request, agency_id: UUID) -> HttpResponseBase:
    """End an agency and name who goes on."""
    agency = agency_or_404(agency_id)
    form = EndForm(sent(request), agency=agency)
    act = Act(
        f"Kết thúc hoạt động: {agency.name}",
        "Ghi kết thúc",
        "Đã ghi ngày kết thúc và cơ quan kế thừa.",
        reverse("desk:admin-agency", args=[agency.pk]),
        agency.short_name,
        lead="Hồ sơ và báo cáo đã có giữ nguyên tên, mã của cơ quan này.",
        danger=True,
    )
    return acted(
        request,
        form,
        lambda: commands.succeed_agency(agency=agency, **form.said, **common(request, form)),
        act,
    )


@page(audience=ADMINISTRATORS, writes=True)
def add_unit(request: Request, agency_id: UUID) -> HttpResponseBase:
    """Set up a unit."""
    agency = agency_or_404(agency_id)
    form = UnitForm(sent(request))
    here = reverse("desk:admin-agency", args=[agency.pk])
    act = Act("Lập đơn vị", "Lập đơn vị", "Đã lập đơn vị.", here, agency.short_name)
    return acted(
        request,
        form,
        lambda: commands.set_up_unit(agency=agency, **form.said, **common(request, form)),
        act,
    )


@page(audience=ADMINISTRATORS, writes=True)
def add_position(request: Request, unit_id: UUID) -> HttpResponseBase:
    """Make a position in a unit."""
    unit = _unit_or_404(unit_id)
    form = PositionForm(sent(request))
    here = reverse("desk:admin-agency", args=[unit.agency_id])
    act = Act(
        "Lập vị trí công việc",
        "Lập vị trí",
        "Đã lập vị trí.",
        here,
        unit.agency.short_name,
        lead=f"Trong {unit.name}.",
    )
    return acted(
        request, form, lambda: commands.make_position(unit=unit, **form.said, **common(request, form)), act
    )


def agency_or_404(agency_id: UUID) -> Agency:
    """Give the agency of an address."""
    agency = queries.agency_called(str(agency_id))
    if agency is None:
        raise Http404
    return agency


def choices() -> list[tuple[str, str]]:
    """Give the agencies of today to choose from."""
    return [(str(one.pk), one.name) for one in queries.agencies(today())]


def said_roles(roles: list[str]) -> str:
    """Say what a position may do."""
    return "; ".join(ROLES.get(one, one) for one in roles)


def _unit_or_404(unit_id: UUID) -> Unit:
    unit = queries.unit_called(unit_id)
    if unit is None:
        raise Http404
    return unit
