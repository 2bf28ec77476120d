"""The forms by which somebody says that they act for another, and what the commands take from them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms

from motcua.base.access import Actor
from motcua.base.clock import local, today
from motcua.base.rooms import Refusal
from motcua.base.text import clean
from motcua.base.ui.forms import DateField, Form
from motcua.reference.forms.django_forms import TypedField
from motcua.reference.forms.rules import Field
from motcua.reference.forms.words import FieldKind
from motcua.reference.people import commands
from motcua.reference.people.models import Representation
from motcua.reference.people.sentences import BASES, NO_IDENTIFIERS, POWERS
from motcua.reference.people.words import Basis, Body, Identity, Mandate, NoIdentifier, Power

_WHERE = ("full_name", "province", "commune", "address_detail")


def _line(label: str, *, required: bool = True, hint: str = "", length: int = 200) -> forms.CharField:
    return forms.CharField(label=label, required=required, help_text=hint, max_length=length)


def _bases(*offered: Basis) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Bạn nộp thay với tư cách gì?",
        widget=forms.RadioSelect,
        choices=[(one.value, BASES[one]) for one in offered],
    )


class MandateForm(Form):
    """By what right somebody acts, and what the document behind it says."""

    first: ClassVar[Sequence[str]] = ()

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    document = _line("Văn bản ủy quyền", hint="Số hoặc tên văn bản, ngày ký, nơi công chứng hoặc chứng thực.")
    valid_to = DateField(label="Văn bản có hiệu lực đến", required=False)
    powers = forms.MultipleChoiceField(
        label="Bạn được làm thay việc gì?",
        choices=[(one.value, POWERS[one]) for one in Power],
        initial=[Power.FILE.value],
        widget=forms.CheckboxSelectMultiple,
    )
    province = _line("Tỉnh, thành phố")
    commune = _line("Xã, phường")
    address_detail = _line("Thôn, tổ, số nhà", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.first)

    @property
    def where(self) -> dict[str, str]:
        """Give the name and the address as typed."""
        return {name: clean(self.cleaned_data[name]) for name in _WHERE}

    def mandate(self, on: date) -> Mandate:
        """Give the right as typed; who stands for somebody in everything has every power."""
        said = self.cleaned_data
        basis = Basis(said["basis"])
        chosen = said["powers"] if basis is Basis.AUTHORISED else [one.value for one in Power]
        return Mandate(
            basis=basis,
            powers=frozenset(Power(one) for one in chosen),
            valid_from=on,
            valid_to=said.get("valid_to") or None,
            document=clean(said.get("document") or said.get("guardian_document") or ""),
        )


class ForPersonForm(MandateForm):
    """Acting for a person."""

    follow = {
        "basis": {
            Basis.PARENT.value: ("birth_date",),
            Basis.GUARDIAN.value: ("guardian_document",),
            Basis.AUTHORISED.value: ("document", "valid_to", "powers"),
        }
    }
    first = ("key", "basis", "full_name", "personal_id", "no_identifier", "province", "commune")

    basis = _bases(Basis.PARENT, Basis.GUARDIAN, Basis.AUTHORISED)
    birth_date = DateField(label="Ngày sinh của con", latest=today)
    guardian_document = _line("Văn bản cử hoặc công nhận giám hộ", hint="Số, ngày và nơi cấp.")
    full_name = _line("Họ tên người đó")
    personal_id = TypedField(
        Field("personal_id", FieldKind.PERSONAL_ID, "Số định danh", required=False),
        label="Số định danh của người đó",
        required=False,
        help_text="12 chữ số.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    no_identifier = forms.ChoiceField(
        label="Lý do chưa có số định danh",
        required=False,
        choices=[("", ""), *((one.value, NO_IDENTIFIERS[one]) for one in NoIdentifier)],
    )

    def clean(self) -> dict[str, Any]:
        """Demand the number, or why there is none."""
        said = super().clean() or {}
        unnumbered = not said.get("personal_id") and "personal_id" not in self.errors
        if unnumbered and not said.get("no_identifier"):
            self.add_error("personal_id", "Nhập số định danh, hoặc chọn lý do chưa có số ở ô dưới.")
        return said

    def represent(self, *, by: Actor, at: datetime) -> Representation | Refusal:
        """Note that somebody acts for a person."""
        said = self.cleaned_data
        identity = Identity(
            personal_id=said["personal_id"] or "",
            birth_date=said.get("birth_date") or None,
            no_identifier=NoIdentifier(said["no_identifier"] or NoIdentifier.NOT_SHOWN),
            **self.where,
        )
        mandate = self.mandate(local(at).date())
        return commands.represent_person(identity=identity, mandate=mandate, by=by, at=at, key=said["key"])


class ForOrganisationForm(MandateForm):
    """Acting for an organisation."""

    follow = {"basis": {Basis.AUTHORISED.value: ("document", "valid_to", "powers")}}
    first = ("key", "basis", "tax_code", "full_name", "legal_representative", "province", "commune")

    basis = _bases(Basis.LEGAL_REPRESENTATIVE, Basis.AUTHORISED)
    tax_code = forms.CharField(
        label="Mã số thuế",
        max_length=20,
        help_text="10 chữ số, cũng là mã số doanh nghiệp. Chi nhánh thêm gạch nối và 3 chữ số.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    full_name = _line("Tên tổ chức")
    legal_representative = _line("Họ tên người đại diện theo pháp luật")

    def represent(self, *, by: Actor, at: datetime) -> Representation | Refusal:
        """Note that somebody acts for an organisation."""
        said = self.cleaned_data
        body = Body(
            tax_code="".join(said["tax_code"].split()),
            legal_representative=clean(said["legal_representative"]),
            **self.where,
        )
        mandate = self.mandate(local(at).date())
        return commands.represent_organisation(body=body, mandate=mandate, by=by, at=at, key=said["key"])
