"""A GET changes nothing; what reading itself must leave is permitted by name."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory

from motcua.base.access import NOBODY
from motcua.base.access.audience import ANYONE
from motcua.base.clock import now
from motcua.base.journal import writing as journal
from motcua.base.journal.models import Entry
from motcua.base.web.guard import WriteOnRead, reading_only
from motcua.base.web.page import Request, page
from tests.support.acts import HOUSE, Thing, hear_nothing, listening, noted

WRITES = [
    "INSERT INTO web_cache_of_mine VALUES (1)",
    " update access_account SET login = 'x'",
    "DELETE FROM access_account",
    "WITH gone AS (DELETE FROM access_account RETURNING 1) SELECT * FROM gone",
    "WITH a AS (SELECT 1) UPDATE access_account SET login = 'django_session'",
    "TRUNCATE access_account",
    "COPY access_account FROM STDIN",
    "CREATE TABLE t ()",
    "CALL f()",
    "DO $$ BEGIN END $$",
    "SELECT procrastinate_defer_jobs_v1(ARRAY[]::procrastinate_job_to_defer_v1[])",
    "/* hidden */ DELETE FROM access_account",
    "DELETE FROM access_account WHERE login IN (SELECT session_key FROM django_session)",
]
READS = [
    "SELECT 1",
    "SELECT * FROM access_account FOR UPDATE",
    "SELECT * FROM access_account FOR NO KEY UPDATE",
    "WITH a AS (SELECT updated FROM (VALUES (1)) v(updated)) SELECT * FROM a",
    "SHOW timezone",
    "UPDATE django_session SET session_data = 'x'",
    'DELETE FROM "web_cache" WHERE false',
]


@pytest.mark.django_db
@pytest.mark.parametrize("statement", WRITES)
def test_a_writing_statement_is_stopped_before_the_database(statement: str) -> None:
    with pytest.raises(WriteOnRead), reading_only(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", READS)
def test_a_reading_statement_passes(statement: str) -> None:
    with reading_only(), connection.cursor() as cursor:
        cursor.execute(statement)


def asked(view: Callable[..., Any], method: str) -> Any:
    request = getattr(RequestFactory(), method)("/")
    request.actor = NOBODY
    return view(request)


@page(audience=ANYONE, writes=True)
def careless(request: Request) -> HttpResponse:
    noted(Thing())
    return HttpResponse()


@pytest.mark.django_db
def test_a_page_that_writes_on_get_is_stopped_and_on_post_is_not() -> None:
    with pytest.raises(WriteOnRead):
        asked(careless, "get")
    assert not Entry.objects.exists()
    assert asked(careless, "post").status_code == 200
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_a_page_that_queues_work_on_get_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(monkeypatch, noted=hear_nothing), pytest.raises(WriteOnRead):
        asked(careless, "get")


@pytest.mark.django_db
def test_a_page_that_does_not_write_takes_no_post() -> None:
    @page(audience=ANYONE)
    def reading(request: Request) -> HttpResponse:
        return HttpResponse()

    assert asked(reading, "post").status_code == 405


@pytest.mark.django_db
def test_the_record_of_a_look_is_permitted_and_nothing_beside_it() -> None:
    @page(audience=ANYONE)
    def look(request: Request) -> HttpResponse:
        journal.write_read("thing.read", about=Thing(), chain="unit:1 2026-03-02", by=HOUSE, at=now())
        with connection.cursor() as cursor:
            cursor.execute("UPDATE access_account SET login = 'x'")
        return HttpResponse()

    with pytest.raises(WriteOnRead, match="access_account"):
        asked(look, "get")
    assert list(Entry.objects.values_list("thing", flat=True)) == ["reads:unit:1 2026-03-02"]
