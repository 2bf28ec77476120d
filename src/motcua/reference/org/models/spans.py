"""Spans of days in constraints."""

from django.contrib.postgres.fields import DateRangeField
from django.db.models import Func


class DateSpan(Func):
    """The range of days from `valid_from` to `valid_to`, both included."""

    function = "daterange"
    output_field = DateRangeField()
