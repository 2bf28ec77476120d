"""Judging the papers of a dossier on one form."""

from typing import Any, Self

from django import forms
from django.http import QueryDict

from motcua.base.ui.forms import Form
from motcua.casework.dossiers import queries
from motcua.casework.dossiers.commands import Judgement
from motcua.casework.dossiers.models import Dossier, Paper
from motcua.casework.dossiers.pages.acts.base import Line
from motcua.casework.dossiers.sentences import VERDICTS
from motcua.casework.dossiers.words import Verdict


class JudgeForm(Form):
    """A verdict for every paper that was not replaced; one that fails has its reason."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, dossier: Dossier, *, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"seen": dossier.revision})
        self.papers = [one for one in queries.papers_of(dossier) if not one.superseded]
        for number, paper in enumerate(self.papers, 1):
            self._add(number, paper)

    def clean(self) -> dict[str, Any]:
        """Demand the reason of each failure, unless all are passed at once."""
        cleaned = super().clean() or {}
        for paper in self.papers:
            if self._verdict(paper, cleaned) is Verdict.FAILED and not cleaned.get(f"reason_{paper.pk}"):
                self.add_error(f"reason_{paper.pk}", "Nhập lý do không đạt để người nộp biết phải sửa gì.")
        return cleaned

    def judgements(self) -> list[Judgement]:
        """Give what was found, paper by paper; a reason stays with a failure alone."""
        found = []
        for paper in self.papers:
            verdict = self._verdict(paper, self.cleaned_data)
            reason = self.cleaned_data[f"reason_{paper.pk}"] if verdict is Verdict.FAILED else ""
            found.append(Judgement(paper.pk, verdict, reason))
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
    def rows(self) -> dict[Any, tuple[forms.BoundField, forms.BoundField]]:
        """Give the two fields of each paper by its id."""
        return {one.pk: (self[f"verdict_{one.pk}"], self[f"reason_{one.pk}"]) for one in self.papers}

    def _add(self, number: int, paper: Paper) -> None:
        self.fields[f"verdict_{paper.pk}"] = forms.ChoiceField(
            label=f"Giấy tờ {number}: kết luận",
            choices=[(one.value, VERDICTS[one]) for one in Verdict],
            initial=paper.verdict,
        )
        self.fields[f"reason_{paper.pk}"] = Line(
            label=f"Giấy tờ {number}: lý do không đạt", required=False, initial=paper.verdict_reason
        )

    def _verdict(self, paper: Paper, cleaned: dict[str, Any]) -> Verdict:
        if "all_passed" in self.data:
            return Verdict.PASSED
        return Verdict(cleaned.get(f"verdict_{paper.pk}", Verdict.UNSEEN))
