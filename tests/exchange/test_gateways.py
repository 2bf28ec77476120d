"""One contract for every sender: the letterbox itself, mail over SMTP, SMS and Zalo over HTTP."""

import http.client
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from pytest_django.fixtures import Settings

from motcua.base.database.ids import uuid7
from motcua.base.notices.ports import Sender
from motcua.base.notices.words import Medium, Message, Why
from motcua.exchange.gateways.mail.adapter import MailSender
from motcua.exchange.gateways.messages.adapter import SmsSender, ZaloSender
from motcua.exchange.gateways.simulator.letterbox import Letterbox
from tests.exchange.gateways_scene import ADDRESSES, standing

REAL: dict[Medium, Callable[[], Sender]] = {
    Medium.EMAIL: MailSender,
    Medium.SMS: SmsSender,
    Medium.ZALO: ZaloSender,
}
EVERY = [*((medium, "real") for medium in REAL), *((medium, "simulated") for medium in REAL)]
WORDS = "Hồ sơ H60.24-260302-0001 đã được tiếp nhận.\n\nHẹn trả 09/03/2026."


@pytest.fixture
def box() -> Letterbox:
    return Letterbox()


@pytest.fixture
def address(box: Letterbox, settings: Settings) -> Iterator[str]:
    with standing(box, settings) as stands:
        yield stands


@pytest.fixture(params=EVERY, ids=lambda one: f"{one[0].value} {one[1]}")
def contract(request: pytest.FixtureRequest, box: Letterbox, address: str) -> tuple[Sender, Message]:
    medium, how = request.param
    sender: Sender = REAL[medium]() if how == "real" else box
    return sender, Message(uuid7(), medium, ADDRESSES[medium], "Hồ sơ đã được tiếp nhận", WORDS)


Contract = tuple[Sender, Message]


def test_a_message_arrives_whole(contract: Contract, box: Letterbox) -> None:
    sender, message = contract
    assert sender.ready
    assert sender.send(message) is None
    (one,) = box.caught
    assert (one.id, one.medium, one.to, one.body) == (str(message.id), message.medium, message.to, WORDS)
    assert one.subject in (message.subject, "")


def test_a_double_is_dropped_and_two_messages_are_two(contract: Contract, box: Letterbox) -> None:
    sender, message = contract
    assert [sender.send(message), sender.send(message)] == [None, None]
    assert sender.send(replace(message, id=uuid7())) is None
    assert len(box.caught) == 2


@pytest.mark.parametrize("how", [Why.UNREACHABLE, Why.NOT_TAKEN])
def test_a_failure_says_whether_to_try_again_and_names_nobody(
    contract: Contract, box: Letterbox, how: Why
) -> None:
    sender, message = contract
    box.fail(message.medium, how)
    refusal = sender.send(message)
    assert refusal is not None and refusal.why is how
    assert message.to not in refusal.facts["said"]
    assert box.caught == []
    box.fail(message.medium, None)
    assert sender.send(message) is None and len(box.caught) == 1


@pytest.mark.parametrize("medium", REAL)
def test_without_an_address_of_a_server_a_sender_says_so(medium: Medium, settings: Settings) -> None:
    settings.SMTP_URL = settings.SMS_URL = settings.ZALO_URL = ""
    sender = REAL[medium]()
    refusal = sender.send(Message(uuid7(), medium, ADDRESSES[medium], "a", "b"))
    assert not sender.ready
    assert refusal is not None and refusal.why is Why.NOT_CONFIGURED


@pytest.mark.parametrize("medium", REAL)
def test_a_server_that_is_away_may_come_back(medium: Medium, box: Letterbox, settings: Settings) -> None:
    with standing(box, settings):
        pass  # its ports are known now, and nobody listens there any more
    refusal = REAL[medium]().send(Message(uuid7(), medium, ADDRESSES[medium], "a", "b"))
    assert refusal is not None and refusal.why is Why.UNREACHABLE


def test_a_subject_cannot_smuggle_a_header(box: Letterbox, address: str) -> None:
    message = Message(uuid7(), Medium.EMAIL, "pao@example.vn", "Chào\r\nBcc: khac@example.vn", "b")
    assert MailSender().send(message) is None
    assert [one.to for one in box.caught] == ["pao@example.vn"]
    assert box.caught[0].subject == "Chào Bcc: khac@example.vn"


# --- the simulator's own page ---


def ask(
    address: str, path: str = "/", *, host: str = "localhost", body: str | None = None
) -> tuple[int, str]:
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=5)
    try:
        line.request("GET" if body is None else "POST", path, body, {"Host": host})
        answer = line.getresponse()
        return answer.status, answer.read().decode()
    finally:
        line.close()


def test_the_page_shows_what_was_caught_and_runs_none_of_it(box: Letterbox, address: str) -> None:
    box.send(Message(uuid7(), Medium.SMS, "0912000001", "", "<script>x</script>"))
    status, page = ask(address)
    assert status == 200 and "&lt;script&gt;x" in page and "<script>" not in page
    assert "SMS đến 0912000001" in page


def test_the_page_is_for_this_machine_alone(address: str) -> None:
    assert ask(address, host="evil.example")[0] == 404
    assert ask(address, "/hong", host="evil.example", body="token=x")[0] == 404
    assert ask(address)[0] == 200


def test_the_switches_need_the_token_of_the_page(box: Letterbox, address: str) -> None:
    assert ask(address, "/hong", body="token=guessed&sms=ban")[0] == 403
    assert box.failing == {}
    token = ask(address)[1].partition('name="token" value="')[2].partition('"')[0]
    assert ask(address, "/hong", body=f"token={token}&sms=ban&email=tu-choi")[0] == 303
    assert box.failing == {Medium.SMS: Why.UNREACHABLE, Medium.EMAIL: Why.NOT_TAKEN}


@pytest.mark.parametrize(
    "body", ["", "{", "[]", json.dumps({"id": "x", "medium": "sms", "to": "1", "text": ""})]
)
def test_what_is_no_message_is_refused(box: Letterbox, address: str, body: str) -> None:
    assert ask(address, "/tin-nhan", body=body)[0] == 400
    assert box.caught == []
