"""What counts as a house without its database, and what is a fault of ours."""

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, ProgrammingError

from motcua.base.web.away import is_away


@pytest.mark.parametrize(
    "error", [OperationalError(), psycopg.OperationalError(), DatabaseError(), psycopg.DatabaseError()]
)
def test_a_database_that_went_away_is_said_so(error: Exception) -> None:
    assert is_away(error)


@pytest.mark.parametrize("error", [IntegrityError(), ProgrammingError(), ValueError(), None])
def test_a_fault_of_ours_is_not_called_so(error: Exception | None) -> None:
    assert not is_away(error)
