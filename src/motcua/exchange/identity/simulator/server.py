"""A small threaded server: quiet, and enough for a stand-in."""

import socket
import sys
from collections.abc import Callable
from socketserver import TCPServer, ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from motcua.exchange.identity.simulator.app import is_loopback

PATIENCE_SECONDS = 10


class _Handler(WSGIRequestHandler):
    timeout = PATIENCE_SECONDS

    def log_message(self, format: str, *args: Any) -> None:
        """Stay quiet: addresses carry codes."""


class Server(ThreadingMixIn, WSGIServer):
    """Serves one WSGI application, a thread for each connection."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service for this machine's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])
        self.setup_environ()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over callers who went away; show everything else."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)

    @property
    def only_here(self) -> bool:
        """Say whether nobody but this machine can reach the server."""
        return is_loopback(self.server_name)

    def run(self, app: Callable[..., Any]) -> None:
        """Serve until told to stop."""
        self.set_app(app)
        self.serve_forever(poll_interval=0.2)
