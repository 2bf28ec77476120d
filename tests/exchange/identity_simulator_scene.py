"""A running simulated e-identity, with the steps of a log-in against it."""

import base64
import hashlib
import http.client
import json
import re
import secrets
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

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
