"""A letterbox with its SMTP server and its telephone gateway, and senders that lead to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from pytest_django.fixtures import Settings

from motcua.base.notices.words import Medium
from motcua.exchange.gateways.simulator.letterbox import Letterbox
from motcua.exchange.gateways.simulator.smtp import Catcher
from motcua.exchange.gateways.simulator.web import MESSAGES, Web


@contextmanager
def standing(box: Letterbox, settings: Settings) -> Iterator[str]:
    """Let a letterbox stand, with the settings of the house leading to it; gives the address of its page."""
    with Catcher(box, "127.0.0.1", 0) as catcher, Web(box, "127.0.0.1", 0) as web:
        thread = Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{web.server_port}"
        settings.SMTP_URL = f"smtp://127.0.0.1:{catcher.port}"
        settings.SMS_URL = settings.ZALO_URL = f"{address}{MESSAGES}"
        try:
            yield address
        finally:
            web.shutdown()
            thread.join()


ADDRESSES = {Medium.EMAIL: "pao@example.vn", Medium.SMS: "0912000001", Medium.ZALO: "0912000001"}
