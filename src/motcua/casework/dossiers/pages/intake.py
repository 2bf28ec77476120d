"""The form by which a counter takes in a paper dossier."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
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
from motcua.base.ui.forms import DateField, Form, ShortLabel
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.commands import PaperHandedIn
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import Line
from motcua.casework.dossiers.queries.store import serving
from motcua.casework.dossiers.sentences import DELIVERIES, PAPER_FORMS
from motcua.casework.dossiers.words import PaperForm, ResultDelivery
from motcua.reference.catalogue import queries as catalogue
from motcua.reference.catalogue.models import ComponentRequirement, ProcedureVersion
from motcua.reference.catalogue.sentences import CHANNELS, quantity
from motcua.reference.catalogue.words import Channel
from motcua.reference.people import queries as people
from motcua.reference.people.models import HeldPaper, Person
from motcua.reference.people.sentences import paper_said
from motcua.reference.people.words import Identity

NUMBER = re.compile(r"[0-9]{12}")
CARD = "|"  # between the facts that a reader takes from the code on an identity card
TAKE_NEW = "Nhận bản mới, không dùng bản trong kho"
MOST = 99
FACTS = ("full_name", "phone", "province", "commune", "address_detail")


@dataclass(frozen=True)
class PaperAsked:
    """One paper with its note and its three fields; `origin` says from where the store has it."""

    requirement: ComponentRequirement
    note: str
    tick: forms.BoundField
    form: forms.BoundField
    quantity: forms.BoundField
    origin: str


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
        help_text="12 chữ số, gõ hoặc quét thẻ rồi bấm Enter. Để trống khi người nộp chưa có số.",
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
    begins_at_end = False

    def __init__(self, version: ProcedureVersion, actor: Actor, *, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"key": str(uuid7()), "province": settings.PROVINCE})
        self.held: dict[UUID, HeldPaper] = {}
        self.version, self.actor = version, actor
        self.parts = catalogue.parts_of(version.pk)
        self._offer_places()
        self.wanted = [one for one in self.parts.components if not one.data_source]
        for paper in self.wanted:
            self._add_paper(paper)
        if data is None:
            self._begin_at("personal_id")

    def look_up(self) -> None:
        """Find who has the number that was typed, and the papers of their store that are not asked for."""
        self.person = people.known_by(_digits(self["personal_id"].value()))
        if self.person is None:
            return
        for one, paper in serving(self.person.pk, self.version.procedure.code, self.wanted, today()):
            self.held[one.pk] = paper
            self.fields[f"paper_{one.pk}"].label = ShortLabel(f"{one.name}: nhận bản mới", short=TAKE_NEW)

    def known(self) -> Self:
        """Give the form with what is known about the person whose number was typed; nothing is checked."""
        assert isinstance(self.data, QueryDict), "only a sent form looks somebody up"
        data = self.data.copy()
        read = data.get("personal_id", "").split(CARD)
        data["personal_id"] = _digits(read[0])
        fresh = type(self)(self.version, self.actor)
        fresh.initial.update({name: data[name] for name in fresh.fields if name in data})
        fresh.initial.update({name: name in data for name in fresh.fields if name.startswith("paper_")})
        fresh.searched = True
        fresh.look_up()
        if fresh.person:
            fresh.initial.update({name: getattr(fresh.person, name) for name in (*FACTS, "birth_date")})
        fresh._begin_at(fresh._first_open())
        return fresh

    def clean_personal_id(self) -> str:
        """Demand twelve digits, or nothing."""
        number = _digits(self.cleaned_data["personal_id"])
        if number and not NUMBER.fullmatch(number):
            digits = sum(one.isdigit() for one in number)
            raise forms.ValidationError(f"Số định danh có 12 chữ số. Bạn đã nhập {digits}. Nhập lại.")
        return number

    def clean(self) -> dict[str, Any]:
        """Demand the papers that the case needs and that nobody has yet."""
        cleaned = super().clean() or {}
        for paper in self._of_case(cleaned):
            if paper.required and paper.pk not in self.held and not cleaned.get(f"paper_{paper.pk}"):
                self.add_error(f"paper_{paper.pk}", "Giấy tờ này bắt buộc. Nhận đủ rồi đánh dấu.")
        return cleaned

    def given(self) -> dict[str, Any]:
        """Give what was handed in, as the command takes it."""
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
        """Name the code, the date, and how many papers were used again."""
        until = f", hẹn trả {short_date(local(dossier.due_at).date())}" if dossier.due_at else ""
        reused = sum(one.held_id is not None for one in queries.papers_of(dossier))
        again = f" Dùng lại {reused} giấy tờ trong kho." if reused else ""
        return f"Đã tiếp nhận. Mã hồ sơ {dossier.code}{until}.{again} In phiếu M01 ở mục Phiếu."

    @property
    def papers(self) -> list[PaperAsked]:
        """Give each paper that is asked for."""
        return [self._asked(one) for one in self.wanted if one.pk not in self.held]

    @property
    def reused(self) -> list[PaperAsked]:
        """Give each paper that the store has: it is used again, unless a new one is handed in."""
        return [self._asked(one) for one in self.wanted if one.pk in self.held]

    @property
    def in_databases(self) -> list[ComponentRequirement]:
        """Give what a database replaces: nobody is asked for it."""
        return [one for one in self.parts.components if one.data_source]

    def _first_open(self) -> str:
        """Give where to go on: the name of somebody unknown, else the first paper still to be ticked."""
        if self.person is None:
            return "full_name"
        cases = [one for one in self.wanted if one.required and one.pk not in self.held]
        ticks = (f"paper_{one.pk}" for one in cases if not self.initial.get(f"paper_{one.pk}"))
        return next(ticks, "")

    def _begin_at(self, name: str) -> None:
        """Put the caret into a field, or onto the button that accepts: then few keys are needed."""
        self.begins_at_end = not name
        for one in self.fields.values():
            one.widget.attrs.pop("autofocus", None)
        if name:
            self.fields[name].widget.attrs["autofocus"] = True

    def _asked(self, one: ComponentRequirement) -> PaperAsked:
        cases: dict[UUID | None, str] = {case.pk: case.name for case in self.version.cases.all()}
        notes = (quantity(one.originals, one.copies), one.condition, cases.get(one.case_id))
        held = self.held.get(one.pk)
        return PaperAsked(
            one,
            ". ".join(note.rstrip(".") for note in notes if note),
            self[f"paper_{one.pk}"],
            self[f"form_{one.pk}"],
            self[f"quantity_{one.pk}"],
            _origin(held) if held else "",
        )

    def _offer_places(self) -> None:
        assert self.actor.unit is not None, "a counter officer works at a counter"
        agencies = queries.agencies_for(self.actor.unit, self.version, today())
        self._choices("agency", [(str(one.pk), one.name) for one in agencies])
        self._choices("case", [(str(one.pk), one.name) for one in self.version.cases.all()])
        ways = {Channel(rule.channel) for rule in self.parts.channels} - {Channel.ONLINE}
        self._choices("channel", [(one.value, CHANNELS[one]) for one in Channel if one in ways])
        self.initial.setdefault("channel", Channel.DIRECT.value)

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


def _digits(typed: str | None) -> str:
    return re.sub(r"\s", "", clean(typed or "").split(CARD)[0])


def _origin(paper: HeldPaper) -> str:
    """Say which paper of the store it is, whence, and since when it is there."""
    said = paper_said(paper.number, paper.issuer, paper.issued_on, paper.valid_to)
    kept = f"{paper.source_said or 'Lưu vào kho'}, {short_date(local(paper.held_at).date())}"
    return ". ".join(filter(None, ("Đã có trong kho, dùng lại", said, kept))) + "."
