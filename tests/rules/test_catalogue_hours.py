"""Hours of a step as controllers type and read them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from motcua.reference.catalogue.pages.rows import HoursField

FIELD = HoursField(min_value=Decimal("0.25"), decimal_places=2)


@pytest.mark.parametrize(("typed", "hours"), [("0,5", "0.5"), ("0.5", "0.5"), ("16", "16"), ("16,00", "16")])
def test_a_comma_and_a_point_say_the_same(typed: str, hours: str) -> None:
    assert FIELD.clean(typed) == Decimal(hours)


@pytest.mark.parametrize("typed", ["", "0,1", "0,125", "một", "1,5,5"])
def test_what_is_no_number_of_hours_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        FIELD.clean(typed)


@pytest.mark.parametrize(("hours", "shown"), [("16.00", "16"), ("0.50", "0,5"), ("100", "100")])
def test_hours_are_shown_without_noughts_and_with_a_comma(hours: str, shown: str) -> None:
    assert FIELD.prepare_value(Decimal(hours)) == shown


def test_what_was_typed_wrongly_stays_as_it_was() -> None:
    assert FIELD.prepare_value("1,5,5") == "1,5,5"
