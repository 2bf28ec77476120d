"""Forms of the house: our fields, our words, our markup."""

from motcua.base.ui.forms.base import Form, Option, ShortLabel
from motcua.base.ui.forms.dates import DateBoxes, DateField
from motcua.base.ui.forms.problems import Problem, problems

__all__ = ["DateBoxes", "DateField", "Form", "Option", "Problem", "ShortLabel", "problems"]
