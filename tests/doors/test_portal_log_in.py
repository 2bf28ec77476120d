"""Coming in by e-identity: against the running simulator, as a browser does."""

import copy
import http.client
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from motcua.base.access import Kind, system
from motcua.base.access.commands import open_account
from motcua.base.access.models import Account
from motcua.base.clock import now
from motcua.exchange.identity.adapter import CitizensAdapter, identity_of
from motcua.exchange.identity.simulator.app import Simulator
from motcua.exchange.identity.simulator.people import Registry
from motcua.exchange.identity.simulator.provider import Provider
from motcua.exchange.identity.simulator.server import Server
from motcua.reference.people.models import Person
from tests.support.world import build

pytestmark = pytest.mark.django_db

BACK = "http://testserver/dang-nhap/vneid/tro-ve/"
MAI = {
    "sub": "TID-mai",
    "name": "Giàng Thị Mai",
    "birthdate": "1995-08-02",
    "gender": "female",
    "personal_id": "008190000777",
    "phone_number": "0912000002",
    "address": {"province": "tỉnh Tuyên Quang", "commune": "phường Minh Xuân", "detail": "Tổ 3"},
}


class Phone:
    """The pages of the simulator, pressed one after the other."""

    def __init__(self, port: int) -> None:
        self.port, self.cookie = port, ""

    def send(self, path: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        """Give where an answer leads, and its text."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie}
        line.request("POST" if form else "GET", path, urlencode(form or {}), kind)
        answer = line.getresponse()
        text, found = answer.read().decode(), dict(answer.getheaders())
        line.close()
        self.cookie = found.get("Set-Cookie", self.cookie).partition(";")[0]
        return found.get("Location", ""), text

    def press(self, authorize: str, *, agree: bool = True) -> str:
        """Choose Mai and agree, or cancel; give the address that leads back."""
        _, text = self.send(authorize)
        found = re.search(r'name="luot" value="([^"]+)"', text)
        assert found, text
        if not agree:
            return self.send("/chon-nguoi", {"luot": found[1], "viec": "huy"})[0]
        self.send("/chon-nguoi", {"luot": found[1], "nguoi": MAI["sub"], "viec": "tiep"})
        return self.send("/dong-y", {"luot": found[1], "viec": "dong-y"})[0]


@pytest.fixture
def phone(tmp_path: Path, settings: Settings) -> Iterator[Phone]:
    """Run the simulator, and let the house ask it."""
    providers = copy.deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    app = providers["openid_connect"]["APPS"][0]
    known = {"id": app["client_id"], "secret": app["secret"], "name": "Thử", "redirect_uris": [BACK]}
    file = tmp_path / "people.json"
    file.write_text(
        json.dumps({"client": {**known, "post_logout_redirect_uris": []}, "people": [MAI], "officials": []})
    )
    file.chmod(0o600)
    registry = Registry.open(file)
    assert isinstance(registry, Registry), registry
    with Server("127.0.0.1", 0) as server:
        issuer = f"http://127.0.0.1:{server.server_port}"
        app["settings"]["server_url"] = issuer
        settings.SOCIALACCOUNT_PROVIDERS = providers
        server.set_app(Simulator(Provider(registry, issuer=issuer), phone_shown=server.only_here))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield Phone(server.server_port)
        server.shutdown()
        thread.join()


def go_out(client: Client, then: str = "/kho-giay-to/") -> str:
    """Press the button of the sign-in page; give the path and query at the provider."""
    parts = urlsplit(client.post("/dang-nhap/vneid/", {"next": then})["Location"])
    return f"{parts.path}?{parts.query}"


def come_in(client: Client, phone: Phone, then: str = "/kho-giay-to/") -> str:
    """Sign Mai in; give where she is led."""
    back = urlsplit(phone.press(go_out(client, then)))
    answer = client.get(f"{back.path}?{back.query}")
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_the_first_log_in_opens_one_account_and_leads_on(phone: Phone) -> None:
    client = Client()
    assert come_in(client, phone) == "/kho-giay-to/"
    person = Person.objects.get()
    assert (person.full_name, person.personal_id) == ("Giàng Thị Mai", "008190000777")
    assert "Giàng Thị Mai" in client.get("/kho-giay-to/").content.decode()


def test_later_log_ins_are_the_same_account(phone: Phone) -> None:
    for _ in range(2):
        come_in(Client(), phone)
    assert Account.objects.count() == Person.objects.count() == SocialAccount.objects.count() == 1


def test_without_a_place_to_return_to_one_sees_ones_dossiers(phone: Phone) -> None:
    assert come_in(Client(), phone, then="") == "/ho-so/"


def test_log_in_never_leads_to_another_site(phone: Phone) -> None:
    assert come_in(Client(), phone, then="https://xau.example/") == "/ho-so/"


def test_what_was_typed_before_signing_in_is_still_there_afterwards(phone: Phone) -> None:
    build()
    client = Client()
    client.post("/thu-tuc/1.001193/nop/", {"agency": "", "key": "k-1"})
    address = come_in(client, phone, then="/thu-tuc/1.001193/nop/")
    shown = client.get(address).content.decode()
    assert "Phiên đăng nhập đã hết" in shown
    assert 'value="k-1"' in shown


def test_a_cancelled_log_in_says_so_and_keeps_the_way_back(phone: Phone) -> None:
    client = Client()
    back = urlsplit(phone.press(go_out(client), agree=False))
    answer = client.get(f"{back.path}?{back.query}")
    assert answer["Location"] == "/dang-nhap/?ket-qua=dung&next=%2Fkho-giay-to%2F"
    shown = client.get(answer["Location"]).content.decode()
    assert "Bạn đã dừng đăng nhập." in shown
    assert not Account.objects.exists()


def test_a_forged_return_lets_nobody_in(phone: Phone) -> None:
    client = Client()
    go_out(client)
    assert client.get("/dang-nhap/vneid/tro-ve/?code=x&state=y")["Location"] == "/dang-nhap/?ket-qua=loi"
    assert client.get("/ho-so/").status_code == 302


def test_a_closed_account_stays_closed(phone: Phone) -> None:
    come_in(Client(), phone)
    Account.objects.update(is_active=False)
    client = Client()
    assert come_in(client, phone).startswith("/dang-nhap/?ket-qua=khoa")
    assert client.get("/ho-so/").status_code == 302


def test_a_link_from_elsewhere_starts_no_log_in() -> None:
    assert Client().get("/dang-nhap/vneid/")["Location"] == "/dang-nhap/"


def test_a_provider_that_does_not_answer_gets_a_sentence(settings: Settings) -> None:
    providers = copy.deepcopy(settings.SOCIALACCOUNT_PROVIDERS)
    providers["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:9"
    settings.SOCIALACCOUNT_PROVIDERS = providers
    client = Client()
    answer = client.post("/dang-nhap/vneid/", {})
    assert "VNeID chưa trả lời." in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("level", ["", "1", "0"])
def test_a_lower_level_of_e_identity_is_turned_away(level: str) -> None:
    extra = {"userinfo": MAI, "id_token": {"acr": level}}
    log_in = SocialLogin(user=Account(), account=SocialAccount(uid=MAI["sub"], extra_data=extra))
    with pytest.raises(ImmediateHttpResponse) as turned_away:
        CitizensAdapter().pre_social_login(RequestFactory().get("/"), log_in)
    assert turned_away.value.response["Location"] == "/dang-nhap/?ket-qua=muc"


def tie(client: Client, phone: Phone) -> str:
    """Ask that Mai's e-identity be tied to whatever account is signed in; give where that leads."""
    asked = urlsplit(client.post("/dang-nhap/vneid/", {"process": "connect"})["Location"])
    back = urlsplit(phone.press(f"{asked.path}?{asked.query}"))
    return str(client.get(f"{back.path}?{back.query}").headers.get("Location"))


def test_e_identity_is_never_tied_to_an_official_s_account(phone: Phone) -> None:
    official = open_account(login="trang", kind=Kind.STAFF, password=None, by=system("test"), at=now())
    client = Client()
    client.force_login(official, "allauth.account.auth_backends.AuthenticationBackend")
    assert tie(client, phone) == "/dang-nhap/?ket-qua=loi"
    assert not SocialAccount.objects.exists()
    assert come_in(Client(), phone) == "/kho-giay-to/"
    assert SocialAccount.objects.get().user.kind == Kind.MEMBER


def test_without_that_refusal_it_would_be(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CitizensAdapter, "pre_social_login", lambda *_: None)
    official = open_account(login="trang", kind=Kind.STAFF, password=None, by=system("test"), at=now())
    client = Client(raise_request_exception=False)
    client.force_login(official, "allauth.account.auth_backends.AuthenticationBackend")
    tie(client, phone)
    assert SocialAccount.objects.get().user == official


def test_names_come_in_clean() -> None:
    claims = {**MAI, "name": "  Giàng\u200b  Thị Mai\0"}
    assert identity_of(claims).full_name == "Giàng Thị Mai"


def test_signing_out_needs_a_button_and_ends_the_session(phone: Phone) -> None:
    client = Client()
    come_in(client, phone)
    client.get("/dang-xuat/")
    assert client.get("/ho-so/").status_code == 200
    client.post("/dang-xuat/")
    assert client.get("/ho-so/").status_code == 302
