"""Free ports."""

import socket
from typing import Final

_TRIED: Final = 50


def listen(host: str, asked: int) -> socket.socket | None:
    """Listen on the port asked for, else on the next free one; None when none is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(asked, asked + _TRIED):
        door = socket.socket(family, socket.SOCK_STREAM)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
            door.listen(512)
        except OSError:
            door.close()
            continue
        return door
    return None


def last_tried(asked: int) -> int:
    """Give the last port that `listen` would try."""
    return asked + _TRIED - 1


def port_of(door: socket.socket) -> int:
    """Give the port of a listening socket."""
    return int(door.getsockname()[1])
