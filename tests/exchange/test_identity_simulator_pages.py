"""What the simulated e-identity shows a person in a browser, and what it refuses to take."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from motcua.exchange.identity.simulator import totp
from motcua.exchange.identity.simulator.server import Server
from tests.exchange.identity_simulator_scene import OFFICIAL, OUT, Caller, Stand


@pytest.mark.parametrize("step", ["/chon-nguoi", "/dong-y"])
def test_who_cancels_goes_back_without_a_code(stand: Stand, step: str) -> None:
    name = stand.begin()
    stand.choose(name)
    answer = stand.press(step, luot=name, viec="huy")
    assert (answer["error"], answer["state"]) == ("access_denied", "trang thai & dau")
    assert "code" not in answer
    assert stand.browser.send("/dong-y", {"luot": name, "viec": "dong-y"})[0] == 400


def test_choosing_nobody_asks_again(stand: Stand) -> None:
    status, _, text = stand.browser.send("/chon-nguoi", {"luot": stand.begin(), "viec": "tiep"})
    assert status == 422
    assert "Chọn một người" in text


def test_agreeing_without_a_person_gives_no_code(stand: Stand) -> None:
    assert stand.browser.send("/dong-y", {"luot": stand.begin(), "viec": "dong-y"})[0] == 400


def test_another_browser_cannot_finish_a_log_in(stand: Stand) -> None:
    name = stand.begin()
    stand.choose(name)
    form = {"luot": name, "viec": "dong-y"}
    stranger = Caller(stand.port)
    assert stranger.send("/dong-y", form)[0] == 400
    stranger.send(stand.asked())
    assert stranger.send("/dong-y", form)[0] == 400
    assert stand.browser.send("/dong-y", form)[0] == 303


def test_a_second_press_gives_the_same_code_until_it_is_spent(stand: Stand) -> None:
    name = stand.begin()
    stand.choose(name)
    first = stand.press("/dong-y", luot=name, viec="dong-y")["code"]
    assert stand.press("/dong-y", luot=name, viec="dong-y")["code"] == first
    assert stand.buy(first)[0] == 200
    assert stand.browser.send("/dong-y", {"luot": name, "viec": "dong-y"})[0] == 400


def test_a_change_of_mind_voids_the_earlier_code(stand: Stand) -> None:
    name = stand.begin()
    stand.choose(name)
    earlier = stand.press("/dong-y", luot=name, viec="dong-y")["code"]
    stand.choose(name, "TID-22")
    later = stand.press("/dong-y", luot=name, viec="dong-y")["code"]
    assert stand.buy(earlier)[1]["error"] == "invalid_grant"
    assert stand.userinfo(stand.buy(later)[1]["access_token"])[1]["sub"] == "TID-22"


def test_logging_out_forgets_the_person(stand: Stand) -> None:
    _, bought = stand.buy(stand.code())
    assert "checked" in stand.browser.send(stand.asked())[2]
    query = urlencode({"id_token_hint": bought["id_token"], "post_logout_redirect_uri": OUT, "state": "s"})
    status, headers, _ = stand.browser.send(f"/end_session?{query}")
    assert (status, headers["Location"]) == (303, f"{OUT}?state=s")
    assert " checked" not in stand.browser.send(stand.asked())[2]


def test_logging_out_never_leads_to_an_unregistered_place(stand: Stand) -> None:
    _, bought = stand.buy(stand.code())
    for values in (
        {"id_token_hint": bought["id_token"], "post_logout_redirect_uri": "http://127.0.0.1:9/"},
        {"id_token_hint": bought["id_token"][:-8] + "AAAAAAAA", "post_logout_redirect_uri": OUT},
        {"post_logout_redirect_uri": OUT},
    ):
        status, headers, _ = stand.browser.send(f"/end_session?{urlencode(values)}")
        assert status == 400
        assert "Location" not in headers


def test_a_log_out_link_alone_asks_first(stand: Stand) -> None:
    stand.code()
    assert stand.browser.send("/end_session")[0] == 200
    assert " checked" in stand.browser.send(stand.asked())[2]
    assert stand.browser.send("/end_session", {"viec": "dang-xuat"})[0] == 200
    assert " checked" not in stand.browser.send(stand.asked())[2]


def test_every_page_is_strict_and_says_that_it_is_a_trial(stand: Stand) -> None:
    name = stand.begin()
    stand.choose(name)
    for path in ("/", stand.asked(), f"/dong-y?luot={name}", "/dien-thoai", "/end_session", "/khong-co"):
        _, headers, text = stand.browser.send(path)
        policy = headers["Content-Security-Policy"]
        nonce = re.search(r"style-src 'nonce-([^']+)'", policy)
        assert nonce and f'<style nonce="{nonce[1]}">' in text
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert headers["Cache-Control"] == "no-store"
        assert "VNeID giả lập — chỉ dùng để thử" in text
        heading = re.findall(r"<h1>(.*?)</h1>", text)
        assert heading == re.findall(r"<title>(.*?) – VNeID giả lập</title>", text)
        assert "<script" not in text


def test_names_are_shown_as_text_never_as_markup(stand: Stand) -> None:
    text = stand.browser.send(stand.asked())[2]
    assert "Lý Thị &lt;Hoa&gt;" in text
    assert "<Hoa>" not in text


def test_cookies_bear_the_simulators_own_prefix(stand: Stand) -> None:
    _, headers, _ = stand.browser.send(stand.asked())
    assert headers["Set-Cookie"].startswith("vneid_gia_lap_")
    assert "HttpOnly; SameSite=Lax" in headers["Set-Cookie"]


def test_an_odd_cookie_of_a_neighbour_hides_nothing(stand: Stand) -> None:
    stand.browser.cookies = {"la,[]": '"\xe9', "vneid_gia_lap_phien": "\xe9"}
    assert stand.browser.send(stand.asked())[0] == 200


@pytest.mark.parametrize(
    ("form", "headers", "status"),
    [
        ("a=" + "x" * 70_000, {}, 413),
        ("", {"Content-Length": "9" * 5000}, 413),
        ("", {"Content-Length": "nhieu"}, 400),
        ("a=%ff", {}, 400),
        ("{}", {"Content-Type": "application/json"}, 415),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    stand: Stand, form: str, headers: dict[str, str], status: int
) -> None:
    assert stand.client.send("/token", form, **headers)[0] == status


def test_a_wrong_method_is_told_the_right_one(stand: Stand) -> None:
    status, headers, _ = stand.client.send("/token")
    assert (status, headers["Allow"]) == (405, "POST")


def test_the_phone_shows_the_code_of_this_moment(stand: Stand) -> None:
    stand.clock.held = 59.5
    _, headers, text = stand.browser.send("/dien-thoai")
    code = totp.code_at(totp.key_of(OFFICIAL["totp_secret"]), 59)
    assert f"<span>{code[:3]}</span><span>{code[3:]}</span>" in text
    assert "1 giây" in text
    assert headers["Refresh"] == "1"
    assert "Refresh" not in stand.browser.send("/dien-thoai?lam-moi=tat")[1]


def test_the_phone_stays_hidden_from_other_machines(stand: Stand, people: Path) -> None:
    assert stand.browser.send("/dien-thoai", Host="la.example:8001")[0] == 404
    with Server("0.0.0.0", 0) as server:
        assert not server.only_here


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_codes_agree_with_the_vectors_of_rfc_6238(seconds: int, code: str) -> None:
    key = b"12345678901234567890"
    assert totp.code_at(key, seconds, digits=8) == code
    assert totp.code_at(key, seconds) == code[2:]
