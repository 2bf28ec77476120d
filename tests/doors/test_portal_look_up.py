"""Anybody who has a code sees progress, and nothing else."""

import pytest
from django.http import HttpResponse
from django.test import Client

from motcua.casework.dossiers.models import Dossier
from motcua.doors.portal import pace
from motcua.doors.portal.codes import scanned
from tests.doors import portal_scene as scene
from tests.doors.tracking_scene import waiting
from tests.support.world import CODE, World, build

pytestmark = pytest.mark.django_db

# Everything about anh Páo, his dossier's content, and the officials who have it.
PRIVATE = (
    *("Giàng", "Páo", "008190000001", "0001", "Minh Xuân", "0912000001", "vneid:pao"),
    *("Giàng Thị Sua", "Đăng ký khai sinh", "Đăng ký", CODE, "Giấy chứng sinh", "Bản chụp mờ"),
    *("Trần Thị Hoa", "Hà Minh Tuấn", "Nguyễn Thị Lan"),
)


def everything(answer: HttpResponse) -> str:
    """Give all that an answer says: status line, headers, cookies, body."""
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
    return f"{headers}\n{answer.cookies.output()}\n{answer.content.decode()}"


def without_code(said: str, dossier: Dossier) -> str:
    return said.replace(str(dossier), "").replace(dossier.temporary_code, "")


def leaks(built: World, dossier: Dossier, answer: HttpResponse) -> list[str]:
    """Give what an answer tells beyond code and progress; the bare page tells the same of everybody."""
    bare = everything(Client().get("/tra-cuu/"))
    said = without_code(everything(answer), dossier)
    ids = (str(dossier.pk), str(built.citizen.pk), str(dossier.owner_id))
    return [part for part in (*PRIVATE, *ids) if part in said and part not in bare]


@pytest.mark.covers("T-44")
@pytest.mark.parametrize("by", ["code", "temporary_code"])
def test_look_up_by_code_tells_progress_and_nothing_of_the_person(by: str) -> None:
    built = build()
    for dossier in (built.drafted(), built.issued(), waiting(built)):
        answer = Client().get("/tra-cuu/", {"ma": getattr(dossier, by)})
        assert answer.status_code == 200
        assert str(dossier) in answer.content.decode()
        assert leaks(built, dossier, answer) == []


@pytest.mark.covers("T-44")
def test_the_search_for_leaks_finds_one_on_the_owners_own_page() -> None:
    built = build()
    dossier = built.drafted()
    answer = scene.as_pao(built).get(f"/ho-so/{dossier.pk}/")
    assert {"Giàng", "Páo", "Giàng Thị Sua"} <= set(leaks(built, dossier, answer))


@pytest.mark.covers("T-44")
@pytest.mark.parametrize("part", ["", "lich.ics", "luot-xem/", "ket-qua/"])
def test_who_only_has_the_code_gets_no_page_calendar_or_file(part: str) -> None:
    built = build()
    dossier = built.issued()
    answer = Client().get(f"/ho-so/{dossier.pk}/{part}")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/dang-nhap/")
    assert leaks(built, dossier, answer) in ([], [str(dossier.pk)])  # the address that was asked for


@pytest.mark.covers("T-44")
def test_an_unknown_code_answers_like_any_other_unknown_code() -> None:
    built = build()
    draft = built.draft()
    answers = [
        Client().get("/tra-cuu/", {"ma": code}) for code in (draft.temporary_code, "H60.24-000000-0000")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_the_qr_of_a_slip_opens_the_progress() -> None:
    built = build()
    dossier = built.accepted()
    address = f"https://motcua.example/tra-cuu/?ma={dossier}"
    assert scanned(address) == dossier.code
    assert str(dossier) in Client().get("/tra-cuu/", {"ma": address}).content.decode()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("  h60.24-261116-0007\r", "H60.24-261116-0007"),
        ("H60.24 - 261116 - 0007", "H60.24-261116-0007"),
        ("HTTPS://MOTCUA.EXAMPLE/tra-cuu/?ma=h60.24-261116-0007", "H60.24-261116-0007"),
        ("https://evil.example/khac/?ma=H60.24-261116-0007", ""),
        ("https://motcua.example/tra-cuu/", ""),
        ("", ""),
    ],
)
def test_a_reader_sends_a_code_or_the_address_of_a_slip(typed: str, code: str) -> None:
    assert scanned(typed) == code


def test_who_asks_too_often_is_told_kindly_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST", 2)
    client = Client(REMOTE_ADDR="203.0.113.9")
    answers = [client.get("/tra-cuu/", {"ma": "H60.24-000000-0000"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [404, 404, 429]
    assert answers[-1]["Retry-After"] == "60"
    assert "Chờ một phút rồi thử lại." in answers[-1].content.decode()
    assert Client(REMOTE_ADDR="203.0.113.10").get("/tra-cuu/", {"ma": "X"}).status_code == 404


def test_the_page_without_a_question_costs_no_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST", 0)
    assert Client(REMOTE_ADDR="203.0.113.11").get("/tra-cuu/").status_code == 200


def test_no_browser_keeps_what_was_looked_up() -> None:
    assert "no-store" in Client().get("/tra-cuu/", {"ma": "X"})["Cache-Control"]
