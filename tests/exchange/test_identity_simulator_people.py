"""Whom the simulated e-identity knows, and how it starts and ends with them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from motcua.exchange.identity.simulator import __main__ as command
from motcua.exchange.identity.simulator.people import Fault, read
from motcua.exchange.identity.simulator.server import Server
from tests.exchange.identity_simulator_scene import FILE, OFFICIAL, PERSON, Caller, Stand, written


def test_a_changed_file_is_read_again_and_a_broken_one_is_not(
    stand: Stand, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Bà Lan" not in stand.browser.send(stand.asked())[2]
    written(stand.file, FILE | {"people": [PERSON | {"name": "Bà Lan"}]})
    assert "Bà Lan" in stand.browser.send(stand.asked())[2]
    stand.file.write_text("{", encoding="utf-8")
    assert "Bà Lan" in stand.browser.send(stand.asked())[2]
    assert "Bà Lan" in stand.browser.send(stand.asked())[2]
    assert capsys.readouterr().err.count("không phải là JSON") == 1


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        FILE | {"client": {"id": "a", "secret": "b", "redirect_uris": []}},
        FILE | {"client": {"id": "a", "secret": "b", "redirect_uris": ["javascript:alert(1)"]}},
        FILE | {"people": [PERSON, PERSON]},
        FILE | {"people": [PERSON | {"personal_id": "12"}]},
        FILE | {"people": [PERSON | {"birthdate": "1990-02-30"}]},
        FILE | {"people": [PERSON | {"address": "Thôn 1"}]},
        FILE | {"officials": [OFFICIAL | {"totp_secret": "1"}]},
    ],
)
def test_a_bad_people_file_is_named_in_one_sentence(tmp_path: Path, content: object) -> None:
    found = read(written(tmp_path / "people.json", content))
    assert isinstance(found, Fault)
    assert found.sentence.count("\n") == 0


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o700])
def test_a_people_file_open_to_others_is_refused(people: Path, mode: int) -> None:
    people.chmod(mode)
    found = read(people)
    assert isinstance(found, Fault)
    assert "0600" in found.sentence


def test_the_command_names_a_missing_file_and_a_taken_port(
    people: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--people", str(people.parent / "khong-co.json")]) == 2
    with Server("127.0.0.1", 0) as server:
        assert command.main(["--people", str(people), "--listen", f"127.0.0.1:{server.server_port}"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_the_process_serves_without_django_and_ends_quietly(people: Path) -> None:
    with Server("127.0.0.1", 0) as server:
        port = server.server_port
    starts = (
        "import sys; from motcua.exchange.identity.simulator.__main__ import main; "
        "assert 'django' not in sys.modules; sys.exit(main())"
    )
    options = ["--people", str(people), "--listen", f"127.0.0.1:{port}"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", starts, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        try:
            assert process.stdout and f"127.0.0.1:{port}" in process.stdout.readline()
            assert Caller(port).send("/jwks")[0] == 200
        finally:
            process.terminate()
        _, complaints = process.communicate(timeout=10)
    assert (process.returncode, complaints) == (0, "")
