"""The simulated e-identity, asked over real sockets as a relying party and as a browser would."""

import base64
import hashlib
import http.client
import json
import os
import re
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest

from motcua.exchange.identity.simulator import __main__ as command
from motcua.exchange.identity.simulator import totp
from motcua.exchange.identity.simulator.app import Simulator
from motcua.exchange.identity.simulator.authorize import CLAIMS_OF
from motcua.exchange.identity.simulator.ledger import CODE_SECONDS, TOKEN_SECONDS
from motcua.exchange.identity.simulator.people import Fault, Registry, read
from motcua.exchange.identity.simulator.provider import Provider
from motcua.exchange.identity.simulator.server import Server

BACK = "http://127.0.0.1:8000/dang-nhap/vneid/login/callback/"
OUT = "http://127.0.0.1:8000/"
SECRET = "mat-khau-chi-de-thu"
PERSON = {
    "sub": "TID-7f3a91",
    "name": "Lý Thị <Hoa>",
    "birthdate": "1990-03-12",
    "gender": "female",
    "personal_id": "002190000123",
    "phone_number": "0900000123",
    "address": {"province": "Tuyên Quang", "commune": "Xã Thử", "detail": "Thôn 1"},
}
OFFICIAL = {
    "login": "hoa",
    "name": "Chị Hoa",
    "position": "Cán bộ một cửa",
    "totp_secret": "GEZDGNBVGY3TQOJQ",
}
FILE = {
    "client": {
        "id": "mot-cua",
        "secret": SECRET,
        "name": "Cổng thử",
        "redirect_uris": [BACK],
        "post_logout_redirect_uris": [OUT],
    },
    "people": [PERSON, PERSON | {"sub": "TID-22", "name": "Sùng A Páo", "gender": "male"}],
    "officials": [OFFICIAL],
}


class Clock:
    """The time of day, pushed forward or held by tests."""

    def __init__(self) -> None:
        self.pushed = 0.0
        self.held: float | None = None

    def __call__(self) -> float:
        return time.time() + self.pushed if self.held is None else self.held


class Caller:
    """One browser or client: sends requests, keeps cookies, never follows a redirect by itself."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def send(
        self, path: str, form: dict[str, str] | str | None = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} | headers
        try:
            if form is None:
                line.request("GET", path, headers=sent)
            else:
                body = form if isinstance(form, str) else urlencode(form)
                kind = {"Content-Type": "application/x-www-form-urlencoded"}
                line.request("POST", path, body, kind | sent)
            answer = line.getresponse()
            text = answer.read().decode()
            found = dict(answer.getheaders())
        finally:
            line.close()
        for name, value in re.findall(r"^([^=]+)=([^;]*)", found.get("Set-Cookie", "")):
            self.cookies[name] = value
        return answer.status, found, text


class Stand:
    """A running simulator and the steps of a log-in against it."""

    def __init__(self, port: int, clock: Clock, file: Path) -> None:
        self.port, self.clock, self.file = port, clock, file
        self.issuer = f"http://127.0.0.1:{port}"
        self.browser = Caller(port)
        self.client = Caller(port)
        self.verifier = secrets.token_urlsafe(48)

    def asked(self, **changes: str) -> str:
        digest = hashlib.sha256(self.verifier.encode()).digest()
        values = {
            "response_type": "code",
            "client_id": "mot-cua",
            "redirect_uri": BACK,
            "scope": "openid profile personal_id phone address",
            "state": "trang thai & dau",
            "nonce": "n-1",
            "acr_values": "2",
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        } | changes
        return "/authorize?" + urlencode({name: value for name, value in values.items() if value})

    def begin(self, **changes: str) -> str:
        status, _, text = self.browser.send(self.asked(**changes))
        assert status == 200, text
        name = re.search(r'name="luot" value="([^"]+)"', text)
        assert name, text
        return name[1]

    def press(self, path: str, **form: str) -> dict[str, str]:
        status, headers, text = self.browser.send(path, form)
        assert status == 303, text
        address = headers["Location"]
        assert address.startswith(f"{BACK}?"), address
        return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}

    def choose(self, name: str, sub: str = "TID-7f3a91") -> None:
        status, headers, _ = self.browser.send("/chon-nguoi", {"luot": name, "nguoi": sub, "viec": "tiep"})
        assert (status, headers["Location"]) == (303, f"/dong-y?luot={name}")

    def code(self, **changes: str) -> str:
        name = self.begin(**changes)
        self.choose(name)
        return self.press("/dong-y", luot=name, viec="dong-y")["code"]

    def buy(self, code: str, /, **changes: str) -> tuple[int, dict[str, Any]]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": BACK,
            "code_verifier": self.verifier,
            "client_id": "mot-cua",
            "client_secret": SECRET,
        } | changes
        status, headers, text = self.client.send(
            "/token", {name: value for name, value in form.items() if value}
        )
        assert headers["Cache-Control"] == "no-store"
        return status, json.loads(text)

    def userinfo(self, token: str) -> tuple[int, dict[str, Any]]:
        status, _, text = self.client.send("/userinfo", Authorization=f"Bearer {token}")
        return status, json.loads(text)


def written(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return written(tmp_path / "people.json", FILE)


@pytest.fixture
def stand(people: Path) -> Iterator[Stand]:
    clock = Clock()
    registry = Registry.open(people)
    assert isinstance(registry, Registry)
    with Server("127.0.0.1", 0) as server:
        port = server.server_port
        provider = Provider(registry, issuer=f"http://127.0.0.1:{port}", clock=clock)
        server.set_app(Simulator(provider, phone_shown=server.only_here))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield Stand(port, clock, people)
        server.shutdown()
        thread.join()


def test_a_whole_log_in_gives_a_signed_identity(stand: Stand) -> None:
    name = stand.begin()
    stand.choose(name)
    _, _, page = stand.browser.send(f"/dong-y?luot={name}")
    assert "Cổng thử" in page
    assert "002190000123" in page
    back = stand.press("/dong-y", luot=name, viec="dong-y")
    assert (back["state"], back["iss"]) == ("trang thai & dau", stand.issuer)
    status, bought = stand.buy(back["code"])
    assert (status, bought["token_type"], bought["expires_in"]) == (200, "Bearer", TOKEN_SECONDS)
    keys = jwt.PyJWKSet.from_dict(json.loads(stand.client.send("/jwks")[2]))
    kid = jwt.get_unverified_header(bought["id_token"])["kid"]
    claims = jwt.decode(
        bought["id_token"], keys[kid], algorithms=["RS256"], audience="mot-cua", issuer=stand.issuer
    )
    assert (claims["sub"], claims["nonce"], claims["acr"]) == (PERSON["sub"], "n-1", "2")
    half = hashlib.sha256(bought["access_token"].encode()).digest()[:16]
    assert claims["at_hash"] == base64.urlsafe_b64encode(half).rstrip(b"=").decode()
    assert stand.userinfo(bought["access_token"]) == (200, PERSON | {"acr": "2"})


def test_a_client_may_authenticate_by_basic(stand: Stand) -> None:
    basic = base64.b64encode(f"mot-cua:{SECRET}".encode()).decode()
    form = {"grant_type": "authorization_code", "redirect_uri": BACK, "code_verifier": stand.verifier}
    status, _, _ = stand.client.send("/token", form | {"code": stand.code()}, Authorization=f"Basic {basic}")
    assert status == 200


def test_only_what_was_asked_for_is_shared(stand: Stand) -> None:
    _, bought = stand.buy(stand.code(scope="openid email phone"))
    assert bought["scope"] == "openid phone"
    _, claims = stand.userinfo(bought["access_token"])
    assert claims == {"sub": PERSON["sub"], "acr": "2", "phone_number": PERSON["phone_number"]}


def test_a_wrong_verifier_buys_nothing_and_spends_the_code(stand: Stand) -> None:
    code = stand.code()
    assert stand.buy(code, code_verifier="x" * 43)[1]["error"] == "invalid_grant"
    assert stand.buy(code)[1]["error"] == "invalid_grant"


def test_a_replayed_code_revokes_what_it_bought(stand: Stand) -> None:
    code = stand.code()
    _, bought = stand.buy(code)
    assert stand.userinfo(bought["access_token"])[0] == 200
    assert stand.buy(code)[1]["error"] == "invalid_grant"
    assert stand.userinfo(bought["access_token"])[0] == 401


@pytest.mark.parametrize(("age", "status"), [(CODE_SECONDS - 5, 200), (CODE_SECONDS, 400)])
def test_a_code_lives_one_minute(stand: Stand, age: float, status: int) -> None:
    code = stand.code()
    stand.clock.pushed = age
    assert stand.buy(code)[0] == status


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"redirect_uri": BACK + "x"}, "invalid_grant"),
        ({"client_secret": "sai"}, "invalid_client"),
        ({"client_id": "khac"}, "invalid_client"),
        ({"code_verifier": ""}, "invalid_request"),
        ({"code_verifier": "ngan"}, "invalid_request"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": ""}, "invalid_request"),
        ({"code": "khong-co"}, "invalid_grant"),
    ],
)
def test_a_wrong_token_request_names_its_error(stand: Stand, change: dict[str, str], error: str) -> None:
    status, answer = stand.buy(stand.code(), **change)
    assert (status, answer["error"]) == (401 if error == "invalid_client" else 400, error)


def test_a_foreign_client_does_not_spend_the_code(stand: Stand) -> None:
    code = stand.code()
    stand.buy(code, client_secret="sai")
    assert stand.buy(code)[0] == 200


@pytest.mark.parametrize(
    "change",
    [
        {"redirect_uri": "http://127.0.0.1:8000/noi-khac/"},
        {"redirect_uri": BACK + "?them=1"},
        {"redirect_uri": ""},
        {"client_id": "khac"},
    ],
)
def test_an_unregistered_sender_is_never_sent_back(stand: Stand, change: dict[str, str]) -> None:
    status, headers, text = stand.browser.send(stand.asked(**change))
    assert status == 400
    assert "Location" not in headers
    assert "chưa được đăng ký" in text


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": ""}, "invalid_request"),
        ({"scope": "profile"}, "invalid_scope"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge_method": ""}, "invalid_request"),
        ({"code_challenge": "ngan"}, "invalid_request"),
        ({"request": "x"}, "request_not_supported"),
        ({"prompt": "none"}, "login_required"),
        ({"prompt": "none login"}, "invalid_request"),
    ],
)
def test_a_faulty_question_goes_back_with_its_error(stand: Stand, change: dict[str, str], error: str) -> None:
    status, headers, _ = stand.browser.send(stand.asked(**change))
    answer = parse_qs(urlsplit(headers["Location"]).query)
    assert (status, answer["error"], answer["state"]) == (303, [error], ["trang thai & dau"])
    assert headers["Location"].startswith(f"{BACK}?")


def test_a_parameter_given_twice_is_refused(stand: Stand) -> None:
    _, headers, _ = stand.browser.send(stand.asked() + "&scope=openid")
    assert "error=invalid_request" in headers["Location"]


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


def test_userinfo_needs_a_live_token(stand: Stand) -> None:
    status, headers, _ = stand.client.send("/userinfo")
    assert (status, headers["WWW-Authenticate"]) == (401, 'Bearer realm="vneid-gia-lap"')
    assert stand.userinfo("bia-dat")[0] == 401
    _, bought = stand.buy(stand.code())
    stand.clock.pushed = TOKEN_SECONDS
    assert stand.userinfo(bought["access_token"])[0] == 401


def test_discovery_names_endpoints_that_answer(stand: Stand) -> None:
    found = json.loads(stand.client.send("/.well-known/openid-configuration")[2])
    assert found["issuer"] == stand.issuer
    assert found["code_challenge_methods_supported"] == ["S256"]
    assert found["scopes_supported"] == list(CLAIMS_OF)
    addresses = [value for name, value in found.items() if name.endswith(("_endpoint", "_uri"))]
    assert len(addresses) == 5
    for address in addresses:
        assert address.startswith(stand.issuer)
        assert stand.client.send(address.removeprefix(stand.issuer))[0] != 404


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


def test_a_changed_file_is_read_again_and_a_broken_one_is_not(
    stand: Stand, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Bà Lan" not in stand.browser.send(stand.asked())[2]
    written(stand.file, FILE | {"people": [PERSON | {"name": "Bà Lan"}]})
    assert "Bà Lan" in stand.browser.send(stand.asked())[2]
    stand.file.write_text("{", encoding="utf-8")
    assert "Bà Lan" in stand.browser.send(stand.asked())[2]
    assert "Bà Lan" in stand.browser.send(stand.asked())[2]
    assert capsys.readouterr().err.count("không phải là JSON") == 1


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        FILE | {"client": {"id": "a", "secret": "b", "redirect_uris": []}},
        FILE | {"client": {"id": "a", "secret": "b", "redirect_uris": ["javascript:alert(1)"]}},
        FILE | {"people": [PERSON, PERSON]},
        FILE | {"people": [PERSON | {"personal_id": "12"}]},
        FILE | {"people": [PERSON | {"birthdate": "1990-02-30"}]},
        FILE | {"people": [PERSON | {"address": "Thôn 1"}]},
        FILE | {"officials": [OFFICIAL | {"totp_secret": "1"}]},
    ],
)
def test_a_bad_people_file_is_named_in_one_sentence(tmp_path: Path, content: object) -> None:
    found = read(written(tmp_path / "people.json", content))
    assert isinstance(found, Fault)
    assert found.sentence.count("\n") == 0


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o700])
def test_a_people_file_open_to_others_is_refused(people: Path, mode: int) -> None:
    people.chmod(mode)
    found = read(people)
    assert isinstance(found, Fault)
    assert "0600" in found.sentence


def test_the_command_names_a_missing_file_and_a_taken_port(
    people: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--people", str(people.parent / "khong-co.json")]) == 2
    with Server("127.0.0.1", 0) as server:
        assert command.main(["--people", str(people), "--listen", f"127.0.0.1:{server.server_port}"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_the_process_serves_without_django_and_ends_quietly(people: Path) -> None:
    with Server("127.0.0.1", 0) as server:
        port = server.server_port
    starts = (
        "import sys; from motcua.exchange.identity.simulator.__main__ import main; "
        "assert 'django' not in sys.modules; sys.exit(main())"
    )
    options = ["--people", str(people), "--listen", f"127.0.0.1:{port}"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", starts, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        try:
            assert process.stdout and f"127.0.0.1:{port}" in process.stdout.readline()
            assert Caller(port).send("/jwks")[0] == 200
        finally:
            process.terminate()
        _, complaints = process.communicate(timeout=10)
    assert (process.returncode, complaints) == (0, "")
