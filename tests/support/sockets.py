"""Keeps the tests on this machine."""

import ipaddress
import socket
from typing import Any, NoReturn

import pytest


def stay_home(patch: pytest.MonkeyPatch) -> None:
    """Let sockets reach this machine alone; anything else fails at once and says so."""
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))


def _guarded(connect: Any) -> Any:
    def only_home(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_home(str(address[0])):
            _refuse(address)
        return connect(self, address)

    return only_home


def _is_home(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse(address: object) -> NoReturn:
    raise AssertionError(f"a test tried to leave this machine: {address}")
