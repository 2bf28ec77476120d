"""Counts that hold back a guesser are not thrown away because others come."""

import pytest
from django.core.cache.backends.db import DatabaseCache

from motcua.config import settings as house

pytestmark = pytest.mark.django_db

VISITORS = 700


def survives(options: dict[str, object]) -> bool:
    """Count somebody's guesses, let many others come, and tell whether the count is still there."""
    cache = DatabaseCache("web_cache", options)
    cache.set("login-failed:0", 5, timeout=300)
    for number in range(VISITORS):
        cache.add(f"look-up:{number}", 0, timeout=300)
    return cache.get("login-failed:0") == 5


def test_many_visitors_do_not_wipe_out_a_count() -> None:
    assert house.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    assert survives(house.CACHES["default"])


def test_with_the_usual_limit_they_do() -> None:
    assert not survives({})
