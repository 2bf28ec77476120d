"""What is chosen: one of several, several of many, yes or no."""

from datetime import date

from motcua.base.rooms import Refusal
from motcua.reference.forms.rules.schema import Field
from motcua.reference.forms.words import Why


def one(field: Field, given: object, _today: date) -> str | Refusal:
    """Take one code of the list."""
    codes = [option.code for option in field.options]
    return given if isinstance(given, str) and given in codes else Refusal(Why.NOT_LISTED)


def several(field: Field, given: object, _today: date) -> list[str] | Refusal:
    """Take codes of the list, in the order of the list."""
    codes = [option.code for option in field.options]
    if not isinstance(given, list) or any(each not in codes for each in given):
        return Refusal(Why.NOT_LISTED)
    return [code for code in codes if code in given]


def yes_or_no(_field: Field, given: object, _today: date) -> bool | Refusal:
    """Take true or false, nothing that merely looks like it."""
    return given if isinstance(given, bool) else Refusal(Why.NOT_YES_NO)
