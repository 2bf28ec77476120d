"""Acts along the route: send on, give back, take back, assign."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from motcua.base.clock import local
from motcua.base.rooms import Refusal
from motcua.casework.dossiers import commands, queries
from motcua.casework.dossiers.models import Dossier
from motcua.casework.dossiers.pages.acts.base import ActForm, Common, Words
from motcua.casework.dossiers.pages.told import moment
from motcua.casework.dossiers.words import Move
from motcua.reference.org.models import Staff


class Forward(ActForm):
    """Send on to the next step, to a named person or to whoever takes it."""

    name, slug = "forward", "chuyen"
    label, button = "Chuyển bước tiếp theo", "Chuyển hồ sơ"
    moves = (Move.FORWARD, Move.ADVANCE_STEP)
    main = True
    template = "acts/forward.html"

    choice = forms.ChoiceField(label="Hướng đi tiếp", widget=forms.RadioSelect)
    to = forms.ChoiceField(label="Người nhận", required=False)
    note = Words(label="Lời nhắn cho bước sau", rows=3, required=False)

    def prepare(self) -> None:
        """Offer the ways on, and whoever holds the steps to which they lead."""
        self.onward = queries.onward(self.dossier, self.at)
        ways = [(one.choice, one.label) for one in self.onward if one.choice]
        if ways:
            choice = self.fields["choice"]
            assert isinstance(choice, forms.ChoiceField)
            choice.choices = ways
        else:
            del self.fields["choice"]
        people = {one.pk: one for there in self.onward for one in there.people}
        _offer(self.fields["to"], list(people.values()), "Ai trong đơn vị cũng nhận được")

    def story(self) -> Mapping[str, Any]:
        """Tell where it goes, and until when it leaves the counter."""
        until = queries.forward_until(self.dossier)
        return {"onward": self.onward, "until": moment(until, self.at)}

    def do(self, common: Common) -> Dossier | Refusal:
        """Send on; by who sends, not by the state, so that a repeat asks for the same act again."""
        at_counter = common["by"].unit in (self.dossier.receiving_unit_id, self.dossier.home_counter_id)
        act = commands.forward if at_counter else commands.advance_step
        return act(
            **common,
            to=_chosen(self.cleaned_data["to"]),
            note=self.cleaned_data["note"],
            choice=self.data.get("choice", ""),
        )

    def done(self, dossier: Dossier) -> str:
        """Say where it went."""
        return f"Đã chuyển hồ sơ {dossier} sang bước “{queries.step_name(dossier)}”."


class GiveBack(ActForm):
    """Give the dossier back to the step before."""

    name, slug = "return", "tra-lai"
    label, button = "Trả lại bước trước", "Trả lại"
    moves = (Move.RETURN_STEP,)

    reason = Words(label="Lý do trả lại", help_text="Người ở bước trước đọc câu này.")

    def do(self, common: Common) -> Dossier | Refusal:
        """Give back."""
        return commands.return_step(**common, reason=self.cleaned_data["reason"])

    def done(self, dossier: Dossier) -> str:
        """Say that it went back."""
        return f"Đã trả hồ sơ {dossier} lại bước trước."


class TakeBack(ActForm):
    """Take back what the next one has not acted on."""

    name, slug = "recall", "thu-hoi"
    label, button = "Thu hồi", "Thu hồi hồ sơ"
    moves = (Move.RECALL,)
    template = "acts/recall.html"

    def do(self, common: Common) -> Dossier | Refusal:
        """Take back."""
        return commands.recall(**common)

    def done(self, dossier: Dossier) -> str:
        """Say that it is back."""
        return f"Đã thu hồi hồ sơ {dossier}."


class Assign(ActForm):
    """Give the present step to a named person."""

    name, slug = "assign", "phan-cong"
    label, button = "Phân công", "Phân công"
    moves = (Move.ASSIGN,)

    to = forms.ChoiceField(label="Người xử lý")

    def prepare(self) -> None:
        """Offer whoever could hold the present step."""
        people = queries.colleagues_at(self.dossier, local(self.at).date())
        self.names = {str(one.pk): one.full_name for one in people}
        _offer(self.fields["to"], people, "Chọn một người")

    def do(self, common: Common) -> Dossier | Refusal:
        """Assign."""
        return commands.assign(**common, to=UUID(self.cleaned_data["to"]))

    def done(self, dossier: Dossier) -> str:
        """Say to whom."""
        return f"Đã phân công cho {self.names[self.cleaned_data['to']]}."


def _offer(field: forms.Field, people: list[Staff], nobody: str) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", nobody), *((str(one.pk), one.full_name) for one in people)]


def _chosen(value: str) -> UUID | None:
    return UUID(value) if value else None
