"""Start the simulator: `python -m motcua.exchange.identity.simulator --people FILE.json`."""

import argparse
import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from motcua.exchange.identity.simulator.app import Simulator
from motcua.exchange.identity.simulator.people import Fault, Registry
from motcua.exchange.identity.simulator.provider import Provider
from motcua.exchange.identity.simulator.server import Server

LAST_PORT = 65535


def _address(text: str) -> tuple[str, int]:
    found = re.fullmatch(r"(?:\[([0-9A-Fa-f:]+)\]|([^:\[\]]+)):(\d{1,5})", text)
    if not found or int(found[3]) > LAST_PORT:
        raise argparse.ArgumentTypeError("cần dạng MÁY:CỔNG, thí dụ 127.0.0.1:8001")
    return found[1] or found[2], int(found[3])


def _issuer(text: str) -> str:
    parts = urlsplit(text)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.netloc
        or parts.path
        or parts.query
        or parts.fragment
    ):
        raise argparse.ArgumentTypeError("cần dạng http://MÁY:CỔNG, không có gì đứng sau")
    return text


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="motcua.exchange.identity.simulator", description="VNeID giả lập")
    parser.add_argument("--listen", type=_address, default=("127.0.0.1", 8001), help="MÁY:CỔNG")
    parser.add_argument("--people", type=Path, required=True, help="tệp JSON quyền 0600")
    parser.add_argument("--issuer", type=_issuer, help="địa chỉ công bố; nếu không nói thì theo --listen")
    arguments = parser.parse_args(argv)
    if arguments.issuer is None:
        host, port = arguments.listen
        arguments.issuer = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    return arguments


def _stop(*_: object) -> None:
    raise SystemExit(0)


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until interrupted; 2 on bad input, with one sentence."""
    arguments = _arguments(argv)
    registry = Registry.open(arguments.people)
    if isinstance(registry, Fault):
        sys.stderr.write(f"{registry.sentence}\n")
        return 2
    host, port = arguments.listen
    try:
        server = Server(host, port)
    except OSError as error:
        sys.stderr.write(f"Không mở được cổng {port} trên {host}: {error.strerror}.\n")
        return 2
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    with server:
        provider = Provider(registry, issuer=arguments.issuer)
        sys.stdout.write(f"VNeID giả lập: {arguments.issuer}\n")
        sys.stdout.flush()
        server.run(Simulator(provider, phone_shown=server.only_here))
    return 0


if __name__ == "__main__":
    sys.exit(main())
