"""A scene that is put back is the scene that was built, and nothing is put back where something stands."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction

from motcua.reference.org.models import Agency
from tests.doors.desk_scene import ward
from tests.support import kept
from tests.support.world import build

pytestmark = pytest.mark.django_db


def rows_after(builder: Callable[[], object]) -> dict[str, int]:
    """Build, count the rows of every table, and let it all go again."""
    with transaction.atomic():
        builder()
        found = {table: len(rows) for table, rows in kept._rows(kept._columns()).items() if rows}
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("scene", [build, ward])
def test_a_scene_put_back_has_the_rows_of_one_that_was_built(scene: Callable[[], object]) -> None:
    rows_after(scene)
    assert rows_after(scene) == rows_after(scene.__wrapped__)  # type: ignore[attr-defined]  # by functools.wraps


def test_the_second_time_nothing_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    rows_after(build)
    monkeypatch.setattr("motcua.reference.org.commands.found_agency", None)
    assert rows_after(build)
    with pytest.raises(TypeError):
        rows_after(build.__wrapped__)


def test_where_something_stands_a_scene_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    rows_after(build)
    ward()
    assert Agency.objects.exists()
    monkeypatch.setattr("motcua.reference.org.commands.found_agency", None)
    with pytest.raises(TypeError):
        build()


def test_what_is_put_back_breaks_no_key() -> None:
    rows_after(build)
    build()
    connection.check_constraints()
