"""The simulated e-identity, asked over real sockets as a relying party would."""

import base64
import hashlib
import json
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from motcua.exchange.identity.simulator.authorize import CLAIMS_OF
from motcua.exchange.identity.simulator.ledger import CODE_SECONDS, TOKEN_SECONDS
from tests.exchange.identity_simulator_scene import BACK, PERSON, SECRET, Stand


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
