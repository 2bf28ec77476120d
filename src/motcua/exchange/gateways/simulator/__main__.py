"""Start the letterbox: `python -m motcua.exchange.gateways.simulator --smtp 127.0.0.1:8025 --listen …`."""

import argparse
import signal
import sys
from collections.abc import Sequence

from motcua.exchange.gateways.simulator.letterbox import Letterbox
from motcua.exchange.gateways.simulator.smtp import Catcher
from motcua.exchange.gateways.simulator.web import Web


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit():
        raise argparse.ArgumentTypeError("cần dạng MÁY:CỔNG, thí dụ 127.0.0.1:8025")
    return host, int(port)


def _stop(*_: object) -> None:
    raise SystemExit(0)


def main(argv: Sequence[str] | None = None) -> int:
    """Catch until interrupted; 2 when a port cannot be opened, with one sentence."""
    parser = argparse.ArgumentParser(
        prog="motcua.exchange.gateways.simulator", description="Hộp thư và tin nhắn giả lập"
    )
    parser.add_argument("--smtp", type=_address, default=("127.0.0.1", 8025), help="MÁY:CỔNG nhận thư")
    parser.add_argument("--listen", type=_address, default=("127.0.0.1", 8002), help="MÁY:CỔNG của trang")
    wishes = parser.parse_args(argv)
    box = Letterbox()
    try:
        catcher, web = Catcher(box, *wishes.smtp), Web(box, *wishes.listen)
    except OSError as error:
        sys.stderr.write(f"Không mở được cổng {wishes.smtp[1]} hoặc {wishes.listen[1]}: {error.strerror}.\n")
        return 2
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    with catcher, web:
        web.serve_forever(poll_interval=0.2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
