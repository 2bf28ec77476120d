"""An SMTP server that delivers into the letterbox."""

import asyncio
from email import message_from_bytes, policy
from hashlib import sha256
from threading import Thread
from types import TracebackType
from typing import Final, Self

from aiosmtpd.smtp import SMTP, Envelope, Session

from motcua.base.clock import now
from motcua.base.notices.words import Medium, Why
from motcua.exchange.gateways.simulator.letterbox import Caught, Letterbox

MOST_BYTES: Final = 1_000_000
_ANSWERS: Final = {
    Why.UNREACHABLE: "451 4.3.0 Thu lai sau",
    Why.NOT_TAKEN: "550 5.1.1 Khong co nguoi nhan nay",
}


class _Handler:
    """Answers for the letterbox; the names of the methods are those that aiosmtpd calls."""

    def __init__(self, box: Letterbox) -> None:
        self._box = box

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take or refuse a recipient."""
        how = self._box.failing.get(Medium.EMAIL)
        if how is not None:
            return _ANSWERS.get(how, _ANSWERS[Why.UNREACHABLE])
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep a mail, once for each recipient."""
        content = envelope.original_content or b""
        mail = message_from_bytes(content, policy=policy.default)
        text = mail.get_body(("plain",))
        known = str(mail["Message-ID"] or "").strip("<>").rpartition("@")[0]
        for address in envelope.rcpt_tos:
            self._box.put(
                Caught(
                    id=known or sha256(content).hexdigest(),
                    medium=Medium.EMAIL,
                    to=address,
                    subject=str(mail["Subject"] or ""),
                    body="\n".join(text.get_content().splitlines()) if text else "",
                    at=now(),
                )
            )
        return "250 OK"


class Catcher:
    """The server in a thread of its own: `with Catcher(box, "127.0.0.1", 0) as catcher: catcher.port`."""

    def __init__(self, box: Letterbox, host: str, port: int) -> None:
        self._loop = asyncio.new_event_loop()
        handler, loop = _Handler(box), self._loop

        def made() -> SMTP:
            return SMTP(handler, hostname="localhost", data_size_limit=MOST_BYTES, loop=loop)

        try:
            self._server = loop.run_until_complete(loop.create_server(made, host, port))
        except OSError:
            loop.close()
            raise
        self.port: int = self._server.sockets[0].getsockname()[1]
        self._thread = Thread(target=loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()
