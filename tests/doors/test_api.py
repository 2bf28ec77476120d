"""The interface for programs: the published catalogue, anonymous, read only, cheap to ask again."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.http import HttpResponseBase
from django.test import Client
from hypothesis import HealthCheck, given, settings

from motcua.base.access import system
from motcua.base.clock import now
from motcua.doors.api import downloads
from motcua.doors.api.urls import description
from motcua.reference.catalogue.commands.importing import File, import_records
from motcua.reference.catalogue.importing.judging import judge
from motcua.reference.catalogue.importing.lines import read_lines
from tests.support.database import ROOT
from tests.support.records import component, method, paid, record, write

pytestmark = pytest.mark.django_db

LIST = "/api/v1/procedures"
COUNCIL = "Mức thu do Hội đồng nhân dân tỉnh quyết định"
RECORDS = (
    record("1.900001", name="Đăng ký khai sinh", field="Hộ tịch"),
    record("1.900002", name="Cấp giấy phép xây dựng nhà ở", levels=["tinh"], field="Xây dựng"),
    record("1.900003", name='=HYPERLINK("x")', methods=[paid(0, COUNCIL, free=None)]),
    record(
        "1.900004",
        quality_flags=["detail_page_mismatch_dropped"],
        components=[component("Đơn", "Cấp mới"), component("Giấy", "Cấp lại")],
    ),
    record("1.900001.000.00.00.H60", name="Đăng ký khai sinh"),
)


@pytest.fixture(autouse=True)
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "danh-muc.jsonl"
    load(path, *RECORDS)
    return path


def load(path: Path, *records: dict[str, Any]) -> None:
    write(path, records)
    file = File(path.name, "digest", lambda: judge(read_lines(path)))
    import_records(file=file, by=system("tests"), at=now())


def ask(address: str, **headers: str) -> HttpResponseBase:
    return Client().get(address, headers=headers)


def told(address: str) -> Any:
    response = ask(address)
    assert response.status_code == 200
    return json.loads(body(response))


def body(response: HttpResponseBase) -> str:
    parts = response.streaming_content if response.streaming else [response.content]  # type: ignore[attr-defined]
    return b"".join(parts).decode()


def codes(address: str) -> list[str]:
    return [one["code"] for one in told(address)["procedures"]]


def test_pages_follow_each_other_by_code_and_nothing_is_lost_or_doubled() -> None:
    seen, address = [], f"{LIST}?limit=3"
    while address:
        page = told(address)
        assert page["total"] == 4
        seen += [one["code"] for one in page["procedures"]]
        address = page["next"]
    assert seen == [f"1.90000{number}" for number in range(1, 5)]


def test_a_page_is_not_moved_by_what_goes_meanwhile() -> None:
    assert codes(f"{LIST}?after=1.9000015&limit=1") == ["1.900002"]


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ("level=province", ["1.900002"]),
        ("field=xay dung", ["1.900002"]),
        ("agency=Ủy ban nhân dân cấp xã&subject=Công dân Việt Nam&online=partial", 3),
        ("q=khai sinh", ["1.900001"]),
        ("field=không có", []),
    ],
)
def test_a_list_is_narrowed(narrowed: str, found: object) -> None:
    got = codes(f"{LIST}?{narrowed}")
    assert (len(got) if isinstance(found, int) else got) == found


def test_who_asks_since_a_moment_gets_only_what_changed(catalogue: Path) -> None:
    since = (now() + timedelta(seconds=0)).isoformat().replace("+", "%2B")
    assert codes(f"{LIST}?changed_since={since}") == []
    load(catalogue, record("1.900001", name="Đăng ký khai sinh", methods=[method(duration_value=1)]))
    assert codes(f"{LIST}?changed_since={since}") == ["1.900001"]


def test_one_procedure_is_told_whole_by_any_of_its_codes(catalogue: Path) -> None:
    load(catalogue, record("1.900001", name="Đăng ký khai sinh", methods=[method(duration_value=1)]))
    one = told(f"{LIST}/1.900001.000.00.00.H60")
    assert (one["code"], one["other_codes"]) == ("1.900001", ["1.900001.000.00.00.H60"])
    assert one["in_force"]["channels"][0]["value"] == 1
    assert [version["version"] for version in one["versions"]] == [2, 1]


def test_what_is_doubtful_is_never_told_for_sure() -> None:
    assert not told(f"{LIST}/1.900004")["listed"]["name_sure"]
    (fee,) = told(f"{LIST}/1.900003")["in_force"]["fees"]
    assert (fee["amount"], fee["free"]) == (None, None)


@pytest.mark.parametrize("address", [LIST, f"{LIST}/1.900001", f"{LIST}.csv", f"{LIST}.json"])
def test_who_has_the_answer_already_is_told_so(address: str, catalogue: Path) -> None:
    first = ask(address)
    etag = first["ETag"]
    assert "public" in first["Cache-Control"]
    assert ask(address, **{"If-None-Match": etag}).status_code == 304
    load(catalogue, record("1.900001", name="Đăng ký khai sinh", methods=[]))
    assert ask(address, **{"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "error"),
    [
        (f"{LIST}?limit=0", 400, "bad_value"),
        (f"{LIST}?limit=nhiều", 400, "bad_value"),
        (f"{LIST}?level=huyện", 400, "bad_value"),
        (f"{LIST}?changed_since=hôm qua", 400, "bad_value"),
        (f"{LIST}?after=%00", 400, "bad_value"),
        (f"{LIST}/9.999999", 404, "not_found"),
        (f"{LIST}/%00", 404, "not_found"),
        ("/api/v1/khong-co", 404, "not_found"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(address: str, status: int, error: str) -> None:
    response = ask(address)
    said = json.loads(body(response))
    assert (response.status_code, said["error"]) == (status, error)
    assert said["message"].endswith(".") and "{" not in said["message"]


def test_any_site_may_read_and_nobody_writes() -> None:
    assert ask(LIST)["Access-Control-Allow-Origin"] == "*"
    asked = Client().options(LIST)
    assert (asked.status_code, asked["Access-Control-Allow-Headers"]) == (204, "If-None-Match")
    for method_name in ("post", "put", "delete", "patch"):
        refused = getattr(Client(enforce_csrf_checks=True), method_name)(LIST)
        assert (refused.status_code, refused.json()["error"]) == (405, "only_reading")


def test_the_download_has_vietnamese_columns_each_explained() -> None:
    head, *rows = csv.reader(io.StringIO(body(ask(f"{LIST}.csv")).removeprefix("\ufeff")))
    entries = told("/api/v1/dictionary")
    assert head == [entry["heading"] for entry in entries] == list(downloads.HEADINGS.values())
    assert [row[0] for row in rows] == [f"1.90000{number}" for number in range(1, 5)]
    whole = told(f"{LIST}.json")
    assert [list(one) for one in whole] == [[entry["key"] for entry in entries]] * 4


def test_no_cell_of_the_download_runs_as_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(body(ask(f"{LIST}.csv")).removeprefix("\ufeff"))))
    assert '\'=HYPERLINK("x")' in rows[3]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_the_published_description_is_the_committed_one() -> None:
    committed = json.loads((ROOT / "docs" / "api" / "openapi.json").read_text(encoding="utf-8"))
    assert committed == description() == told("/api/v1/openapi.json")


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Keep the connection of the test, with all it holds, over many requests, as Django's own client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("one_connection")
def test_every_answer_is_what_the_description_promises() -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) == 3
    for operation in operations:
        hold(operation)


def hold(operation: Any) -> None:
    @given(operation.as_strategy())
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def holds(case: Any) -> None:
        case.call_and_validate()

    holds()


def test_the_catalogue_is_written_out_as_it_was_loaded(tmp_path: Path) -> None:
    call_command("catalogue", "export", str(path := tmp_path / "a.jsonl"), stdout=io.StringIO())
    written = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert written == sorted(RECORDS, key=lambda one: one["code"])
