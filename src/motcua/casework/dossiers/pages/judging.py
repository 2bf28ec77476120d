"""Judging the papers of a dossier on one form."""

from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from django import forms
from django.http import QueryDict

from motcua.base.clock import today
from motcua.base.rooms.registry import refusal_sentence
from motcua.base.ui.forms import DateField, Form, ShortLabel
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.commands import Judgement
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.pages.acts.base import Line
from motcua.casework.dossiers.queries.store import kept_once_accepted
from motcua.casework.dossiers.sentences import VERDICTS
from motcua.casework.dossiers.words import Verdict
from motcua.reference.people import rules as people_rules
from motcua.reference.people.words import Described

NUMBER_LENGTH = 60
READ = {"number": "Số", "issuer": "Nơi cấp", "issued_on": "Ngày cấp", "valid_to": "Có giá trị đến"}


@dataclass(frozen=True)
class PaperFields:
    """The fields of one paper; `read` is empty for a paper that its owner's store will not keep."""

    verdict: forms.BoundField
    reason: forms.BoundField
    read: tuple[forms.BoundField, ...]

    @property
    def open(self) -> bool:
        """Tell whether what was read on the paper must be looked at again."""
        return any(one.errors for one in self.read)


class JudgeForm(Form):
    """A verdict for every paper that was not replaced; one that fails has its reason.

    What the store will keep is described too: number, issuer, day of issue, last day, each when it has one.
    """

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, dossier: Dossier, *, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"seen": dossier.revision})
        self.papers = [one for one in queries.papers_of(dossier) if not one.superseded]
        self.kept = {one.pk for one in kept_once_accepted(self.papers)}
        for number, paper in enumerate(self.papers, 1):
            self._add(number, paper)
            if paper.pk in self.kept:
                self._add_read(number, paper)

    def clean(self) -> dict[str, Any]:
        """Demand the reason of each failure, unless all are passed at once, and days that can be."""
        cleaned = super().clean() or {}
        for paper in self.papers:
            said = self._said(paper, cleaned)
            refused = people_rules.check_described(said, today()) if said else None
            if refused is not None:
                self.add_error(f"valid_to_{paper.pk}", refusal_sentence(refused))
            if self._verdict(paper, cleaned) is Verdict.FAILED and not cleaned.get(f"reason_{paper.pk}"):
                self.add_error(f"reason_{paper.pk}", "Nhập lý do không đạt để người nộp biết phải sửa gì.")
        return cleaned

    def judgements(self) -> list[Judgement]:
        """Give what was found, paper by paper; a reason stays with a failure alone."""
        found = []
        for paper in self.papers:
            verdict = self._verdict(paper, self.cleaned_data)
            reason = self.cleaned_data[f"reason_{paper.pk}"] if verdict is Verdict.FAILED else ""
            found.append(Judgement(paper.pk, verdict, reason, self._said(paper, self.cleaned_data)))
        return found

    def done(self) -> str:
        """Say how many passed and failed."""
        verdicts = [one.verdict for one in self.judgements()]
        counted = ((verdicts.count(one), VERDICTS[one].lower()) for one in reversed(Verdict))
        return f"Đã ghi kết luận: {', '.join(f'{number} {word}' for number, word in counted if number)}."

    def again(self, dossier: Dossier) -> Self:
        """Give the form as it was sent, upon the dossier as it is now, with what stood in its way."""
        assert isinstance(self.data, QueryDict), "only a sent form goes on"
        data = self.data.copy()
        data["seen"] = str(dossier.revision)
        fresh = type(self)(dossier, data=data)
        for sentence in self.non_field_errors():
            fresh.add_error(None, sentence)
        return fresh

    @property
    def rows(self) -> dict[UUID, PaperFields]:
        """Give the fields of each paper by its id."""
        return {
            one.pk: PaperFields(
                self[f"verdict_{one.pk}"],
                self[f"reason_{one.pk}"],
                tuple(self[f"{name}_{one.pk}"] for name in READ) if one.pk in self.kept else (),
            )
            for one in self.papers
        }

    def _add(self, number: int, paper: Paper) -> None:
        self.fields[f"verdict_{paper.pk}"] = forms.ChoiceField(
            label=f"Giấy tờ {number}: kết luận",
            choices=[(one.value, VERDICTS[one]) for one in Verdict],
            initial=paper.verdict,
        )
        self.fields[f"reason_{paper.pk}"] = Line(
            label=f"Giấy tờ {number}: lý do không đạt", required=False, initial=paper.verdict_reason
        )

    def _add_read(self, number: int, paper: Paper) -> None:
        made: dict[str, forms.Field] = {
            "number": Line(max_length=NUMBER_LENGTH, required=False),
            "issuer": Line(required=False),
            "issued_on": DateField(latest=today, required=False),
            "valid_to": DateField(required=False),
        }
        for name, field in made.items():
            field.label = ShortLabel(f"Giấy tờ {number}: {READ[name].lower()}", short=READ[name])
            field.initial = getattr(paper, name)
            self.fields[f"{name}_{paper.pk}"] = field

    def _said(self, paper: Paper, cleaned: dict[str, Any]) -> Described | None:
        if paper.pk not in self.kept:
            return None
        read = {name: cleaned.get(f"{name}_{paper.pk}") for name in READ}
        return Described(read["number"] or "", read["issuer"] or "", read["issued_on"], read["valid_to"])

    def _verdict(self, paper: Paper, cleaned: dict[str, Any]) -> Verdict:
        if "all_passed" in self.data:
            return Verdict.PASSED
        return Verdict(cleaned.get(f"verdict_{paper.pk}", Verdict.UNSEEN))
