"""The forms of rounds: opening a year or a month, deadlines, appraisers, other criteria."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms

from motcua.base.clock import today
from motcua.base.clock.periods import Period
from motcua.base.ui.forms import DateField
from motcua.reference.org.models import Agency
from motcua.reform.scoring.models import CriteriaSet, ScoringRound
from motcua.reform.scoring.pages import saying
from motcua.reform.scoring.pages.frame import KeyedForm
from motcua.reform.scoring.pages.leaf_forms import NumberField
from motcua.reform.scoring.queries import rounds as rounds_read
from motcua.reform.scoring.queries.sets import criteria_sets
from motcua.reform.scoring.words import NOT_OFFICIAL, SetLevel, SheetState

DATED = (
    SheetState.SELF_SCORING,
    SheetState.APPRAISAL_1,
    SheetState.EXPLANATION,
    SheetState.APPRAISAL_2,
    SheetState.COUNCIL,
)
MONTHS = 12


class OpenForm(KeyedForm):
    """A year to be scored: by which criteria, and until when each stage lasts."""

    criteria_id = forms.ChoiceField(label="Bộ tiêu chí")
    year = forms.IntegerField(label="Năm chấm điểm", min_value=2000, max_value=2100)
    opens_on = DateField(label="Đơn vị tự chấm từ ngày")
    self_scoring = DateField(label="Hạn khóa điểm tự chấm")
    appraisal_1 = DateField(label="Hạn thẩm định lần 1")
    explanation = DateField(label="Hạn giải trình")
    appraisal_2 = DateField(label="Hạn thẩm định lần 2")
    council = DateField(label="Hạn hội đồng thẩm định")
    bonus_cap = NumberField(label="Điểm thưởng nhiều nhất", initial=Decimal(0))
    penalty_cap = NumberField(label="Điểm trừ nhiều nhất", initial=Decimal(0))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["criteria_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), set_name(one)) for one in criteria_sets()]

    @property
    def round_said(self) -> dict[str, Any]:
        """Give what was said as the command takes it."""
        said, year = self.cleaned_data, self.cleaned_data["year"]
        return {
            "criteria_id": UUID(said["criteria_id"]),
            "period": Period(date(year, 1, 1), date(year, MONTHS, 31)),
            "opens_on": said["opens_on"],
            "deadlines": {state: said[state.value] for state in DATED},
            "bonus_cap": said["bonus_cap"],
            "penalty_cap": said["penalty_cap"],
        }


class DeadlineForm(KeyedForm):
    """A new last day of one stage."""

    state = forms.ChoiceField(
        label="Bước",
        choices=[(state.value, saying.DEADLINES[state].removeprefix("Hạn ").capitalize()) for state in DATED],
    )
    due_on = DateField(label="Hạn mới")

    def clean_state(self) -> SheetState:
        """Give the word."""
        return SheetState(self.cleaned_data["state"])


class AllocateForm(KeyedForm):
    """Which agencies appraise one domain."""

    agencies = forms.MultipleChoiceField(
        label="Cơ quan thẩm định lĩnh vực này", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, round_: ScoringRound, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["agencies"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), one.name) for one in appraising_agencies(round_)]


class MonthForm(KeyedForm):
    """The month to be scored provisionally."""

    month = forms.ChoiceField(label="Tháng")

    def __init__(self, round_: ScoringRound, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ = set(round_.months.values_list("first", flat=True))
        days = [date(round_.last.year, month, 1) for month in range(1, MONTHS + 1)]
        field = self.fields["month"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (day.isoformat(), f"Tháng {day.month}/{day.year}") for day in days if day not in open_
        ]


class MoveForm(KeyedForm):
    """The criteria to which a round moves."""

    criteria_id = forms.ChoiceField(label="Bộ tiêu chí mới")

    def __init__(self, round_: ScoringRound, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["criteria_id"]
        assert isinstance(field, forms.ChoiceField)
        rows = criteria_sets().filter(level=round_.level).exclude(pk=round_.criteria_id)
        field.choices = [(str(one.pk), set_name(one)) for one in rows]


def set_name(one: CriteriaSet) -> str:
    """Return a set of criteria as a list names it."""
    official = "" if one.official else f", {NOT_OFFICIAL}"
    return f"{one.name}, {saying.LEVELS[one.level].lower()}, năm {one.year}, bản {one.version}{official}"


def appraising_agencies(round_: ScoringRound) -> list[Agency]:
    """Give the agencies that may appraise in a round: the departments, then the committee itself."""
    return [*rounds_read.agencies_of(SetLevel.DEPARTMENT, round_.owner, today()), round_.owner]
