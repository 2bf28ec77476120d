"""The province that scores, as its people see it: signed in at the desk, on the day of the scene."""

import html
import re
from collections.abc import Mapping

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from motcua.reference.org.models import Staff
from tests.doors.desk_scene import TOTP_SECRET
from tests.support.scoring_scene import Province


def signed_in(province: Province, who: str) -> Client:
    """Give a browser in which somebody of the province is signed in."""
    account = Staff.objects.get(pk=province.actors[who].person).account
    if not Authenticator.objects.filter(user=account).exists():
        TOTP.activate(account, TOTP_SECRET)
    client = Client(headers={"accept-language": "vi"})
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def read(client: Client, address: str, status: int = 200) -> str:
    """Give the page at an address, without entities."""
    answer = client.get(address)
    assert answer.status_code == status, answer.status_code
    return html.unescape(answer.content.decode())


def at(route: str, *args: object) -> str:
    """Give the address of a page."""
    return reverse(f"desk:{route}", args=args)


def fields_of(page: str) -> dict[str, str]:
    """Give the hidden fields and filled inputs of the forms on a page."""
    inputs = re.findall(r"<input[^>]+>", page)
    found = {}
    for one in inputs:
        name, value = re.search(r'name="([^"]+)"', one), re.search(r'value="([^"]*)"', one)
        if name and 'type="hidden"' in one:
            found[name[1]] = value[1] if value else ""
    return found


def send(client: Client, address: str, said: Mapping[str, object], status: int = 302) -> str:
    """Send a form as its page gave it, with what is said; give the page that follows."""
    hidden = fields_of(read(client, address))
    answer = client.post(address, {**hidden, **said})
    assert answer.status_code == status, html.unescape(answer.content.decode())[:4000]
    shown = client.get(answer["Location"]) if status == 302 else answer
    return html.unescape(shown.content.decode())


def text_of(page: str) -> str:
    """Give the words of a page, spaces folded."""
    body = page[page.index("<main") :]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).replace("\u00a0", " ").strip()
