"""The scanning port, against a small clamd on loopback."""

import io
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from motcua.base.files.scan import ClamdScanner, NoScanner, Scan, Scanner, Verdict

# The harmless text by which every scanner proves that it works, in two halves lest one finds it here.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + rb"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def _exactly(line: socket.socket, count: int) -> bytes:
    got = b""
    while len(got) < count:
        got += line.recv(count - len(got)) or pytest.fail("the stream ended early")
    return got


def _answer(line: socket.socket, limit: int) -> None:
    assert _exactly(line, 10) == b"zINSTREAM\0"
    body = b""
    while size := struct.unpack(">I", _exactly(line, 4))[0]:
        body += _exactly(line, size)
        if len(body) > limit:
            line.sendall(b"INSTREAM size limit exceeded. ERROR\0")
            return
    line.sendall(b"stream: Eicar-Test-Signature FOUND\0" if EICAR in body else b"stream: OK\0")


@contextmanager
def clamd(
    family: socket.AddressFamily, place: object, *, limit: int = 1 << 20, silent: bool = False
) -> Iterator[object]:
    """Serve one connection as clamd does; a silent one never answers."""
    done = threading.Event()
    with socket.socket(family) as door:
        door.bind(place)
        door.listen(1)

        def serve() -> None:
            line, _ = door.accept()
            with line:
                if silent:
                    done.wait(5)
                else:
                    _answer(line, limit)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield door.getsockname()
        finally:
            done.set()
            thread.join(5)


@pytest.fixture(params=["tcp", "unix"])
def scanner(request, tmp_path) -> Iterator[Scanner]:
    if request.param == "tcp":
        with clamd(socket.AF_INET, ("127.0.0.1", 0)) as (host, port):
            yield ClamdScanner(f"tcp://{host}:{port}", timeout=5)
    else:
        with clamd(socket.AF_UNIX, str(tmp_path / "clamd")) as path:
            yield ClamdScanner(f"unix://{path}", timeout=5)


def test_clean_bytes_are_clean(scanner):
    assert scanner.scan(io.BytesIO(bytes(300_000))) == Scan(Verdict.CLEAN)


def test_the_test_virus_is_found_by_name(scanner):
    body = bytes(65_530) + EICAR
    assert scanner.scan(io.BytesIO(body)) == Scan(Verdict.INFECTED, "Eicar-Test-Signature")


def test_a_scanner_that_stops_at_its_own_limit_has_not_cleared_the_file():
    with clamd(socket.AF_INET, ("127.0.0.1", 0), limit=100) as (host, port):
        scan = ClamdScanner(f"tcp://{host}:{port}", timeout=5).scan(io.BytesIO(bytes(5_000_000)))
    assert scan.verdict is Verdict.UNAVAILABLE


def test_a_scanner_that_is_late_is_unavailable():
    with clamd(socket.AF_INET, ("127.0.0.1", 0), silent=True) as (host, port):
        scan = ClamdScanner(f"tcp://{host}:{port}", timeout=0.2).scan(io.BytesIO(b"x"))
    assert scan.verdict is Verdict.UNAVAILABLE


def test_a_scanner_that_is_away_is_unavailable(tmp_path):
    assert ClamdScanner(f"unix://{tmp_path}/none").scan(io.BytesIO(b"x")).verdict is Verdict.UNAVAILABLE


def test_without_a_scanner_nothing_is_called_clean():
    assert NoScanner().scan(io.BytesIO(b"x")).verdict is Verdict.UNAVAILABLE


@pytest.mark.parametrize("address", ["", "127.0.0.1:3310", "tcp://host", "unix://relative", "http://a:1"])
def test_an_address_that_is_none_is_refused_at_start(address):
    with pytest.raises(ValueError, match="address of clamd"):
        ClamdScanner(address)
