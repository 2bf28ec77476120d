"""What the tests of the exchange share."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua.exchange.identity.simulator.app import Simulator
from motcua.exchange.identity.simulator.people import Registry
from motcua.exchange.identity.simulator.provider import Provider
from motcua.exchange.identity.simulator.server import Server
from tests.exchange.identity_simulator_scene import FILE, Clock, Stand, written


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return written(tmp_path / "people.json", FILE)


@pytest.fixture
def stand(people: Path) -> Iterator[Stand]:
    clock = Clock()
    registry = Registry.open(people)
    assert isinstance(registry, Registry)
    with Server("127.0.0.1", 0) as server:
        port = server.server_port
        provider = Provider(registry, issuer=f"http://127.0.0.1:{port}", clock=clock)
        server.set_app(Simulator(provider, phone_shown=server.only_here))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield Stand(port, clock, people)
        server.shutdown()
        thread.join()
