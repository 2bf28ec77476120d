"""Finding a procedure and following a dossier by its code, as anybody may."""

import pytest
from django.core.cache import cache
from django.test import Client

from motcua.doors.portal import pace as lookup
from tests.doors import portal_scene as scene
from tests.support.world import CODE

pytestmark = pytest.mark.django_db

PUBLIC = ("/", "/thu-tuc/", "/dang-nhap/", "/tra-cuu/", "/tro-giup/", "/tiep-can/", "/du-lieu-ca-nhan/")


@pytest.fixture(autouse=True)
def _fresh_count() -> None:
    cache.clear()


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_a_procedure_is_found_without_diacritics() -> None:
    scene.world()
    assert f"/thu-tuc/{CODE}/" in text(Client(), "/thu-tuc/?q=khai+sinh")


def test_a_question_without_answer_says_what_to_try() -> None:
    scene.world()
    assert "Thử ít chữ hơn" in text(Client(), "/thu-tuc/?q=zzzz")


def test_a_question_that_nothing_quite_answers_is_told_so_with_what_is_nearest() -> None:
    scene.world()
    said = "Không có thủ tục nào khớp hẳn"
    weak = text(Client(), "/thu-tuc/?q=sinh+tố+bơ+mãng+cầu+đá+xay")
    assert said in weak
    assert f"/thu-tuc/{CODE}/" in weak
    assert said not in text(Client(), "/thu-tuc/?q=khai+sinh")
    assert said not in text(Client(), "/thu-tuc/?q=zzzz")


def test_a_fact_that_the_source_lacks_is_said_to_be_missing() -> None:
    scene.world()
    shown = text(Client(), f"/thu-tuc/{CODE}/")
    assert "Nguồn công bố còn thiếu:" in shown
    assert "Căn cứ pháp lý" in shown


def test_an_unknown_procedure_is_not_found() -> None:
    assert Client().get("/thu-tuc/9.999999/").status_code == 404


def test_a_code_shows_progress_and_nothing_else() -> None:
    built = scene.world()
    dossier = built.received()
    shown = text(Client(), f"/tra-cuu/?ma={dossier.code.lower()}")
    assert "Được tiếp nhận" in shown
    for secret in ("Lý Thị Mẩy", "008190000482", "0912000318", "Đăng ký khai sinh"):
        assert secret not in shown


def test_an_unknown_code_says_what_to_check() -> None:
    assert "Không có hồ sơ nào mang mã" in text(Client(), "/tra-cuu/?ma=H60.24-1", 404)


def test_a_draft_has_no_progress_to_show() -> None:
    draft = scene.world().draft()
    text(Client(), f"/tra-cuu/?ma={draft.temporary_code}", 404)


def test_guessing_codes_is_stopped_after_thirty_in_a_minute() -> None:
    client = Client()
    statuses = [client.get("/tra-cuu/?ma=X").status_code for _ in range(lookup.MOST + 1)]
    assert statuses == [404] * lookup.MOST + [429]
    assert client.get("/tra-cuu/").status_code == 200


def test_every_page_that_anybody_reads_has_one_heading_equal_to_its_title() -> None:
    scene.world()
    for address in (
        "/",
        "/thu-tuc/",
        "/dang-nhap/",
        "/tra-cuu/",
        "/tro-giup/",
        "/tiep-can/",
        "/du-lieu-ca-nhan/",
    ):
        shown = text(Client(), address)
        heading = shown.partition("<h1")[2].partition(">")[2].partition("</h1>")[0]
        assert f"<title>{heading} – Một Cửa</title>" in shown, address
        assert shown.count("<h1") == 1, address
