"""Asking a virus scanner about a file: clean, infected, or not available."""

import socket
import struct
import time
from dataclasses import dataclass
from enum import Enum
from typing import IO, Protocol

CHUNK = 64 * 1024
_LONGEST_REPLY = 4096


class Verdict(Enum):
    """What a scanner says of a file."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True)
class Scan:
    """A verdict; `detail` names what was found, or why no answer came (for the log)."""

    verdict: Verdict
    detail: str = ""


class Scanner(Protocol):
    """Scans the rest of a stream and never raises for a scanner that is away."""

    def scan(self, stream: IO[bytes]) -> Scan:
        """Return the verdict on the bytes from the current place of `stream` on."""
        ...


class NoScanner:
    """Stands where no scanner is set up: nothing is ever called clean."""

    def scan(self, stream: IO[bytes]) -> Scan:
        """Return UNAVAILABLE."""
        return Scan(Verdict.UNAVAILABLE, "no scanner is set up")


class ClamdScanner:
    """Speaks INSTREAM with clamd at `tcp://host:port` or `unix:///path`; `timeout` bounds the whole scan."""

    def __init__(self, address: str, *, timeout: float = 30) -> None:
        self._family, self._address = _parsed(address)
        self._timeout = timeout

    def scan(self, stream: IO[bytes]) -> Scan:
        """Return clamd's verdict; UNAVAILABLE when it cannot be reached, is late or speaks nonsense."""
        until = time.monotonic() + self._timeout
        try:
            with socket.socket(self._family, socket.SOCK_STREAM) as line:
                line.settimeout(self._timeout)
                line.connect(self._address)
                _send(line, stream, until)
                return _read(_receive(line, until))
        except OSError as broken:
            return Scan(Verdict.UNAVAILABLE, f"{type(broken).__name__}: {broken}")


def _parsed(address: str) -> tuple[socket.AddressFamily, str | tuple[str, int]]:
    scheme, _, rest = address.partition("://")
    if scheme == "unix" and rest.startswith("/"):
        return socket.AF_UNIX, rest
    host, _, port = rest.rpartition(":")
    if scheme != "tcp" or not host or not port.isdecimal():
        raise ValueError("the address of clamd is tcp://host:port or unix:///path")
    return socket.AF_INET, (host, int(port))


def _send(line: socket.socket, stream: IO[bytes], until: float) -> None:
    try:
        line.sendall(b"zINSTREAM\0")
        while chunk := stream.read(CHUNK):
            _keep(line, until)
            line.sendall(struct.pack(">I", len(chunk)) + chunk)
        line.sendall(struct.pack(">I", 0))
    except (BrokenPipeError, ConnectionResetError):
        # clamd hangs up in the middle of a stream beyond its own limit; its reply tells so.
        return


def _receive(line: socket.socket, until: float) -> bytes:
    reply = b""
    while not reply.endswith(b"\0") and len(reply) < _LONGEST_REPLY:
        _keep(line, until)
        piece = line.recv(_LONGEST_REPLY)
        if not piece:
            break
        reply += piece
    return reply


def _keep(line: socket.socket, until: float) -> None:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("clamd is late")
    line.settimeout(left)


def _read(reply: bytes) -> Scan:
    said = reply.rstrip(b"\0\n").decode(errors="replace")
    if said == "stream: OK":
        return Scan(Verdict.CLEAN)
    if said.startswith("stream: ") and said.endswith(" FOUND"):
        return Scan(Verdict.INFECTED, said.removeprefix("stream: ").removesuffix(" FOUND"))
    return Scan(Verdict.UNAVAILABLE, said or "no answer")
