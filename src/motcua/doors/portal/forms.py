"""Forms of this door's own: where to file, how to be reached, why to withdraw."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms

from motcua.base.text import fold
from motcua.base.ui.forms import Form, Option
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.words import ResultDelivery
from motcua.doors.portal.readings.places import told
from motcua.doors.portal.sentences import NO_AGENCY, NO_CASE
from motcua.reference.catalogue.models import ProcedureCase
from motcua.reference.forms.django_forms import TypedField
from motcua.reference.forms.rules import Field
from motcua.reference.forms.words import FieldKind
from motcua.reference.org.models import Agency

ONESELF = "self"
FEW = 8  # more agencies are easier to find in a list than among radio buttons


class StartForm(Form):
    """Which case, and which agency decides; the agency of one's residence comes first."""

    case = forms.ChoiceField(
        label="Trường hợp của bạn",
        widget=forms.RadioSelect,
        required=False,
        error_messages={"required": NO_CASE},
    )
    agency = forms.ChoiceField(
        label="Nơi giải quyết", widget=forms.RadioSelect, error_messages={"required": NO_AGENCY}
    )
    whom = forms.ChoiceField(label="Bạn nộp cho ai?", widget=forms.RadioSelect)

    def __init__(
        self,
        *args: Any,
        cases: list[ProcedureCase],
        agencies: list[Agency],
        commune: str,
        represents: list[tuple[str, str, str]],
        asked: Mapping[str, str | None],
        **kwargs: Any,
    ) -> None:
        home = [one for one in agencies if _is_home(one, commune)]
        others = [one for one in agencies if one not in home]
        first = home or (agencies if len(agencies) == 1 else [])
        initial = {"agency": str(first[0].pk) if first else "", "whom": ONESELF}
        kwargs["initial"] = initial | {name: value for name, value in asked.items() if value}
        super().__init__(*args, **kwargs)
        self.represents = represents
        self._offer_cases(cases)
        self._offer_agencies(home, others)
        self._offer_whom()
        self.order_fields(["whom", "case", "agency"])

    def _offer_whom(self) -> None:
        field = self.fields["whom"]
        if not self.represents:
            del self.fields["whom"]
            return
        assert isinstance(field, forms.ChoiceField)
        others = [(key, Option(name, hint=basis)) for key, name, basis in self.represents]
        field.choices = [(ONESELF, "Cho tôi"), *others]

    def _offer_cases(self, cases: list[ProcedureCase]) -> None:
        field = self.fields["case"]
        if not cases:
            del self.fields["case"]
            return
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), one.name) for one in cases]
        field.required = True

    def _offer_agencies(self, home: list[Agency], others: list[Agency]) -> None:
        field = self.fields["agency"]
        assert isinstance(field, forms.ChoiceField)
        offered = [
            (str(one.pk), Option(one.name, hint="Nơi bạn cư trú" if one in home else ""))
            for one in (*home, *others)
        ]
        if len(offered) > FEW:
            field.widget = forms.Select()
            field.choices = [("", ""), *offered]
        else:
            field.choices = offered

    @property
    def case_id(self) -> UUID | None:
        """The chosen case, None when the procedure has none."""
        chosen = self.cleaned_data.get("case")
        return UUID(chosen) if chosen else None

    @property
    def representation_id(self) -> UUID | None:
        """By which right it is filed for another, None when for oneself."""
        chosen = self.cleaned_data.get("whom", ONESELF)
        return None if chosen == ONESELF else UUID(chosen)

    @property
    def agency_id(self) -> UUID:
        """The chosen agency."""
        return UUID(self.cleaned_data["agency"])


class DeliveryForm(Form):
    """How the result comes, and how the applicant can be reached."""

    delivery = forms.ChoiceField(label="Bạn muốn nhận kết quả thế nào?", widget=forms.RadioSelect)
    phone = TypedField(
        Field("phone", FieldKind.PHONE, "Số điện thoại"),
        label="Số điện thoại",
        help_text="Để cơ quan gọi khi cần hỏi về hồ sơ.",
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    email = TypedField(
        Field("email", FieldKind.EMAIL, "Thư điện tử", required=False),
        label="Thư điện tử",
        required=False,
        widget=forms.TextInput({"type": "email", "autocomplete": "email", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        known = dossier.applicant
        kwargs["initial"] = {
            "delivery": dossier.result_delivery,
            "phone": known.get("phone", ""),
            "email": known.get("email", ""),
        }
        super().__init__(*args, **kwargs)
        field = self.fields["delivery"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (ResultDelivery.ONE_STOP.value, Option("Tại quầy", hint=told(dossier.receiving_unit))),
            (
                ResultDelivery.ELECTRONIC.value,
                Option("Bản điện tử vào kho giấy tờ", hint="Xem và tải được ngay khi phát hành."),
            ),
        ]

    @property
    def told(self) -> dict[str, Any]:
        """What to keep."""
        given = self.cleaned_data
        return {
            "delivery": ResultDelivery(given["delivery"]),
            "phone": given["phone"],
            "email": given["email"] or "",
        }


class FilesInput(forms.FileInput):
    """A control for several files, of the kinds that are accepted."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__({"multiple": True, "accept": ".pdf,.jpg,.jpeg,.png"})


class FilesField(forms.FileField):
    """Files for one paper. They are judged one by one where they are taken in, not here."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Pass on whatever came."""
        return data


class FilesForm(Form):
    """One control for each paper: `(name, label, hint, required)`."""

    def __init__(self, *args: Any, asked: Iterable[tuple[str, str, str, bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, hint, required in asked:
            self.fields[name] = FilesField(label=label, help_text=hint, required=required)


class WithdrawForm(Form):
    """Why somebody withdraws; nobody has to say."""

    reason = forms.CharField(
        label="Lý do", required=False, max_length=500, widget=forms.Textarea({"rows": "3"})
    )


def _is_home(agency: Agency, commune: str) -> bool:
    return bool(commune) and fold(agency.name).endswith(fold(commune))
