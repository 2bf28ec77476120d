"""The form by which a counter takes in a paper dossier."""

import re
from collections.abc import Mapping
from typing import Any, Self
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import QueryDict

from motcua.base.access import Actor
from motcua.base.clock import local, today
from motcua.base.clock.sentences import short_date
from motcua.base.database.ids import uuid7
from motcua.base.text import clean
from motcua.base.ui.forms import DateField, Form
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.commands import PaperHandedIn
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import Line
from motcua.casework.dossiers.sentences import DELIVERIES, PAPER_FORMS
from motcua.casework.dossiers.words import PaperForm, ResultDelivery
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ComponentRequirement, ProcedureVersion
from motcua.reference.catalogue.sentences import CHANNELS, quantity
from motcua.reference.catalogue.words import Channel
from motcua.reference.people import queries as people
from motcua.reference.people.models import Person
from motcua.reference.people.words import Identity

NUMBER = re.compile(r"[0-9]{12}")
MOST = 99
FACTS = ("full_name", "phone", "province", "commune", "address_detail")


class IntakeForm(Form):
    """Agency and case, the person, the papers, the way back of the result."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    agency = forms.ChoiceField(label="Cơ quan giải quyết")
    case = forms.ChoiceField(label="Trường hợp", widget=forms.RadioSelect)
    channel = forms.ChoiceField(label="Cách nộp", widget=forms.RadioSelect)
    personal_id = Line(
        label="Số định danh",
        required=False,
        max_length=20,
        help_text="12 chữ số. Bấm Tìm người nộp để lấy thông tin đã có. Để trống khi người nộp chưa có số.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    full_name = Line(label="Họ tên", widget=forms.TextInput({"autocomplete": "off"}))
    birth_date = DateField(label="Ngày sinh", required=False, latest=today)
    phone = Line(label="Số điện thoại", required=False, max_length=20)
    province = Line(label="Tỉnh, thành phố")
    commune = Line(label="Xã, phường")
    address_detail = Line(label="Thôn, tổ, số nhà", required=False)
    delivery = forms.ChoiceField(
        label="Nhận kết quả",
        choices=[(one.value, DELIVERIES[one]) for one in ResultDelivery],
        initial=ResultDelivery.ONE_STOP.value,
        widget=forms.RadioSelect,
    )

    person: Person | None = None
    searched = False

    def __init__(self, version: ProcedureVersion, actor: Actor, *, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"key": str(uuid7()), "province": settings.PROVINCE})
        self.version, self.actor = version, actor
        self.parts = catalogue.parts_of(version.pk)
        self._offer_places()
        self.wanted = [one for one in self.parts.components if not one.data_source]
        for paper in self.wanted:
            self._add_paper(paper)

    def known(self) -> Self:
        """Give the form with what is known about the person whose number was typed; nothing is checked."""
        assert isinstance(self.data, QueryDict), "only a sent form looks somebody up"
        data = self.data.copy()
        data["personal_id"] = re.sub(r"\s", "", clean(data.get("personal_id", "")))
        fresh = type(self)(self.version, self.actor)
        fresh.initial.update({name: data[name] for name in fresh.fields if name in data})
        fresh.initial.update({name: name in data for name in fresh.fields if name.startswith("paper_")})
        fresh.searched, fresh.person = True, people.known_by(str(data["personal_id"]))
        if fresh.person:
            fresh.initial.update({name: getattr(fresh.person, name) for name in (*FACTS, "birth_date")})
        return fresh

    def clean_personal_id(self) -> str:
        """Demand twelve digits, or nothing."""
        number = re.sub(r"\s", "", self.cleaned_data["personal_id"])
        if number and not NUMBER.fullmatch(number):
            digits = sum(one.isdigit() for one in number)
            raise forms.ValidationError(f"Số định danh có 12 chữ số. Bạn đã nhập {digits}. Nhập lại.")
        return number

    def clean(self) -> dict[str, Any]:
        """Demand the papers that the case needs."""
        cleaned = super().clean() or {}
        for paper in self._of_case(cleaned):
            if paper.required and not cleaned.get(f"paper_{paper.pk}"):
                self.add_error(f"paper_{paper.pk}", "Giấy tờ này bắt buộc. Nhận đủ rồi đánh dấu.")
        return cleaned

    def given(self) -> Mapping[str, Any]:
        """Give what the command takes."""
        said = self.cleaned_data
        return {
            "agency_id": UUID(said["agency"]),
            "case_id": UUID(said["case"]) if said.get("case") else None,
            "channel": Channel(said.get("channel") or Channel.DIRECT),
            "identity": Identity(
                full_name=clean(said["full_name"]),
                personal_id=said["personal_id"],
                birth_date=said["birth_date"],
                **{name: said[name] for name in FACTS if name != "full_name"},
            ),
            "papers": [
                PaperHandedIn(one.pk, PaperForm(said[f"form_{one.pk}"]), said[f"quantity_{one.pk}"] or 1)
                for one in self._of_case(said)
                if said[f"paper_{one.pk}"]
            ],
            "delivery": ResultDelivery(said["delivery"]),
            "copies": self.version.copies,
        }

    def done(self, dossier: Dossier) -> str:
        """Name the code and the date."""
        until = f", hẹn trả {short_date(local(dossier.due_at).date())}" if dossier.due_at else ""
        return f"Đã tiếp nhận. Mã hồ sơ {dossier.code}{until}. In phiếu M01 ở mục Phiếu."

    @property
    def papers(
        self,
    ) -> list[tuple[ComponentRequirement, str, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Give each paper with its note and its three fields."""
        cases: dict[UUID | None, str] = {one.pk: one.name for one in self.version.cases.all()}
        return [
            (
                one,
                ". ".join(
                    filter(None, (quantity(one.originals, one.copies), one.condition, cases.get(one.case_id)))
                ),
                self[f"paper_{one.pk}"],
                self[f"form_{one.pk}"],
                self[f"quantity_{one.pk}"],
            )
            for one in self.wanted
        ]

    def _offer_places(self) -> None:
        assert self.actor.unit is not None, "a counter officer works at a counter"
        agencies = queries.agencies_for(self.actor.unit, self.version, today())
        self._choices("agency", [(str(one.pk), one.name) for one in agencies])
        self._choices("case", [(str(one.pk), one.name) for one in self.version.cases.all()])
        ways = {Channel(rule.channel) for rule in self.parts.channels} - {Channel.ONLINE}
        self._choices("channel", [(one.value, CHANNELS[one]) for one in Channel if one in ways])

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Offer the choices; one alone is taken without asking, none is no question."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        if not choices and name != "agency":
            del self.fields[name]
            return
        field.choices = choices
        if len(choices) == 1:
            field.widget, self.initial[name] = forms.HiddenInput(), choices[0][0]

    def _add_paper(self, paper: ComponentRequirement) -> None:
        self.fields[f"paper_{paper.pk}"] = forms.BooleanField(label=paper.name, required=False)
        form = PaperForm.ORIGINAL if paper.originals else PaperForm.COPY
        on_paper = [one for one in PaperForm if one is not PaperForm.ELECTRONIC]
        self.fields[f"form_{paper.pk}"] = forms.ChoiceField(
            label="Dạng", choices=[(one.value, PAPER_FORMS[one]) for one in on_paper], initial=form.value
        )
        self.fields[f"quantity_{paper.pk}"] = forms.IntegerField(
            label="Số bản", min_value=1, max_value=MOST, initial=max(paper.originals, paper.copies, 1)
        )

    def _of_case(self, said: Mapping[str, Any]) -> list[ComponentRequirement]:
        case = UUID(said["case"]) if said.get("case") else None
        return [one for one in self.wanted if one.case_id in (None, case)]
