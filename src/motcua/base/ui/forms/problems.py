"""The lines of the error summary, in the order of the fields."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BaseForm, BoundField

from motcua.base.ui.forms.base import lower_first
from motcua.base.ui.forms.dates import DateBoxes


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the sentence, and the address of its control (may be empty)."""

    text: str
    href: str = ""


def problems(*forms: BaseForm) -> tuple[Problem, ...]:
    """Return what must be mended in the forms, first those of the whole form, then field by field."""
    return tuple(problem for form in forms for problem in of_form(form))


def of_form(form: BaseForm) -> Iterator[Problem]:
    if not form.is_bound:
        return
    for sentence in form.non_field_errors():
        yield Problem(str(sentence))
    for field in form:
        for sentence in field.errors:
            yield Problem(line(str(field.label), str(sentence)), f"#{first_id(field)}")


def line(label: str, sentence: str) -> str:
    """Put the label before a sentence that does not name its field already."""
    told, name = sentence.casefold(), label.casefold()
    if name in told or told.split()[:2] == name.split()[:2]:
        return sentence
    if label.endswith("?"):
        return f"{label} {sentence}"
    return f"{label}: {lower_first(sentence)}"


def wrong_parts(field: BoundField) -> str:
    """Return the names of the date boxes to mark, all three when the error does not say."""
    codes = [str(error.code) for error in field.form.errors.as_data().get(field.name, [])]
    named = " ".join(code.removeprefix("date ") for code in codes if code.startswith("date "))
    return named or ("day month year" if codes else "")


def first_id(field: BoundField) -> str:
    """Return the id of the control that the summary leads to."""
    if isinstance(field.field.widget, DateBoxes):
        return f"{field.auto_id}_{wrong_parts(field).split(' ')[0]}"
    if field.field.widget.use_fieldset:
        return f"{field.auto_id}_0"
    return field.id_for_label
