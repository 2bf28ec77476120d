"""The form of the check: one page of questions, made from what a procedure turns on."""

from typing import Any

from django import forms

from motcua.base.ui.forms import Form
from motcua.doors.portal.forms import FEW
from motcua.doors.portal.readings.checking import TICKED, Check
from motcua.doors.portal.readings.offers import CASE, CONDITION, COPIES, PLACE, WAY

ASKED = {
    CASE: "Bạn ở trường hợp nào?",
    WAY: "Bạn muốn nộp bằng cách nào?",
    PLACE: "Bạn ở đâu?",
    COPIES: "Bạn cần mấy bản sao?",
}
HINTS = {PLACE: "Chọn nơi cư trú: nơi ấy giải quyết hồ sơ của bạn."}
MISSING = {
    CASE: "Chọn trường hợp của bạn.",
    WAY: "Chọn cách nộp.",
    PLACE: "Chọn nơi bạn ở.",
    COPIES: "Chọn số bản sao.",
}


class CheckForm(Form):
    """The questions of one page; the conditions are ticked together, and none of them has to hold."""

    def __init__(self, *args: Any, check: Check, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in check.ask:
            if not one.name.startswith(CONDITION):
                labels = check.offer.labels[one.name]
                self.fields[one.name] = _choice(one.name, [(code, labels[code]) for code in one.answers])
        conditions = [one.name for one in check.ask if one.name.startswith(CONDITION)]
        if conditions:
            self.fields[TICKED] = forms.MultipleChoiceField(
                label="Điều nào đúng với bạn?",
                help_text="Đánh dấu mọi điều đúng. Không điều nào đúng thì để trống.",
                widget=forms.CheckboxSelectMultiple,
                required=False,
                choices=[(name.removeprefix(CONDITION), check.offer.conditions[name]) for name in conditions],
            )


def _choice(name: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    many = len(choices) > FEW and name != CASE
    return forms.ChoiceField(
        label=ASKED[name],
        help_text=HINTS.get(name, ""),
        widget=forms.Select if many else forms.RadioSelect,
        choices=[("", "Chọn"), *choices] if many else choices,
        error_messages={"required": MISSING[name], "invalid_choice": MISSING[name]},
    )
